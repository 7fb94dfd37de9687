/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties in the middle of a count, on which the rest of it depends.
 *
 * Where the settings break ties, the chooser does so. Where they do not, nothing is
 * decided that the votes do not decide: the count is run again for every way in
 * which its ties can fall, as in "parallel universe tiebreaking" (Conitzer, Rognlie
 * and Xia, "Preference Functions That Score Rankings and Maximum Likelihood
 * Estimation", IJCAI 2009). What wins in one of the runs is a winner, and what does
 * not win in all of them is tied. The explanation is that of the first run. */
#include "plenum-chooser.h"

#include "plenum-tie-break.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_OUTCOMES 200

typedef struct
{
  guint choice, n_choices;
} Branch;

struct _PlenumChooser
{
  PlenumTally         *tally;
  const PlenumProfile *profile;
  gboolean             decides;   /* the settings say how ties are broken */
  GArray              *script;    /* Branch: how the ties of this run fall */
  guint                at;        /* the next tie of this run */
  guint                n_outcomes;
  gint64              *places;    /* sums over outcomes */
  guint               *wins;      /* in how many outcomes an option won */
  guint               *sure;      /* in how many of these it had a seat and was not tied for it */
  guint                seats;
  guint                n_winners; /* of the last outcome */
};

PlenumChooser *
plenum_chooser_new (PlenumTally *tally, const PlenumProfile *profile)
{
  PlenumChooser *self = g_new0 (PlenumChooser, 1);

  self->tally = tally;
  self->profile = profile;
  self->decides = strcmp (plenum_profile_get_setting (profile, "tie_break"), "none") != 0;
  self->script = g_array_new (FALSE, FALSE, sizeof (Branch));
  self->places = g_new0 (gint64, tally->n_options);
  self->wins = g_new0 (guint, tally->n_options);
  self->sure = g_new0 (guint, tally->n_options);
  self->seats = G_MAXUINT;

  return self;
}

void
plenum_chooser_free (PlenumChooser *self)
{
  g_array_unref (self->script);
  g_free (self->places);
  g_free (self->wins);
  g_free (self->sure);
  g_free (self);
}

/* Whether the settings break ties, so that there is one outcome. */
gboolean
plenum_chooser_decides (const PlenumChooser *self)
{
  return self->decides;
}

/* Whether this is the run that is explained. */
gboolean
plenum_chooser_is_first (const PlenumChooser *self)
{
  return self->n_outcomes == 0;
}

static guint
decide (PlenumChooser *self, const guint *options, guint n_options, PlenumPick which)
{
  PlenumTie *tie = g_new0 (PlenumTie, 1);
  guint *drawn = g_memdup2 (options, n_options * sizeof (guint));

  tie->broken = plenum_tie_break (self->profile, drawn, n_options);
  tie->options = drawn;
  tie->n_options = n_options;
  tie->place = 0; /* in the middle of the count: known once it is over */
  g_ptr_array_add (self->tally->ties, tie);
  plenum_tie_break_explain (self->tally, tie);

  return which == PLENUM_PICK_BEST ? drawn[0] : drawn[n_options - 1];
}

/**
 * plenum_chooser_branch:
 * @n_choices: how many ways there are to go on, at least 1
 *
 * For ties that are not between options, where plenum_chooser_decides() is %FALSE.
 *
 * Returns: the way of this run, from 0
 */
guint
plenum_chooser_branch (PlenumChooser *self, guint n_choices)
{
  Branch branch = { 0, n_choices };

  if (n_choices == 1)
    return 0;
  if (self->at == self->script->len)
    g_array_append_val (self->script, branch);

  return g_array_index (self->script, Branch, self->at++).choice;
}

/**
 * plenum_chooser_pick:
 * @options: (array length=n_options): options that the votes do not tell apart, in the order of the list
 *
 * Returns: the one that goes first in this run
 */
guint
plenum_chooser_pick (PlenumChooser *self, const guint *options, guint n_options, PlenumPick which)
{
  if (n_options == 1)
    return options[0];
  if (self->decides)
    return decide (self, options, n_options, which);

  if (plenum_chooser_is_first (self))
    {
      g_autofree char *names = plenum_tally_join_names (self->tally, options, n_options);

      plenum_tally_add_step (self->tally, "tie", options, n_options,
                             /* Translators: %s is a list of options in quotation marks. */
                             g_strdup_printf (_("%s are tied here. Every way in which this tie can fall is counted; this is one of them."), names));
    }

  return options[plenum_chooser_branch (self, n_options)];
}

/**
 * plenum_chooser_add_outcome:
 * @places: by option: the smaller the better
 * @wins: by option
 *
 * Notes how the run ended.
 */
void
plenum_chooser_add_outcome (PlenumChooser *self, const gint64 *places, const gboolean *wins)
{
  self->n_outcomes++;
  self->n_winners = 0;
  for (guint i = 0; i < self->tally->n_options; i++)
    {
      self->places[i] += places[i];
      self->wins[i] += wins[i] ? 1 : 0;
      self->n_winners += wins[i] ? 1 : 0;
    }
  for (guint i = 0; i < self->tally->n_options && self->n_winners <= self->seats; i++)
    self->sure[i] += wins[i] ? 1 : 0;
}

/* Whether the count has to be run once more. */
static gboolean
next (PlenumChooser *self)
{
  self->at = 0;
  while (self->script->len > 0)
    {
      Branch *last = &g_array_index (self->script, Branch, self->script->len - 1);

      if (++last->choice < last->n_choices)
        return self->n_outcomes < MOST_OUTCOMES;
      g_array_set_size (self->script, self->script->len - 1);
    }

  return FALSE;
}

/* What wins in some outcomes and not in others, unless a tied place says so already. */
static void
note_undecided (PlenumChooser *self)
{
  g_autoptr (GArray) undecided = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_sure = 0;
  PlenumTie *tie;

  for (guint i = 0; i < self->tally->n_options; i++)
    if (self->sure[i] == self->n_outcomes)
      n_sure++;
    else if (self->wins[i] > 0)
      g_array_append_val (undecided, i);

  for (guint i = 0; i < self->tally->ties->len; i++)
    if (((PlenumTie *) self->tally->ties->pdata[i])->seats > 0 && !((PlenumTie *) self->tally->ties->pdata[i])->broken)
      return;
  if (undecided->len == 0)
    return;

  tie = g_new0 (PlenumTie, 1);
  tie->options = g_memdup2 (undecided->data, undecided->len * sizeof (guint));
  tie->n_options = undecided->len;
  tie->place = n_sure + 1;
  tie->seats = MIN (self->n_winners, self->seats) - n_sure;
  g_ptr_array_add (self->tally->ties, tie);
}

/* Ties that were broken on the way get the best place of theirs. */
static void
place_broken_ties (PlenumChooser *self)
{
  for (guint i = 0; i < self->tally->ties->len; i++)
    {
      PlenumTie *tie = self->tally->ties->pdata[i];

      if (tie->place > 0)
        continue;
      tie->place = G_MAXUINT;
      for (guint j = 0; j < tie->n_options; j++)
        {
          tie->place = MIN (tie->place, plenum_tally_get_option_place (self->tally, tie->options[j]));
          tie->seats += self->wins[tie->options[j]] > 0 ? 1 : 0;
        }
    }
}

/**
 * plenum_chooser_finish:
 * @seats: how many can win
 *
 * Ranks and elects: what wins always and alone, then what wins in some outcomes, then the
 * rest, each by its average place. For methods that know all outcomes at once; the
 * others call plenum_chooser_count().
 */
void
plenum_chooser_finish (PlenumChooser *self, guint seats)
{
  PlenumTally *tally = self->tally;
  g_autofree gboolean *wins = g_new0 (gboolean, tally->n_options);

  for (guint i = 0; i < tally->n_options; i++)
    {
      gint64 rank = self->sure[i] == self->n_outcomes ? 0 : self->wins[i] > 0 ? 1 : 2;

      wins[i] = self->wins[i] > 0;
      tally->options[i].key = (rank << 48) + self->places[i];
    }

  /* Where fewer win than could, nobody is tied for the seats that stay empty. */
  plenum_tally_rank (tally, self->profile, plenum_tally_by_key, MIN (seats, self->n_winners), plenum_tally_any_can_win);
  for (guint i = 0; i < tally->n_options && self->decides; i++)
    wins[i] = wins[i] && tally->options[i].winner; /* those tied at the end were told apart just now */
  plenum_tally_elect (tally, wins);
  place_broken_ties (self);
  note_undecided (self);
  if (self->n_outcomes == MOST_OUTCOMES && self->script->len > 0)
    plenum_tally_add_step (tally, "limit", NULL, 0,
                           g_strdup_printf (_("There are more than %d ways in which these ties can fall; only so many were counted."), MOST_OUTCOMES));
}

/**
 * plenum_chooser_count:
 * @seats: how many can win
 * @run: counts once, and says by plenum_chooser_add_outcome() how that ended
 * @data: for @run
 *
 * Counts for every way in which ties can fall, ranks and elects, and ends the
 * explanation, which the method has begun.
 *
 * Errors: %G_IO_ERROR_CANCELLED
 */
gboolean
plenum_chooser_count (PlenumChooser    *self,
                      guint             seats,
                      PlenumChooserRun  run,
                      gpointer          data,
                      GCancellable     *cancellable,
                      GError          **error)
{
  self->seats = seats;
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      run (self->tally, self->profile, self, data);
    }
  while (next (self));

  plenum_chooser_finish (self, seats);
  plenum_tally_explain_end (self->tally);
  return TRUE;
}
