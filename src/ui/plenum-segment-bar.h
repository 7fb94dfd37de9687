/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_SEGMENT_BAR (plenum_segment_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSegmentBar, plenum_segment_bar, PLENUM, SEGMENT_BAR, GtkWidget)

GtkWidget *plenum_segment_bar_new    (void);
void       plenum_segment_bar_clear  (PlenumSegmentBar *self);
void       plenum_segment_bar_append (PlenumSegmentBar *self,
                                      const char       *style,
                                      double            value);
void       plenum_segment_bar_set    (PlenumSegmentBar *self,
                                      double            whole,
                                      const char       *description);

G_END_DECLS
