/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-rounds.h"



static void
votes_free (PlenumRational **votes)
{
  for (guint i = 0; votes[i] != NULL; i++)
    plenum_rational_free (votes[i]);
  g_free (votes);
}

PlenumRounds *
plenum_rounds_new (guint n)
{
  PlenumRounds *self = g_new0 (PlenumRounds, 1);

  self->n = n;
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) votes_free);

  return self;
}

void
plenum_rounds_free (PlenumRounds *self)
{
  g_ptr_array_unref (self->rounds);
  g_free (self);
}

/**
 * plenum_rounds_take:
 * @votes: (transfer full): one number an option, then %NULL
 */
void
plenum_rounds_take (PlenumRounds *self, PlenumRational **votes)
{
  g_ptr_array_add (self->rounds, votes);
}

/* Notes how many votes lie in each pile. */
void
plenum_rounds_add (PlenumRounds *self, const PlenumPiles *piles)
{
  PlenumRational **votes = g_new0 (PlenumRational *, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    votes[i] = plenum_piles_get_votes (piles, i);
  plenum_rounds_take (self, votes);
}

PlenumRational **
plenum_rounds_get (const PlenumRounds *self, guint round)
{
  return g_ptr_array_index (self->rounds, round);
}

PlenumRational **
plenum_rounds_last (const PlenumRounds *self)
{
  return plenum_rounds_get (self, self->rounds->len - 1);
}

/**
 * plenum_rounds_extreme:
 * @options: (array length=n_options): at least one
 * @found: (out caller-allocates): those of them with the most or the fewest votes in
 *   that round; may be @options
 *
 * Returns: how many they are
 */
guint
plenum_rounds_extreme (const PlenumRounds *self, guint round, PlenumPick which, const guint *options, guint n_options, guint *found)
{
  PlenumRational **votes = plenum_rounds_get (self, round);
  guint best = options[0];
  guint n = 0;

  for (guint i = 1; i < n_options; i++)
    {
      int order = plenum_rational_compare (votes[options[i]], votes[best]);

      if (which == PLENUM_PICK_BEST ? order > 0 : order < 0)
        best = options[i];
    }

  for (guint i = 0; i < n_options; i++)
    if (plenum_rational_compare (votes[options[i]], votes[best]) == 0)
      found[n++] = options[i];

  return n;
}

/**
 * plenum_rounds_look_back:
 * @tied: (array length=n_tied) (inout): options with equal votes in the last round
 *
 * Tells them apart by the round before, and so on back to the first: what is tied in
 * one is looked up in the round before it.
 *
 * Returns: how many are still tied, the first of @tied
 */
guint
plenum_rounds_look_back (const PlenumRounds *self, PlenumPick which, guint *tied, guint n_tied)
{
  for (guint round = self->rounds->len - 1; round-- > 0 && n_tied > 1;)
    n_tied = plenum_rounds_extreme (self, round, which, tied, n_tied, tied);

  return n_tied;
}
