/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-presenter-window.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_BAR (plenum_presenter_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterBar, plenum_presenter_bar, PLENUM, PRESENTER_BAR, GtkWidget)

void plenum_presenter_bar_set_model  (PlenumPresenterBar     *self,
                                      PlenumWorkshopModel    *model);
void plenum_presenter_bar_follow     (PlenumPresenterBar     *self,
                                      PlenumPresenterContent  content,
                                      const char             *id);
void plenum_presenter_bar_look_at    (PlenumPresenterBar     *self,
                                      const graphene_rect_t  *part);
void plenum_presenter_bar_present    (PlenumPresenterBar     *self);
void plenum_presenter_bar_turn       (PlenumPresenterBar     *self,
                                      int                     by);
void plenum_presenter_bar_show_idea  (PlenumPresenterBar     *self,
                                      const char             *idea);
void plenum_presenter_bar_show_timer (PlenumPresenterBar     *self);
void plenum_presenter_bar_start_timer (PlenumPresenterBar    *self,
                                      guint                   seconds);
void plenum_presenter_bar_turn_timer (PlenumPresenterBar     *self);

G_END_DECLS
