/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the model that keeps the entries may touch. */
#pragma once

#include "plenum-board-area.h"
#include "plenum-board-entry.h"

G_BEGIN_DECLS

struct _PlenumBoardEntry
{
  GObject           parent_instance;

  PlenumRecord     *record;     /* of an idea or a theme */
  PlenumBoardArea  *area;       /* unowned: where it is sorted in, or NULL */
  GSequenceIter    *iter;       /* there */
  PlenumBoardEntry *stack;      /* (nullable): the stack a card lies in */
  GPtrArray        *cards;      /* of a stack: unowned, in no order */

  char             *tags;
  char             *author;
  char             *themes;     /* titles of themes that are no stack */
  char             *answers;    /* (nullable): what became of it */
  guint             n_comments;
  guint             n_inside;   /* cards merged into this one */
  char             *inside;     /* (nullable): what those say, to be searched */
  char             *folded;     /* what a search looks in, or NULL: not known yet */

  /* What it is sorted by; the record has changed already when this is compared. */
  char             *position;
  char             *id;

  guint             n_matching; /* cards of a stack that the search finds */
  guint             matches : 1;
  guint             open : 1;
  guint             selected : 1;
  guint             listed : 1; /* it is a row of its area at the moment */
  guint             moved : 1;  /* it was sorted in anew since */
};

PlenumBoardEntry *plenum_board_entry_new          (PlenumRecord      *record);
void              plenum_board_entry_set_record   (PlenumBoardEntry  *self,
                                                   PlenumRecord      *record);
void              plenum_board_entry_set_stack    (PlenumBoardEntry  *self,
                                                   PlenumBoardEntry  *stack);
void              plenum_board_entry_set_details  (PlenumBoardEntry  *self,
                                                   char              *tags,
                                                   char              *author,
                                                   char              *themes,
                                                   guint              n_comments);
void              plenum_board_entry_set_answers  (PlenumBoardEntry  *self,
                                                   char              *answers);
void              plenum_board_entry_set_inside   (PlenumBoardEntry  *self,
                                                   guint              n_inside,
                                                   const char        *texts);
void              plenum_board_entry_set_selected (PlenumBoardEntry  *self,
                                                   gboolean           selected);
void              plenum_board_entry_match        (PlenumBoardEntry  *self,
                                                   const char *const *words);
void              plenum_board_entry_changed      (PlenumBoardEntry  *self);
int               plenum_board_entry_compare      (gconstpointer      a,
                                                   gconstpointer      b,
                                                   gpointer           user_data);

G_END_DECLS
