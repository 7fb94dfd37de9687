/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phragmén's sequential method.
 *
 * Source: Phragmén 1894 to 1899, as in Janson, "Phragmén's and Thiele's election
 * methods", arXiv 1611.08826, and Brill, Freeman, Janson and Lackner, "Phragmén's
 * Voting Methods and Justified Representation", AAAI 2017. Every elected option is a
 * load of 1 that its supporters share; the next seat goes to the option that leaves
 * its supporters with the least load each: (1 + their loads) ÷ their number. */
#include "plenum-committee.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  { "seats", N_("How many can win"), PLENUM_SETTING_INTEGER, "1", 1, 1000, NULL },
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  PlenumTally         *tally;
  const PlenumProfile *profile;
  PlenumChooser       *chooser;
  GPtrArray           *loads;   /* PlenumRational: by group, of each of its ballots by weight 1 */
  gboolean            *elected;
} Count;

/* The load that each supporter of an option would have, %NULL where there are none. */
static GPtrArray *
get_loads (Count *count)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

  for (guint i = 0; i < count->tally->n_options; i++)
    g_ptr_array_add (sums, plenum_rational_new (1, 1));
  for (guint g = 0; g < plenum_profile_get_n_groups (count->profile); g++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (count->profile, g);
      g_autoptr (PlenumRational) load = plenum_rational_copy (count->loads->pdata[g]);

      plenum_rational_scale (load, group->copies * group->weight_numerator, group->weight_denominator);
      for (guint i = 0; i < group->n_choices; i++)
        plenum_rational_add (sums->pdata[group->choices[i].option], load);
    }
  for (guint i = 0; i < sums->len; i++)
    if (plenum_rational_sign (count->tally->options[i].score) > 0)
      plenum_rational_divide (sums->pdata[i], count->tally->options[i].score);

  return sums;
}

static guint
find_least (Count *count, GPtrArray *loads, guint *tied)
{
  guint n = 0;

  for (guint i = 0; i < loads->len; i++)
    {
      int order = n > 0 ? plenum_rational_compare (loads->pdata[i], loads->pdata[tied[0]]) : 0;

      if (count->elected[i] || plenum_rational_sign (count->tally->options[i].score) == 0 || order > 0)
        continue;
      if (order < 0)
        n = 0;
      tied[n++] = i;
    }

  return n;
}

static void
elect (Count *count, guint option, GPtrArray *loads)
{
  g_autofree char *name = plenum_tally_join_names (count->tally, &option, 1);
  g_autofree char *load = plenum_rational_to_display (loads->pdata[option], 4);

  count->elected[option] = TRUE;
  for (guint g = 0; g < plenum_profile_get_n_groups (count->profile); g++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (count->profile, g);

      for (guint i = 0; i < group->n_choices; i++)
        if (group->choices[i].option == option)
          plenum_rational_set (count->loads->pdata[g], loads->pdata[option]);
    }

  if (!plenum_chooser_is_first (count->chooser))
    return;
  plenum_tally_add_step (count->tally, "seat", &option, 1,
                         /* Translators: an option, and a number. */
                         g_strdup_printf (_("The next seat goes to %1$s: its supporters then bear a load of %2$s each, the least there is."), name, load));
  plenum_tally_add_values (count->tally, "loads", (PlenumRational **) loads->pdata);
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  guint n = tally->n_options;
  guint seats = MIN (n, (guint) plenum_profile_get_integer (profile, "seats"));
  g_autofree gboolean *elected = g_new0 (gboolean, n);
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *tied = g_new (guint, n);
  g_autoptr (GPtrArray) loads = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  Count count = { tally, profile, chooser, loads, elected };
  guint n_elected = 0;

  for (guint g = 0; g < plenum_profile_get_n_groups (profile); g++)
    g_ptr_array_add (loads, plenum_rational_new (0, 1));
  while (n_elected < seats)
    {
      g_autoptr (GPtrArray) next = get_loads (&count);
      guint n_tied = find_least (&count, next, tied);

      if (n_tied == 0)
        break;
      order[n_elected] = plenum_chooser_pick (chooser, tied, n_tied, PLENUM_PICK_BEST);
      elect (&count, order[n_elected++], next);
    }

  plenum_committee_add_outcome (tally, chooser, order, n_elected, TRUE);
}

static gboolean
count_ballots (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);

  plenum_committee_count_approvals (tally, profile);
  plenum_tally_explain_start (tally);
  return plenum_chooser_count (chooser, plenum_profile_get_integer (profile, "seats"), run, NULL, cancellable, error);
}

const PlenumMethod plenum_method_phragmen = {
  .id = "phragmen",
  .name = N_("Phragmén"),
  .purpose = N_("Choose several in turn so that the load of being represented is shared evenly."),
  .rule = N_("Every elected option is a load that its supporters share. The next seat goes to the option whose supporters then bear the least load each."),
  .suited = N_("Right for choosing several that should please different groups, also where these overlap."),
  .unsuited = N_("Use another method for a single winner."),
  .goal = PLENUM_GOAL_SEVERAL,
  .paper = PLENUM_PAPER_SET,
  .settings = settings,
  .describe_paper = plenum_set_describe,
  .check_ballot = plenum_set_check,
  .count = count_ballots,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
