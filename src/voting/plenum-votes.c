/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-votes.h"

/**
 * plenum_votes_new:
 * @rankings: the ballots, which stay as long as the sums
 * @n: how many sums
 *
 * Returns: (transfer full): sums that are all 0
 */
PlenumVotes *
plenum_votes_new (const PlenumRankings *rankings, guint n)
{
  PlenumVotes *self = g_new0 (PlenumVotes, 1);

  self->rankings = rankings;
  self->n = n;
  self->counts = g_new0 (gint64, (gsize) plenum_rankings_get_n_weights (rankings) * n);

  return self;
}

void
plenum_votes_free (PlenumVotes *self)
{
  g_free (self->counts);
  g_free (self);
}

void
plenum_votes_clear (PlenumVotes *self, guint sum)
{
  for (guint weight = 0; weight < plenum_rankings_get_n_weights (self->rankings); weight++)
    self->counts[(gsize) weight * self->n + sum] = 0;
}

/**
 * plenum_votes_get:
 *
 * Returns: (transfer full): a sum, by weight
 */
PlenumRational *
plenum_votes_get (const PlenumVotes *self, guint sum)
{
  PlenumRational *total = plenum_rational_new (0, 1);

  for (guint weight = 0; weight < plenum_rankings_get_n_weights (self->rankings); weight++)
    {
      gint64 count = self->counts[(gsize) weight * self->n + sum];
      g_autoptr (PlenumRational) term = NULL;

      if (count == 0)
        continue;
      term = plenum_rational_new (count, 1);
      plenum_rational_multiply (term, plenum_rankings_get_weight (self->rankings, weight));
      plenum_rational_add (total, term);
    }

  return total;
}
