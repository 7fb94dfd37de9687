/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meek's rule, to the ninth decimal.
 *
 * Source: Proportional Representation Foundation, "Reference Meek Rule" (prfound.org),
 * after Meek 1969 and Hill, Wichmann and Woodall, "Single Transferable Vote by Meek's
 * Method", The Computer Journal 30 (1987). Every option keeps a part of each vote that
 * comes to it and hands on the rest; parts of those elected are lowered until nobody
 * has a surplus of a millionth. The letters in comments are those of the rule.
 *
 * Ballots count as in law up to equal ranks; ranks left out are skipped. The rule
 * knows no weights: a vote of weight w is added w times. */
#include "plenum-stv.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

#define ONE G_GINT64_CONSTANT (1000000000) /* nine decimals */
#define OMEGA 1000                         /* a millionth of a vote */

typedef struct
{
  PlenumStv      *stv;
  gint64         *keeps;   /* by option, in parts of ONE */
  PlenumRational *quota;   /* in parts of a vote, as the votes */
  PlenumRational *surplus; /* of all elected */
  PlenumRational *exhausted;
  guint          *scratch;
} Count;

static gint64
multiply_up (gint64 a, gint64 b)
{
  return (gint64) (((__int128) a * b + ONE - 1) / ONE);
}

/* Up to the next whole part. */
static gint64
round_up (const PlenumRational *number)
{
  g_autoptr (PlenumRational) negative = plenum_rational_copy (number);
  gint64 floor = 0;

  plenum_rational_scale (negative, -1, 1);
  plenum_rational_floor (negative, &floor);

  return -floor;
}

static void
distribute_ballot (Count *count, PlenumVotes *votes, const PlenumRanking *ranking)
{
  gint64 rest = ONE;

  for (guint i = 0; i < ranking->length && rest > 0; i++)
    {
      guint option = ranking->entries[i] & PLENUM_RANK_OPTION;
      gint64 kept;

      if (i + 1 < ranking->length && (ranking->entries[i + 1] & PLENUM_RANK_TIED) != 0)
        break;
      kept = multiply_up (rest, count->keeps[option]);
      plenum_votes_add (votes, option, ranking->weight, kept * ranking->copies);
      rest -= kept;
    }

  plenum_votes_add (votes, count->stv->tally->n_options, ranking->weight, rest * ranking->copies);
}

/* B.2.a and b: votes and quota, in parts of ONE. */
static void
distribute (Count *count)
{
  const PlenumRankings *rankings = plenum_profile_get_rankings (count->stv->profile);
  guint n = count->stv->tally->n_options;
  g_autoptr (PlenumVotes) votes = plenum_votes_new (rankings, n + 1);
  g_autoptr (PlenumRational) exhausted = NULL;
  PlenumRational **round = g_new0 (PlenumRational *, n + 1);
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) one_part = plenum_rational_new (1, 1);
  gint64 parts = 0;

  for (guint i = 0; i < plenum_rankings_get_n (rankings); i++)
    distribute_ballot (count, votes, plenum_rankings_get (rankings, i));
  exhausted = plenum_votes_get (votes, n);
  plenum_rational_set (count->exhausted, exhausted);
  for (guint i = 0; i < n; i++)
    {
      round[i] = plenum_votes_get (votes, i);
      plenum_rational_add (sum, round[i]);
      plenum_rational_scale (round[i], 1, ONE);
    }
  plenum_rational_scale (count->exhausted, 1, ONE);
  plenum_rounds_take (count->stv->rounds, round);

  plenum_rational_scale (sum, 1, (gint64) count->stv->seats + 1);
  plenum_rational_floor (sum, &parts);
  g_clear_pointer (&count->quota, plenum_rational_free);
  count->quota = plenum_rational_new (parts + 1, ONE);
}

/* B.2.c */
static guint
find_winners (Count *count)
{
  PlenumRational **votes = plenum_rounds_last (count->stv->rounds);
  guint n = plenum_stv_list (count->stv, PLENUM_STV_HOPEFUL, count->scratch);
  guint n_winners = 0;

  for (guint i = 0; i < n; i++)
    if (plenum_rational_compare (votes[count->scratch[i]], count->quota) >= 0)
      count->scratch[n_winners++] = count->scratch[i];

  return n_winners;
}

/* B.2.d */
static void
sum_surplus (Count *count)
{
  PlenumRational **votes = plenum_rounds_last (count->stv->rounds);

  g_clear_pointer (&count->surplus, plenum_rational_free);
  count->surplus = plenum_rational_new (0, 1);
  for (guint i = 0; i < count->stv->tally->n_options; i++)
    if (count->stv->states[i] == PLENUM_STV_ELECTED)
      {
        plenum_rational_add (count->surplus, votes[i]);
        plenum_rational_subtract (count->surplus, count->quota);
      }
  if (plenum_rational_sign (count->surplus) < 0)
    plenum_rational_scale (count->surplus, 0, 1);
}

/* B.2.f */
static void
update_keeps (Count *count)
{
  PlenumRational **votes = plenum_rounds_last (count->stv->rounds);

  for (guint i = 0; i < count->stv->tally->n_options; i++)
    if (count->stv->states[i] == PLENUM_STV_ELECTED && plenum_rational_sign (votes[i]) > 0)
      {
        g_autoptr (PlenumRational) product = plenum_rational_copy (count->quota);
        g_autoptr (PlenumRational) keep = NULL;

        plenum_rational_scale (product, count->keeps[i], 1);
        keep = plenum_rational_new (round_up (product), 1);
        plenum_rational_divide (keep, votes[i]);
        count->keeps[i] = round_up (keep);
      }
}

static void
explain_iteration (Count *count, guint n_iterations, const guint *options, guint n_options)
{
  plenum_stv_explain (count->stv, options, n_options,
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                    "The votes are handed on; they were counted %u time.",
                                                    "The votes are handed on; they were counted %u times.", n_iterations), n_iterations));
  plenum_stv_explain_votes (count->stv, count->exhausted, count->quota);
}

/* B.2; whether somebody was elected. Only its last votes stay in the rounds. */
static gboolean
iterate (Count *count)
{
  g_autoptr (PlenumRational) omega = plenum_rational_new (OMEGA, ONE);
  g_autoptr (PlenumRational) before = NULL;

  for (guint n = 1;; n++)
    {
      guint n_winners;

      distribute (count);
      n_winners = find_winners (count);
      if (n_winners > 0)
        {
          explain_iteration (count, n, NULL, 0);
          plenum_stv_elect (count->stv, count->scratch, n_winners, TRUE);
          return TRUE;
        }

      sum_surplus (count);
      if (plenum_rational_compare (count->surplus, omega) < 0
          || (before != NULL && plenum_rational_compare (count->surplus, before) >= 0))
        {
          explain_iteration (count, n, NULL, 0);
          return FALSE;
        }

      g_clear_pointer (&before, plenum_rational_free);
      before = plenum_rational_copy (count->surplus);
      update_keeps (count);
      g_ptr_array_remove_index (count->stv->rounds->rounds, count->stv->rounds->rounds->len - 1);
    }
}

/* B.3: those that the surplus that is left could still lift above the last are tied with it. */
static void
defeat_last (Count *count)
{
  PlenumStv *stv = count->stv;
  PlenumRational **votes = plenum_rounds_last (stv->rounds);
  guint n = plenum_stv_list (stv, PLENUM_STV_HOPEFUL, count->scratch);
  g_autoptr (PlenumRational) limit = NULL;
  g_autofree char *names = NULL;
  guint n_tied = 0;

  for (guint i = 0; i < n; i++)
    if (limit == NULL || plenum_rational_compare (votes[count->scratch[i]], limit) < 0)
      {
        g_clear_pointer (&limit, plenum_rational_free);
        limit = plenum_rational_copy (votes[count->scratch[i]]);
      }
  plenum_rational_add (limit, count->surplus);
  for (guint i = 0; i < n; i++)
    if (plenum_rational_compare (votes[count->scratch[i]], limit) <= 0)
      count->scratch[n_tied++] = count->scratch[i];

  if (!plenum_stv_is_idle (stv, count->scratch, n_tied))
    {
      count->scratch[0] = plenum_chooser_pick (stv->chooser, count->scratch, n_tied, PLENUM_PICK_WORST);
      n_tied = 1;
    }
  plenum_stv_exclude (stv, count->scratch, n_tied);
  for (guint i = 0; i < n_tied; i++)
    count->keeps[count->scratch[i]] = 0;

  names = plenum_tally_join_names (stv->tally, count->scratch, n_tied);
  plenum_stv_explain (stv, count->scratch, n_tied,
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                    "%s has the fewest votes and is out.",
                                                    "%s have the fewest votes and are out.", n_tied), names));
}

/**
 * plenum_stv_run_meek:
 *
 * Runs the rounds of one count.
 */
void
plenum_stv_run_meek (PlenumStv *self)
{
  guint n = self->tally->n_options;
  g_autofree gint64 *keeps = g_new (gint64, n);
  g_autofree guint *scratch = g_new (guint, n);
  Count count = { self, keeps, NULL, NULL, plenum_rational_new (0, 1), scratch };

  for (guint i = 0; i < n; i++)
    keeps[i] = ONE;

  /* A first look at the votes, for the scores of those who are elected without a count. */
  if (n <= self->seats || !plenum_tally_any_can_win (self->tally, 0))
    distribute (&count);
  while (plenum_tally_any_can_win (self->tally, 0) && !plenum_stv_is_filled (self))
    if (!iterate (&count))
      defeat_last (&count);

  g_clear_pointer (&count.quota, plenum_rational_free);
  g_clear_pointer (&count.surplus, plenum_rational_free);
  plenum_rational_free (count.exhausted);
}
