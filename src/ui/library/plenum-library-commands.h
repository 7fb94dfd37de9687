/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

GMenuModel *plenum_library_commands_make_menu (PlenumRecord  *workshop,
                                               gboolean       copy);
void        plenum_library_start              (GtkWidget     *from,
                                               PlenumLibrary *library,
                                               PlenumRecord  *workshop);
void        plenum_library_finish             (GtkWidget     *from,
                                               PlenumLibrary *library,
                                               PlenumRecord  *workshop);
void        plenum_library_plan               (GtkWidget     *from,
                                               PlenumLibrary *library,
                                               PlenumRecord  *workshop);
void        plenum_library_duplicate          (GtkWidget     *from,
                                               PlenumLibrary *library,
                                               PlenumRecord  *workshop);
void        plenum_library_archive            (GtkWidget     *from,
                                               PlenumLibrary *library,
                                               PlenumRecord  *workshop);
void        plenum_library_delete             (GtkWidget     *from,
                                               PlenumLibrary *library,
                                               PlenumRecord  *workshop);

G_END_DECLS
