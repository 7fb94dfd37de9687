/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-area.h"
#include "plenum-card-selection.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_MODEL (plenum_board_model_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardModel, plenum_board_model, PLENUM, BOARD_MODEL, GObject)

PlenumBoardModel    *plenum_board_model_new           (PlenumWorkshopModel *workshop);
PlenumWorkshopModel *plenum_board_model_get_workshop  (PlenumBoardModel    *self);
gboolean          plenum_board_model_is_empty   (PlenumBoardModel  *self);
const char          *plenum_board_model_get_board     (PlenumBoardModel    *self);
void                 plenum_board_model_set_board     (PlenumBoardModel    *self,
                                                       const char          *board);
const char          *plenum_board_model_get_query     (PlenumBoardModel    *self);
void                 plenum_board_model_set_query     (PlenumBoardModel    *self,
                                                       const char          *query);
PlenumBoardEntry    *plenum_board_model_lookup        (PlenumBoardModel    *self,
                                                       const char          *id);
PlenumBoardArea     *plenum_board_model_get_area      (PlenumBoardModel    *self,
                                                       const char          *id);
PlenumBoardArea     *plenum_board_model_area_of       (PlenumBoardModel    *self,
                                                       PlenumBoardEntry    *entry);
gboolean             plenum_board_model_is_anonymous  (PlenumBoardModel    *self,
                                                       PlenumBoardEntry    *entry);
guint                plenum_board_model_count_found   (PlenumBoardModel    *self);
const char          *plenum_board_model_get_hint      (PlenumBoardModel    *self);
void                 plenum_board_model_set_open      (PlenumBoardModel    *self,
                                                       PlenumBoardEntry    *stack,
                                                       gboolean             open);
PlenumCardSelection *plenum_board_model_get_selection (PlenumBoardModel    *self);
GPtrArray           *plenum_board_model_list_cards    (PlenumBoardModel    *self);

G_END_DECLS
