/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void  plenum_names_watch (void);
char *plenum_names_plain (const char *label);

G_END_DECLS
