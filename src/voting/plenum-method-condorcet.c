/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Condorcet's criterion itself: the winner of all pairs, if there is one.
 *
 * Source: de Condorcet, "Essai sur l'application de l'analyse", 1785. The Smith set is
 * the smallest whose members all win against all outside (Smith, Econometrica 41,
 * 1973); the Schwartz set the union of the smallest that nobody outside wins against
 * (Schwartz, Noûs 6, 1972). Places are by Smith sets: first the set, then that of the
 * rest, and so on. */
#include "plenum-pairs.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

/* Which of those left can be reached from which, over pairs that are won, or not lost. */
static gboolean *
close_relation (const PlenumPairs *pairs, const gboolean *left, gboolean strict)
{
  guint n = pairs->n;
  gboolean *reach = g_new0 (gboolean, (gsize) n * n);

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (a != b && left[a] && left[b])
        reach[a * n + b] = plenum_pairs_compare (pairs, a, b) >= (strict ? 1 : 0);

  for (guint through = 0; through < n; through++)
    for (guint from = 0; from < n; from++)
      for (guint to = 0; to < n && reach[from * n + through]; to++)
        reach[from * n + to] |= reach[through * n + to];

  return reach;
}

static GArray *
find_smith (const PlenumPairs *pairs, const gboolean *left)
{
  g_autofree gboolean *reach = close_relation (pairs, left, FALSE);
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint a = 0; a < pairs->n; a++)
    {
      gboolean all = left[a];

      for (guint b = 0; all && b < pairs->n; b++)
        all = a == b || !left[b] || reach[a * pairs->n + b];
      if (all)
        g_array_append_val (set, a);
    }

  return set;
}

static GArray *
find_schwartz (const PlenumPairs *pairs, const gboolean *left)
{
  g_autofree gboolean *reach = close_relation (pairs, left, TRUE);
  GArray *set = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint a = 0; a < pairs->n; a++)
    {
      gboolean undominated = TRUE;

      for (guint b = 0; undominated && b < pairs->n; b++)
        undominated = !reach[b * pairs->n + a] || reach[a * pairs->n + b];
      if (undominated)
        g_array_append_val (set, a);
    }

  return set;
}

static void
explain_sets (PlenumTally *tally, GArray *smith, GArray *schwartz)
{
  g_autofree char *smith_names = plenum_tally_join_names (tally, (const guint *) smith->data, smith->len);
  g_autofree char *schwartz_names = plenum_tally_join_names (tally, (const guint *) schwartz->data, schwartz->len);

  plenum_tally_add_step (tally, "smith", (const guint *) smith->data, smith->len,
                         /* Translators: %s is one or a list of options. */
                         g_strdup_printf (_("The smallest group that wins against all others (Smith set): %s."), smith_names));
  plenum_tally_add_step (tally, "schwartz", (const guint *) schwartz->data, schwartz->len,
                         /* Translators: %s is one or a list of options. */
                         g_strdup_printf (_("Those that no other group wins against (Schwartz set): %s."), schwartz_names));
}

static void
place_by_smith_sets (PlenumTally *tally, const PlenumPairs *pairs)
{
  g_autofree gboolean *left = g_new (gboolean, pairs->n);
  gint64 n_placed = 0;

  for (guint i = 0; i < pairs->n; i++)
    left[i] = TRUE;
  while (n_placed < pairs->n)
    {
      g_autoptr (GArray) set = find_smith (pairs, left);

      for (guint i = 0; i < set->len; i++)
        {
          tally->options[g_array_index (set, guint, i)].key = n_placed;
          left[g_array_index (set, guint, i)] = FALSE;
        }
      n_placed += set->len;
    }
}

/* How many others each wins against, and whether it is all of them. */
static void
count_wins (PlenumTally *tally, const PlenumPairs *pairs, gboolean *wins)
{
  for (guint a = 0; a < pairs->n; a++)
    {
      guint n_wins = 0;

      for (guint b = 0; b < pairs->n; b++)
        if (a != b && plenum_pairs_compare (pairs, a, b) > 0)
          n_wins++;
      plenum_rational_add_weighted (tally->options[a].score, n_wins, 1, 1);
      wins[a] = n_wins + 1 == pairs->n && plenum_tally_any_can_win (tally, a);
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPairs) pairs = plenum_pairs_new (profile, cancellable, error);
  g_autofree gboolean *wins = g_new0 (gboolean, tally->n_options);
  g_autofree gboolean *left = g_new (gboolean, tally->n_options);
  g_autoptr (GArray) smith = NULL;
  g_autoptr (GArray) schwartz = NULL;

  if (pairs == NULL)
    return FALSE;

  for (guint i = 0; i < pairs->n; i++)
    left[i] = TRUE;
  smith = find_smith (pairs, left);
  schwartz = find_schwartz (pairs, left);
  count_wins (tally, pairs, wins);
  place_by_smith_sets (tally, pairs);

  plenum_tally_explain_start (tally);
  plenum_pairs_explain (pairs, tally);
  explain_sets (tally, smith, schwartz);
  plenum_tally_rank (tally, profile, plenum_tally_by_key, smith->len == 1 ? 1 : 0, plenum_tally_any_can_win);
  plenum_tally_elect (tally, wins);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_condorcet = {
  .id = "condorcet",
  .name = N_("Condorcet"),
  .purpose = N_("See whether one option would win against every other, and who is in the circle if none does."),
  .rule = N_("Every option is compared with every other. One that more people rank higher in each comparison wins; there may be none."),
  .suited = N_("Right for looking at a group’s majorities before choosing a way to decide."),
  .unsuited = N_("Use Schulze or ranked pairs where there has to be a decision in any case."),
  .nothing = N_("No option wins against every other."),
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
