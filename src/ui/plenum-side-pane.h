/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_SIDE_PANE (plenum_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSidePane, plenum_side_pane, PLENUM, SIDE_PANE, GtkWidget)

gboolean plenum_side_pane_get_compact (PlenumSidePane *self);
gboolean plenum_side_pane_get_open    (PlenumSidePane *self);
void     plenum_side_pane_set_open    (PlenumSidePane *self,
                                       gboolean        open);

G_END_DECLS
