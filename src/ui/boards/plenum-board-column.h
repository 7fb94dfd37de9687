/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_COLUMN (plenum_board_column_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardColumn, plenum_board_column, PLENUM, BOARD_COLUMN, GtkWidget)

GtkWidget        *plenum_board_column_new         (PlenumBoardDesk   *desk,
                                                   PlenumBoardArea   *area);
PlenumBoardArea  *plenum_board_column_get_area    (PlenumBoardColumn *self);
GtkWidget        *plenum_board_column_find_row    (PlenumBoardColumn *self,
                                                   PlenumBoardEntry  *entry);
void              plenum_board_column_show        (PlenumBoardColumn *self,
                                                   PlenumBoardEntry  *entry,
                                                   PlenumBoardShow    how);
void              plenum_board_column_reveal      (PlenumBoardColumn *self,
                                                   PlenumBoardEntry  *entry);
void              plenum_board_column_focus_list  (PlenumBoardColumn *self,
                                                   guint              position);
void              plenum_board_column_focus_entry (PlenumBoardColumn *self);
GtkWidget        *plenum_board_column_get_header  (PlenumBoardColumn *self);
void              plenum_board_column_rename      (PlenumBoardColumn *self);
void              plenum_board_column_set_drop    (PlenumBoardColumn *self,
                                                   int                position,
                                                   gboolean           onto);

G_END_DECLS
