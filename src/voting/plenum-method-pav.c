/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proportional approval voting, exactly.
 *
 * Source: Thiele, "Om Flerfoldsvalg", 1895; Aziz et al., "Justified representation in
 * approval-based committee voting", Social Choice and Welfare 48 (2017). Of all
 * committees the one with the greatest sum, where a ballot with k of its options
 * elected counts 1 + ½ + … + 1/k. All committees are tried: up to 20 options. Where
 * several are best, what is in any of them wins and what is not in all is tied. */
#include "plenum-committee.h"

#include "plenum-method-private.h"
#include "plenum-tie-break.h"

#include <glib/gi18n-lib.h>

#define MOST_EXACT 20

static const PlenumSetting settings[] = {
  { "seats", N_("How many can win"), PLENUM_SETTING_INTEGER, "1", 1, 1000, NULL },
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  const PlenumProfile *profile;
  guint                n;
  guint                n_groups;
  guint32             *sets;  /* by group: what it approves of, an option a bit */
  PlenumRational      *sums[MOST_EXACT + 1]; /* 1 + ½ + … + 1/k */
} Search;

static PlenumRational *
get_value (const Search *search, guint32 committee)
{
  PlenumRational *value = plenum_rational_new (0, 1);
  g_autoptr (GPtrArray) with = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

  for (guint k = 0; k <= search->n; k++)
    g_ptr_array_add (with, plenum_rational_new (0, 1));
  for (guint g = 0; g < search->n_groups; g++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (search->profile, g);

      plenum_rational_add_weighted (with->pdata[__builtin_popcount (search->sets[g] & committee)], group->copies,
                                    group->weight_numerator, group->weight_denominator);
    }
  for (guint k = 1; k <= search->n; k++)
    if (plenum_rational_sign (with->pdata[k]) > 0)
      {
        plenum_rational_multiply (with->pdata[k], search->sums[k]);
        plenum_rational_add (value, with->pdata[k]);
      }

  return value;
}

/* The committees with the greatest sum. */
static GArray *
find_best (const Search *search, guint seats, PlenumRational **best, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) committees = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 committee = 0; committee < 1u << search->n; committee++)
    {
      g_autoptr (PlenumRational) value = NULL;
      int order;

      if ((guint) __builtin_popcount (committee) != seats)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      value = get_value (search, committee);
      order = *best != NULL ? plenum_rational_compare (value, *best) : 1;
      if (order < 0)
        continue;
      if (order > 0)
        {
          g_array_set_size (committees, 0);
          g_clear_pointer (best, plenum_rational_free);
          *best = plenum_rational_copy (value);
        }
      g_array_append_val (committees, committee);
    }

  return g_steal_pointer (&committees);
}

/* Of equal committees the one that has the earlier options in the order that breaks ties. */
static void
break_tie (const PlenumProfile *profile, GArray *committees, guint n)
{
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (!plenum_tie_break (profile, order, n))
    return;

  for (guint i = 0; i < n && committees->len > 1; i++)
    {
      guint kept = 0;

      for (guint c = 0; c < committees->len; c++)
        if ((g_array_index (committees, guint32, c) & (1u << order[i])) != 0)
          g_array_index (committees, guint32, kept++) = g_array_index (committees, guint32, c);
      if (kept > 0)
        g_array_set_size (committees, kept);
    }
}

static void
explain_best (PlenumTally *tally, guint n_best, const PlenumRational *best)
{
  g_autofree char *value = plenum_rational_to_display (best, 3);

  plenum_tally_add_step (tally, "committee", NULL, 0,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                       /* Translators: %1$u is how many committees, %2$s a number. */
                                                       "%1$u committee has the greatest sum, %2$s.",
                                                       "%1$u committees have the greatest sum, %2$s.", n_best),
                                          n_best, value));
  plenum_tally_add_number (tally, "sum", best);
}

static void
note_outcomes (PlenumTally *tally, PlenumChooser *chooser, GArray *committees)
{
  g_autofree guint *elected = g_new (guint, tally->n_options);

  for (guint c = 0; c < committees->len; c++)
    {
      guint n_elected = 0;

      for (guint i = 0; i < tally->n_options; i++)
        if ((g_array_index (committees, guint32, c) & (1u << i)) != 0 && plenum_rational_sign (tally->options[i].score) > 0)
          elected[n_elected++] = i;
      plenum_committee_add_outcome (tally, chooser, elected, n_elected, FALSE);
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);
  guint seats = MIN (tally->n_options, (guint) plenum_profile_get_integer (profile, "seats"));
  g_autofree guint32 *sets = g_new0 (guint32, MAX (plenum_profile_get_n_groups (profile), 1));
  Search search = { profile, tally->n_options, plenum_profile_get_n_groups (profile), sets };
  g_autoptr (PlenumRational) best = NULL;
  g_autoptr (GArray) committees = NULL;

  if (tally->n_options > MOST_EXACT)
    {
      g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_OUT_OF_REACH,
                   _("The best committee out of %u options is out of reach: it can be found for up to %d. The sequential rule counts any number."),
                   tally->n_options, MOST_EXACT);
      return FALSE;
    }

  plenum_committee_count_approvals (tally, profile);
  for (guint g = 0; g < search.n_groups; g++)
    for (guint i = 0; i < plenum_profile_get_group (profile, g)->n_choices; i++)
      sets[g] |= 1u << plenum_profile_get_group (profile, g)->choices[i].option;
  for (guint k = 0; k <= search.n; k++)
    {
      search.sums[k] = k > 0 ? plenum_rational_copy (search.sums[k - 1]) : plenum_rational_new (0, 1);
      if (k > 0)
        plenum_rational_add_weighted (search.sums[k], 1, 1, k);
    }

  committees = find_best (&search, seats, &best, cancellable, error);
  for (guint k = 0; k <= search.n; k++)
    plenum_rational_free (search.sums[k]);
  if (committees == NULL)
    return FALSE;

  plenum_tally_explain_start (tally);
  explain_best (tally, committees->len, best);
  break_tie (profile, committees, tally->n_options);
  note_outcomes (tally, chooser, committees);
  plenum_chooser_finish (chooser, seats);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_pav = {
  .id = "pav",
  .name = N_("Proportional approval"),
  .purpose = N_("Find the committee that does the most justice to all groups, by approval."),
  .rule = N_("For each ballot the first elected option counts 1, the second ½, the third ⅓. Of all committees the one with the greatest sum wins."),
  .suited = N_("Right for choosing several out of up to twenty that should please different groups."),
  .unsuited = N_("Use the sequential rule with more options."),
  .goal = PLENUM_GOAL_SEVERAL,
  .paper = PLENUM_PAPER_SET,
  .settings = settings,
  .describe_paper = plenum_set_describe,
  .check_ballot = plenum_set_check,
  .count = count,
  .describe_score = plenum_tally_describe_votes,
  .describe_result = plenum_tally_describe_seats,
};
