/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that is dragged to the edge of what is seen brings more into view. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double plenum_edge_scroll_speed (double             at,
                                 double             length);
void   plenum_edge_scroll_add   (GtkScrolledWindow *scroller);

G_END_DECLS
