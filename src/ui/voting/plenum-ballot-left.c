/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to give on a ballot, what is filled in, and what that would cost. */
#include "plenum-ballot-draft-private.h"

#include <glib/gi18n.h>

#define DECIMALS 2 /* of money that does not come out even */

static guint
count_given (PlenumBallotDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    n += self->given[i];

  return n;
}

/**
 * plenum_ballot_draft_get_cost:
 *
 * Returns: (transfer full) (nullable): what @option costs, for people; %NULL where
 *   nobody has said so, and where no budget is spent
 */
char *
plenum_ballot_draft_get_cost (PlenumBallotDraft *self, guint option)
{
  const PlenumRational *cost;

  g_return_val_if_fail (option < plenum_ballot_draft_get_n_options (self), NULL);

  if (plenum_method_get_goal (plenum_profile_get_method (self->profile)) != PLENUM_GOAL_BUDGET)
    return NULL;

  cost = plenum_profile_get_option_cost (self->profile, option);
  return cost != NULL ? plenum_rational_to_display (cost, DECIMALS) : NULL;
}

static char *
describe_spent (PlenumBallotDraft *self, guint given)
{
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) budget = plenum_rational_new_from_text (plenum_profile_get_setting (self->profile, "budget"));
  g_autofree char *cost = NULL;
  g_autofree char *amount = budget != NULL ? plenum_rational_to_display (budget, DECIMALS) : g_strdup ("–");

  for (guint i = 0; i < plenum_ballot_draft_get_n_options (self); i++)
    if (self->given[i] && plenum_profile_get_option_cost (self->profile, i) != NULL)
      plenum_rational_add (sum, plenum_profile_get_option_cost (self->profile, i));
  cost = plenum_rational_to_display (sum, DECIMALS);

  /* Translators: on a ballot about a budget: how many options are chosen, what they
   * cost together, and the budget. */
  return g_strdup_printf (ngettext ("%u chosen, which costs %s. The budget is %s.",
                                    "%u chosen, which cost %s. The budget is %s.", given), given, cost, amount);
}

/**
 * plenum_ballot_draft_describe_left:
 *
 * Returns: (transfer full): a sentence on what is left to give, or on how much is
 *   filled in where there is no limit
 */
char *
plenum_ballot_draft_describe_left (PlenumBallotDraft *self)
{
  guint given = count_given (self);
  gint64 left = plenum_ballot_draft_count_left (self);

  g_return_val_if_fail (PLENUM_IS_BALLOT_DRAFT (self), NULL);

  if (self->kind == PLENUM_PAPER_RANKING)
    return g_strdup_printf (_("%u of %u in order"), given, plenum_ballot_draft_get_n_options (self));
  if (self->kind == PLENUM_PAPER_UTILITIES)
    return describe_spent (self, given);
  if (self->kind == PLENUM_PAPER_PAIR)
    /* Translators: on a ballot of comparisons: how many pairs were answered. */
    return g_strdup_printf (_("%u of %u pairs"), self->answers->len,
                            self->pairs->len > 0 ? self->pairs->len : (guint) plenum_profile_get_integer (self->profile, "comparisons"));
  if (self->kind == PLENUM_PAPER_CREDITS)
    return g_strdup_printf (ngettext ("%d credit left", "%d credits left", left), (int) left);
  if (self->kind != PLENUM_PAPER_SET && self->kind != PLENUM_PAPER_POINTS)
    return g_strdup_printf (_("%u of %u answered"), given, plenum_ballot_draft_get_n_options (self));
  if (self->kind == PLENUM_PAPER_SET && self->points == 0)
    return g_strdup_printf (ngettext ("%u chosen", "%u chosen", given), given);
  if (self->kind == PLENUM_PAPER_SET)
    return g_strdup_printf (ngettext ("%d more can be chosen", "%d more can be chosen", left), (int) left);

  return left == 0 ? g_strdup (_("All points are given"))
                   : g_strdup_printf (ngettext ("%d point left", "%d points left", left), (int) left);
}

