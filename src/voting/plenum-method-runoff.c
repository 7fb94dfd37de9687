/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two-round runoff, both rounds from one ballot.
 *
 * Source: the two-round system, as for the French president (Constitution of 1958,
 * article 7); with rankings also called contingent vote. More than half of the votes
 * win at once; else the two with the most votes meet, and every ballot counts for
 * the one of them that it ranks higher. */
#include "plenum-rounds.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  PlenumTally   *tally;
  PlenumChooser *chooser;
  PlenumPiles   *piles;
  PlenumRounds  *rounds;
} Count;

static void
explain_round (Count *count, const guint *options, guint n_options, char *text)
{
  if (plenum_chooser_is_first (count->chooser))
    {
      plenum_tally_add_step (count->tally, "round", options, n_options, text);
      plenum_tally_add_integer (count->tally, "round", count->rounds->rounds->len);
      plenum_tally_add_values (count->tally, "votes", plenum_rounds_last (count->rounds));
    }
  else
    {
      g_free (text);
    }
}

/* Whether an option has more than half of all votes that count for one. */
static gboolean
has_majority (Count *count, guint option)
{
  g_autoptr (PlenumRational) others = plenum_rational_new (0, 1);
  PlenumRational **votes = plenum_rounds_last (count->rounds);

  for (guint i = 0; i < count->tally->n_options; i++)
    if (i != option)
      plenum_rational_add (others, votes[i]);

  return plenum_rational_compare (votes[option], others) > 0;
}

/* The best of those that are not taken yet. */
static guint
pick_best (Count *count, guint without)
{
  g_autofree guint *options = g_new (guint, count->tally->n_options);
  guint n = 0;

  for (guint i = 0; i < count->tally->n_options; i++)
    if (i != without && !count->piles->closed[i])
      options[n++] = i;
  n = plenum_rounds_extreme (count->rounds, count->rounds->rounds->len - 1, PLENUM_PICK_BEST, options, n, options);

  return plenum_chooser_pick (count->chooser, options, n, PLENUM_PICK_BEST);
}

/* The final, and who wins it. */
static guint
run_final (Count *count, guint first, guint second)
{
  guint two[] = { MIN (first, second), MAX (first, second) };
  g_autofree char *names = plenum_tally_join_names (count->tally, two, 2);
  guint winner;

  for (guint i = 0; i < count->tally->n_options; i++)
    if (i != first && i != second)
      plenum_piles_close (count->piles, i);
  plenum_rounds_add (count->rounds, count->piles);
  explain_round (count, two, 2, g_strdup_printf (_("Nobody has more than half. The final is between %s."), names));
  winner = pick_best (count, G_MAXUINT);

  return winner;
}

/* Places behind the final are by votes in the first round. */
static void
place_others (Count *count, guint winner, guint second, gint64 *places)
{
  PlenumRational **votes = plenum_rounds_get (count->rounds, 0);

  for (guint i = 0; i < count->tally->n_options; i++)
    {
      places[i] = i == winner ? 0 : i == second ? 1 : 2;
      for (guint j = 0; places[i] >= 2 && j < count->tally->n_options; j++)
        if (j != winner && j != second && plenum_rational_compare (votes[j], votes[i]) > 0)
          places[i]++;
    }
}

static void
run_rounds (Count *count)
{
  PlenumTally *tally = count->tally;
  g_autofree gint64 *places = g_new0 (gint64, tally->n_options);
  g_autofree gboolean *wins = g_new0 (gboolean, tally->n_options);
  guint first, second = G_MAXUINT, winner;

  plenum_rounds_add (count->rounds, count->piles);
  for (guint i = 0; i < tally->n_options; i++)
    plenum_rational_set (tally->options[i].score, plenum_rounds_last (count->rounds)[i]);
  explain_round (count, NULL, 0, g_strdup (_("The first choices are counted.")));

  winner = first = pick_best (count, G_MAXUINT);
  if (tally->n_options > 1 && !has_majority (count, first))
    {
      second = pick_best (count, first);
      winner = run_final (count, first, second);
      second = winner == first ? second : first;
    }

  wins[winner] = plenum_tally_any_can_win (tally, winner);
  place_others (count, winner, second, places);
  plenum_chooser_add_outcome (count->chooser, places, wins);
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  g_autoptr (PlenumPiles) piles = plenum_piles_new (plenum_profile_get_rankings (profile), tally->n_options, FALSE);
  g_autoptr (PlenumRounds) rounds = plenum_rounds_new (tally->n_options);
  Count count = { tally, chooser, piles, rounds };

  run_rounds (&count);
}

static gboolean
count_ballots (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);

  plenum_tally_explain_start (tally);
  return plenum_chooser_count (chooser, 1, run, NULL, cancellable, error);
}

const PlenumMethod plenum_method_runoff = {
  .id = "runoff",
  .name = N_("Runoff"),
  .purpose = N_("Choose one so that more than half of those who decide between the last two stand behind it."),
  .rule = N_("More than half of the first choices win at once. Else the two with the most meet, and every ballot counts for the one it ranks higher."),
  .suited = N_("Right where people know two-round elections and the winner should have a majority."),
  .unsuited = N_("Use another method with many similar options: the final may lack the one most could agree on."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_RANKING,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count_ballots,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
