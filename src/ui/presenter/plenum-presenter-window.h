/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-presenter-pointer.h"
#include "plenum-timer.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

/* What the beamer can show. All but the first have an id. */
typedef enum
{
  PLENUM_SHOW_WORKSHOP, /* its title and its question */
  PLENUM_SHOW_BOARD,
  PLENUM_SHOW_IDEA,
  PLENUM_SHOW_POLL,     /* its question, or its result once it is closed */
  PLENUM_SHOW_AGENDA,   /* of the workshop with that id: the step that goes on, or all of them */
} PlenumPresenterContent;

#define PLENUM_TYPE_PRESENTER_WINDOW (plenum_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterWindow, plenum_presenter_window, PLENUM, PRESENTER_WINDOW, AdwWindow)

PlenumPresenterWindow *plenum_presenter_window_new         (PlenumWorkshopModel    *model,
                                                            PlenumTimer            *timer);
void                   plenum_presenter_window_show        (PlenumPresenterWindow  *self,
                                                            PlenumPresenterContent  content,
                                                            const char             *id);
void                   plenum_presenter_window_look_at     (PlenumPresenterWindow  *self,
                                                            const graphene_rect_t  *part);
void                   plenum_presenter_window_set_frozen  (PlenumPresenterWindow  *self,
                                                            gboolean                frozen);
gboolean               plenum_presenter_window_get_frozen  (PlenumPresenterWindow  *self);
GtkWidget             *plenum_presenter_window_get_content (PlenumPresenterWindow  *self);
PlenumPresenterPointer *plenum_presenter_window_get_pointer (PlenumPresenterWindow *self);
PlenumWorkshopModel   *plenum_presenter_window_get_model   (PlenumPresenterWindow  *self);

G_END_DECLS
