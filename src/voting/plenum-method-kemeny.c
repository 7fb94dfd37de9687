/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kemeny and Young: the order that contradicts the ballots least.
 *
 * Source: Kemeny, "Mathematics without numbers", Daedalus 88 (1959); Young and
 * Levenglick, SIAM Journal on Applied Mathematics 35 (1978). Of all orders of the
 * options, the one with the fewest pairs that ballots rank the other way. Found
 * exactly over all sets of options (Held and Karp's way), which takes 2ⁿ steps: up to
 * 12 options. Where several orders are best, an option that is first in any of them
 * wins, and places are by the middle between its best and its worst place; unless the
 * settings break ties: then of those that can go on a best order, one is taken by them,
 * from first to last. */
#include "plenum-chooser.h"
#include "plenum-pairs.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

#define MOST_EXACT 12

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  const PlenumPairs *pairs;
  PlenumRational   **best;  /* by set of options: what its best order contradicts */
} Search;

/* What it contradicts to put @first before the others of a set that are ordered best. */
static PlenumRational *
get_cost (const Search *search, guint set, guint first)
{
  guint n = search->pairs->n;
  PlenumRational *cost = plenum_rational_copy (search->best[set & ~(1u << first)]);

  for (guint other = 0; other < n; other++)
    if (other != first && (set & (1u << other)) != 0)
      plenum_rational_add (cost, search->pairs->preferred[other * n + first]);

  return cost;
}

static void
find_best (Search *search)
{
  search->best[0] = plenum_rational_new (0, 1);
  for (guint set = 1; set < 1u << search->pairs->n; set++)
    for (guint first = 0; first < search->pairs->n; first++)
      if ((set & (1u << first)) != 0)
        {
          g_autoptr (PlenumRational) cost = get_cost (search, set, first);

          if (search->best[set] == NULL || plenum_rational_compare (cost, search->best[set]) < 0)
            {
              g_clear_pointer (&search->best[set], plenum_rational_free);
              search->best[set] = g_steal_pointer (&cost);
            }
        }
}

/* The best and worst place of every option in the best orders. */
static void
find_places (const Search *search, guint *lowest, guint *highest)
{
  guint n = search->pairs->n;
  g_autofree gboolean *reached = g_new0 (gboolean, 1u << n);

  for (guint i = 0; i < n; i++)
    {
      lowest[i] = n;
      highest[i] = 0;
    }

  reached[(1u << n) - 1] = TRUE;
  for (guint set = (1u << n) - 1; set > 0; set--)
    for (guint first = 0; reached[set] && first < n; first++)
      if ((set & (1u << first)) != 0)
        {
          g_autoptr (PlenumRational) cost = get_cost (search, set, first);
          guint place = n - __builtin_popcount (set);

          if (plenum_rational_compare (cost, search->best[set]) != 0)
            continue;
          reached[set & ~(1u << first)] = TRUE;
          lowest[first] = MIN (lowest[first], place);
          highest[first] = MAX (highest[first], place);
        }
}

/* The best order that the settings choose, as places. */
static void
choose_order (const Search *search, PlenumChooser *chooser, gint64 *places)
{
  guint n = search->pairs->n;
  g_autofree guint *tied = g_new (guint, n);
  guint set = (1u << n) - 1;

  for (guint place = 0; place < n; place++)
    {
      guint n_tied = 0, chosen;

      for (guint first = 0; first < n; first++)
        {
          g_autoptr (PlenumRational) cost = (set & (1u << first)) != 0 ? get_cost (search, set, first) : NULL;

          if (cost != NULL && plenum_rational_compare (cost, search->best[set]) == 0)
            tied[n_tied++] = first;
        }
      chosen = plenum_chooser_pick (chooser, tied, n_tied, PLENUM_PICK_BEST);
      places[chosen] = place;
      set &= ~(1u << chosen);
    }
}

/* One outcome for each option that can be first. */
static void
note_outcomes (PlenumTally *tally, const Search *search, PlenumChooser *chooser, const guint *lowest, const guint *highest)
{
  guint n = tally->n_options;
  g_autofree gint64 *places = g_new0 (gint64, n);
  g_autofree gboolean *wins = g_new0 (gboolean, n);

  if (plenum_chooser_decides (chooser))
    choose_order (search, chooser, places);
  else
    for (guint i = 0; i < n; i++)
      places[i] = lowest[i] + highest[i];

  for (guint i = 0; i < n; i++)
    {
      if (plenum_chooser_decides (chooser) ? places[i] != 0 : lowest[i] != 0)
        continue;
      wins[i] = plenum_tally_any_can_win (tally, i);
      plenum_chooser_add_outcome (chooser, places, wins);
      wins[i] = FALSE;
    }
}

static void
explain_cost (PlenumTally *tally, const PlenumPairs *pairs, const PlenumRational *cost)
{
  g_autofree char *contradicted = plenum_rational_to_display (cost, 2);
  g_autoptr (PlenumRational) all = plenum_rational_new (0, 1);

  for (guint i = 0; i < pairs->n * pairs->n; i++)
    plenum_rational_add (all, pairs->preferred[i]);
  plenum_rational_subtract (all, cost);
  plenum_tally_add_step (tally, "order", NULL, 0,
                         /* Translators: %s is a number. */
                         g_strdup_printf (_("The best order contradicts the ballots in %s pairs; every other order in as many or more."), contradicted));
  plenum_tally_add_number (tally, "contradicted", cost);
  plenum_tally_add_number (tally, "agreed", all);
}

static gboolean
refuse_many (guint n, GError **error)
{
  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_OUT_OF_REACH,
               _("The best order of %u options is out of reach: it can be found for up to %d. Schulze and ranked pairs count any number."),
               n, MOST_EXACT);
  return FALSE;
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  guint n = tally->n_options;
  g_autoptr (PlenumPairs) pairs = NULL;
  g_autofree PlenumRational **best = NULL;
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);
  g_autofree guint *lowest = g_new (guint, n);
  g_autofree guint *highest = g_new (guint, n);
  Search search;

  if (n > MOST_EXACT)
    return refuse_many (n, error);
  pairs = plenum_pairs_new (profile, cancellable, error);
  if (pairs == NULL)
    return FALSE;

  best = g_new0 (PlenumRational *, 1u << n);
  search = (Search) { pairs, best };
  find_best (&search);
  find_places (&search, lowest, highest);

  plenum_tally_explain_start (tally);
  plenum_pairs_explain (pairs, tally);
  explain_cost (tally, pairs, best[(1u << n) - 1]);
  for (guint i = 0; i < n; i++)
    plenum_rational_add_weighted (tally->options[i].score, 2 * (gint64) (n - 1) - lowest[i] - highest[i], 1, 2);
  note_outcomes (tally, &search, chooser, lowest, highest);
  plenum_chooser_finish (chooser, 1);
  plenum_tally_explain_end (tally);

  for (guint set = 0; set < 1u << n; set++)
    plenum_rational_free (best[set]);
  return TRUE;
}

const PlenumMethod plenum_method_kemeny = {
  .id = "kemeny",
  .name = N_("Kemeny–Young"),
  .purpose = N_("Find the one order of all options that does most justice to everybody’s order."),
  .rule = N_("Of all orders of the options, the one that contradicts the fewest pairs on the ballots is taken. Its first wins."),
  .suited = N_("Right where an order of up to twelve options is wanted."),
  .unsuited = N_("Use ranked pairs or Schulze with more options: the best order cannot be found in reasonable time."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_RANKING,
  .takes_ties = TRUE,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count,
  .describe_score = plenum_tally_describe_wins,
  .describe_result = plenum_tally_describe_seats,
};
