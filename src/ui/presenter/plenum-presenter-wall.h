/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-presenter-page.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_WALL (plenum_presenter_wall_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterWall, plenum_presenter_wall, PLENUM, PRESENTER_WALL, PlenumPresenterPage)

GtkWidget *plenum_presenter_wall_new       (PlenumWorkshopModel   *workshop);
void       plenum_presenter_wall_set_board (PlenumPresenterWall   *self,
                                            const char            *board,
                                            const char            *title,
                                            gboolean               matrix);
void       plenum_presenter_wall_look_at   (PlenumPresenterWall   *self,
                                            const graphene_rect_t *part);
void       plenum_presenter_wall_turn      (PlenumPresenterWall   *self,
                                            int                    by);

G_END_DECLS
