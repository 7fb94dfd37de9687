/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-record.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_ENTRY (plenum_board_entry_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardEntry, plenum_board_entry, PLENUM, BOARD_ENTRY, GObject)

const char       *plenum_board_entry_get_id         (PlenumBoardEntry *self);
PlenumRecord     *plenum_board_entry_get_record     (PlenumBoardEntry *self);
gboolean          plenum_board_entry_is_stack       (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_area_id    (PlenumBoardEntry *self);
PlenumBoardEntry *plenum_board_entry_get_stack      (PlenumBoardEntry *self);
GPtrArray        *plenum_board_entry_list_cards     (PlenumBoardEntry *self);
guint             plenum_board_entry_count_cards    (PlenumBoardEntry *self);
gboolean          plenum_board_entry_get_open       (PlenumBoardEntry *self);
gboolean          plenum_board_entry_get_selected   (PlenumBoardEntry *self);
gboolean          plenum_board_entry_get_matches    (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_title      (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_text       (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_kind       (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_tags       (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_author     (PlenumBoardEntry *self);
char             *plenum_board_entry_dup_initials   (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_themes     (PlenumBoardEntry *self);
const char       *plenum_board_entry_get_answers (PlenumBoardEntry *self);
guint             plenum_board_entry_get_n_comments (PlenumBoardEntry *self);
guint             plenum_board_entry_get_n_inside   (PlenumBoardEntry *self);
char             *plenum_board_entry_dup_name       (PlenumBoardEntry *self);

G_END_DECLS
