/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instant-runoff voting (alternative vote): the last drops out until one is left.
 *
 * Source: Ware 1871; rules as in Robert's Rules of Order, "preferential voting", and
 * in the laws collected by Tideman, "Collective Decisions and Voting", 2006. Every
 * ballot counts for the first option on it that is still in. Ranks that were left
 * out are skipped; from equal ranks on a ballot counts for nobody.
 *
 * Where several are last, by setting: they drop out together (unless these are all
 * that are left: then they are tied); or the one that had
 * fewest in the latest earlier round in which they differed (Commonwealth Electoral
 * Act 1918 of Australia, section 274); or as ties are broken, by lot as in the
 * charters of San Francisco and Minneapolis. Dropped together is the default: it
 * needs no lot and treats equal ones alike. It has a price, which is in the manual:
 * somebody who loses to everybody else can be left over. The count goes on
 * beyond a majority, which cannot lose any more, so that all places are known. */
#include "plenum-rounds.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const rules[] = { "together", "earlier", "lot", NULL };

static const PlenumSetting settings[] = {
  { "ties", N_("Where several are last"), PLENUM_SETTING_CHOICE, "together", 0, 0, rules },
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  PlenumTally   *tally;
  PlenumChooser *chooser;
  PlenumPiles   *piles;
  PlenumRounds  *rounds;
  const char    *rule;
  guint         *left; /* options that are in */
  guint          n_left;
  guint         *last; /* those of them that drop out */
  guint          n_last;
  gint64        *places;
} Count;

/* Where all that are last together have fewer votes than any other, none of them can
 * pass it, so that their order makes no difference and they may go at once. */
static gboolean
order_is_idle (Count *count)
{
  PlenumRational **votes = plenum_rounds_last (count->rounds);
  g_autoptr (PlenumRational) sum = plenum_rational_copy (votes[count->last[0]]);

  if (count->n_last == count->n_left)
    return FALSE;

  plenum_rational_scale (sum, count->n_last, 1);
  for (guint i = 0; i < count->n_left; i++)
    if (plenum_rational_compare (votes[count->left[i]], votes[count->last[0]]) > 0
        && plenum_rational_compare (votes[count->left[i]], sum) <= 0)
      return FALSE;

  return TRUE;
}

static void
find_last (Count *count)
{
  count->n_last = plenum_rounds_extreme (count->rounds, count->rounds->rounds->len - 1, PLENUM_PICK_WORST,
                                         count->left, count->n_left, count->last);
  if (count->n_last == 1 || strcmp (count->rule, "together") == 0)
    return;

  if (strcmp (count->rule, "earlier") == 0)
    count->n_last = plenum_rounds_look_back (count->rounds, PLENUM_PICK_WORST, count->last, count->n_last);
  if (count->n_last == 1 || (!plenum_chooser_decides (count->chooser) && order_is_idle (count)))
    return;

  count->last[0] = plenum_chooser_pick (count->chooser, count->last, count->n_last, PLENUM_PICK_WORST);
  count->n_last = 1;
}

static void
explain_round (Count *count)
{
  guint number = count->rounds->rounds->len;
  PlenumRational **votes = plenum_rounds_last (count->rounds);
  g_autoptr (PlenumRational) exhausted = plenum_piles_get_votes (count->piles, count->tally->n_options);
  g_autofree char *names = NULL;
  g_autofree char *fewest = NULL;
  g_autofree PlenumRational **shown = g_new0 (PlenumRational *, count->tally->n_options);

  if (!plenum_chooser_is_first (count->chooser))
    return;

  names = plenum_tally_join_names (count->tally, count->last, count->n_last);
  fewest = plenum_rational_to_display (votes[count->last[0]], 2);
  for (guint i = 0; i < count->n_left; i++)
    shown[count->left[i]] = votes[count->left[i]];

  if (count->n_last == count->n_left)
    plenum_tally_add_step (count->tally, "round", count->last, count->n_last,
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         /* Translators: %1$u is the number of a round, %2$s one or a list of options, %3$s a number of votes. */
                                                         "Round %1$u: only %2$s is left; votes: %3$s.",
                                                         "Round %1$u: only %2$s are left; votes of each: %3$s.", count->n_last),
                                            number, names, fewest));
  else
    plenum_tally_add_step (count->tally, "round", count->last, count->n_last,
                           g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                         /* Translators: %1$u is the number of a round, %2$s one or a list of options, %3$s a number of votes. */
                                                         "Round %1$u: %2$s has the fewest votes, %3$s, and drops out.",
                                                         "Round %1$u: %2$s have the fewest votes, %3$s each, and drop out.", count->n_last),
                                            number, names, fewest));
  plenum_tally_add_integer (count->tally, "round", number);
  plenum_tally_add_values (count->tally, "votes", shown);
  plenum_tally_add_number (count->tally, "exhausted", exhausted);
}

static void
drop_last (Count *count)
{
  guint n = 0;

  for (guint i = 0; i < count->n_last; i++)
    {
      count->places[count->last[i]] = count->n_left - count->n_last;
      plenum_piles_close (count->piles, count->last[i]);
    }

  for (guint i = 0; i < count->n_left; i++)
    if (!count->piles->closed[count->left[i]])
      count->left[n++] = count->left[i];
  count->n_left = n;
}

/* The score is the votes in the last round an option took part in. */
static void
note_scores (Count *count)
{
  for (guint i = 0; i < count->n_left; i++)
    {
      PlenumRational *score = count->tally->options[count->left[i]].score;
      PlenumRational *votes = plenum_rounds_last (count->rounds)[count->left[i]];

      if (plenum_rational_compare (votes, score) > 0)
        plenum_rational_set (score, votes);
    }
}

static void
run_rounds (Count *count)
{
  g_autofree gboolean *wins = g_new0 (gboolean, count->tally->n_options);

  do
    {
      plenum_rounds_add (count->rounds, count->piles);
      find_last (count);
      explain_round (count);
      note_scores (count);
      for (guint i = 0; i < count->n_last; i++)
        wins[count->last[i]] = count->n_last == count->n_left && plenum_tally_any_can_win (count->tally, 0);
      drop_last (count);
    }
  while (count->n_left > 1);

  if (count->n_left == 1)
    wins[count->left[0]] = plenum_tally_any_can_win (count->tally, 0);
  plenum_chooser_add_outcome (count->chooser, count->places, wins);
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  g_autoptr (PlenumPiles) piles = plenum_piles_new (plenum_profile_get_rankings (profile), tally->n_options, FALSE);
  g_autoptr (PlenumRounds) rounds = plenum_rounds_new (tally->n_options);
  g_autofree guint *left = g_new (guint, tally->n_options);
  g_autofree guint *last = g_new (guint, tally->n_options);
  g_autofree gint64 *places = g_new0 (gint64, tally->n_options);
  Count count = { tally, chooser, piles, rounds, plenum_profile_get_setting (profile, "ties"),
                  left, tally->n_options, last, 0, places };

  for (guint i = 0; i < tally->n_options; i++)
    left[i] = i;
  run_rounds (&count);
}

static gboolean
count_ballots (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);

  plenum_tally_explain_start (tally);
  return plenum_chooser_count (chooser, 1, run, NULL, cancellable, error);
}

const PlenumMethod plenum_method_irv = {
  .id = "irv",
  .name = N_("Instant runoff"),
  .purpose = N_("Choose one of several, so that nobody wastes a vote on an option without a chance."),
  .rule = N_("The option with the fewest first choices drops out, and its ballots count for the next on them. This goes on until one is left."),
  .suited = N_("Right for choosing one of a few, where first choices should weigh most."),
  .unsuited = N_("Use another method where a compromise that is few people’s first choice should be able to win: it may drop out early."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_RANKING,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count_ballots,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
