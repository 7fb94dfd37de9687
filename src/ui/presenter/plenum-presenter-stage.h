/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-presenter-pointer.h"
#include "plenum-presenter-slide.h"
#include "plenum-timer.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_STAGE (plenum_presenter_stage_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterStage, plenum_presenter_stage, PLENUM, PRESENTER_STAGE, GtkWidget)

GtkWidget              *plenum_presenter_stage_new         (PlenumWorkshopModel   *model,
                                                            PlenumTimer           *timer);
PlenumPresenterSlide   *plenum_presenter_stage_get_slide   (PlenumPresenterStage  *self);
PlenumPresenterPointer *plenum_presenter_stage_get_pointer (PlenumPresenterStage  *self);
void                    plenum_presenter_stage_show_slide  (PlenumPresenterStage  *self);
void                    plenum_presenter_stage_show_board  (PlenumPresenterStage  *self,
                                                            PlenumRecord          *board);
void                    plenum_presenter_stage_look_at     (PlenumPresenterStage  *self,
                                                            const graphene_rect_t *part);
void                    plenum_presenter_stage_set_frozen  (PlenumPresenterStage  *self,
                                                            gboolean               frozen);
void                    plenum_presenter_stage_turn        (PlenumPresenterStage  *self,
                                                            int                    by);

G_END_DECLS
