/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-votes.h"

G_BEGIN_DECLS

#define PLENUM_NO_BALLOT G_MAXUINT32

/* Ranked ballots in piles, each at the option it counts for now. The last pile,
 * number n, has those that count for none any more. */
typedef struct
{
  const PlenumRankings *rankings;
  guint                 n;
  gboolean              gap_ends; /* a rank left out ends a ballot, as in law; else what follows moves up */
  gboolean             *closed;   /* by option: gets no ballots any more */
  guint32              *heads;    /* by pile: its first ballot */
  guint32              *next;     /* by ballot: the next in its pile */
  gint32               *values;   /* (nullable): by ballot: what it counts, in parts; 1 without */
  PlenumVotes          *votes;    /* of each pile */
} PlenumPiles;

PlenumPiles    *plenum_piles_new       (const PlenumRankings *rankings,
                                        guint                 n,
                                        gboolean              gap_ends);
void            plenum_piles_set_values (PlenumPiles         *self,
                                        gint32                value);
void            plenum_piles_free      (PlenumPiles          *self);
guint           plenum_piles_find      (const PlenumPiles    *self,
                                        guint32               ballot);
void            plenum_piles_put       (PlenumPiles          *self,
                                        guint32               ballot,
                                        guint                 pile);
guint32         plenum_piles_take      (PlenumPiles          *self,
                                        guint                 pile);
void            plenum_piles_close     (PlenumPiles          *self,
                                        guint                 option);
PlenumRational *plenum_piles_get_votes (const PlenumPiles    *self,
                                        guint                 pile);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPiles, plenum_piles_free)

G_END_DECLS
