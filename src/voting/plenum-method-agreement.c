/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreement with statements: agree, disagree or pass on each, or leave it out.
 *
 * Source: the ballots of Polis (Small, Bjorkegren, Erkkilä, Shaw and Megill, "Polis:
 * Scaling deliberation by mapping high dimensional opinion spaces", 2021). Statements
 * are ranked by the share of agreement among those who agreed or disagreed, compared
 * as fractions; equal shares by how many agreed or disagreed. A statement on which
 * nobody did is last.
 *
 * A show of hands has one number an option and cannot hold three. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

enum { AGREE, DISAGREE, PASS };

static const char * const count_names[] = { "agree", "disagree", "pass", NULL };
static const char * const count_labels[] = { N_("Agree"), N_("Disagree"), N_("Pass"), NULL };

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

static char *
describe_paper (const PlenumProfile *profile)
{
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, "Agree or disagree with each statement, or pass."));
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  for (guint i = 0; i < ballot->n_choices; i++)
    if (ballot->choices[i].value < -1 || ballot->choices[i].value > 1)
      {
        g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_VALUE,
                     g_dgettext (GETTEXT_PACKAGE, "“%s” cannot have the value %lld: 1 means agree, −1 disagree, 0 pass."),
                     plenum_profile_get_option_text (profile, ballot->choices[i].option),
                     (long long) ballot->choices[i].value);
        return FALSE;
      }

  return TRUE;
}

/* The score is the sum of agreement until all ballots are in. */
static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      guint option = group->choices[i].option;
      gint64 value = group->choices[i].value;

      plenum_tally_add_count (tally, option, value > 0 ? AGREE : value < 0 ? DISAGREE : PASS, group, 1);
      if (value > 0)
        plenum_tally_add_score (tally, option, group, 1);
      if (value != 0)
        plenum_tally_add_base (tally, option, group, 1);
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  if (!plenum_tally_sum_groups (tally, profile, add_group, cancellable, error))
    return FALSE;

  for (guint i = 0; i < tally->n_options; i++)
    if (plenum_rational_sign (tally->options[i].base) > 0)
      plenum_rational_divide (tally->options[i].score, tally->options[i].base);

  plenum_tally_rank (tally, profile, plenum_tally_by_score, 1, plenum_tally_has_score);
  plenum_tally_explain (tally);
  return TRUE;
}

/* "68", "66.7": a share in percent. */
static char *
display_percent (const PlenumRational *share)
{
  g_autoptr (PlenumRational) percent = plenum_rational_new (100, 1);

  plenum_rational_multiply (percent, share);
  return plenum_rational_to_display (percent, 1);
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  const PlenumResult *result = &tally->options[option];
  g_autoptr (PlenumRational) agreed = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *part = NULL;
  g_autofree char *whole = NULL;

  if (plenum_rational_sign (result->base) == 0)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, "no votes"));

  agreed = plenum_rational_copy (result->score);
  plenum_rational_multiply (agreed, result->base);
  percent = display_percent (result->score);
  part = plenum_rational_to_display (agreed, 2);
  whole = plenum_rational_to_display (result->base, 2);

  /* Translators: "68 % agreement (34 of 50)"; %% is a percent sign. */
  return g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%1$s %% agreement (%2$s of %3$s)"), percent, part, whole);
}

static char *
describe_result (const PlenumTally *tally)
{
  guint n_winners;
  const guint *winners = plenum_tally_get_winners (tally, &n_winners);
  g_autofree char *names = plenum_tally_join_names (tally, winners, n_winners);
  g_autofree char *percent = display_percent (plenum_tally_get_score (tally, winners[0]));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       /* Translators: %1$s is one or a list of statements in quotation marks; %% is a percent sign. */
                                       "%1$s has the most agreement: %2$s %% of those who agreed or disagreed.",
                                       "%1$s are tied for the most agreement: %2$s %% each of those who agreed or disagreed.",
                                       n_winners),
                          names, percent);
}

const PlenumMethod plenum_method_agreement = {
  .id = "agreement",
  .name = N_("Agreement"),
  .purpose = N_("See with which statements a large group agrees, and where it is divided."),
  .rule = N_("Statements are ranked by the share of agreement among those who agreed or disagreed."),
  .suited = N_("Right for statements from a large group, where nobody answers all of them."),
  .unsuited = N_("Use another method to choose between options that exclude each other."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_STANCES,
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
