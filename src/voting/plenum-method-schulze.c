/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Schulze method: the strongest path of victories.
 *
 * Source: Schulze, "A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method", Social Choice and Welfare 36
 * (2011). A path is as strong as its weakest victory; who has a stronger path to
 * another than the other has back is above it. That relation has no cycles, so some
 * are above which there is nobody: they win. The measure of a victory is a setting. */
#include "plenum-pairs.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  PLENUM_MEASURE_SETTING ("winning-votes"),
  PLENUM_COMMON_SETTINGS
};

/* Floyd and Warshall, for the widest path. */
static guint32 *
find_paths (const PlenumPairs *pairs)
{
  guint n = pairs->n;
  guint32 *paths = g_memdup2 (pairs->strengths, (gsize) n * n * sizeof (guint32));

  for (guint through = 0; through < n; through++)
    for (guint from = 0; from < n; from++)
      for (guint to = 0; to < n; to++)
        if (from != to)
          {
            guint32 strength = MIN (paths[from * n + through], paths[through * n + to]);

            paths[from * n + to] = MAX (paths[from * n + to], strength);
          }

  return paths;
}

static void
explain_paths (PlenumTally *tally, const PlenumPairs *pairs, const guint32 *paths)
{
  gsize n = pairs->n;
  g_autofree PlenumRational **strengths = g_new0 (PlenumRational *, n * n);

  for (gsize i = 0; i < n * n; i++)
    if (i / n != i % n)
      strengths[i] = g_ptr_array_index (pairs->values, paths[i]);

  plenum_tally_add_step (tally, "paths", NULL, 0,
                         g_strdup (_("From every option the strongest path of victories to every other is searched; a path is as strong as its weakest victory.")));
  plenum_tally_add_pairs (tally, "strengths", strengths);
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPairs) pairs = plenum_pairs_new (profile, cancellable, error);
  guint n = tally->n_options;
  g_autofree guint32 *paths = NULL;
  g_autofree gboolean *beats = g_new0 (gboolean, (gsize) n * n);
  g_autofree gint64 *layers = g_new0 (gint64, n);

  if (pairs == NULL)
    return FALSE;

  plenum_pairs_measure (pairs, plenum_pairs_get_setting (profile));
  paths = find_paths (pairs);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (a != b && paths[a * n + b] > paths[b * n + a])
        {
          beats[a * n + b] = TRUE;
          plenum_rational_add_weighted (tally->options[a].score, 1, 1, 1);
        }

  plenum_pairs_make_layers (n, beats, layers);
  for (guint i = 0; i < n; i++)
    tally->options[i].key = layers[i];

  plenum_tally_explain_start (tally);
  plenum_pairs_explain (pairs, tally);
  explain_paths (tally, pairs, paths);
  plenum_tally_rank (tally, profile, plenum_tally_by_key, 1, plenum_tally_any_can_win);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_schulze = {
  .id = "schulze",
  .name = N_("Schulze"),
  .purpose = N_("Choose one that holds against every other, also where majorities go round in a circle."),
  .rule = N_("Every option is compared with every other. The one with the stronger paths of victories to all others wins."),
  .suited = N_("Right for a careful choice among several options, also similar ones; a favourite of the majority over every other always wins."),
  .unsuited = N_("Use another method where everybody should be able to count again by hand."),
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
