/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-committee.h"

static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    plenum_tally_add_score (tally, group->choices[i].option, group, 1);
}

/* The score of every option is how many chose it. */
void
plenum_committee_count_approvals (PlenumTally *tally, const PlenumProfile *profile)
{
  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    add_group (tally, plenum_profile_get_group (profile, i));
}

/* Those elected come first, as elected if that was one by one, else by approvals; then
 * the others by approvals. */
void
plenum_committee_add_outcome (PlenumTally *tally, PlenumChooser *chooser, const guint *elected, guint n_elected, gboolean one_by_one)
{
  g_autofree gboolean *wins = g_new0 (gboolean, tally->n_options);
  g_autofree gint64 *places = g_new0 (gint64, tally->n_options);

  for (guint i = 0; i < n_elected; i++)
    wins[elected[i]] = TRUE;
  for (guint i = 0; i < tally->n_options; i++)
    for (guint j = 0; j < tally->n_options; j++)
      if (wins[j] != wins[i] ? wins[j] : plenum_rational_compare (tally->options[j].score, tally->options[i].score) > 0)
        places[i]++;
  for (guint i = 0; i < n_elected && one_by_one; i++)
    places[elected[i]] = i;

  plenum_chooser_add_outcome (chooser, places, wins);
}
