/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single transferable vote: several are elected in proportion.
 *
 * Variants elect different people in close elections, so the rule is a setting and
 * its name stands in the explanation: that of Scottish councils (plenum-stv-scottish.c)
 * or Meek's (plenum-stv-meek.c). */
#include "plenum-stv.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const rules[] = { "scottish", "meek", NULL };

static const PlenumSetting settings[] = {
  { "seats", N_("How many can win"), PLENUM_SETTING_INTEGER, "1", 1, 1000, NULL },
  { "rule", N_("Rule of transfer"), PLENUM_SETTING_CHOICE, "scottish", 0, 0, rules },
  PLENUM_COMMON_SETTINGS
};

/* Those in a state, in the order of the list. */
guint
plenum_stv_list (PlenumStv *self, PlenumStvState state, guint *options)
{
  guint n = 0;

  for (guint i = 0; i < self->tally->n_options; i++)
    if (self->states[i] == state)
      options[n++] = i;

  return n;
}

void
plenum_stv_explain (PlenumStv *self, const guint *options, guint n_options, char *text)
{
  if (plenum_chooser_is_first (self->chooser))
    plenum_tally_add_step (self->tally, "stage", options, n_options, text);
  else
    g_free (text);
}

/* Adds the votes at the end of a stage to what was just explained, and what came to
 * or went from each since the last. */
void
plenum_stv_explain_votes (PlenumStv *self, const PlenumRational *exhausted, const PlenumRational *quota)
{
  guint n_rounds = self->rounds->rounds->len;
  PlenumRational **votes = plenum_rounds_last (self->rounds);
  PlenumRational **before = n_rounds > 1 ? plenum_rounds_get (self->rounds, n_rounds - 2) : NULL;
  g_autoptr (GPtrArray) transfers = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

  if (!plenum_chooser_is_first (self->chooser))
    return;

  plenum_tally_add_integer (self->tally, "stage", n_rounds);
  plenum_tally_add_number (self->tally, "quota", quota);
  plenum_tally_add_values (self->tally, "votes", votes);
  plenum_tally_add_number (self->tally, "exhausted", exhausted);
  for (guint i = 0; before != NULL && i < self->tally->n_options; i++)
    {
      PlenumRational *change = plenum_rational_copy (votes[i]);

      plenum_rational_subtract (change, before[i]);
      g_ptr_array_add (transfers, change);
    }
  if (before != NULL)
    plenum_tally_add_values (self->tally, "transfers", (PlenumRational **) transfers->pdata);
}

static void
note_score (PlenumStv *self, guint option)
{
  PlenumRational *votes = self->rounds->rounds->len > 0 ? plenum_rounds_last (self->rounds)[option] : NULL;

  if (votes != NULL && plenum_rational_compare (votes, self->tally->options[option].score) > 0)
    plenum_rational_set (self->tally->options[option].score, votes);
}

static int
compare_votes (gconstpointer a, gconstpointer b, gpointer votes)
{
  return plenum_rational_compare (((PlenumRational **) votes)[*(const guint *) b], ((PlenumRational **) votes)[*(const guint *) a]);
}

/**
 * plenum_stv_elect:
 * @options: (array length=n_options) (inout): elected at the end of a stage; sorted by votes
 * @by_quota: whether they reached it; else they are all that are left
 */
void
plenum_stv_elect (PlenumStv *self, guint *options, guint n_options, gboolean by_quota)
{
  PlenumRational **votes = plenum_rounds_last (self->rounds);
  g_autofree char *names = NULL;

  if (n_options == 0)
    return;

  g_qsort_with_data (options, n_options, sizeof (guint), compare_votes, votes);
  for (guint i = 0; i < n_options; i++)
    {
      gboolean tied = i > 0 && plenum_rational_compare (votes[options[i]], votes[options[i - 1]]) == 0;

      self->states[options[i]] = PLENUM_STV_ELECTED;
      self->places[options[i]] = tied ? self->places[options[i - 1]] : self->n_elected + i;
      note_score (self, options[i]);
    }
  self->n_elected += n_options;
  self->n_hopeful -= n_options;

  names = plenum_tally_join_names (self->tally, options, n_options);
  plenum_stv_explain (self, options, n_options,
                      by_quota
                      ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s reaches the quota and is elected.", "%s reach the quota and are elected.", n_options), names)
                      : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                      "No more options are left than seats: %s is elected.",
                                                      "No more options are left than seats: %s are elected.", n_options), names));
}

void
plenum_stv_exclude (PlenumStv *self, const guint *options, guint n_options)
{
  for (guint i = 0; i < n_options; i++)
    {
      self->states[options[i]] = PLENUM_STV_OUT;
      self->places[options[i]] = self->n_elected + self->n_hopeful - n_options;
      note_score (self, options[i]);
    }
  self->n_hopeful -= n_options;
}

/* Whether options have no votes at all and all of them have to go: then the order in
 * which they do makes no difference. */
gboolean
plenum_stv_is_idle (PlenumStv *self, const guint *options, guint n_options)
{
  for (guint i = 0; i < n_options; i++)
    if (plenum_rational_sign (plenum_rounds_last (self->rounds)[options[i]]) != 0)
      return FALSE;

  return self->n_elected + self->n_hopeful - n_options >= self->seats;
}

/* Elects all that are left where they are not more than seats. */
gboolean
plenum_stv_is_filled (PlenumStv *self)
{
  g_autofree guint *hopeful = NULL;

  if (self->n_elected >= self->seats)
    return TRUE;
  if (self->n_elected + self->n_hopeful > self->seats)
    return FALSE;

  hopeful = g_new (guint, MAX (self->n_hopeful, 1));
  plenum_stv_elect (self, hopeful, plenum_stv_list (self, PLENUM_STV_HOPEFUL, hopeful), FALSE);
  return TRUE;
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  g_autoptr (PlenumRounds) rounds = plenum_rounds_new (tally->n_options);
  g_autofree PlenumStvState *states = g_new0 (PlenumStvState, tally->n_options);
  g_autofree gint64 *places = g_new0 (gint64, tally->n_options);
  g_autofree gboolean *wins = g_new0 (gboolean, tally->n_options);
  PlenumStv stv = {
    tally, profile, chooser, rounds, states, places,
    plenum_profile_get_integer (profile, "seats"), 0, tally->n_options,
  };

  if (strcmp (plenum_profile_get_setting (profile, "rule"), "meek") == 0)
    plenum_stv_run_meek (&stv);
  else
    plenum_stv_run_scottish (&stv);

  for (guint i = 0; i < tally->n_options; i++)
    {
      wins[i] = states[i] == PLENUM_STV_ELECTED;
      if (states[i] == PLENUM_STV_HOPEFUL)
        {
          places[i] = stv.n_elected;
          for (guint j = 0; j < tally->n_options; j++)
            if (states[j] == PLENUM_STV_HOPEFUL
                && plenum_rational_compare (plenum_rounds_last (rounds)[j], plenum_rounds_last (rounds)[i]) > 0)
              places[i]++;
          note_score (&stv, i);
        }
    }
  plenum_chooser_add_outcome (chooser, places, wins);
}

static gboolean
count_ballots (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);
  gboolean meek = strcmp (plenum_profile_get_setting (profile, "rule"), "meek") == 0;

  plenum_tally_explain_start (tally);
  plenum_tally_add_step (tally, "variant", NULL, 0,
                         meek ? g_strdup (_("Counted by Meek’s rule with nine decimals (Proportional Representation Foundation)."))
                              : g_strdup (_("Counted by the rules of Scottish council elections with five decimals (SSI 2007/42).")));
  return plenum_chooser_count (chooser, plenum_profile_get_integer (profile, "seats"), run, NULL, cancellable, error);
}

const PlenumMethod plenum_method_stv = {
  .id = "stv",
  .name = N_("Single transferable vote"),
  .purpose = N_("Elect several so that every group gets its fair share."),
  .rule = N_("Who reaches the quota is elected, and votes beyond it go to the next options on those ballots. If nobody does, the one with the fewest votes is out, and its ballots move on."),
  .suited = N_("Right for electing a committee or a delegation that should mirror the room."),
  .unsuited = N_("Use another method for a single winner, or where everybody should be able to count again in their head."),
  .goal = PLENUM_GOAL_SEVERAL,
  .paper = PLENUM_PAPER_RANKING,
  .settings = settings,
  .describe_paper = plenum_ranking_describe,
  .check_ballot = plenum_ranking_check,
  .count = count_ballots,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
