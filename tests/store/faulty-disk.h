/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A disk that gives up after a number of writes, put between SQLite and the real one. */
#pragma once

#include <glib.h>

void     faulty_disk_install (void);
void     faulty_disk_arm     (int after, int code);
gboolean faulty_disk_disarm  (void);
