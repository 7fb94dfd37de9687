/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"
#include "plenum-tally.h"

G_BEGIN_DECLS

/* What a card got in one poll. */
typedef struct
{
  PlenumRecord *idea;   /* the card that was voted on: the one asked for, or one inside it */
  PlenumRecord *poll;
  PlenumTally  *tally;  /* the poll's result */
  guint         option; /* which of its options the card was */
} PlenumIdeaVote;

GPtrArray *plenum_idea_votes_read (PlenumStore     *store,
                                   const char      *idea,
                                   GCancellable    *cancellable,
                                   GError         **error);
void       plenum_idea_vote_free  (PlenumIdeaVote  *self);

G_END_DECLS
