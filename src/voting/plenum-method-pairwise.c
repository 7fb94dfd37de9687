/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons of two: the strengths behind them, estimated.
 *
 * Source: Bradley and Terry, Biometrika 39 (1952); see plenum-bradley-terry.c for how
 * it is found. The score is how often an option would be preferred to another one of
 * the list, as in All Our Ideas: Salganik and Levy, "Wiki Surveys", PLOS ONE 10
 * (2015). It is an estimate, of nine decimals, and its uncertainty stands beside it;
 * options whose estimates are equal are tied.
 *
 * So that an option that always wins has a finite strength, each is given draws with
 * an imaginary average one (setting "prior"). Without them the estimate exists only
 * where each option can be reached from every other along comparisons that were won
 * or drawn (Ford 1957); where that is not so, one draw is given and said. */
#include "plenum-bradley-terry.h"
#include "plenum-comparisons.h"
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLEARLY_APART 1.96 /* standard errors: by chance in one case of twenty */

enum { WON, DRAWN, LOST };

static const char * const count_names[] = { "won", "drawn", "lost", NULL };
static const char * const count_labels[] = { N_("Won"), N_("Equal"), N_("Lost"), NULL };

static const PlenumSetting settings[] = {
  { "comparisons", N_("Comparisons per person"), PLENUM_SETTING_INTEGER, "10", 1, PLENUM_MOST_COMPARISONS, NULL },
  { "prior", N_("Draws with an average option that each option is given"), PLENUM_SETTING_AMOUNT, "1", 0, 0, NULL },
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  PlenumTally        *tally;
  guint               n;
  PlenumRational    **wins;  /* by option and option against it, NULL for none */
  PlenumRational     *prior;
  PlenumBradleyTerry *fit;
} Pairwise;

static char *
describe_paper (const PlenumProfile *profile)
{
  int most = plenum_profile_get_integer (profile, "comparisons");

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Say of %d pair of options which of the two is better, or that they are equal.",
                                       "Say of up to %d pairs of options which of the two is better, or that they are equal.", most),
                          most);
}

static gboolean
is_repeated (const PlenumComparison *comparisons, guint last)
{
  const PlenumComparison *one = &comparisons[last];

  for (guint i = 0; i < last; i++)
    if ((comparisons[i].better == one->better && comparisons[i].other == one->other)
        || (comparisons[i].better == one->other && comparisons[i].other == one->better))
      return TRUE;

  return FALSE;
}

static gboolean
check_repetition (const PlenumProfile *profile, const PlenumComparison *comparisons, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (is_repeated (comparisons, i))
      {
        g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_REPEATED_OPTION,
                     /* Translators: two options. */
                     _("“%1$s” and “%2$s” are compared twice: a ballot compares the same two once."),
                     plenum_profile_get_option_text (profile, comparisons[i].better),
                     plenum_profile_get_option_text (profile, comparisons[i].other));
        return FALSE;
      }

  return TRUE;
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  g_autoptr (GArray) comparisons = plenum_comparisons_read (ballot->choices, ballot->n_choices);
  guint most = plenum_profile_get_integer (profile, "comparisons");

  if (comparisons == NULL)
    {
      g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                           _("The ballot does not say comparisons of two: each comparison has a digit, which is 1 for the better option and 2 for the other, or 1 for both."));
      return FALSE;
    }
  if (comparisons->len > most)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
                   g_dngettext (GETTEXT_PACKAGE,
                                "The ballot has %1$u comparison, and at most %2$u can be on it.",
                                "The ballot has %1$u comparisons, and at most %2$u can be on it.", comparisons->len),
                   comparisons->len, most);
      return FALSE;
    }

  return check_repetition (profile, (const PlenumComparison *) comparisons->data, comparisons->len, error);
}

/* A draw is half a victory of both. */
static void
add_wins (Pairwise *self, guint winner, guint loser, const PlenumBallotGroup *group, int halves)
{
  PlenumRational **wins = &self->wins[winner * self->n + loser];
  g_autoptr (PlenumRational) value = plenum_rational_new (0, 1);

  plenum_rational_add_weighted (value, halves * group->copies, group->weight_numerator, group->weight_denominator);
  plenum_rational_scale (value, 1, 2);
  if (*wins == NULL)
    *wins = plenum_rational_new (0, 1);
  plenum_rational_add (*wins, value);
}

static void
add_group (Pairwise *self, const PlenumBallotGroup *group)
{
  g_autoptr (GArray) comparisons = plenum_comparisons_read (group->choices, group->n_choices);

  for (guint i = 0; i < comparisons->len; i++)
    {
      const PlenumComparison *one = &g_array_index (comparisons, PlenumComparison, i);

      add_wins (self, one->better, one->other, group, one->equal ? 1 : 2);
      if (one->equal)
        add_wins (self, one->other, one->better, group, 1);
      plenum_tally_add_count (self->tally, one->better, one->equal ? DRAWN : WON, group, 1);
      plenum_tally_add_count (self->tally, one->other, one->equal ? DRAWN : LOST, group, 1);
    }
}

/* Marks what can be reached from @start along victories, forward or backward. */
static void
reach (const Pairwise *self, guint start, gboolean forward, gboolean backward, gboolean *reached)
{
  g_autofree guint *queue = g_new (guint, self->n);
  guint first = 0, last = 0;

  reached[start] = TRUE;
  queue[last++] = start;
  while (first < last)
    {
      guint from = queue[first++];

      for (guint to = 0; to < self->n; to++)
        if (!reached[to] && ((forward && self->wins[from * self->n + to] != NULL)
                             || (backward && self->wins[to * self->n + from] != NULL)))
          {
            reached[to] = TRUE;
            queue[last++] = to;
          }
    }
}

/* Ford's condition for an estimate without imaginary draws. */
static gboolean
is_connected (const Pairwise *self)
{
  g_autofree gboolean *above = g_new0 (gboolean, self->n);
  g_autofree gboolean *below = g_new0 (gboolean, self->n);

  reach (self, 0, TRUE, FALSE, below);
  reach (self, 0, FALSE, TRUE, above);
  for (guint i = 0; i < self->n; i++)
    if (!above[i] || !below[i])
      return FALSE;

  return TRUE;
}

/* How many groups there are between which nothing was compared; options that were
 * compared with none are not among them. */
static guint
count_groups (const Pairwise *self, GArray *alone)
{
  g_autofree gboolean *reached = g_new0 (gboolean, self->n);
  guint n_groups = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (reached[i])
        continue;
      if (plenum_tally_get_count (self->tally, i, WON) + plenum_tally_get_count (self->tally, i, DRAWN)
          + plenum_tally_get_count (self->tally, i, LOST) == 0)
        {
          g_array_append_val (alone, i);
          continue;
        }
      reach (self, i, TRUE, TRUE, reached);
      n_groups++;
    }

  return n_groups;
}

static void
explain_gaps (Pairwise *self)
{
  g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_groups = count_groups (self, alone);

  if (alone->len > 0)
    {
      g_autofree char *names = plenum_tally_join_names (self->tally, (const guint *) alone->data, alone->len);

      plenum_tally_add_step (self->tally, "never-compared", (const guint *) alone->data, alone->len,
                             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%s was never compared, and is taken for average.",
                                                           "%s were never compared, and are taken for average.", alone->len),
                                              names));
    }
  if (n_groups > 1)
    plenum_tally_add_step (self->tally, "unconnected", NULL, 0,
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         "The comparisons leave %u group of options between which nothing was compared: how these stand to each other is not known.",
                                                         "The comparisons leave %u groups of options between which nothing was compared: how these stand to each other is not known.",
                                                         n_groups), n_groups));
}

static void
explain_comparisons (Pairwise *self)
{
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autofree char *comparisons = NULL;

  for (guint i = 0; i < self->n * self->n; i++)
    if (self->wins[i] != NULL)
      plenum_rational_add (sum, self->wins[i]);
  comparisons = plenum_rational_to_display (sum, 2);
  plenum_tally_add_step (self->tally, "comparisons", NULL, 0,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                       "%s comparison was made. Where two were equal, it counts as half a victory of both.",
                                                       "%s comparisons were made. Where two were equal, it counts as half a victory of both.",
                                                       plenum_tally_plural (sum)), comparisons));
  plenum_tally_add_number (self->tally, "comparisons", sum);
  plenum_tally_add_pairs (self->tally, "wins", self->wins);
  explain_gaps (self);
}

/* Draws are given as the setting says, or one where nothing can be estimated without. */
static void
choose_prior (Pairwise *self, const PlenumProfile *profile)
{
  const char *given = plenum_profile_get_setting (profile, "prior");
  g_autofree char *draws = NULL;

  self->prior = plenum_rational_new_from_text (*given != '\0' ? given : "0");
  if (plenum_rational_sign (self->prior) == 0 && is_connected (self))
    return;

  if (plenum_rational_sign (self->prior) == 0)
    {
      plenum_rational_free (self->prior);
      self->prior = plenum_rational_new (1, 1);
      plenum_tally_add_step (self->tally, "prior", NULL, 0,
                             g_strdup (_("Some options only won or only lost, or were not compared with the others, so nothing can be estimated from the comparisons alone. Each option is given one draw with an imaginary average option.")));
    }
  else
    {
      draws = plenum_rational_to_display (self->prior, 2);
      plenum_tally_add_step (self->tally, "prior", NULL, 0,
                             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "So that an option that always wins is not infinitely strong, each is given %s draw with an imaginary average option.",
                                                           "So that an option that always wins is not infinitely strong, each is given %s draws with an imaginary average option.",
                                                           plenum_tally_plural (self->prior)), draws));
    }
  plenum_tally_add_number (self->tally, "prior", self->prior);
}

static void
explain_strengths (Pairwise *self)
{
  g_autofree PlenumRational **strengths = g_new (PlenumRational *, self->n);
  g_autofree PlenumRational **errors = g_new (PlenumRational *, self->n);

  for (guint i = 0; i < self->n; i++)
    {
      strengths[i] = (PlenumRational *) plenum_bradley_terry_get_strength (self->fit, i);
      errors[i] = (PlenumRational *) plenum_bradley_terry_get_error (self->fit, i);
    }

  plenum_tally_add_step (self->tally, "strengths", NULL, 0,
                         g_strdup (_("Each option gets a strength. Of two, one is expected to win as often as its strength is a part of both together. With these strengths, each option is expected to win as many comparisons as it has won, the draws it is given included.")));
  plenum_tally_add_values (self->tally, "strengths", strengths);
  plenum_tally_add_values (self->tally, "errors", errors);
}

/* The estimates of neighbours may differ by no more than chance would make them. */
static void
explain_doubt (Pairwise *self)
{
  guint n_second, n_first;
  const guint *first = plenum_tally_get_place (self->tally, 0, &n_first);
  const guint *second = plenum_tally_get_n_places (self->tally) > 1 ? plenum_tally_get_place (self->tally, 1, &n_second) : NULL;
  guint both[2];
  g_autofree char *names = NULL;

  if (second == NULL || plenum_bradley_terry_get_apart (self->fit, first[0], second[0]) >= CLEARLY_APART)
    return;

  both[0] = first[0];
  both[1] = second[0];
  names = plenum_tally_join_names (self->tally, both, 2);
  plenum_tally_add_step (self->tally, "doubt", both, 2,
                         /* Translators: %s is a list of two options in quotation marks. */
                         g_strdup_printf (_("%s are too close to each other for so few comparisons: their order may be chance."), names));
}

static gboolean
check_size (const PlenumProfile *profile, GError **error)
{
  if (plenum_profile_get_n_options (profile) <= PLENUM_MOST_STRENGTHS)
    return TRUE;

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_OUT_OF_REACH,
               _("There are too many options to estimate how strong they are: at most %d."), PLENUM_MOST_STRENGTHS);
  return FALSE;
}

static int
compare_shares (const PlenumTally *tally, guint a, guint b)
{
  return plenum_rational_compare (tally->options[b].score, tally->options[a].score);
}

static gboolean
has_wins (const PlenumTally *tally, guint option)
{
  return plenum_tally_get_count (tally, option, WON) + plenum_tally_get_count (tally, option, DRAWN) > 0;
}

static gboolean
rank (Pairwise *self, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    add_group (self, plenum_profile_get_group (profile, i));

  plenum_tally_explain_start (self->tally);
  explain_comparisons (self);
  choose_prior (self, profile);
  self->fit = plenum_bradley_terry_estimate (self->n, self->wins, self->prior, cancellable, error);
  if (self->fit == NULL)
    return FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      plenum_rational_set (self->tally->options[i].score, plenum_bradley_terry_get_share (self->fit, i));
      plenum_rational_set (self->tally->options[i].base, plenum_bradley_terry_get_error (self->fit, i));
    }
  explain_strengths (self);
  plenum_tally_rank (self->tally, profile, compare_shares, 1, has_wins);
  explain_doubt (self);
  plenum_tally_explain_end (self->tally);
  return TRUE;
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  Pairwise self = { tally, tally->n_options };
  gboolean done;

  if (!check_size (profile, error))
    return FALSE;

  self.wins = g_new0 (PlenumRational *, self.n * self.n);
  done = rank (&self, profile, cancellable, error);

  for (guint i = 0; i < self.n * self.n; i++)
    g_clear_pointer (&self.wins[i], plenum_rational_free);
  g_free (self.wins);
  g_clear_pointer (&self.prior, plenum_rational_free);
  g_clear_pointer (&self.fit, plenum_bradley_terry_free);
  return done;
}

static char *
to_percent (const PlenumRational *share)
{
  g_autoptr (PlenumRational) percent = plenum_rational_copy (share);

  plenum_rational_scale (percent, 100, 1);
  plenum_rational_round (percent, 1);
  return plenum_rational_to_display (percent, 1);
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  g_autofree char *share = to_percent (tally->options[option].score);
  g_autofree char *error = to_percent (tally->options[option].base);

  /* Translators: an estimated percentage and its standard error: "71.4 % ± 5.2" */
  return g_strdup_printf (_("%1$s %% ± %2$s"), share, error);
}

static char *
describe_result (const PlenumTally *tally)
{
  guint n_winners;
  const guint *winners = plenum_tally_get_winners (tally, &n_winners);
  g_autofree char *names = plenum_tally_join_names (tally, winners, n_winners);
  g_autofree char *share = to_percent (plenum_tally_get_score (tally, winners[0]));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %1$s is one or a list of options in quotation marks, %2$s a percentage. */
                                       "%1$s is the strongest: it is estimated to be preferred to another option in %2$s %% of comparisons.",
                                       "%1$s are equally strong: each is estimated to be preferred to another option in %2$s %% of comparisons.",
                                       n_winners), names, share);
}

const PlenumMethod plenum_method_pairwise = {
  .id = "pairwise",
  .name = N_("Comparisons of two"),
  .purpose = N_("Put very many ideas in order, with two of them before one’s eyes at a time."),
  .rule = N_("People say which of two options is better. From all comparisons it is estimated how often each option would be preferred to another; the most wins."),
  .suited = N_("Right for long lists that nobody can read as a whole, and for many people with little time."),
  .unsuited = N_("Use another method where a decision is close or binding: the result is an estimate, and with few comparisons a rough one."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_PAIR,
  .shares = TRUE,
  .settings = settings,
  .count_names = count_names,
  .count_labels = count_labels,
  .describe_paper = describe_paper,
  .check_ballot = check_ballot,
  .count = count,
  .describe_score = describe_score,
  .describe_result = describe_result,
};
