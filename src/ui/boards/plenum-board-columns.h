/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_COLUMNS (plenum_board_columns_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardColumns, plenum_board_columns, PLENUM, BOARD_COLUMNS, GtkWidget)

GtkWidget *plenum_board_columns_new (PlenumBoardDesk *desk);

G_END_DECLS
