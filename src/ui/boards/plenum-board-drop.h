/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-column.h"

G_BEGIN_DECLS

typedef struct _PlenumBoardDrop PlenumBoardDrop;

PlenumBoardDrop *plenum_board_drop_new  (PlenumBoardDesk   *desk,
                                         PlenumBoardColumn *column,
                                         GtkWidget         *list,
                                         GPtrArray         *rows);
void             plenum_board_drop_free (PlenumBoardDrop   *self);

G_END_DECLS
