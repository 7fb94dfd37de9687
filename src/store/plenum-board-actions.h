/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

PlenumAction *plenum_action_add_board    (const char   *workshop,
                                          const char   *title);
PlenumAction *plenum_action_add_board_as (const char   *workshop,
                                          const char   *title,
                                          const char   *layout);
PlenumAction *plenum_action_rename_board (const char   *board,
                                          const char   *title);
PlenumAction *plenum_action_move_board   (const char   *board,
                                          const char   *before_id);
PlenumAction *plenum_action_delete_board (const char   *board,
                                          const char   *cards_to);

PlenumAction *plenum_action_add_area     (const char   *board,
                                          const char   *title);
PlenumAction *plenum_action_edit_area    (PlenumRecord *changed);
PlenumAction *plenum_action_rename_area  (const char   *area,
                                          const char   *title);
PlenumAction *plenum_action_move_area    (const char   *area,
                                          const char   *board,
                                          const char   *before_id);
PlenumAction *plenum_action_delete_area  (const char   *area,
                                          const char   *cards_to);

G_END_DECLS
