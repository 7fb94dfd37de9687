/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-rankings.h"

G_BEGIN_DECLS

/* Sums of ranked ballots in whole numbers, a row for each weight that occurs.
 * Multiplied out by weight only when a sum is asked for, so that counting a
 * million ballots takes no fractions, and is exact whatever they weigh. */
typedef struct
{
  const PlenumRankings *rankings;
  guint                 n;      /* sums in a row */
  gint64               *counts; /* by weight and sum */
} PlenumVotes;

PlenumVotes    *plenum_votes_new   (const PlenumRankings *rankings,
                                    guint                 n);
void            plenum_votes_free  (PlenumVotes          *self);
void            plenum_votes_clear (PlenumVotes          *self,
                                    guint                 sum);
PlenumRational *plenum_votes_get   (const PlenumVotes    *self,
                                    guint                 sum);

static inline void
plenum_votes_add (PlenumVotes *self, guint sum, guint weight, gint64 value)
{
  self->counts[(gsize) weight * self->n + sum] += value;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumVotes, plenum_votes_free)

G_END_DECLS
