/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-board-entry.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_AREA (plenum_board_area_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardArea, plenum_board_area, PLENUM, BOARD_AREA, GObject)

PlenumBoardArea *plenum_board_area_new         (void);
const char      *plenum_board_area_get_id      (PlenumBoardArea  *self);
PlenumRecord    *plenum_board_area_get_record  (PlenumBoardArea  *self);
gboolean         plenum_board_area_is_public   (PlenumBoardArea  *self);
guint            plenum_board_area_count_cards (PlenumBoardArea  *self);
int              plenum_board_area_find        (PlenumBoardArea  *self,
                                                PlenumBoardEntry *entry);
void             plenum_board_area_foreach     (PlenumBoardArea  *self,
                                                GFunc             func,
                                                gpointer          data);

/* For the model that keeps the entries. */
void             plenum_board_area_set_record  (PlenumBoardArea  *self,
                                                PlenumRecord     *record);
void             plenum_board_area_insert      (PlenumBoardArea  *self,
                                                PlenumBoardEntry *entry);
void             plenum_board_area_remove      (PlenumBoardArea  *self,
                                                PlenumBoardEntry *entry);
void             plenum_board_area_update      (PlenumBoardArea  *self,
                                                gboolean          searching);

G_END_DECLS
