/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copeland's method: who wins the most comparisons.
 *
 * Source: Copeland, "A reasonable social welfare function", 1951; Saari and Merlin,
 * "The Copeland method", Economic Theory 8 (1996). A victory counts one, a tie one
 * half. */
#include "plenum-pairs.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPairs) pairs = plenum_pairs_new (profile, cancellable, error);

  if (pairs == NULL)
    return FALSE;

  for (guint a = 0; a < pairs->n; a++)
    {
      gint64 halves = 0;

      for (guint b = 0; b < pairs->n; b++)
        {
          int order = a != b ? plenum_pairs_compare (pairs, a, b) : -1;

          halves += order > 0 ? 2 : order == 0 ? 1 : 0;
        }
      plenum_rational_add_weighted (tally->options[a].score, halves, 1, 2);
    }

  plenum_tally_explain_start (tally);
  plenum_pairs_explain (pairs, tally);
  plenum_tally_rank (tally, profile, plenum_tally_by_score, 1, plenum_tally_any_can_win);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_copeland = {
  .id = "copeland",
  .name = N_("Copeland"),
  .purpose = N_("Choose the option that wins the most duels, as in a league."),
  .rule = N_("Every option is compared with every other: a victory counts one, a tie one half. The greatest sum wins."),
  .suited = N_("Right where the result should be as easy to read as a league table."),
  .unsuited = N_("Use another method with few options, where ties are frequent, or where it matters how clear a victory is."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_RANKING,
  .takes_ties = TRUE,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count,
  .describe_score = plenum_tally_describe_wins,
  .describe_result = plenum_tally_describe_seats,
};
