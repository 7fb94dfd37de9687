/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-surface.h"

G_BEGIN_DECLS

/* What can be done to boards and areas. */
void plenum_board_commands_new_board    (PlenumBoardDesk *desk,
                                         const char      *layout);
void plenum_board_commands_set_layout   (PlenumBoardDesk *desk,
                                         const char      *layout);
void plenum_board_commands_rename_board (PlenumBoardDesk *desk,
                                         GtkWidget       *button);
void plenum_board_commands_delete_board (PlenumBoardDesk *desk);
void plenum_board_commands_new_area     (PlenumBoardSurface *surface);
void plenum_board_commands_move_area    (PlenumBoardDesk *desk,
                                         const char      *area,
                                         int              by);
void plenum_board_commands_delete_area  (PlenumBoardDesk *desk,
                                         const char      *area);
void plenum_board_commands_place_area   (PlenumBoardDesk *desk,
                                         const char      *area,
                                         const char      *before);
void plenum_board_commands_fold_area    (PlenumBoardDesk *desk,
                                         const char      *area);
void plenum_board_commands_hide_area    (PlenumBoardDesk *desk,
                                         const char      *area);
void plenum_board_commands_limit_area   (PlenumBoardDesk *desk,
                                         const char      *area,
                                         GtkWidget       *widget);
void plenum_board_commands_set_anonymous
                                        (PlenumBoardDesk *desk,
                                         gboolean         anonymous);
void plenum_board_commands_lock         (PlenumBoardDesk *desk,
                                         GtkWidget       *view);
void plenum_board_commands_activate     (PlenumBoardSurface *surface,
                                         const char         *name,
                                         const char         *area);

G_END_DECLS
