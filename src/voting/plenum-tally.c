/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result, as it is read. It never changes once it is made, so any thread may
 * read it. plenum-tally-build.c is where it is made. */
#include "plenum-tally-private.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static void
tie_free (PlenumTie *tie)
{
  g_free ((guint *) tie->options);
  g_free (tie);
}

static void
count_people (PlenumTally *self, const PlenumProfile *profile)
{
  const PlenumRankings *rankings = plenum_profile_get_rankings (profile);

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, i);

      self->ballots[group->channel] += group->copies;
      self->voters[group->channel] += group->copies * group->voters;
    }

  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    {
      const PlenumRanking *group = plenum_rankings_get (rankings, i);

      self->ballots[group->channel] += group->copies;
      self->voters[group->channel] += group->copies;
    }
}

static PlenumTally *
tally_new (const PlenumProfile *profile)
{
  PlenumTally *self = g_new0 (PlenumTally, 1);

  g_atomic_ref_count_init (&self->references);
  self->method = plenum_profile_get_method (profile);
  self->n_options = plenum_profile_get_n_options (profile);
  self->n_counts = self->method->count_names != NULL ? g_strv_length ((char **) self->method->count_names) : 0;
  self->options = g_new0 (PlenumResult, self->n_options);
  self->counts = g_new0 (gint64, (gsize) PLENUM_N_CHANNELS * self->n_options * self->n_counts);
  self->quorum = plenum_profile_get_integer (profile, "quorum");
  if (g_str_equal (plenum_profile_get_setting (profile, "tie_break"), "lot"))
    self->seed = g_strdup (plenum_profile_get_setting (profile, "seed"));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->winners = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ties = g_ptr_array_new_with_free_func ((GDestroyNotify) tie_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_step_free);

  for (guint i = 0; i < self->n_options; i++)
    {
      self->options[i].id = g_strdup (plenum_profile_get_option_id (profile, i));
      self->options[i].text = g_strdup (plenum_profile_get_option_text (profile, i));
      self->options[i].score = plenum_rational_new (0, 1);
      self->options[i].base = plenum_rational_new (0, 1);
    }

  count_people (self, profile);

  return self;
}

/**
 * plenum_tally_count:
 * @profile: what is counted; not changed
 * @cancellable: (nullable): to stop a long count
 * @error: return location for %PLENUM_VOTING_ERROR_NO_OPTIONS or %G_IO_ERROR_CANCELLED
 *
 * Counts by the profile's method. Pure: equal profiles give equal results.
 *
 * Winners are the options that win in at least one way of breaking the ties that
 * are left: where more are tied than there are seats, all of them are winners, and
 * the tie says how many seats there are for them. What nobody voted for never wins.
 *
 * Returns: (transfer full): the result
 */
PlenumTally *
plenum_tally_count (const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumTally) self = NULL;

  g_return_val_if_fail (profile != NULL, NULL);

  if (plenum_profile_get_n_options (profile) == 0)
    {
      g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_NO_OPTIONS,
                           g_dgettext (GETTEXT_PACKAGE, "There is nothing to vote on: a poll needs at least one option."));
      return NULL;
    }

  self = tally_new (profile);
  if (!self->method->count (self, profile, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plenum_tally_ref:
 *
 * Returns: (transfer full): the same result
 */
PlenumTally *
plenum_tally_ref (PlenumTally *self)
{
  g_atomic_ref_count_inc (&self->references);

  return self;
}

void
plenum_tally_unref (PlenumTally *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  for (guint i = 0; i < self->n_options; i++)
    {
      g_free (self->options[i].id);
      g_free (self->options[i].text);
      plenum_rational_free (self->options[i].score);
      plenum_rational_free (self->options[i].base);
    }
  g_free (self->options);
  g_free (self->counts);
  g_free (self->seed);
  g_strfreev (self->grades);
  g_array_unref (self->order);
  g_array_unref (self->places);
  g_array_unref (self->winners);
  g_ptr_array_unref (self->ties);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

const PlenumMethod *
plenum_tally_get_method (const PlenumTally *self)
{
  return self->method;
}

guint
plenum_tally_get_n_options (const PlenumTally *self)
{
  return self->n_options;
}

const char *
plenum_tally_get_option_id (const PlenumTally *self, guint option)
{
  g_return_val_if_fail (option < self->n_options, NULL);

  return self->options[option].id;
}

const char *
plenum_tally_get_option_text (const PlenumTally *self, guint option)
{
  g_return_val_if_fail (option < self->n_options, NULL);

  return self->options[option].text;
}

static gint64
sum_channels (const gint64 numbers[PLENUM_N_CHANNELS])
{
  gint64 sum = 0;

  for (guint i = 0; i < PLENUM_N_CHANNELS; i++)
    sum += numbers[i];

  return sum;
}

/**
 * plenum_tally_get_ballots:
 *
 * Returns: how many ballots were counted, a show of hands being one
 */
gint64
plenum_tally_get_ballots (const PlenumTally *self)
{
  return sum_channels (self->ballots);
}

/**
 * plenum_tally_get_voters:
 *
 * Returns: how many people took part, those of shows of hands among them
 */
gint64
plenum_tally_get_voters (const PlenumTally *self)
{
  return sum_channels (self->voters);
}

gint64
plenum_tally_get_channel_ballots (const PlenumTally *self, PlenumChannel channel)
{
  g_return_val_if_fail (channel < PLENUM_N_CHANNELS, 0);

  return self->ballots[channel];
}

gint64
plenum_tally_get_channel_voters (const PlenumTally *self, PlenumChannel channel)
{
  g_return_val_if_fail (channel < PLENUM_N_CHANNELS, 0);

  return self->voters[channel];
}

/**
 * plenum_tally_get_winners:
 * @n_winners: (out): how many
 *
 * Returns: (transfer none) (array length=n_winners): options, first place first; see
 *   plenum_tally_count() for what a tie does
 */
const guint *
plenum_tally_get_winners (const PlenumTally *self, guint *n_winners)
{
  *n_winners = self->winners->len;

  return (const guint *) self->winners->data;
}

gboolean
plenum_tally_is_winner (const PlenumTally *self, guint option)
{
  g_return_val_if_fail (option < self->n_options, FALSE);

  return self->options[option].winner;
}

/**
 * plenum_tally_get_n_places:
 *
 * Returns: how many groups of tied options the ranking has
 */
guint
plenum_tally_get_n_places (const PlenumTally *self)
{
  return self->places->len;
}

/**
 * plenum_tally_get_place:
 * @index: from 0, best first
 * @n_options: (out): how many share it
 *
 * Returns: (transfer none) (array length=n_options): the options tied there, in the
 *   order of the list
 */
const guint *
plenum_tally_get_place (const PlenumTally *self, guint index, guint *n_options)
{
  guint start, end;

  g_return_val_if_fail (index < self->places->len, NULL);

  start = g_array_index (self->places, guint, index);
  end = index + 1 < self->places->len ? g_array_index (self->places, guint, index + 1) : self->order->len;
  *n_options = end - start;

  return &g_array_index (self->order, guint, start);
}

/**
 * plenum_tally_get_option_place:
 *
 * Returns: its place as in sports, from 1: after two at place 1 comes place 3
 */
guint
plenum_tally_get_option_place (const PlenumTally *self, guint option)
{
  g_return_val_if_fail (option < self->n_options, 0);

  return g_array_index (self->places, guint, self->options[option].place) + 1;
}

/**
 * plenum_tally_get_score:
 *
 * Returns: (transfer none): what the option was ranked by, exactly
 */
const PlenumRational *
plenum_tally_get_score (const PlenumTally *self, guint option)
{
  g_return_val_if_fail (option < self->n_options, NULL);

  return self->options[option].score;
}

/**
 * plenum_tally_describe_score:
 *
 * Returns: (transfer full): the score for people, translated: "41 points"
 */
char *
plenum_tally_describe_score (const PlenumTally *self, guint option)
{
  g_return_val_if_fail (option < self->n_options, NULL);

  return self->method->describe_score (self, option);
}

/**
 * plenum_tally_get_bar:
 *
 * Returns: how long the option's bar is in a chart, 0 to 1, for drawing only
 */
double
plenum_tally_get_bar (const PlenumTally *self, guint option)
{
  g_autoptr (PlenumRational) bar = NULL;
  const PlenumRational *longest = NULL;

  g_return_val_if_fail (option < self->n_options, 0);

  if (self->method->shares)
    return plenum_rational_to_double (self->options[option].score);

  for (guint i = 0; i < self->n_options; i++)
    if (longest == NULL || plenum_rational_compare (self->options[i].score, longest) > 0)
      longest = self->options[i].score;
  if (plenum_rational_sign (longest) <= 0)
    return 0;

  bar = plenum_rational_copy (self->options[option].score);
  plenum_rational_divide (bar, longest);
  return plenum_rational_to_double (bar);
}

/**
 * plenum_tally_get_count_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): what is counted per option
 *   besides the score, as written in files: "agree", "disagree", "pass"
 */
const char * const *
plenum_tally_get_count_names (const PlenumTally *self)
{
  static const char * const none[] = { NULL };

  return self->method->count_names != NULL ? self->method->count_names : none;
}

/**
 * plenum_tally_get_count_label:
 * @count: its number in plenum_tally_get_count_names()
 *
 * Returns: (transfer none): the same for people, translated, for a column's header
 */
const char *
plenum_tally_get_count_label (const PlenumTally *self, guint count)
{
  g_return_val_if_fail (count < self->n_counts, NULL);

  return g_dgettext (GETTEXT_PACKAGE, self->method->count_labels[count]);
}

/**
 * plenum_tally_get_count:
 * @count: its number in plenum_tally_get_count_names()
 *
 * Returns: the count, without weights
 */
gint64
plenum_tally_get_count (const PlenumTally *self, guint option, guint count)
{
  gint64 sum = 0;

  for (guint channel = 0; channel < PLENUM_N_CHANNELS; channel++)
    sum += plenum_tally_get_channel_count (self, channel, option, count);

  return sum;
}

/**
 * plenum_tally_get_channel_count:
 *
 * Returns: the count among ballots that came by @channel, without weights
 */
gint64
plenum_tally_get_channel_count (const PlenumTally *self, PlenumChannel channel, guint option, guint count)
{
  g_return_val_if_fail (channel < PLENUM_N_CHANNELS, 0);
  g_return_val_if_fail (option < self->n_options && count < self->n_counts, 0);

  return self->counts[((gsize) channel * self->n_options + option) * self->n_counts + count];
}

guint
plenum_tally_get_n_ties (const PlenumTally *self)
{
  return self->ties->len;
}

/**
 * plenum_tally_get_tie:
 *
 * Returns: (transfer none): a tie, best place first, also where it was broken
 */
const PlenumTie *
plenum_tally_get_tie (const PlenumTally *self, guint index)
{
  g_return_val_if_fail (index < self->ties->len, NULL);

  return g_ptr_array_index (self->ties, index);
}

guint
plenum_tally_get_n_steps (const PlenumTally *self)
{
  return self->steps->len;
}

/**
 * plenum_tally_get_step:
 *
 * Returns: (transfer none): a line of the explanation, in reading order
 */
const PlenumStep *
plenum_tally_get_step (const PlenumTally *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

/**
 * plenum_tally_misses_quorum:
 *
 * Returns: whether fewer people took part than have to, so that nothing is decided
 */
gboolean
plenum_tally_misses_quorum (const PlenumTally *self)
{
  return plenum_tally_get_voters (self) < self->quorum;
}

/**
 * plenum_tally_sentence:
 *
 * Returns: (transfer full): the result as one translated sentence, ties, an
 *   empty ballot box and a missed quorum said
 */
char *
plenum_tally_sentence (const PlenumTally *self)
{
  if (plenum_tally_get_voters (self) == 0)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Nobody has voted."));
  if (plenum_tally_misses_quorum (self))
    return plenum_tally_describe_quorum (self);
  if (self->winners->len == 0 && self->method->nothing != NULL)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, self->method->nothing));
  if (self->winners->len == 0)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Nobody voted for any of the options."));

  return self->method->describe_result (self);
}
