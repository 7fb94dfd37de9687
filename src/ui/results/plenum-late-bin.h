/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_LATE_BIN (plenum_late_bin_get_type ())
G_DECLARE_FINAL_TYPE (PlenumLateBin, plenum_late_bin, PLENUM, LATE_BIN, GtkWidget)

GtkWidget    *plenum_late_bin_new             (const char    *waiting);
GCancellable *plenum_late_bin_get_cancellable (PlenumLateBin *self);
void          plenum_late_bin_set_child       (PlenumLateBin *self,
                                               GtkWidget     *child);
void          plenum_late_bin_set_text        (PlenumLateBin *self,
                                               const char    *text);

G_END_DECLS
