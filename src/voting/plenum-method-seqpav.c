/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sequential proportional approval voting.
 *
 * Source: Thiele, "Om Flerfoldsvalg", 1895; Lackner and Skowron, "Multi-Winner Voting
 * with Approval Preferences", Springer 2023. Seats are given one by one to the option
 * with the greatest sum, where a ballot counts 1 ÷ (1 + how many on it are elected). */
#include "plenum-committee.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  { "seats", N_("How many can win"), PLENUM_SETTING_INTEGER, "1", 1, 1000, NULL },
  PLENUM_COMMON_SETTINGS
};

static GPtrArray *
sum_shares (const PlenumProfile *profile, const gboolean *elected, guint n)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sums, plenum_rational_new (0, 1));
  for (guint g = 0; g < plenum_profile_get_n_groups (profile); g++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, g);
      gint64 share = 1;

      for (guint i = 0; i < group->n_choices; i++)
        share += elected[group->choices[i].option] ? 1 : 0;
      for (guint i = 0; i < group->n_choices; i++)
        if (!elected[group->choices[i].option])
          plenum_rational_add_weighted (sums->pdata[group->choices[i].option], group->copies,
                                        group->weight_numerator, group->weight_denominator * share);
    }

  return sums;
}

static guint
find_greatest (GPtrArray *sums, const gboolean *elected, guint *tied)
{
  guint n = 0;

  for (guint i = 0; i < sums->len; i++)
    {
      int order = n > 0 ? plenum_rational_compare (sums->pdata[i], sums->pdata[tied[0]]) : 0;

      if (elected[i] || plenum_rational_sign (sums->pdata[i]) == 0 || order < 0)
        continue;
      if (order > 0)
        n = 0;
      tied[n++] = i;
    }

  return n;
}

static void
explain_seat (PlenumTally *tally, PlenumChooser *chooser, guint option, GPtrArray *sums)
{
  g_autofree char *name = plenum_tally_join_names (tally, &option, 1);
  g_autofree char *sum = plenum_rational_to_display (sums->pdata[option], 3);

  if (!plenum_chooser_is_first (chooser))
    return;
  plenum_tally_add_step (tally, "seat", &option, 1,
                         /* Translators: an option, and a number. */
                         g_strdup_printf (_("The next seat goes to %1$s with a sum of %2$s; ballots with elected options count less from now on."), name, sum));
  plenum_tally_add_values (tally, "sums", (PlenumRational **) sums->pdata);
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  guint n = tally->n_options;
  guint seats = MIN (n, (guint) plenum_profile_get_integer (profile, "seats"));
  g_autofree gboolean *elected = g_new0 (gboolean, n);
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *tied = g_new (guint, n);
  guint n_elected = 0;

  while (n_elected < seats)
    {
      g_autoptr (GPtrArray) sums = sum_shares (profile, elected, n);
      guint n_tied = find_greatest (sums, elected, tied);
      guint option;

      if (n_tied == 0)
        break;
      option = plenum_chooser_pick (chooser, tied, n_tied, PLENUM_PICK_BEST);
      explain_seat (tally, chooser, option, sums);
      elected[option] = TRUE;
      order[n_elected++] = option;
    }

  plenum_committee_add_outcome (tally, chooser, order, n_elected, TRUE);
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);

  plenum_committee_count_approvals (tally, profile);
  plenum_tally_explain_start (tally);
  return plenum_chooser_count (chooser, plenum_profile_get_integer (profile, "seats"), run, NULL, cancellable, error);
}

const PlenumMethod plenum_method_seqpav = {
  .id = "seqpav",
  .name = N_("Sequential proportional approval"),
  .purpose = N_("Choose several in turn by approval, so that smaller groups get some of them."),
  .rule = N_("Seats are given one by one to the most approvals. A ballot counts half once one of its options is elected, then a third, and so on."),
  .suited = N_("Right for choosing several that should please different groups, with simple ballots."),
  .unsuited = N_("Use another method for a single winner."),
  .goal = PLENUM_GOAL_SEVERAL,
  .paper = PLENUM_PAPER_SET,
  .settings = settings,
  .describe_paper = plenum_set_describe,
  .check_ballot = plenum_set_check,
  .count = count,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
