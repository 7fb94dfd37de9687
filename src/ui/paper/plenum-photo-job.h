/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

void plenum_photo_job_start (GtkWidget     *from,
                             PlenumLibrary *library,
                             const char    *board,
                             const char    *path);

G_END_DECLS
