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

/* Places are as elected; then by approvals. */
void
plenum_committee_add_outcome (PlenumTally *tally, PlenumChooser *chooser, const guint *elected, guint n_elected)
{
  g_autofree gboolean *wins = g_new0 (gboolean, tally->n_options);
  g_autofree gint64 *places = g_new0 (gint64, tally->n_options);

  for (guint i = 0; i < n_elected; i++)
    wins[elected[i]] = TRUE;
  for (guint i = 0; i < tally->n_options; i++)
    for (guint j = 0; !wins[i] && j < tally->n_options; j++)
      if (wins[j] || plenum_rational_compare (tally->options[j].score, tally->options[i].score) > 0)
        places[i]++;
  for (guint i = 0; i < n_elected; i++)
    places[elected[i]] = i;

  plenum_chooser_add_outcome (chooser, places, wins);
}
