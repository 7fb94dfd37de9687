/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_PROGRESS_RING (plenum_progress_ring_get_type ())
G_DECLARE_FINAL_TYPE (PlenumProgressRing, plenum_progress_ring, PLENUM, PROGRESS_RING, GtkWidget)

GtkWidget *plenum_progress_ring_new  (void);
void       plenum_progress_ring_set  (PlenumProgressRing *self,
                                      guint               done,
                                      guint               all);
void       plenum_progress_ring_show (PlenumProgressRing *self,
                                      double              share,
                                      const char         *number,
                                      const char         *caption,
                                      const char         *label);

G_END_DECLS
