/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-column.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_CANVAS (plenum_board_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardCanvas, plenum_board_canvas, PLENUM, BOARD_CANVAS, GtkWidget)

GtkWidget         *plenum_board_canvas_new         (PlenumBoardDesk   *desk);
PlenumBoardColumn *plenum_board_canvas_find_column (PlenumBoardCanvas *self,
                                                    const char        *area);

G_END_DECLS
