/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot of comparisons: which pairs are asked, what was said of them, and how that
 * is typed from paper. */
#include "plenum-ballot-draft-private.h"

#include <glib/gi18n.h>

#include "plenum-comparisons.h"

/* Asks the next person, about what comes after the pairs of the one before. */
void
plenum_ballot_draft_ask_pairs (PlenumBallotDraft *self)
{
  guint n = plenum_profile_get_integer (self->profile, "comparisons");

  g_clear_pointer (&self->pairs, g_array_unref);
  self->pairs = plenum_comparisons_propose (plenum_ballot_draft_get_n_options (self), n, self->turn);
  /* The one on the left would win more often, so they take turns at it. */
  for (guint i = 0; i < self->pairs->len; i++)
    {
      PlenumComparison *pair = &g_array_index (self->pairs, PlenumComparison, i);
      guint better = pair->better;

      if ((i + self->turn) % 2 == 0)
        continue;
      pair->better = pair->other;
      pair->other = better;
    }
}

/* What is on paper was asked there. */
void
plenum_ballot_draft_ask_nothing (PlenumBallotDraft *self)
{
  g_array_set_size (self->pairs, 0);
  plenum_ballot_draft_changed (self);
}

/* Makes the numbers of the ballot from what was said. */
static void
write_answers (PlenumBallotDraft *self)
{
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (PlenumComparison));
  g_autoptr (GArray) choices = NULL;

  for (guint i = 0; i < self->answers->len; i++)
    {
      PlenumComparison *answer = &g_array_index (self->answers, PlenumComparison, i);

      if (answer->better != answer->other)
        g_array_append_val (said, *answer);
    }

  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    {
      self->values[i] = 0;
      self->given[i] = FALSE;
    }
  choices = plenum_comparisons_write ((const PlenumComparison *) said->data, said->len);
  for (guint i = 0; i < choices->len; i++)
    {
      PlenumChoice *choice = &g_array_index (choices, PlenumChoice, i);

      self->values[choice->option] = choice->value;
      self->given[choice->option] = TRUE;
    }
}

/**
 * plenum_ballot_draft_set_turn:
 * @turn: another number for each person, such as how many have voted before
 *
 * Which pairs a ballot of comparisons asks about. Empties the ballot.
 */
void
plenum_ballot_draft_set_turn (PlenumBallotDraft *self, guint turn)
{
  g_return_if_fail (PLENUM_IS_BALLOT_DRAFT (self));

  g_array_set_size (self->answers, 0);
  self->turn = turn;
  plenum_ballot_draft_clear (self);
}

/**
 * plenum_ballot_draft_get_n_pairs:
 *
 * Returns: how many pairs are asked, none where the ballot is typed from paper
 */
guint
plenum_ballot_draft_get_n_pairs (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), 0);

  return self->pairs->len;
}

/**
 * plenum_ballot_draft_get_n_answers:
 *
 * Returns: to how many pairs something was said, that one cannot say included
 */
guint
plenum_ballot_draft_get_n_answers (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), 0);

  return self->answers->len;
}

/**
 * plenum_ballot_draft_get_pair:
 * @left: (out): an option
 * @right: (out): another one
 *
 * Returns: whether there is a pair to ask about; both are untouched after the last
 */
gboolean
plenum_ballot_draft_get_pair (PlenumBallotDraft *self, guint *left, guint *right)
{
  PlenumComparison *pair;

  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), FALSE);

  if (self->answers->len >= self->pairs->len)
    return FALSE;

  pair = &g_array_index (self->pairs, PlenumComparison, self->answers->len);
  *left = pair->better;
  *right = pair->other;
  return TRUE;
}

/**
 * plenum_ballot_draft_answer:
 * @answer: what is said to the pair that is asked about, and nothing after the last
 */
void
plenum_ballot_draft_answer (PlenumBallotDraft *self, PlenumPairAnswer answer)
{
  PlenumComparison said = { 0 };

  if (!plenum_ballot_draft_get_pair (self, &said.better, &said.other))
    return;

  if (answer == PLENUM_PAIR_RIGHT)
    {
      guint left = said.better;

      said.better = said.other;
      said.other = left;
    }
  said.equal = answer == PLENUM_PAIR_EQUAL;
  if (answer == PLENUM_PAIR_UNSAID)
    said.other = said.better;
  g_array_append_val (self->answers, said);
  write_answers (self);
  plenum_ballot_draft_changed (self);
}

/**
 * plenum_ballot_draft_take_back:
 *
 * Asks about the last pair again.
 *
 * Returns: whether there was one
 */
gboolean
plenum_ballot_draft_take_back (PlenumBallotDraft *self)
{
  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), FALSE);

  if (self->answers->len == 0)
    return FALSE;

  g_array_set_size (self->answers, self->answers->len - 1);
  write_answers (self);
  plenum_ballot_draft_changed (self);
  return TRUE;
}

/**
 * plenum_ballot_draft_describe_answer:
 * @index: less than plenum_ballot_draft_get_n_answers()
 *
 * Returns: (transfer full): what was said, in a sentence
 */
char *
plenum_ballot_draft_describe_answer (PlenumBallotDraft *self, guint index)
{
  PlenumComparison *answer;
  const char *better, *other;

  g_return_val_if_fail (index < self->answers->len, NULL);

  answer = &g_array_index (self->answers, PlenumComparison, index);
  better = plenum_ballot_draft_get_option_text (self, answer->better);
  other = plenum_ballot_draft_get_option_text (self, answer->other);
  if (answer->better == answer->other)
    return g_strdup (_("Nothing was said to this pair."));
  if (answer->equal)
    /* Translators: on a ballot of comparisons; two options. */
    return g_strdup_printf (_("“%1$s” and “%2$s” are equally good."), better, other);

  /* Translators: on a ballot of comparisons; two options, the better one first. */
  return g_strdup_printf (_("“%1$s” is better than “%2$s”."), better, other);
}

static gboolean
is_said (PlenumBallotDraft *self, const PlenumComparison *one)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      PlenumComparison *said = &g_array_index (self->answers, PlenumComparison, i);

      if ((said->better == one->better && said->other == one->other)
          || (said->better == one->other && said->other == one->better))
        return TRUE;
    }

  return FALSE;
}

/* What was typed of a comparison: "3>5" is 3 better than 5, "3=5" both equal. Where
 * it is one, it is added to the ballot unless that has no room for it. */
PlenumTypedPair
plenum_ballot_draft_type_pair (PlenumBallotDraft *self, guint64 better, guint64 other, gboolean equal)
{
  guint n = plenum_ballot_draft_get_n_options (self);
  PlenumComparison said = { better - 1, other - 1, equal };

  if (better < 1 || better > n || other < 1 || other > n)
    return PLENUM_TYPED_PAIR_UNKNOWN;
  if (better == other || is_said (self, &said)
      || self->answers->len >= plenum_profile_get_integer (self->profile, "comparisons"))
    return PLENUM_TYPED_PAIR_TOO_MUCH;

  g_array_append_val (self->answers, said);
  write_answers (self);
  plenum_ballot_draft_changed (self);
  return PLENUM_TYPED_PAIR_TAKEN;
}
