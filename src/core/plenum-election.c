/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-election.h"

void
plenum_election_free (PlenumElection *self)
{
  for (guint i = 0; i < self->options->len; i++)
    {
      PlenumElectionOption *option = &g_array_index (self->options, PlenumElectionOption, i);

      g_free (option->id);
      g_free (option->text);
      g_free (option->cost);
    }
  for (guint i = 0; i < self->ballots->len; i++)
    {
      PlenumElectionBallot *ballot = &g_array_index (self->ballots, PlenumElectionBallot, i);

      g_array_unref (ballot->choices);
      g_free (ballot->weight);
    }

  g_ptr_array_unref (self->settings);
  g_array_unref (self->options);
  g_array_unref (self->ballots);
  g_free (self);
}
