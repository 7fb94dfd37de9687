/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Borda count: points by rank.
 *
 * Source: de Borda, "Mémoire sur les élections au scrutin", 1781; for ballots that
 * rank only some, Emerson, "The original Borda count and partial voting", Social
 * Choice and Welfare 40 (2013). Of n options the first gets n − 1 points, the last 0.
 * Equal ones share the average of their places. Options that a ballot leaves out
 * share the average of what is left, or get nothing, by setting. */
#include "plenum-votes.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const rules[] = { "average", "zero", NULL };

static const PlenumSetting settings[] = {
  { "unranked", N_("Points for options that a ballot leaves out"), PLENUM_SETTING_CHOICE, "average", 0, 0, rules },
  PLENUM_COMMON_SETTINGS
};

/* In half points, so that averages are whole. */
static void
add_ranking (PlenumVotes *points, guint n, const PlenumRanking *ranking, gboolean *named, gboolean average)
{
  guint end;

  memset (named, 0, n * sizeof *named);
  for (guint start = 0; start < ranking->length; start = end)
    {
      for (end = start + 1; end < ranking->length && (ranking->entries[end] & PLENUM_RANK_TIED) != 0; end++)
        ;
      for (guint i = start; i < end; i++)
        {
          guint option = ranking->entries[i] & PLENUM_RANK_OPTION;

          named[option] = TRUE;
          plenum_votes_add (points, option, ranking->weight, ranking->copies * (2 * (gint64) (n - 1 - start) - (end - 1 - start)));
        }
    }

  if (average && ranking->length > 0)
    for (guint i = 0; i < n; i++)
      if (!named[i])
        plenum_votes_add (points, i, ranking->weight, ranking->copies * (n - ranking->length - 1));
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  const PlenumRankings *rankings = plenum_profile_get_rankings (profile);
  gboolean average = strcmp (plenum_profile_get_setting (profile, "unranked"), "average") == 0;
  g_autoptr (PlenumVotes) points = plenum_votes_new (rankings, tally->n_options);
  g_autofree gboolean *named = g_new (gboolean, tally->n_options);

  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    {
      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_ranking (points, tally->n_options, plenum_rankings_get (rankings, i), named, average);
    }

  for (guint i = 0; i < tally->n_options; i++)
    {
      g_autoptr (PlenumRational) score = plenum_votes_get (points, i);

      plenum_rational_scale (score, 1, 2);
      plenum_rational_set (tally->options[i].score, score);
    }

  plenum_tally_rank (tally, profile, plenum_tally_by_score, 1, plenum_tally_has_score);
  plenum_tally_explain (tally);
  return TRUE;
}

const PlenumMethod plenum_method_borda = {
  .id = "borda",
  .name = N_("Borda count"),
  .purpose = N_("Find an option that most people rank high, though it need not be anybody’s first."),
  .rule = N_("With five options, the first on a ballot gets 4 points, the next 3, and so on; equal ones share. The most points win."),
  .suited = N_("Right for a friendly group that wants a broadly liked option and an order of all."),
  .unsuited = N_("Use another method where somebody could put up many similar options, or rank a rival last on purpose."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_RANKING,
  .takes_ties = TRUE,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count,
  .describe_score = plenum_tally_describe_points,
  .describe_result = plenum_tally_describe_seats,
};
