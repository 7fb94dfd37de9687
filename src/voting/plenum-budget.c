/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-budget.h"

#include "plenum-method-private.h"
#include "plenum-tie-break.h"

#include <glib/gi18n-lib.h>

#define MOST_POINTS 1000000

static gboolean
gives_points (const PlenumProfile *profile)
{
  return plenum_profile_get_integer (profile, "points") > 0;
}

char *
plenum_utilities_describe (const PlenumProfile *profile)
{
  return gives_points (profile) ? plenum_points_describe (profile) : plenum_set_describe (profile);
}

/* 1 for what is chosen, or points. Elections that were held elsewhere give them by
 * rules of their own, which are not settings here. */
gboolean
plenum_utilities_check (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return gives_points (profile) ? plenum_points_check (profile, ballot, error)
                                : plenum_range_check (profile, ballot, 0, MOST_POINTS, error);
}

char *
plenum_budget_describe_score (const PlenumTally *tally, guint option)
{
  return tally->has_points ? plenum_tally_describe_points (tally, option) : plenum_tally_describe_votes (tally, option);
}

static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      plenum_tally_add_score (tally, group->choices[i].option, group, group->choices[i].value);
      tally->has_points |= group->choices[i].value > 1;
    }
}

/**
 * plenum_profile_check_budget:
 * @error: return location for %PLENUM_VOTING_ERROR_INVALID_SETTING where there is no
 *   budget, or %PLENUM_VOTING_ERROR_NO_COST
 *
 * Whether a poll that spends a budget says how much, and what everything costs, so
 * that it can be asked before anybody votes.
 *
 * Returns: whether it does; other polls always do
 */
gboolean
plenum_profile_check_budget (const PlenumProfile *profile, GError **error)
{
  g_autoptr (PlenumRational) amount = NULL;

  if (plenum_method_get_goal (plenum_profile_get_method (profile)) != PLENUM_GOAL_BUDGET)
    return TRUE;

  amount = plenum_rational_new_from_text (plenum_profile_get_setting (profile, "budget"));
  if (amount == NULL)
    {
      g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_SETTING,
                           _("There is nothing to spend yet: say how large the budget is, with a number such as “50000”."));
      return FALSE;
    }
  for (guint i = 0; i < plenum_profile_get_n_options (profile); i++)
    if (plenum_profile_get_option_cost (profile, i) == NULL)
      {
        g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_NO_COST,
                     _("It is not known what “%s” costs: where a budget is spent, every option needs its cost."),
                     plenum_profile_get_option_text (profile, i));
        return FALSE;
      }

  return TRUE;
}

/**
 * plenum_budget_new:
 * @error: return location for an error of plenum_profile_check_budget()
 *
 * Counts the votes, or points, of every option as its score.
 *
 * Returns: (transfer full) (nullable): a budget of which nothing is spent
 */
PlenumBudget *
plenum_budget_new (PlenumTally *tally, const PlenumProfile *profile, GError **error)
{
  PlenumBudget *self;

  if (!plenum_profile_check_budget (profile, error))
    return NULL;

  self = g_new0 (PlenumBudget, 1);
  self->profile = profile;
  self->tally = tally;
  self->budget = plenum_rational_new_from_text (plenum_profile_get_setting (profile, "budget"));
  self->spent = plenum_rational_new (0, 1);
  self->funded = g_new0 (gboolean, tally->n_options);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  tally->has_points = gives_points (profile);
  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    add_group (tally, plenum_profile_get_group (profile, i));

  return self;
}

void
plenum_budget_free (PlenumBudget *self)
{
  plenum_rational_free (self->budget);
  plenum_rational_free (self->spent);
  g_free (self->funded);
  g_array_unref (self->order);
  g_free (self);
}

/* Whether what is left pays for an option. */
gboolean
plenum_budget_fits (const PlenumBudget *self, guint option)
{
  g_autoptr (PlenumRational) sum = plenum_rational_copy (self->spent);

  plenum_rational_add (sum, plenum_profile_get_option_cost (self->profile, option));
  return plenum_rational_compare (sum, self->budget) <= 0;
}

void
plenum_budget_fund (PlenumBudget *self, guint option)
{
  self->funded[option] = TRUE;
  g_array_append_val (self->order, option);
  plenum_rational_add (self->spent, plenum_profile_get_option_cost (self->profile, option));
}

/* Options in the order that breaks ties between equal ones. */
guint *
plenum_budget_list (const PlenumBudget *self)
{
  guint *options = g_new (guint, self->tally->n_options);

  for (guint i = 0; i < self->tally->n_options; i++)
    options[i] = i;
  plenum_tie_break (self->profile, options, self->tally->n_options);

  return options;
}

/**
 * plenum_budget_explain_equal:
 * @n_equal: how many options could come next just as well
 *
 * Says that the order of the list, or the lot, has decided, where it has.
 */
void
plenum_budget_explain_equal (PlenumBudget *self, guint option, guint n_equal)
{
  g_autofree char *name = plenum_tally_join_names (self->tally, &option, 1);

  if (n_equal < 2)
    return;
  plenum_tally_add_step (self->tally, "equal", &option, 1,
                         g_strdup_printf (self->tally->seed != NULL
                                          /* Translators: %1$u is a number of options, at least 2, and %2$s one of them. */
                                          ? _("%1$u options are equal here; the lot drew %2$s first.")
                                          : _("%1$u options are equal here; %2$s comes first in the order."), n_equal, name));
}

/* The one with the most votes, or votes per cost, among those that are open. */
static guint
find_most (const PlenumBudget *self, const guint *list, const gboolean *closed, gboolean per_cost, guint *n_equal)
{
  guint best = G_MAXUINT;
  g_autoptr (PlenumRational) most = NULL;

  for (guint i = 0; i < self->tally->n_options; i++)
    {
      g_autoptr (PlenumRational) votes = NULL;

      if (closed[list[i]])
        continue;
      votes = plenum_rational_copy (self->tally->options[list[i]].score);
      if (per_cost)
        plenum_rational_divide (votes, plenum_profile_get_option_cost (self->profile, list[i]));
      if (most != NULL && plenum_rational_compare (votes, most) == 0)
        (*n_equal)++;
      if (most == NULL || plenum_rational_compare (votes, most) > 0)
        {
          *n_equal = 1;
          g_clear_pointer (&most, plenum_rational_free);
          most = g_steal_pointer (&votes);
          best = list[i];
        }
    }

  return best;
}

/**
 * plenum_budget_fund_greedily:
 * @per_cost: by votes per cost, else by votes
 *
 * Goes through the options from the most votes down and funds what still fits and
 * somebody voted for.
 */
void
plenum_budget_fund_greedily (PlenumBudget *self, gboolean per_cost)
{
  g_autofree guint *list = plenum_budget_list (self);
  g_autofree gboolean *closed = g_memdup2 (self->funded, self->tally->n_options * sizeof (gboolean));
  guint option, n_equal = 0;

  while ((option = find_most (self, list, closed, per_cost, &n_equal)) != G_MAXUINT
         && plenum_rational_sign (self->tally->options[option].score) > 0)
    {
      gboolean fits = plenum_budget_fits (self, option);
      g_autofree char *name = plenum_tally_join_names (self->tally, &option, 1);
      g_autofree char *cost = plenum_rational_to_display (plenum_profile_get_option_cost (self->profile, option), 2);

      closed[option] = TRUE;
      plenum_budget_explain_equal (self, option, n_equal);
      if (fits)
        plenum_budget_fund (self, option);
      plenum_tally_add_step (self->tally, fits ? "funded" : "too-expensive", &option, 1,
                             fits
                             /* Translators: an option and what it costs. */
                             ? g_strdup_printf (_("%1$s is funded with %2$s."), name, cost)
                             : g_strdup_printf (_("%1$s costs %2$s, which is more than is left."), name, cost));
      plenum_tally_add_number (self->tally, "votes", self->tally->options[option].score);
      plenum_tally_add_number (self->tally, "cost", plenum_profile_get_option_cost (self->profile, option));
      plenum_tally_add_number (self->tally, "spent", self->spent);
    }
}

/* What was funded comes first, in that order; then the rest by votes. */
void
plenum_budget_finish (PlenumBudget *self)
{
  PlenumTally *tally = self->tally;
  g_autofree char *spent = plenum_rational_to_display (self->spent, 2);
  g_autofree char *budget = plenum_rational_to_display (self->budget, 2);

  for (guint i = 0; i < tally->n_options; i++)
    for (guint j = 0; j < tally->n_options && !self->funded[i]; j++)
      if (self->funded[j] || plenum_rational_compare (tally->options[j].score, tally->options[i].score) > 0)
        tally->options[i].key++;
  for (guint i = 0; i < self->order->len; i++)
    tally->options[g_array_index (self->order, guint, i)].key = i;

  plenum_tally_rank (tally, self->profile, plenum_tally_by_key, tally->n_options, plenum_tally_any_can_win);
  plenum_tally_elect (tally, self->funded);
  plenum_tally_add_step (tally, "spent", NULL, 0,
                         /* Translators: two amounts of money. */
                         g_strdup_printf (_("%1$s of %2$s are spent."), spent, budget));
  plenum_tally_add_number (tally, "spent", self->spent);
  plenum_tally_add_number (tally, "budget", self->budget);
}
