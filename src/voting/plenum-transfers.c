/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds and what moves between them, read from the figures of a tally. Votes are
 * lost by some and come to others; what does not come to anybody counts for nobody any
 * more. Where several lose votes at once the figures do not say who got whose, and
 * each is given its share. */
#include "plenum-transfers.h"

#include <glib/gi18n-lib.h>

static void
transfer_free (PlenumTransfer *transfer)
{
  plenum_rational_free (transfer->votes);
  g_free (transfer);
}

static void
round_free (PlenumTransferRound *round)
{
  g_free (round->text);
  plenum_rational_free (round->idle);
  g_ptr_array_unref (round->arrived);
  g_array_unref (round->elected);
  g_array_unref (round->leaving);
  g_free (round);
}

static PlenumTransferRound *
add_round (PlenumTransfers *self, const PlenumStep *step, const PlenumFigure *votes)
{
  const PlenumFigure *exhausted = plenum_step_find_figure (step, "exhausted");
  PlenumTransferRound *round = g_new0 (PlenumTransferRound, 1);

  round->text = g_strdup (step->text);
  round->votes = votes->values;
  round->idle = exhausted != NULL && self->rounds->len == 0 ? plenum_rational_copy (exhausted->values[0])
                                                            : plenum_rational_new (0, 1);
  round->arrived = g_ptr_array_new_with_free_func ((GDestroyNotify) transfer_free);
  round->elected = g_array_new (FALSE, FALSE, sizeof (guint));
  round->leaving = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->rounds, round);

  return round;
}

/* A line without votes that follows a round belongs to it: who reached the quota. */
static void
add_remark (PlenumTransferRound *round, const PlenumStep *step)
{
  g_autofree char *before = g_steal_pointer (&round->text);

  round->text = g_strdup_printf ("%s %s", before, step->text);
  g_array_append_vals (round->elected, step->options, step->n_options);
}

/* What an option has more, or less, than in the round before. */
static PlenumRational *
get_change (const PlenumTransferRound *before, const PlenumTransferRound *round, guint option)
{
  PlenumRational *change = plenum_rational_new (0, 1);

  if (round->votes[option] != NULL)
    plenum_rational_add (change, round->votes[option]);
  if (before->votes[option] != NULL)
    plenum_rational_subtract (change, before->votes[option]);

  return change;
}

static void
move (PlenumTransferRound *round, guint from, guint to, const PlenumRational *lost, const PlenumRational *all_lost, const PlenumRational *gained)
{
  PlenumTransfer *transfer;
  PlenumRational *votes;

  if (plenum_rational_sign (gained) <= 0)
    return;

  votes = plenum_rational_copy (lost);
  plenum_rational_divide (votes, all_lost);
  plenum_rational_multiply (votes, gained);
  transfer = g_new0 (PlenumTransfer, 1);
  *transfer = (PlenumTransfer) { from, to, votes };
  g_ptr_array_add (round->arrived, transfer);
}

static void
move_from (PlenumTransferRound *round, guint from, GPtrArray *changes, const PlenumRational *all_lost, const PlenumRational *idle)
{
  g_autoptr (PlenumRational) lost = plenum_rational_copy (changes->pdata[from]);

  plenum_rational_scale (lost, -1, 1);
  for (guint to = 0; to < changes->len; to++)
    move (round, from, to, lost, all_lost, changes->pdata[to]);
  move (round, from, changes->len, lost, all_lost, idle);
}

static void
fill_round (PlenumTransferRound *before, PlenumTransferRound *round, guint n)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  g_autoptr (PlenumRational) all_lost = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) idle = plenum_rational_new (0, 1);
  guint n_losers = 0;

  for (guint i = 0; i < n; i++)
    {
      PlenumRational *change = get_change (before, round, i);
      gboolean out = round->votes[i] == NULL || plenum_rational_sign (round->votes[i]) == 0;

      g_ptr_array_add (changes, change);
      plenum_rational_subtract (idle, change);
      if (plenum_rational_sign (change) < 0)
        {
          plenum_rational_subtract (all_lost, change);
          n_losers++;
        }
      if (before->votes[i] != NULL && out && (round->votes[i] == NULL || plenum_rational_sign (before->votes[i]) > 0))
        g_array_append_val (before->leaving, i);
    }

  round->divided = n_losers > 1;
  plenum_rational_add (round->idle, before->idle);
  if (plenum_rational_sign (idle) > 0)
    plenum_rational_add (round->idle, idle);
  for (guint i = 0; i < n; i++)
    if (plenum_rational_sign (changes->pdata[i]) < 0)
      move_from (round, i, changes, all_lost, idle);
}

static void
read_steps (PlenumTransfers *self)
{
  PlenumTransferRound *round = NULL;
  const char *kind = NULL;

  for (guint i = 0; i < plenum_tally_get_n_steps (self->tally); i++)
    {
      const PlenumStep *step = plenum_tally_get_step (self->tally, i);
      const PlenumFigure *votes = plenum_step_find_figure (step, "votes");

      if (votes != NULL && votes->kind == PLENUM_FIGURE_OPTIONS)
        {
          round = add_round (self, step, votes);
          kind = step->kind;
          self->stages = g_str_equal (kind, "stage");
        }
      else if (round != NULL && g_str_equal (step->kind, kind))
        {
          add_remark (round, step);
        }
    }
}

/**
 * plenum_transfers_new:
 * @tally: a result
 *
 * Returns: (transfer full) (nullable): its rounds, if it has at least one
 */
PlenumTransfers *
plenum_transfers_new (PlenumTally *tally)
{
  g_autoptr (PlenumTransfers) self = g_new0 (PlenumTransfers, 1);

  self->tally = plenum_tally_ref (tally);
  self->rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) round_free);
  read_steps (self);
  for (guint i = 1; i < self->rounds->len; i++)
    fill_round (self->rounds->pdata[i - 1], self->rounds->pdata[i], plenum_tally_get_n_options (tally));

  return self->rounds->len > 0 ? g_steal_pointer (&self) : NULL;
}

void
plenum_transfers_free (PlenumTransfers *self)
{
  g_ptr_array_unref (self->rounds);
  plenum_tally_unref (self->tally);
  g_free (self);
}

/* "“A” 7 votes, “B” 4 votes, nobody any more 1 vote" */
static char *
list_gains (const PlenumTransfers *self, const PlenumTransferRound *round)
{
  guint n = plenum_tally_get_n_options (self->tally);
  g_autofree char *list = NULL;

  for (guint to = 0; to <= n; to++)
    {
      g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
      g_autofree char *before = g_steal_pointer (&list);
      g_autofree char *number = NULL;
      g_autofree char *part = NULL;

      for (guint i = 0; i < round->arrived->len; i++)
        if (((PlenumTransfer *) round->arrived->pdata[i])->to == to)
          plenum_rational_add (sum, ((PlenumTransfer *) round->arrived->pdata[i])->votes);
      if (plenum_rational_sign (sum) == 0)
        {
          list = g_steal_pointer (&before);
          continue;
        }

      number = plenum_rational_to_display (sum, 2);
      part = to < n
        /* Translators: how many votes come to an option, in a list of them. */
        ? g_strdup_printf (_("%1$s to “%2$s”"), number, plenum_tally_get_option_text (self->tally, to))
        /* Translators: how many votes count for no option any more, in a list of them. */
        : g_strdup_printf (_("%s to nobody, since those ballots name nobody else"), number);
      list = before == NULL ? g_steal_pointer (&part) : g_strdup_printf (C_("list", "%1$s, %2$s"), before, part);
    }

  return g_steal_pointer (&list);
}

/* Instant runoff says of a round who drops out after it, other methods what led to it. */
static const PlenumTransferRound *
find_moves (const PlenumTransfers *self, guint round)
{
  gboolean after = g_str_equal (plenum_method_get_id (plenum_tally_get_method (self->tally)), "irv");

  if (after)
    return round + 1 < self->rounds->len ? self->rounds->pdata[round + 1] : NULL;

  return round > 0 ? self->rounds->pdata[round] : NULL;
}

/**
 * plenum_transfers_describe:
 * @round: from 0
 *
 * Returns: (transfer full): what happens in that round, translated: what the tally
 *   says of it, and which votes move
 */
char *
plenum_transfers_describe (const PlenumTransfers *self, guint round)
{
  const PlenumTransferRound *told = self->rounds->pdata[round];
  const PlenumTransferRound *moves = find_moves (self, round);
  g_autofree char *gains = moves != NULL ? list_gains (self, moves) : NULL;

  if (gains == NULL)
    return g_strdup (told->text);

  /* Translators: %1$s are sentences about a round, %2$s is a list: “7 to “A”, 4 to “B””. */
  return g_strdup_printf (_("%1$s Votes move: %2$s."), told->text, gains);
}

static gboolean
contains (const GArray *options, guint option)
{
  for (guint i = 0; i < options->len; i++)
    if (g_array_index (options, guint, i) == option)
      return TRUE;

  return FALSE;
}

/**
 * plenum_transfer_round_elects:
 *
 * Returns: whether @option is elected at the end of it
 */
gboolean
plenum_transfer_round_elects (const PlenumTransferRound *self, guint option)
{
  return contains (self->elected, option);
}

/**
 * plenum_transfer_round_drops:
 *
 * Returns: whether @option has no votes in the next round
 */
gboolean
plenum_transfer_round_drops (const PlenumTransferRound *self, guint option)
{
  return contains (self->leaving, option);
}
