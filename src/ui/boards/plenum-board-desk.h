/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-board-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_DESK (plenum_board_desk_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardDesk, plenum_board_desk, PLENUM, BOARD_DESK, GObject)

typedef enum
{
  PLENUM_BOARD_FOCUS,
  PLENUM_BOARD_EDIT,    /* in place */
  PLENUM_BOARD_DETAILS, /* in the pane */
  PLENUM_BOARD_COMMENT, /* in the pane, where a comment is typed */
  PLENUM_BOARD_REPLACE, /* in place, with its text selected */
} PlenumBoardShow;

PlenumBoardDesk  *plenum_board_desk_new         (PlenumBoardModel  *model,
                                                 GtkWidget         *view);
PlenumBoardModel *plenum_board_desk_get_model   (PlenumBoardDesk   *self);
gboolean          plenum_board_desk_is_read_only (PlenumBoardDesk  *self);
void              plenum_board_desk_show        (PlenumBoardDesk   *self,
                                                 const char        *id,
                                                 PlenumBoardShow    how);
void              plenum_board_desk_say         (PlenumBoardDesk   *self,
                                                 const char        *sentence);

/* What is selected, and what a command is about. */
PlenumCardSelection *plenum_board_desk_get_selection (PlenumBoardDesk *self);
PlenumBoardEntry *plenum_board_desk_get_current (PlenumBoardDesk   *self);
char            **plenum_board_desk_dup_ids     (PlenumBoardDesk   *self);
char            **plenum_board_desk_dup_card_ids (PlenumBoardDesk  *self);
void              plenum_board_desk_click       (PlenumBoardDesk   *self,
                                                 PlenumBoardEntry  *entry,
                                                 GdkModifierType    state);
void              plenum_board_desk_toggle      (PlenumBoardDesk   *self,
                                                 PlenumBoardEntry  *entry);
void              plenum_board_desk_open        (PlenumBoardDesk   *self,
                                                 PlenumBoardEntry  *stack);

char             *plenum_board_desk_describe_place (PlenumBoardDesk *self,
                                                 PlenumBoardEntry  *entry);

/* What is being dragged or moved by keys: at most one thing at a time. */
void              plenum_board_desk_carry       (PlenumBoardDesk   *self,
                                                 PlenumBoardEntry  *entry);
void              plenum_board_desk_put_down    (PlenumBoardDesk   *self);
const char *const *plenum_board_desk_get_carried (PlenumBoardDesk  *self);
gboolean          plenum_board_desk_is_carried  (PlenumBoardDesk   *self,
                                                 PlenumBoardEntry  *entry);

gboolean          plenum_board_desk_has_stack   (PlenumBoardDesk   *self,
                                                 const char *const *ids);

/* Doing. */
void              plenum_board_desk_perform     (PlenumBoardDesk   *self,
                                                 PlenumAction      *action,
                                                 const char        *toast,
                                                 PlenumBoardShow    how);
void              plenum_board_desk_perform_for (PlenumBoardDesk   *self,
                                                 PlenumAction      *action,
                                                 const char        *toast,
                                                 const char        *id,
                                                 PlenumBoardShow    how);
void              plenum_board_desk_delete      (PlenumBoardDesk   *self);
void              plenum_board_desk_delete_cards (PlenumBoardDesk  *self);
void              plenum_board_desk_set_kind    (PlenumBoardDesk   *self,
                                                 const char        *kind);
void              plenum_board_desk_group       (PlenumBoardDesk   *self);
void              plenum_board_desk_take_out    (PlenumBoardDesk   *self);
void              plenum_board_desk_set_text    (PlenumBoardDesk   *self,
                                                 PlenumBoardEntry  *entry,
                                                 const char        *text);
void              plenum_board_desk_move        (PlenumBoardDesk   *self,
                                                 const char *const *ids,
                                                 PlenumBoardArea   *area,
                                                 PlenumBoardEntry  *before);
void              plenum_board_desk_drop_onto   (PlenumBoardDesk   *self,
                                                 const char *const *ids,
                                                 PlenumBoardEntry  *onto);

/* Making cards from cards, and tying them together. */
void              plenum_board_desk_merge       (PlenumBoardDesk   *self);
void              plenum_board_desk_split       (PlenumBoardDesk   *self);
void              plenum_board_desk_duplicate   (PlenumBoardDesk   *self);
void              plenum_board_desk_set_colour  (PlenumBoardDesk   *self,
                                                 const char        *colour);
void              plenum_board_desk_move_to     (PlenumBoardDesk   *self,
                                                 const char        *area);
void              plenum_board_desk_change_tags (PlenumBoardDesk   *self,
                                                 const char *const *added,
                                                 const char *const *removed);
void              plenum_board_desk_link        (PlenumBoardDesk   *self,
                                                 const char        *target,
                                                 const char        *kind);
void              plenum_board_desk_add_lesson  (PlenumBoardDesk   *self);

G_END_DECLS
