/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_ACTIVITY (plenum_activity_get_type ())
G_DECLARE_FINAL_TYPE (PlenumActivity, plenum_activity, PLENUM, ACTIVITY, GObject)

PlenumActivity *plenum_activity_start           (GtkWidget      *from,
                                                 const char     *title,
                                                 GCancellable   *cancellable);
void            plenum_activity_set_fraction    (PlenumActivity *self,
                                                 double          fraction);
void            plenum_activity_report          (double          fraction,
                                                 gpointer        activity);
void            plenum_activity_finish          (PlenumActivity *self);
const char     *plenum_activity_get_title       (PlenumActivity *self);
double          plenum_activity_get_fraction    (PlenumActivity *self);
GCancellable   *plenum_activity_get_cancellable (PlenumActivity *self);

G_END_DECLS
