/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pairwise matrix. What a ballot ranks is before what it leaves out; what it
 * leaves out is equal. */
#include "plenum-pairs.h"

#include "plenum-votes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK 16            /* options that are compared at once */
#define MOST_FAST 240       /* options whose ranks fit into a byte */
#define UNRANKED 255
#define FEW_COPIES 8        /* of a ballot, up to which it is added one by one */
#define BALLOTS_BETWEEN_CHECKS 65536

const char * const plenum_measures[] = { "margins", "winning-votes", NULL };

typedef struct
{
  guint        n;
  guint        stride;
  PlenumVotes *votes;
  guint8      *ranks;   /* by option, of one ballot */
  guint8      *sums;    /* [a × stride + b], since they were last moved to votes */
  guint        n_sums;  /* ballots in them, less than 256 */
  guint        weight;  /* of all of them */
} Counting;

static void
flush (Counting *self)
{
  for (guint a = 0; a < self->n && self->n_sums > 0; a++)
    for (guint b = 0; b < self->n; b++)
      plenum_votes_add (self->votes, a * self->n + b, self->weight, self->sums[a * self->stride + b]);
  memset (self->sums, 0, (gsize) self->n * self->stride);
  self->n_sums = 0;
}

/* Written so that the compiler compares sixteen at once. */
static void
add_row (guint8 * restrict sums, const guint8 * restrict ranks, guint8 rank, guint stride)
{
  for (guint block = 0; block < stride; block += BLOCK)
    for (guint i = 0; i < BLOCK; i++)
      sums[block + i] += rank < ranks[block + i];
}

static void
add_fast (Counting *self, const PlenumRanking *ranking)
{
  guint8 rank = 0;

  if (self->weight != ranking->weight || self->n_sums + ranking->copies > UNRANKED)
    flush (self);
  self->weight = ranking->weight;
  self->n_sums += ranking->copies;

  memset (self->ranks, UNRANKED, self->stride);
  for (guint i = 0; i < ranking->length; i++)
    {
      if (i > 0 && (ranking->entries[i] & PLENUM_RANK_TIED) == 0)
        rank++;
      self->ranks[ranking->entries[i] & PLENUM_RANK_OPTION] = rank;
    }

  for (guint i = 0; i < ranking->length; i++)
    {
      guint option = ranking->entries[i] & PLENUM_RANK_OPTION;

      for (gint64 copy = 0; copy < ranking->copies; copy++)
        add_row (self->sums + (gsize) option * self->stride, self->ranks, self->ranks[option], self->stride);
    }
}

/* Many copies of one ballot, or many options. */
static void
add_slow (Counting *self, const PlenumRanking *ranking, gboolean *before)
{
  guint end;

  memset (before, 0, self->n * sizeof *before);
  for (guint start = 0; start < ranking->length; start = end)
    {
      for (end = start; end < ranking->length && (end == start || (ranking->entries[end] & PLENUM_RANK_TIED) != 0); end++)
        before[ranking->entries[end] & PLENUM_RANK_OPTION] = TRUE;
      for (guint i = start; i < end; i++)
        for (guint b = 0; b < self->n; b++)
          if (!before[b])
            plenum_votes_add (self->votes, (ranking->entries[i] & PLENUM_RANK_OPTION) * self->n + b,
                              ranking->weight, ranking->copies);
    }
}

static gboolean
add_all (Counting *self, const PlenumRankings *rankings, GCancellable *cancellable, GError **error)
{
  g_autofree gboolean *before = g_new (gboolean, self->n);

  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    {
      const PlenumRanking *ranking = plenum_rankings_get (rankings, i);

      if (i % BALLOTS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->sums != NULL && ranking->copies <= FEW_COPIES)
        add_fast (self, ranking);
      else
        add_slow (self, ranking, before);
    }

  if (self->sums != NULL)
    flush (self);
  return TRUE;
}

/**
 * plenum_pairs_new:
 * @profile: with ranked ballots
 *
 * Returns: (transfer full) (nullable): how many rank each option before each other,
 *   by weight; %NULL if it was cancelled
 */
PlenumPairs *
plenum_pairs_new (const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  const PlenumRankings *rankings = plenum_profile_get_rankings (profile);
  guint n = plenum_profile_get_n_options (profile);
  guint stride = (n + BLOCK - 1) / BLOCK * BLOCK;
  g_autoptr (PlenumVotes) votes = plenum_votes_new (rankings, n * n);
  g_autofree guint8 *ranks = g_new0 (guint8, stride);
  g_autofree guint8 *sums = n <= MOST_FAST ? g_new0 (guint8, (gsize) n * stride) : NULL;
  Counting counting = { n, stride, votes, ranks, sums };
  PlenumPairs *self;

  if (!add_all (&counting, rankings, cancellable, error))
    return NULL;

  self = g_new0 (PlenumPairs, 1);
  self->n = n;
  self->preferred = g_new0 (PlenumRational *, (gsize) n * n);
  self->strengths = g_new0 (guint32, (gsize) n * n);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  for (guint i = 0; i < n * n; i++)
    self->preferred[i] = plenum_votes_get (votes, i);

  return self;
}

void
plenum_pairs_free (PlenumPairs *self)
{
  for (guint i = 0; i < self->n * self->n; i++)
    plenum_rational_free (self->preferred[i]);
  g_free (self->preferred);
  g_free (self->strengths);
  g_ptr_array_unref (self->values);
  g_free (self);
}

/* Greater than 0 where more rank @a before @b than the other way round. */
int
plenum_pairs_compare (const PlenumPairs *self, guint a, guint b)
{
  return plenum_rational_compare (self->preferred[a * self->n + b], self->preferred[b * self->n + a]);
}

typedef struct
{
  guint           pair;
  PlenumRational *strength;
} Victory;

static int
compare_victories (gconstpointer a, gconstpointer b)
{
  return plenum_rational_compare (((const Victory *) a)->strength, ((const Victory *) b)->strength);
}

/**
 * plenum_pairs_measure:
 *
 * Numbers the strengths of all victories from 1, the weakest, equal ones alike, so
 * that methods compare whole numbers.
 */
void
plenum_pairs_measure (PlenumPairs *self, PlenumMeasure measure)
{
  g_autoptr (GArray) victories = g_array_new (FALSE, FALSE, sizeof (Victory));

  g_ptr_array_set_size (self->values, 0);
  g_ptr_array_add (self->values, plenum_rational_new (0, 1));
  for (guint a = 0; a < self->n; a++)
    for (guint b = 0; b < self->n; b++)
      if (a != b && plenum_pairs_compare (self, a, b) > 0)
        {
          Victory victory = { a * self->n + b, plenum_rational_copy (self->preferred[a * self->n + b]) };

          if (measure == PLENUM_MEASURE_MARGINS)
            plenum_rational_subtract (victory.strength, self->preferred[b * self->n + a]);
          g_array_append_val (victories, victory);
        }

  g_array_sort (victories, compare_victories);
  for (guint i = 0; i < victories->len; i++)
    {
      Victory *victory = &g_array_index (victories, Victory, i);
      PlenumRational *last = g_ptr_array_index (self->values, self->values->len - 1);

      if (plenum_rational_compare (victory->strength, last) > 0)
        g_ptr_array_add (self->values, victory->strength);
      else
        plenum_rational_free (victory->strength);
      self->strengths[victory->pair] = self->values->len - 1;
    }
}

PlenumMeasure
plenum_pairs_get_setting (const PlenumProfile *profile)
{
  return strcmp (plenum_profile_get_setting (profile, "measure"), "margins") == 0 ? PLENUM_MEASURE_MARGINS : PLENUM_MEASURE_WINNING;
}

/* Adds the matrix to the explanation. */
void
plenum_pairs_explain (const PlenumPairs *self, PlenumTally *tally)
{
  plenum_tally_add_step (tally, "pairs", NULL, 0,
                         g_strdup (_("Every option is compared with every other: how many ballots rank it higher.")));
  plenum_tally_add_pairs (tally, "preferred", self->preferred);
}

/**
 * plenum_pairs_make_layers:
 * @beats: [a × n + b]: whether a is above b; without cycles
 * @layers: (out caller-allocates): by option: 0 for those that nothing is above, 1 for
 *   those that only these are above, and so on, but counted by how many come before
 *
 * Makes places out of a partial order.
 */
void
plenum_pairs_make_layers (guint n, const gboolean *beats, gint64 *layers)
{
  g_autofree gboolean *placed = g_new0 (gboolean, n);
  guint n_placed = 0;

  while (n_placed < n)
    {
      guint before = n_placed;

      for (guint a = 0; a < n; a++)
        layers[a] = placed[a] ? layers[a] : -1;
      for (guint a = 0; a < n; a++)
        {
          gboolean top = !placed[a];

          for (guint b = 0; top && b < n; b++)
            top = placed[b] || !beats[b * n + a];
          if (top)
            layers[a] = before;
        }
      for (guint a = 0; a < n; a++)
        if (!placed[a] && layers[a] >= 0)
          {
            placed[a] = TRUE;
            n_placed++;
          }
      g_return_if_fail (n_placed > before);
    }
}
