/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The count of Scottish councils.
 *
 * Source: The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule
 * 1, rules 45 to 52; the same in SSI 2011/399. Quota: valid ballots ÷ (seats + 1),
 * cut, + 1. A surplus moves with all ballots of its owner (weighted inclusive
 * Gregory): each is then worth surplus × its value ÷ votes of the owner, to five
 * decimals, the rest disregarded. The greatest surplus moves first, one a stage; when
 * there is none, the one with the fewest votes is excluded and its ballots move on at
 * their value. A tie goes by the latest earlier stage at which the tied differed,
 * then as the settings say (in law by lot).
 *
 * A ballot without a single first choice is not valid; from equal ranks, or a rank
 * left out, it is not transferable. The order knows no weights: a ballot of weight 2
 * is counted as two. */
#include "plenum-stv.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

#define WHOLE 100000 /* a ballot at full value, in five decimals */

typedef struct
{
  PlenumStv      *stv;
  PlenumPiles    *piles;
  PlenumRational *quota;
  gboolean       *settled; /* by option: elected, and its surplus moved or none */
  guint          *scratch;
} Count;

/* What lies on an option's pile; what moved its surplus away has the quota left. */
static PlenumRational *
get_votes (Count *count, guint pile)
{
  PlenumRational *votes;

  if (pile < count->stv->tally->n_options && count->settled[pile])
    return plenum_rational_copy (count->quota);

  votes = plenum_piles_get_votes (count->piles, pile);
  plenum_rational_scale (votes, 1, WHOLE);
  return votes;
}

static void
end_stage (Count *count)
{
  guint n = count->stv->tally->n_options;
  PlenumRational **votes = g_new0 (PlenumRational *, n + 1);
  g_autoptr (PlenumRational) exhausted = get_votes (count, n);

  for (guint i = 0; i < n; i++)
    votes[i] = get_votes (count, i);
  plenum_rounds_take (count->stv->rounds, votes);
  plenum_stv_explain_votes (count->stv, exhausted, count->quota);
}

static void
elect (Count *count)
{
  PlenumStv *stv = count->stv;
  PlenumRational **votes = plenum_rounds_last (stv->rounds);
  guint n = 0;

  for (guint i = 0; i < stv->tally->n_options; i++)
    if (stv->states[i] == PLENUM_STV_HOPEFUL && plenum_rational_compare (votes[i], count->quota) >= 0)
      count->scratch[n++] = i;

  plenum_stv_elect (stv, count->scratch, n, TRUE);
  for (guint i = 0; i < n; i++)
    {
      count->piles->closed[count->scratch[i]] = TRUE;
      count->settled[count->scratch[i]] = plenum_rational_compare (votes[count->scratch[i]], count->quota) == 0;
    }
}

/* Among options with equal votes: by earlier stages, then as ties are broken. */
static guint
pick (Count *count, PlenumPick which, guint *tied, guint n_tied)
{
  n_tied = plenum_rounds_look_back (count->stv->rounds, which, tied, n_tied);

  return plenum_chooser_pick (count->stv->chooser, tied, n_tied, which);
}

/* What a ballot of an owner is worth after the owner's surplus moved. */
static gint32
reduce (Count *count, gint32 value, const PlenumRational *surplus, const PlenumRational *votes)
{
  g_autoptr (PlenumRational) reduced = plenum_rational_copy (surplus);
  gint64 parts = 0;

  plenum_rational_scale (reduced, value, 1);
  plenum_rational_divide (reduced, votes);
  plenum_rational_floor (reduced, &parts);

  return parts;
}

static void
move_surplus (Count *count, guint owner, const PlenumRational *surplus, const PlenumRational *votes)
{
  g_autofree gint32 *known = g_new (gint32, WHOLE + 1);
  guint32 ballot = plenum_piles_take (count->piles, owner);

  for (guint i = 0; i <= WHOLE; i++)
    known[i] = -1;

  while (ballot != PLENUM_NO_BALLOT)
    {
      guint32 next = count->piles->next[ballot];
      gint32 value = count->piles->values[ballot];

      if (known[value] < 0)
        known[value] = reduce (count, value, surplus, votes);
      count->piles->values[ballot] = known[value];
      plenum_piles_put (count->piles, ballot, plenum_piles_find (count->piles, ballot));
      ballot = next;
    }
}

/* Whether there was a surplus to move. */
static gboolean
transfer_surplus (Count *count)
{
  PlenumStv *stv = count->stv;
  guint stage = stv->rounds->rounds->len;
  g_autoptr (PlenumRational) surplus = NULL;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  guint owner, n = 0;

  for (guint i = 0; i < stv->tally->n_options; i++)
    if (stv->states[i] == PLENUM_STV_ELECTED && !count->settled[i])
      count->scratch[n++] = i;
  if (n == 0)
    return FALSE;

  n = plenum_rounds_extreme (stv->rounds, stage - 1, PLENUM_PICK_BEST, count->scratch, n, count->scratch);
  owner = pick (count, PLENUM_PICK_BEST, count->scratch, n);
  surplus = plenum_rational_copy (plenum_rounds_last (stv->rounds)[owner]);
  plenum_rational_subtract (surplus, count->quota);
  move_surplus (count, owner, surplus, plenum_rounds_last (stv->rounds)[owner]);
  count->settled[owner] = TRUE;

  name = plenum_tally_join_names (stv->tally, &owner, 1);
  number = plenum_rational_to_display (surplus, 5);
  plenum_stv_explain (stv, &owner, 1,
                      /* Translators: %1$u is the number of a stage, %2$s an option, %3$s how many votes it has beyond the quota. */
                      g_strdup_printf (_("Stage %1$u: the surplus of %2$s (%3$s) goes to the next options on its ballots."), stage + 1, name, number));
  return TRUE;
}

static void
exclude_last (Count *count)
{
  PlenumStv *stv = count->stv;
  guint stage = stv->rounds->rounds->len;
  guint n = plenum_stv_list (stv, PLENUM_STV_HOPEFUL, count->scratch);
  g_autofree char *names = NULL;
  g_autofree char *fewest = NULL;

  n = plenum_rounds_extreme (stv->rounds, stage - 1, PLENUM_PICK_WORST, count->scratch, n, count->scratch);
  if (!plenum_stv_is_idle (stv, count->scratch, n))
    {
      count->scratch[0] = pick (count, PLENUM_PICK_WORST, count->scratch, n);
      n = 1;
    }

  plenum_stv_exclude (stv, count->scratch, n);
  for (guint i = 0; i < n; i++)
    plenum_piles_close (count->piles, count->scratch[i]);

  names = plenum_tally_join_names (stv->tally, count->scratch, n);
  fewest = plenum_rational_to_display (plenum_rounds_last (stv->rounds)[count->scratch[0]], 5);
  plenum_stv_explain (stv, count->scratch, n,
                      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                    /* Translators: %1$u is the number of a stage, %2$s one or a list of options, %3$s a number of votes. */
                                                    "Stage %1$u: %2$s has the fewest votes, %3$s, and is out; its ballots move on.",
                                                    "Stage %1$u: %2$s have the fewest votes, %3$s, and are out; their ballots move on.", n),
                                       stage + 1, names, fewest));
}

static PlenumRational *
make_quota (PlenumStv *stv, PlenumPiles *piles)
{
  g_autoptr (PlenumRational) valid = plenum_rational_new (0, 1);
  g_autofree char *shown_valid = NULL;
  g_autofree char *shown_quota = NULL;
  PlenumRational *quota;
  gint64 whole = 0;

  for (guint i = 0; i < stv->tally->n_options; i++)
    {
      g_autoptr (PlenumRational) votes = plenum_piles_get_votes (piles, i);

      plenum_rational_add (valid, votes);
    }

  shown_valid = plenum_rational_to_display (valid, 5);
  plenum_rational_scale (valid, 1, (gint64) stv->seats + 1);
  plenum_rational_floor (valid, &whole);
  quota = plenum_rational_new (whole + 1, 1);
  shown_quota = plenum_rational_to_display (quota, 0);
  if (plenum_chooser_is_first (stv->chooser))
    {
      plenum_tally_add_step (stv->tally, "quota", NULL, 0,
                             /* Translators: a number of votes, of valid ballots, of seats. */
                             g_strdup_printf (_("The quota in votes is %1$s: valid ballots, %2$s, divided by seats and one more, %3$u, cut, and one more."),
                                              shown_quota, shown_valid, stv->seats + 1));
      plenum_tally_add_number (stv->tally, "quota", quota);
    }

  return quota;
}

/**
 * plenum_stv_run_scottish:
 *
 * Runs the stages of one count.
 */
void
plenum_stv_run_scottish (PlenumStv *self)
{
  guint n = self->tally->n_options;
  g_autoptr (PlenumPiles) piles = plenum_piles_new (plenum_profile_get_rankings (self->profile), n, TRUE);
  g_autoptr (PlenumRational) quota = make_quota (self, piles);
  g_autofree gboolean *settled = g_new0 (gboolean, n);
  g_autofree guint *scratch = g_new (guint, n);
  Count count = { self, piles, quota, settled, scratch };

  plenum_piles_set_values (piles, WHOLE);
  plenum_stv_explain (self, NULL, 0, g_strdup_printf (_("Stage %u: the first choices are counted."), 1));
  end_stage (&count);
  if (!plenum_tally_any_can_win (self->tally, 0))
    return;

  for (elect (&count); !plenum_stv_is_filled (self); elect (&count))
    {
      if (!transfer_surplus (&count))
        exclude_last (&count);
      end_stage (&count);
    }
}
