/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the writers of the formats. */
#pragma once

#include "plenum-profile.h"

G_BEGIN_DECLS

/* Ballots that say the same, however they came. */
typedef struct
{
  const PlenumBallotGroup *group;   /* or, where the method's ballots are rankings, */
  const PlenumRanking     *ranking;
  const char              *weight;  /* nullable: 1 */
  gint64                   hands;   /* how many took part in a show of hands, or 0 */
  gint64                   copies;
} PlenumBallotRow;

typedef struct
{
  GArray       *rows;    /* PlenumBallotRow */
  GStringChunk *weights;
  gboolean      weighted; /* a weight is not 1 */
  gboolean      by_hands; /* some are totals of a show of hands */
  gint64        n_ballots;
} PlenumBallotRows;

PlenumBallotRows *plenum_ballot_rows_new  (const PlenumProfile *profile);
void              plenum_ballot_rows_free (PlenumBallotRows    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBallotRows, plenum_ballot_rows_free)

G_END_DECLS
