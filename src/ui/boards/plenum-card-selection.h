/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected on a board, and which card has the focus: one for all its
 * surfaces, so that what was selected in columns is selected on the canvas, the
 * matrix and in the list as well. It knows entries only, no widget.
 *
 * A surface tells it what the user does: plenum_card_selection_set_current() when
 * a card gets the focus, plenum_board_desk_click() when one is clicked,
 * plenum_card_selection_set() when a rubber band is let go. It hears of the rest
 * by PlenumBoardEntry::changed of each card, and by ::changed here. */
#pragma once

#include <gio/gio.h>

#include "plenum-board-entry.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD_SELECTION (plenum_card_selection_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCardSelection, plenum_card_selection, PLENUM, CARD_SELECTION, GObject)

PlenumCardSelection *plenum_card_selection_new          (GListModel          *areas);

PlenumBoardEntry    *plenum_card_selection_get_current  (PlenumCardSelection *self);
void                 plenum_card_selection_set_current  (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);
guint                plenum_card_selection_count        (PlenumCardSelection *self);
void                 plenum_card_selection_select       (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry,
                                                         gboolean             selected);
void                 plenum_card_selection_select_only  (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);
void                 plenum_card_selection_extend       (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);
void                 plenum_card_selection_set          (PlenumCardSelection *self,
                                                         GPtrArray           *entries);
void                 plenum_card_selection_select_none  (PlenumCardSelection *self);

/* What a command is about. */
GPtrArray           *plenum_card_selection_list         (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);
GPtrArray           *plenum_card_selection_list_cards   (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);
char               **plenum_card_selection_dup_ids      (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);
char               **plenum_card_selection_dup_card_ids (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);

/* For the model, when a card has gone. */
void                 plenum_card_selection_forget       (PlenumCardSelection *self,
                                                         PlenumBoardEntry    *entry);

G_END_DECLS
