/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-model.h"
#include "plenum-presenter-page.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_BOARD (plenum_presenter_board_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterBoard, plenum_presenter_board, PLENUM, PRESENTER_BOARD, PlenumPresenterPage)

GtkWidget *plenum_presenter_board_new       (PlenumWorkshopModel  *workshop);
void       plenum_presenter_board_set_board (PlenumPresenterBoard *self,
                                             const char           *board,
                                             const char           *title);
void       plenum_presenter_board_turn      (PlenumPresenterBoard *self,
                                             int                   by);

G_END_DECLS
