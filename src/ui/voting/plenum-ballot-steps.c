/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot as it is filled in by keys: a step up or down, a digit, a place in a
 * ranking, whatever that means on its kind of ballot. */
#include "plenum-ballot-draft-private.h"

/* What is ranked, the best first; equal ranks in the order of the list. */
static GArray *
list_ranked (PlenumBallotDraft *self)
{
  guint n = plenum_ballot_draft_get_n_options (self);
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (guint));

  for (gint64 rank = 1; rank <= n; rank++)
    for (guint i = 0; i < n; i++)
      if (self->given[i] && self->values[i] == rank)
        g_array_append_val (ranked, i);

  return ranked;
}

static void
put_ranks (PlenumBallotDraft *self, GArray *ranked)
{
  for (guint i = 0; i < ranked->len; i++)
    {
      guint option = g_array_index (ranked, guint, i);

      self->values[option] = i + 1;
      self->given[option] = TRUE;
    }
}

/* After one was taken out of a ranking, those behind it move up. */
void
plenum_ballot_draft_close_ranks (PlenumBallotDraft *self)
{
  g_autoptr (GArray) ranked = NULL;

  if (self->kind != PLENUM_PAPER_RANKING)
    return;

  ranked = list_ranked (self);
  put_ranks (self, ranked);
}

/**
 * plenum_ballot_draft_place:
 * @rank: its place, from 1; beyond the last it is the last
 *
 * Puts an option of a ranking there. Those behind it move back by one.
 */
void
plenum_ballot_draft_place (PlenumBallotDraft *self, guint option, guint rank)
{
  g_autoptr (GArray) ranked = NULL;

  g_return_if_fail (option < plenum_ballot_draft_get_n_options (self));
  g_return_if_fail (self->kind == PLENUM_PAPER_RANKING && rank > 0);

  self->given[option] = FALSE;
  ranked = list_ranked (self);
  g_array_insert_val (ranked, MIN (rank - 1, ranked->len), option);
  put_ranks (self, ranked);
  plenum_ballot_draft_changed (self);
}

/* By one that is better or worse; from nothing to the end of the ranking. */
static gboolean
step_rank (PlenumBallotDraft *self, guint option, int by)
{
  gint64 rank = self->values[option] - by;

  if (!self->given[option])
    rank = self->most;
  else if (rank < 1)
    return FALSE;

  plenum_ballot_draft_place (self, option, rank);
  return TRUE;
}

static gint64
square (gint64 votes)
{
  return votes < 0 ? -votes * votes : votes * votes;
}

/**
 * plenum_ballot_draft_get_votes:
 *
 * Returns: the votes that the credits of an option are worth, below 0 against it
 */
gint64
plenum_ballot_draft_get_votes (PlenumBallotDraft *self, guint option)
{
  gint64 votes = 0;

  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), 0);

  while ((votes + 1) * (votes + 1) <= ABS (self->values[option]))
    votes++;

  return self->values[option] < 0 ? -votes : votes;
}

/**
 * plenum_ballot_draft_step:
 * @by: 1 for one that is better, -1 for one that is worse
 *
 * Returns: whether the ballot allows it; it stays as it was if not
 */
gboolean
plenum_ballot_draft_step (PlenumBallotDraft *self, guint option, int by)
{
  gboolean best_first;

  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), FALSE);

  if (self->kind == PLENUM_PAPER_RANKING)
    return step_rank (self, option, by);
  if (self->kind == PLENUM_PAPER_CREDITS)
    return plenum_ballot_draft_set_value (self, option, square (plenum_ballot_draft_get_votes (self, option) + by));

  best_first = self->kind == PLENUM_PAPER_GRADES || self->kind == PLENUM_PAPER_CONSENT;
  /* The first press is a beginning: the best grade, or the lowest number. */
  if (!self->given[option] && !plenum_ballot_draft_zero_is_nothing (self))
    return plenum_ballot_draft_set_value (self, option, best_first && by < 0 ? self->most : self->least);

  return plenum_ballot_draft_set_value (self, option, self->values[option] + (best_first ? -by : by));
}

/**
 * plenum_ballot_draft_type_digit:
 * @digit: what was typed, 0 to 9
 *
 * Where numbers have more than one digit, the second is added to the first.
 *
 * Returns: whether the ballot allows it; it stays as it was if not
 */
gboolean
plenum_ballot_draft_type_digit (PlenumBallotDraft *self, guint option, guint digit)
{
  gint64 longer;

  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), FALSE);

  longer = self->values[option] * 10 + digit;
  switch (self->kind)
    {
    case PLENUM_PAPER_RANKING:
      if (digit == 0)
        return FALSE;
      plenum_ballot_draft_place (self, option, digit);
      return TRUE;

    case PLENUM_PAPER_CREDITS:
      return plenum_ballot_draft_set_value (self, option, square (digit));

    case PLENUM_PAPER_CONSENT:
      return plenum_ballot_draft_set_value (self, option, (gint64) digit - 1);

    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_RESISTANCES:
      if (self->given[option] && self->values[option] > 0 && longer <= self->most)
        return plenum_ballot_draft_set_value (self, option, longer);
      return plenum_ballot_draft_set_value (self, option, digit);

    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_STANCES:
    case PLENUM_PAPER_GRADES:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return plenum_ballot_draft_set_value (self, option, digit);
    }
}
