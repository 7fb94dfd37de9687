/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The budget as most cities spend it: the most votes first, while it fits.
 *
 * Source: Goel, Krishnaswamy, Sakshuwong and Aitamurto, "Knapsack Voting for
 * Participatory Budgeting", ACM TEAC 7 (2019); the rule "greedy" of PaBuLib's
 * elections. What does not fit is passed over. Equal ones in the order of the list,
 * unless the settings draw lots. */
#include "plenum-budget.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const ways[] = { "votes", "votes-per-cost", NULL };

static const PlenumSetting settings[] = {
  PLENUM_BUDGET_SETTINGS,
  { "by", N_("What comes first"), PLENUM_SETTING_CHOICE, "votes", 0, 0, ways },
  PLENUM_COMMON_SETTINGS
};

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumBudget) budget = plenum_budget_new (tally, profile, error);

  if (budget == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  plenum_tally_explain_start (tally);
  plenum_budget_fund_greedily (budget, strcmp (plenum_profile_get_setting (profile, "by"), "votes-per-cost") == 0);
  plenum_budget_finish (budget);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_greedy_budget = {
  .id = "greedy-budget",
  .name = N_("Most votes first"),
  .purpose = N_("Spend a budget on what has the most votes."),
  .rule = N_("Options are funded from the most votes down, as long as the money lasts. What does not fit is passed over."),
  .suited = N_("Right where everybody wants much the same, and for comparing with fairer rules."),
  .unsuited = N_("Use equal shares where a large group should not decide about all the money."),
  .nothing = N_("Nothing is funded."),
  .goal = PLENUM_GOAL_BUDGET,
  .paper = PLENUM_PAPER_UTILITIES,
  .settings = settings,
  .describe_paper = plenum_utilities_describe,
  .check_ballot = plenum_utilities_check,
  .count = count,
  .describe_score = plenum_budget_describe_score,
  .describe_result = plenum_tally_describe_seats,
};
