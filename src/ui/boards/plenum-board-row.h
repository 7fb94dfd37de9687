/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_ROW (plenum_board_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardRow, plenum_board_row, PLENUM, BOARD_ROW, GtkWidget)

typedef enum
{
  PLENUM_DROP_NOT,
  PLENUM_DROP_BEFORE, /* a gap opens above */
  PLENUM_DROP_AFTER,  /* a gap opens below */
  PLENUM_DROP_ONTO,
} PlenumDropPlace;

GtkWidget        *plenum_board_row_new       (PlenumBoardDesk  *desk);
void              plenum_board_row_bind      (PlenumBoardRow   *self,
                                              GtkListItem      *item);
void              plenum_board_row_unbind    (PlenumBoardRow   *self);
void              plenum_board_row_let_go    (PlenumBoardRow   *self);
PlenumBoardEntry *plenum_board_row_get_entry (PlenumBoardRow   *self);
void              plenum_board_row_edit      (PlenumBoardRow   *self,
                                              gboolean          replace);
void              plenum_board_row_set_drop  (PlenumBoardRow   *self,
                                              PlenumDropPlace   place);

G_END_DECLS
