/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Method of equal shares: the budget is divided among the voters, who buy together.
 *
 * Source: Peters, Pierczyński and Skowron, "Proportional Participatory Budgeting with
 * Additive Utilities", NeurIPS 2021. Every voter gets an equal share. An option can be
 * bought where its supporters have its cost; each pays in proportion to their utility,
 * or all they have left. The option with the least price for a unit of utility is
 * bought next; equal ones in the order of the list, unless the settings draw lots.
 * Utility is the number of options (or of points) that one supports, or their cost
 * (times points, as the authors' program counts points: score_to_cost_utilities() of
 * pabutools 0.8). A voter of weight w has w shares.
 *
 * Money may be left. Completions: "add1" raises the share of each voter by one unit of
 * money, again and again, until one more would spend more than the budget, as "add1"
 * of equalshares.net does; it does not stop where nothing more would fit, as "add1e"
 * there. "greedy" spends what is left on the most votes; "add1u" does one after the
 * other. */
#include "plenum-shares.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PAYMENTS 200 /* of one purchase, that are listed one by one */

static const char * const utilities[] = { "cost", "cardinality", NULL };
static const char * const completions[] = { "none", "add1", "add1u", "greedy", NULL };

static const PlenumSetting settings[] = {
  PLENUM_BUDGET_SETTINGS,
  { "utility", N_("What an option is worth to its supporters"), PLENUM_SETTING_CHOICE, "cost", 0, 0, utilities },
  { "completion", N_("What happens to money that is left"), PLENUM_SETTING_CHOICE, "add1u", 0, 0, completions },
  PLENUM_COMMON_SETTINGS
};

static PlenumRational *
add_costs (const PlenumProfile *profile, GArray *options)
{
  PlenumRational *sum = plenum_rational_new (0, 1);

  for (guint i = 0; i < options->len; i++)
    plenum_rational_add (sum, plenum_profile_get_option_cost (profile, g_array_index (options, guint, i)));

  return sum;
}

/* Whether everything is bought that anybody supports. */
static gboolean
is_complete (PlenumTally *tally, GArray *options)
{
  guint n = 0;

  for (guint i = 0; i < tally->n_options; i++)
    n += plenum_rational_sign (tally->options[i].score) > 0 ? 1 : 0;

  return options->len == n;
}

typedef struct
{
  guint option;
  guint n_equal;
} Equal;

static void
note_equal (const PlenumPurchase *purchase, PlenumShares *shares, gpointer data)
{
  Equal *equal = data;

  if (purchase->n_equal > 1)
    *equal = (Equal) { purchase->option, purchase->n_equal };
}

/* On the way to the share too, the order of equal ones can decide how far it is raised. */
static void
explain_trials (PlenumBudget *budget, const Equal *equal)
{
  g_autofree char *name = NULL;

  if (equal->n_equal < 2)
    return;
  name = plenum_tally_join_names (budget->tally, &equal->option, 1);
  plenum_tally_add_step (budget->tally, "equal", &equal->option, 1,
                         /* Translators: %1$u is a number of options, at least 2, and %2$s one of them. */
                         g_strdup_printf (_("While the share was raised, %1$u options were equal with some share, and %2$s came first in the order."),
                                          equal->n_equal, name));
}

/* Raises the share as far as the budget allows. */
static gboolean
raise_share (PlenumBudget *budget, PlenumShares *shares, PlenumRational *share, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumRational) one = plenum_rational_new (1, 1);
  Equal equal = { 0 };
  g_autoptr (GArray) bought = plenum_shares_run (shares, share, note_equal, &equal);

  while (!is_complete (budget->tally, bought))
    {
      g_autoptr (PlenumRational) costs = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      plenum_rational_add (share, one);
      g_array_unref (bought);
      bought = plenum_shares_run (shares, share, note_equal, &equal);
      costs = add_costs (budget->profile, bought);
      if (plenum_rational_compare (costs, budget->budget) > 0)
        {
          plenum_rational_subtract (share, one);
          break;
        }
    }

  explain_trials (budget, &equal);
  return TRUE;
}

static void
list_payments (PlenumBudget *budget, PlenumShares *shares, const PlenumPurchase *purchase)
{
  guint n_groups = plenum_profile_get_n_groups (budget->profile);
  guint n = 0;

  for (guint pass = 0; pass < 2 && n <= MOST_PAYMENTS; pass++)
    for (guint g = 0; g < n_groups && n <= MOST_PAYMENTS; g++)
      {
        const PlenumBallotGroup *group = plenum_profile_get_group (budget->profile, g);

        for (guint i = 0; i < group->n_choices; i++)
          if (group->choices[i].option == purchase->option && pass == 0)
            n++;
          else if (group->choices[i].option == purchase->option)
            {
              g_autoptr (PlenumRational) paid = plenum_shares_get_paid (shares, purchase, g, group->choices[i].value);

              plenum_tally_add_payment (budget->tally, group, paid);
            }
      }
}

static void
explain_purchase (const PlenumPurchase *purchase, PlenumShares *shares, gpointer data)
{
  PlenumBudget *budget = data;
  guint option = purchase->option;
  const PlenumRational *cost = plenum_profile_get_option_cost (budget->profile, option);
  g_autofree char *name = plenum_tally_join_names (budget->tally, &option, 1);
  g_autofree char *shown_cost = plenum_rational_to_display (cost, 2);
  g_autofree char *shown_payment = plenum_rational_to_display (purchase->payment, 2);

  plenum_budget_explain_equal (budget, option, purchase->n_equal);
  plenum_tally_add_step (budget->tally, "purchase", &option, 1,
                         /* Translators: an option, what it costs, and an amount of money. */
                         g_strdup_printf (_("%1$s is bought for %2$s: each supporter pays %3$s, or all they have left."), name, shown_cost, shown_payment));
  plenum_tally_add_number (budget->tally, "cost", cost);
  plenum_tally_add_number (budget->tally, "price", purchase->price);
  plenum_tally_add_number (budget->tally, "payment", purchase->payment);
  list_payments (budget, shares, purchase);
  plenum_budget_fund (budget, option);
}

static void
explain_share (PlenumBudget *budget, const PlenumRational *share, gboolean raised)
{
  g_autofree char *shown = plenum_rational_to_display (share, 2);

  plenum_tally_add_step (budget->tally, "share", NULL, 0,
                         raised
                         ? g_strdup_printf (_("Every voter gets a share of %s: the budget divided by the voters, raised by whole units of money as far as no more than the budget is spent."), shown)
                         : g_strdup_printf (_("Every voter gets a share of %s: the budget divided by the voters."), shown));
  plenum_tally_add_number (budget->tally, "share", share);
}

static gboolean
buy (PlenumBudget *budget, GCancellable *cancellable, GError **error)
{
  const char *completion = plenum_profile_get_setting (budget->profile, "completion");
  gboolean by_cost = strcmp (plenum_profile_get_setting (budget->profile, "utility"), "cost") == 0;
  g_autofree guint *list = plenum_budget_list (budget);
  g_autoptr (PlenumShares) shares = plenum_shares_new (budget->profile, by_cost, list);
  g_autoptr (PlenumRational) share = plenum_rational_copy (budget->budget);
  g_autoptr (GArray) bought = NULL;

  if (plenum_rational_sign (plenum_shares_get_voters (shares)) == 0)
    return TRUE;

  plenum_rational_divide (share, plenum_shares_get_voters (shares));
  if (g_str_has_prefix (completion, "add1") && !raise_share (budget, shares, share, cancellable, error))
    return FALSE;

  explain_share (budget, share, g_str_has_prefix (completion, "add1"));
  bought = plenum_shares_run (shares, share, explain_purchase, budget);
  if (strcmp (completion, "add1u") == 0 || strcmp (completion, "greedy") == 0)
    {
      plenum_tally_add_step (budget->tally, "completion", NULL, 0,
                             g_strdup (_("No group has enough money left to buy anything more. What is left is spent on the most votes.")));
      plenum_budget_fund_greedily (budget, FALSE);
    }
  return TRUE;
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumBudget) budget = plenum_budget_new (tally, profile, error);

  if (budget == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  plenum_tally_explain_start (tally);
  if (!buy (budget, cancellable, error))
    return FALSE;
  plenum_budget_finish (budget);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_equal_shares = {
  .id = "equal-shares",
  .name = N_("Equal shares"),
  .purpose = N_("Spend a budget so that every group decides about its share of it."),
  .rule = N_("The money is divided equally among the voters, who buy together what they support. What costs its supporters least for what it gives them is bought next."),
  .suited = N_("Right where groups want different things, and a large one should not decide about all the money."),
  .unsuited = N_("Use most votes first where everybody should be able to count again by hand."),
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
