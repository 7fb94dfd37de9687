/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Piles of ballots, as on the tables of a count. A ballot is moved only when its
 * pile is: a count of many rounds looks at each ballot a few times only. */
#include "plenum-piles.h"

/**
 * plenum_piles_new:
 * @rankings: the ballots, which stay as long as the piles
 * @n: how many options
 * @gap_ends: whether a rank that was left out ends a ballot
 *
 * Returns: (transfer full): every ballot in the pile of its first choice
 */
PlenumPiles *
plenum_piles_new (const PlenumRankings *rankings, guint n, gboolean gap_ends)
{
  PlenumPiles *self = g_new0 (PlenumPiles, 1);
  guint n_ballots = plenum_rankings_get_n (rankings);

  self->rankings = rankings;
  self->n = n;
  self->gap_ends = gap_ends;
  self->closed = g_new0 (gboolean, n);
  self->heads = g_new (guint32, n + 1);
  self->next = g_new (guint32, MAX (n_ballots, 1));
  self->votes = plenum_votes_new (rankings, n + 1);
  for (guint i = 0; i <= n; i++)
    self->heads[i] = PLENUM_NO_BALLOT;
  for (guint i = 0; i < n_ballots; i++)
    plenum_piles_put (self, i, plenum_piles_find (self, i));

  return self;
}

/**
 * plenum_piles_set_values:
 * @value: of every ballot
 *
 * From now on every ballot has a value of its own, and votes are sums of values.
 */
void
plenum_piles_set_values (PlenumPiles *self, gint32 value)
{
  guint n_ballots = plenum_rankings_get_n (self->rankings);
  gsize n_counts = (gsize) plenum_rankings_get_n_weights (self->rankings) * (self->n + 1);

  self->values = g_new (gint32, MAX (n_ballots, 1));
  for (guint i = 0; i < n_ballots; i++)
    self->values[i] = value;
  for (gsize i = 0; i < n_counts; i++)
    self->votes->counts[i] *= value;
}

void
plenum_piles_free (PlenumPiles *self)
{
  g_free (self->values);
  g_free (self->closed);
  g_free (self->heads);
  g_free (self->next);
  plenum_votes_free (self->votes);
  g_free (self);
}

/**
 * plenum_piles_find:
 *
 * From options with the same rank on, a ballot says nothing that can be counted for one.
 *
 * Returns: the first open option on the ballot, or the number of options if there is none
 */
guint
plenum_piles_find (const PlenumPiles *self, guint32 ballot)
{
  const PlenumRanking *ranking = plenum_rankings_get (self->rankings, ballot);

  for (guint i = 0; i < ranking->length; i++)
    {
      guint option = ranking->entries[i] & PLENUM_RANK_OPTION;

      if (i + 1 < ranking->length && (ranking->entries[i + 1] & PLENUM_RANK_TIED) != 0)
        break;
      if (self->gap_ends && (ranking->entries[i] & PLENUM_RANK_GAP) != 0)
        break;
      if (!self->closed[option])
        return option;
    }

  return self->n;
}

void
plenum_piles_put (PlenumPiles *self, guint32 ballot, guint pile)
{
  const PlenumRanking *ranking = plenum_rankings_get (self->rankings, ballot);

  self->next[ballot] = self->heads[pile];
  self->heads[pile] = ballot;
  plenum_votes_add (self->votes, pile, ranking->weight,
                    self->values != NULL ? ranking->copies * self->values[ballot] : ranking->copies);
}

/**
 * plenum_piles_take:
 *
 * Returns: the first ballot of a pile that is now empty; the others follow by next
 */
guint32
plenum_piles_take (PlenumPiles *self, guint pile)
{
  guint32 first = self->heads[pile];

  self->heads[pile] = PLENUM_NO_BALLOT;
  plenum_votes_clear (self->votes, pile);

  return first;
}

/**
 * plenum_piles_close:
 *
 * Moves the ballots of an option on to the next that each of them names.
 */
void
plenum_piles_close (PlenumPiles *self, guint option)
{
  guint32 ballot;

  self->closed[option] = TRUE;
  ballot = plenum_piles_take (self, option);
  while (ballot != PLENUM_NO_BALLOT)
    {
      guint32 next = self->next[ballot];

      plenum_piles_put (self, ballot, plenum_piles_find (self, ballot));
      ballot = next;
    }
}

/**
 * plenum_piles_get_votes:
 *
 * Returns: (transfer full): the weight of a pile's ballots
 */
PlenumRational *
plenum_piles_get_votes (const PlenumPiles *self, guint pile)
{
  return plenum_votes_get (self->votes, pile);
}
