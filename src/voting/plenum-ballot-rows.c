/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ballots of a profile, in an order that follows from what they say and from
 * nothing else: neither when nor how a ballot came can be read from its place. */
#include "plenum-ballot-rows.h"

#include <string.h>

static int
compare_rankings (const PlenumRanking *a, const PlenumRanking *b)
{
  for (guint i = 0; i < MIN (a->length, b->length); i++)
    if (a->entries[i] != b->entries[i])
      return (a->entries[i] > b->entries[i]) - (a->entries[i] < b->entries[i]);

  return (a->length > b->length) - (a->length < b->length);
}

static int
compare_groups (const PlenumBallotGroup *a, const PlenumBallotGroup *b)
{
  for (guint i = 0; i < MIN (a->n_choices, b->n_choices); i++)
    {
      const PlenumChoice *one = &a->choices[i];
      const PlenumChoice *other = &b->choices[i];

      if (one->option != other->option)
        return (one->option > other->option) - (one->option < other->option);
      if (one->value != other->value)
        return (one->value > other->value) - (one->value < other->value);
    }

  return (a->n_choices > b->n_choices) - (a->n_choices < b->n_choices);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PlenumBallotRow *one = a;
  const PlenumBallotRow *other = b;
  int order = g_strcmp0 (one->weight, other->weight);

  if (order == 0)
    order = (one->hands > other->hands) - (one->hands < other->hands);
  if (order != 0)
    return order;

  return one->ranking != NULL ? compare_rankings (one->ranking, other->ranking)
                              : compare_groups (one->group, other->group);
}

static const char *
keep_weight (PlenumBallotRows *self, const PlenumRational *weight)
{
  g_autofree char *text = plenum_rational_to_text (weight);

  return strcmp (text, "1") != 0 ? g_string_chunk_insert_const (self->weights, text) : NULL;
}

static void
add_groups (PlenumBallotRows *self, const PlenumProfile *profile)
{
  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, i);
      g_autoptr (PlenumRational) weight = plenum_rational_new (group->weight_numerator, group->weight_denominator);
      PlenumBallotRow row = { group, NULL, keep_weight (self, weight), 0, group->copies };

      if (group->channel == PLENUM_CHANNEL_HANDS)
        row.hands = group->voters;
      g_array_append_val (self->rows, row);
    }
}

static void
add_rankings (PlenumBallotRows *self, const PlenumRankings *rankings)
{
  guint n = plenum_rankings_get_n_weights (rankings);
  g_autofree const char **weights = g_new (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    weights[i] = keep_weight (self, plenum_rankings_get_weight (rankings, i));
  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    {
      const PlenumRanking *ranking = plenum_rankings_get (rankings, i);
      PlenumBallotRow row = { NULL, ranking, weights[ranking->weight], 0, ranking->copies };

      g_array_append_val (self->rows, row);
    }
}

/* What came by screen and on paper is one row. */
static void
unite (PlenumBallotRows *self)
{
  PlenumBallotRow *rows = (PlenumBallotRow *) self->rows->data;
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      self->weighted |= rows[i].weight != NULL;
      self->by_hands |= rows[i].hands > 0;
      self->n_ballots += rows[i].copies;
      if (n > 0 && compare_rows (&rows[n - 1], &rows[i]) == 0)
        rows[n - 1].copies += rows[i].copies;
      else
        rows[n++] = rows[i];
    }

  g_array_set_size (self->rows, n);
}

/**
 * plenum_ballot_rows_new:
 * @profile: ballots, which outlive the rows
 *
 * Returns: (transfer full): the same, in an order of their own
 */
PlenumBallotRows *
plenum_ballot_rows_new (const PlenumProfile *profile)
{
  PlenumBallotRows *self = g_new0 (PlenumBallotRows, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (PlenumBallotRow));
  self->weights = g_string_chunk_new (256);
  if (plenum_method_get_paper_kind (plenum_profile_get_method (profile)) == PLENUM_PAPER_RANKING)
    add_rankings (self, plenum_profile_get_rankings (profile));
  else
    add_groups (self, profile);
  g_array_sort (self->rows, compare_rows);
  unite (self);

  return self;
}

void
plenum_ballot_rows_free (PlenumBallotRows *self)
{
  g_array_unref (self->rows);
  g_string_chunk_free (self->weights);
  g_free (self);
}
