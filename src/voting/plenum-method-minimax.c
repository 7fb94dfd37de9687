/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minimax (Simpson and Kramer): the least worst defeat.
 *
 * Source: Simpson, "On defining areas of voter choice", Quarterly Journal of Economics
 * 83 (1969); Kramer, "A dynamical model of political equilibrium", Journal of Economic
 * Theory 16 (1977). By margins the worst defeat is the greatest number against minus
 * that for the option, below 0 for one that beats all; by winning votes it is the
 * greatest number against it where it loses, 0 where it never does. */
#include "plenum-pairs.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  PLENUM_MEASURE_SETTING ("margins"),
  PLENUM_COMMON_SETTINGS
};

static PlenumRational *
get_defeat (const PlenumPairs *pairs, PlenumMeasure measure, guint option, guint other)
{
  PlenumRational *defeat = plenum_rational_copy (pairs->preferred[other * pairs->n + option]);

  if (measure == PLENUM_MEASURE_MARGINS)
    plenum_rational_subtract (defeat, pairs->preferred[option * pairs->n + other]);
  else if (plenum_pairs_compare (pairs, other, option) <= 0)
    plenum_rational_scale (defeat, 0, 1);

  return defeat;
}

static void
find_worst (PlenumTally *tally, const PlenumPairs *pairs, PlenumMeasure measure)
{
  for (guint a = 0; a < pairs->n; a++)
    {
      gboolean first = TRUE;

      for (guint b = 0; b < pairs->n; b++)
        {
          g_autoptr (PlenumRational) defeat = a != b ? get_defeat (pairs, measure, a, b) : NULL;

          if (defeat != NULL && (first || plenum_rational_compare (defeat, tally->options[a].score) > 0))
            plenum_rational_set (tally->options[a].score, defeat);
          first = first && defeat == NULL;
        }
    }
}

static int
compare_defeats (const PlenumTally *tally, guint a, guint b)
{
  return plenum_rational_compare (tally->options[a].score, tally->options[b].score);
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPairs) pairs = plenum_pairs_new (profile, cancellable, error);

  if (pairs == NULL)
    return FALSE;

  find_worst (tally, pairs, plenum_pairs_get_setting (profile));
  plenum_tally_explain_start (tally);
  plenum_pairs_explain (pairs, tally);
  plenum_tally_rank (tally, profile, compare_defeats, 1, plenum_tally_any_can_win);
  plenum_tally_explain_end (tally);
  return TRUE;
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  g_autofree char *defeat = plenum_rational_to_display (plenum_tally_get_score (tally, option), 2);

  /* Translators: %s is how clearly an option loses its worst comparison, a number of votes. */
  return g_strdup_printf (_("worst defeat %s"), defeat);
}

const PlenumMethod plenum_method_minimax = {
  .id = "minimax",
  .name = N_("Minimax"),
  .purpose = N_("Choose the option whose worst duel is the least bad."),
  .rule = N_("Every option is compared with every other, and its clearest defeat counts. The least of these wins."),
  .suited = N_("Right for a single choice that the fewest should want to overturn at once."),
  .unsuited = N_("Use Schulze or ranked pairs where similar options may be put up: here they can hurt each other."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_RANKING,
  .takes_ties = TRUE,
  .less_is_better = TRUE,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count,
  .describe_score = describe_score,
  .describe_result = plenum_tally_describe_seats,
};
