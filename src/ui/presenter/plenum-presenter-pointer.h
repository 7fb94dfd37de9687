/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_POINTER (plenum_presenter_pointer_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterPointer, plenum_presenter_pointer, PLENUM, PRESENTER_POINTER, GtkWidget)

GtkWidget *plenum_presenter_pointer_new    (void);
void       plenum_presenter_pointer_point  (PlenumPresenterPointer *self,
                                            double                  x,
                                            double                  y);
void       plenum_presenter_pointer_leave  (PlenumPresenterPointer *self);
void       plenum_presenter_pointer_mark   (PlenumPresenterPointer *self,
                                            double                  x,
                                            double                  y);
void       plenum_presenter_pointer_unmark (PlenumPresenterPointer *self);

G_END_DECLS
