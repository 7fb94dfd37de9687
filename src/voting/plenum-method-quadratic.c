/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quadratic voting: one vote costs one credit, two cost four, three cost nine.
 *
 * Source: Posner and Weyl, "Voting Squared: Quadratic Voting in Democratic Politics",
 * Vanderbilt Law Review 68 (2015); Lalley and Weyl, "Quadratic Voting", AEA Papers
 * and Proceedings 108 (2018). A ballot spreads credits over options, below 0 to vote
 * against one; an option's votes are the roots of its credits. The roots are added
 * and compared exactly (plenum-surd.c); what is shown of them is cut. */
#include "plenum-surd.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

enum { CREDITS };

static const char * const count_names[] = { "credits", NULL };
static const char * const count_labels[] = { N_("Credits"), NULL };

static const PlenumSetting settings[] = {
  { "credits", N_("Credits of each person"), PLENUM_SETTING_INTEGER, "100", 1, 1000000, NULL },
  PLENUM_COMMON_SETTINGS
};

static char *
describe_paper (const PlenumProfile *profile)
{
  return g_strdup_printf (_("Spread up to %lld credits over the options: 1 credit is 1 vote, 4 are 2, 9 are 3, 16 are 4."),
                          (long long) plenum_profile_get_integer (profile, "credits"));
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  gint64 credits = plenum_profile_get_integer (profile, "credits");
  gint64 spent = 0;

  if (!plenum_range_check (profile, ballot, -credits, credits, error))
    return FALSE;

  for (guint i = 0; i < ballot->n_choices; i++)
    spent += ABS (ballot->choices[i].value);
  if (spent <= credits)
    return TRUE;

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH,
               g_dngettext (GETTEXT_PACKAGE,
                            "These are %1$lld credits, but everybody has only %2$d credit.",
                            "These are %1$lld credits, but everybody has only %2$d credits.", credits),
               (long long) spent, (int) credits);
  return FALSE;
}

static void
add_group (PlenumTally *tally, PlenumSurd **votes, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      const PlenumChoice *choice = &group->choices[i];
      g_autoptr (PlenumRational) weight = plenum_rational_new (group->weight_numerator, group->weight_denominator);

      plenum_rational_scale (weight, choice->value < 0 ? -group->copies : group->copies, 1);
      plenum_surd_add (votes[choice->option], ABS (choice->value), weight);
      plenum_tally_add_count (tally, choice->option, CREDITS, group, choice->value);
    }
}

/* By exact votes, as keys: how many have more. */
static void
make_keys (PlenumTally *tally, PlenumSurd **votes)
{
  for (guint i = 0; i < tally->n_options; i++)
    {
      g_autoptr (PlenumRational) shown = plenum_surd_round (votes[i]);

      plenum_rational_set (tally->options[i].score, shown);
      for (guint j = 0; j < tally->n_options; j++)
        if (plenum_surd_compare (votes[j], votes[i]) > 0)
          tally->options[i].key++;
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) votes = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_surd_free);

  for (guint i = 0; i < tally->n_options; i++)
    g_ptr_array_add (votes, plenum_surd_new ());
  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    add_group (tally, (PlenumSurd **) votes->pdata, plenum_profile_get_group (profile, i));
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  make_keys (tally, (PlenumSurd **) votes->pdata);
  plenum_tally_rank (tally, profile, plenum_tally_by_key, 1, plenum_tally_has_score);
  plenum_tally_explain (tally);
  return TRUE;
}

const PlenumMethod plenum_method_quadratic = {
  .id = "quadratic",
  .name = N_("Quadratic voting"),
  .purpose = N_("Learn how strongly people care, where each further vote for the same option costs more."),
  .rule = N_("Everybody spreads credits over the options; the votes for an option are the square root of its credits. The most votes win."),
  .suited = N_("Right where some care much about little, and votes should say how much."),
  .unsuited = N_("Use another method where credits cannot be explained in a minute, or where people could act together."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_CREDITS,
  .settings = settings,
  .count_names = count_names,
  .count_labels = count_labels,
  .describe_paper = describe_paper,
  .check_ballot = check_ballot,
  .count = count,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
