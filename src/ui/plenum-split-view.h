/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_SPLIT_VIEW (plenum_split_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSplitView, plenum_split_view, PLENUM, SPLIT_VIEW, GtkWidget)

GtkWidget *plenum_split_view_new              (GtkWidget       *sidebar,
                                               GtkWidget       *content);
gboolean   plenum_split_view_get_compact      (PlenumSplitView *self);
gboolean   plenum_split_view_get_show_content (PlenumSplitView *self);
void       plenum_split_view_set_show_content (PlenumSplitView *self,
                                               gboolean         show_content);

G_END_DECLS
