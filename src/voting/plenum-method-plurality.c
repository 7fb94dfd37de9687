/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plurality: the most first choices.
 *
 * Source: the vote as everybody knows it ("first past the post"); see Felsenthal and
 * Machover (eds.), "Electoral Systems", Springer 2012. Only the first choice on a
 * ballot is counted; a ballot with two is counted for none. */
#include "plenum-piles.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPiles) piles = plenum_piles_new (plenum_profile_get_rankings (profile), tally->n_options, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (guint i = 0; i < tally->n_options; i++)
    {
      g_autoptr (PlenumRational) votes = plenum_piles_get_votes (piles, i);

      plenum_rational_set (tally->options[i].score, votes);
    }

  plenum_tally_rank (tally, profile, plenum_tally_by_score, 1, plenum_tally_has_score);
  plenum_tally_explain (tally);
  return TRUE;
}

const PlenumMethod plenum_method_plurality = {
  .id = "plurality",
  .name = N_("Plurality"),
  .purpose = N_("Choose one of two, or see which option has the most supporters."),
  .rule = N_("Everybody has one vote, or a ranking of which the first counts. The most first choices win."),
  .suited = N_("Right for two options, and for a quick look at first choices."),
  .unsuited = N_("Use another method with more than two options: similar ones take votes from each other."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_RANKING,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
