/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the methods have in common: sums over ballots, ranking with ties, seats,
 * breaking ties, and the lines of the explanation. */
#include "plenum-tally-private.h"

#include "plenum-method-private.h"
#include "plenum-tie-break.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUPS_BETWEEN_CHECKS 4096 /* of whether the count was cancelled */

/**
 * plenum_tally_sum_groups:
 * @add_group: called with every group of equal ballots
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
plenum_tally_sum_groups (PlenumTally          *self,
                         const PlenumProfile  *profile,
                         PlenumGroupFunc       add_group,
                         GCancellable         *cancellable,
                         GError              **error)
{
  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    {
      if (i % GROUPS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      add_group (self, plenum_profile_get_group (profile, i));
    }

  return TRUE;
}

/* What each ballot of a group adds to a score, by its weight. */
void
plenum_tally_add_score (PlenumTally *self, guint option, const PlenumBallotGroup *group, gint64 value)
{
  plenum_rational_add_weighted (self->options[option].score, value * group->copies,
                                group->weight_numerator, group->weight_denominator);
}

void
plenum_tally_add_base (PlenumTally *self, guint option, const PlenumBallotGroup *group, gint64 value)
{
  plenum_rational_add_weighted (self->options[option].base, value * group->copies,
                                group->weight_numerator, group->weight_denominator);
}

/* What each ballot of a group adds to a count. Weights do not count here. */
void
plenum_tally_add_count (PlenumTally *self, guint option, guint count, const PlenumBallotGroup *group, gint64 value)
{
  gsize row = (gsize) group->channel * self->n_options + option;

  self->counts[row * self->n_counts + count] += value * group->copies;
}

/* The greater score first, then the greater base. */
int
plenum_tally_by_score (const PlenumTally *self, guint a, guint b)
{
  int order = plenum_rational_compare (self->options[b].score, self->options[a].score);

  return order != 0 ? order : plenum_rational_compare (self->options[b].base, self->options[a].base);
}

gboolean
plenum_tally_has_score (const PlenumTally *self, guint option)
{
  return plenum_rational_sign (self->options[option].score) > 0;
}

typedef struct
{
  PlenumTally       *tally;
  PlenumCompareFunc  compare;
} Ranking;

static int
compare_options (gconstpointer a, gconstpointer b, gpointer data)
{
  const Ranking *ranking = data;

  return ranking->compare (ranking->tally, *(const guint *) a, *(const guint *) b);
}

/* How many seats are left for tied options, 0 if that decides nothing. */
static guint
count_open_seats (PlenumTally *self, guint start, guint n, PlenumCanWinFunc can_win)
{
  guint left = self->seats > start ? self->seats - start : 0;

  return left < n && can_win (self, g_array_index (self->order, guint, start)) ? left : 0;
}

/* Notes the tie of @n options from @start on, and breaks it if the settings say so. */
static gboolean
settle_tie (PlenumTally *self, const PlenumProfile *profile, guint start, guint n, PlenumCanWinFunc can_win)
{
  PlenumTie *tie = g_new0 (PlenumTie, 1);
  guint *tied = &g_array_index (self->order, guint, start);

  tie->seats = count_open_seats (self, start, n, can_win);
  tie->broken = plenum_tie_break (profile, tied, n);
  tie->options = g_memdup2 (tied, n * sizeof (guint));
  tie->n_options = n;
  tie->place = start + 1;
  g_ptr_array_add (self->ties, tie);

  return tie->broken;
}

static void
elect (PlenumTally *self, PlenumCanWinFunc can_win)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      guint option = g_array_index (self->order, guint, i);

      self->options[option].winner = can_win (self, option)
        && g_array_index (self->places, guint, self->options[option].place) < self->seats;
      if (self->options[option].winner)
        g_array_append_val (self->winners, option);
    }
}

int
plenum_tally_by_key (const PlenumTally *self, guint a, guint b)
{
  return (self->options[a].key > self->options[b].key) - (self->options[a].key < self->options[b].key);
}

/* Where somebody voted at all. */
gboolean
plenum_tally_any_can_win (const PlenumTally *self, guint option)
{
  return plenum_tally_get_voters (self) > 0;
}

/**
 * plenum_tally_elect:
 * @wins: by option, whether it wins in at least one way of breaking ties
 *
 * For methods whose winners are not simply the first in the ranking.
 */
void
plenum_tally_elect (PlenumTally *self, const gboolean *wins)
{
  g_array_set_size (self->winners, 0);
  for (guint i = 0; i < self->order->len; i++)
    {
      guint option = g_array_index (self->order, guint, i);

      self->options[option].winner = wins[option];
      if (wins[option])
        g_array_append_val (self->winners, option);
    }
}

/**
 * plenum_tally_rank:
 * @compare: which of two options is better
 * @seats: how many can win
 * @can_win: whether an option can win at all
 *
 * Ranks all options, notes ties, breaks them if the settings say so, and elects.
 */
void
plenum_tally_rank (PlenumTally         *self,
                   const PlenumProfile *profile,
                   PlenumCompareFunc    compare,
                   guint                seats,
                   PlenumCanWinFunc     can_win)
{
  Ranking ranking = { self, compare };
  guint n;

  self->seats = seats;
  for (guint i = 0; i < self->n_options; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_options, &ranking); /* keeps the list's order in ties */

  for (guint start = 0; start < self->n_options; start += n)
    {
      guint *tied = &g_array_index (self->order, guint, start);
      gboolean apart;

      for (n = 1; start + n < self->n_options && compare (self, tied[0], tied[n]) == 0; n++)
        ;
      apart = n > 1 && settle_tie (self, profile, start, n, can_win);

      for (guint i = start; i < start + n; i++)
        {
          PlenumResult *option = &self->options[g_array_index (self->order, guint, i)];

          if (i == start || apart)
            g_array_append_val (self->places, i);
          option->place = self->places->len - 1;
        }
    }

  elect (self, can_win);
}

static char *
describe_channel (PlenumChannel channel, int voters)
{
  switch (channel)
    {
    case PLENUM_CHANNEL_SCREEN:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person voted on the screen.", "%d people voted on the screen.", voters), voters);
    case PLENUM_CHANNEL_PHONE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person voted on a phone.", "%d people voted on their phones.", voters), voters);
    case PLENUM_CHANNEL_PAPER:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person voted on paper.", "%d people voted on paper.", voters), voters);
    case PLENUM_CHANNEL_HANDS:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person voted by show of hands.", "%d people voted by show of hands.", voters), voters);
    case PLENUM_CHANNEL_IMPORT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The ballot of %d person was imported.", "The ballots of %d people were imported.", voters), voters);
    case PLENUM_CHANNEL_SECRET:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person voted in secret.", "%d people voted in secret.", voters), voters);
    case PLENUM_N_CHANNELS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
explain_tie (PlenumTally *self, const PlenumTie *tie)
{
  g_autofree char *names = plenum_tally_join_names (self, tie->options, tie->n_options);
  char *text;

  if (tie->seats > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         /* Translators: %1$s is a list of options in quotation marks, %2$u how many of them can win. */
                                         "%1$s are tied, and only %2$u of them can win.",
                                         "%1$s are tied, and only %2$u of them can win.", tie->seats),
                            names, tie->seats);
  else
    /* Translators: %1$s is a list of options in quotation marks, %2$u a place in a ranking. */
    text = g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%1$s are tied on place %2$u."), names, tie->place);

  plenum_tally_add_step (self, "tie", tie->options, tie->n_options, text);
}

/**
 * plenum_tally_explain_start:
 *
 * Adds the lines with which every method's explanation begins: who voted, the rule,
 * and where too few took part that what follows is only how the count goes.
 */
void
plenum_tally_explain_start (PlenumTally *self)
{
  for (guint channel = 0; channel < PLENUM_N_CHANNELS; channel++)
    if (self->voters[channel] > 0)
      plenum_tally_add_step (self, "ballots", NULL, 0, describe_channel (channel, self->voters[channel]));

  plenum_tally_add_step (self, "rule", NULL, 0, g_strdup (plenum_method_get_rule (self->method)));
  if (plenum_tally_misses_quorum (self) && plenum_tally_get_voters (self) > 0)
    plenum_tally_add_step (self, "provisional", NULL, 0,
                           g_strdup (_("Too few took part. What follows is how the count goes with the votes that there are; it decides nothing.")));
}

/* The order stays, since it is what those who took part said. */
static void
require_quorum (PlenumTally *self)
{
  if (self->quorum == 0)
    return;

  plenum_tally_add_step (self, plenum_tally_misses_quorum (self) ? "no-quorum" : "quorum", NULL, 0,
                         plenum_tally_describe_quorum (self));
  if (!plenum_tally_misses_quorum (self))
    return;

  for (guint i = 0; i < self->n_options; i++)
    self->options[i].winner = FALSE;
  g_array_set_size (self->winners, 0);
}

/**
 * plenum_tally_explain_end:
 *
 * Adds the lines with which every method's explanation ends: the options from first
 * to last, ties and how they were broken, the quorum, the result. Where too few took
 * part, nobody wins.
 */
void
plenum_tally_explain_end (PlenumTally *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      guint option = g_array_index (self->order, guint, i);
      g_autofree char *score = plenum_tally_describe_score (self, option);

      plenum_tally_add_step (self, "option", &option, 1,
                             /* Translators: a place in a ranking, an option, its score: "2. “Repair café”: 41 points". */
                             g_strdup_printf (g_dgettext (GETTEXT_PACKAGE, "%1$u. “%2$s”: %3$s"),
                                              plenum_tally_get_option_place (self, option),
                                              self->options[option].text, score));
    }

  for (guint i = 0; i < self->ties->len; i++)
    {
      const PlenumTie *tie = plenum_tally_get_tie (self, i);

      explain_tie (self, tie);
      if (tie->broken)
        plenum_tie_break_explain (self, tie);
    }

  require_quorum (self);
  plenum_tally_add_step (self, "result", (const guint *) self->winners->data, self->winners->len,
                         plenum_tally_sentence (self));
}

/**
 * plenum_tally_explain:
 *
 * Adds the whole explanation of a method that needs no other lines.
 */
void
plenum_tally_explain (PlenumTally *self)
{
  plenum_tally_explain_start (self);
  plenum_tally_explain_end (self);
}
