/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Systemic consensing: the option with the least resistance.
 *
 * Source: Visotschnig and Schrotta, "Das SK-Prinzip", Ueberreuter 2005 (Systemisches
 * Konsensieren). Everybody gives each option a resistance, 0 for none; what is left
 * blank is none. Resistances are added up, the least sum wins. Acceptance is 1 − sum
 * ÷ greatest possible sum. Options with more resistance than the passive one ("we
 * leave it as it is") are marked: doing nothing hurts less.
 *
 * Conflict is the variance of an option's resistances ÷ the greatest possible one
 * (half of the people at 0, half at the most): 0 where all agree, 1 where the group
 * is split in two. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  { "maximum", N_("Greatest resistance"), PLENUM_SETTING_INTEGER, "10", 1, 1000, NULL },
  { "passive", N_("The option that leaves everything as it is (its id; nothing: there is none)"), PLENUM_SETTING_TEXT, "", 0, 0, NULL },
  PLENUM_COMMON_SETTINGS
};

static char *
describe_paper (const PlenumProfile *profile)
{
  return g_strdup_printf (_("Give each option your resistance, from 0 (none at all) to %lld (I cannot live with it)."),
                          (long long) plenum_profile_get_integer (profile, "maximum"));
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return plenum_range_check (profile, ballot, 0, plenum_profile_get_integer (profile, "maximum"), error);
}

/* The base is the sum of squares. */
static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      const PlenumChoice *choice = &group->choices[i];

      plenum_tally_add_score (tally, choice->option, group, choice->value);
      plenum_tally_add_base (tally, choice->option, group, choice->value * choice->value);
    }
}

static int
compare_resistances (const PlenumTally *tally, guint a, guint b)
{
  return plenum_rational_compare (tally->options[a].score, tally->options[b].score);
}

static PlenumRational *
sum_weights (const PlenumProfile *profile)
{
  PlenumRational *sum = plenum_rational_new (0, 1);

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, i);

      plenum_rational_add_weighted (sum, group->copies, group->weight_numerator, group->weight_denominator);
    }

  return sum;
}

static PlenumRational *
get_acceptance (const PlenumTally *tally, guint option, const PlenumRational *people, gint64 maximum)
{
  g_autoptr (PlenumRational) share = plenum_rational_copy (tally->options[option].score);
  PlenumRational *acceptance = plenum_rational_new (1, 1);

  plenum_rational_divide (share, people);
  plenum_rational_scale (share, 1, maximum);
  plenum_rational_subtract (acceptance, share);

  return acceptance;
}

/* 4 × (mean of the squares − square of the mean) ÷ maximum² */
static PlenumRational *
get_conflict (const PlenumTally *tally, guint option, const PlenumRational *people, gint64 maximum)
{
  g_autoptr (PlenumRational) mean = plenum_rational_copy (tally->options[option].score);
  g_autoptr (PlenumRational) square = NULL;
  PlenumRational *conflict = plenum_rational_copy (tally->options[option].base);

  plenum_rational_divide (mean, people);
  square = plenum_rational_copy (mean);
  plenum_rational_multiply (square, mean);
  plenum_rational_divide (conflict, people);
  plenum_rational_subtract (conflict, square);
  plenum_rational_scale (conflict, 4, maximum * maximum);

  return conflict;
}

static void
explain_acceptance (PlenumTally *tally, const PlenumProfile *profile)
{
  gint64 maximum = plenum_profile_get_integer (profile, "maximum");
  g_autoptr (PlenumRational) people = sum_weights (profile);
  g_autoptr (GPtrArray) acceptance = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  g_autoptr (GPtrArray) conflict = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

  if (plenum_rational_sign (people) == 0)
    return;

  for (guint i = 0; i < tally->n_options; i++)
    {
      g_ptr_array_add (acceptance, get_acceptance (tally, i, people, maximum));
      g_ptr_array_add (conflict, get_conflict (tally, i, people, maximum));
    }

  plenum_tally_add_step (tally, "acceptance", NULL, 0,
                         g_strdup (_("Acceptance is the share that resistance leaves; conflict says how far resistances are apart.")));
  plenum_tally_add_values (tally, "acceptance", (PlenumRational **) acceptance->pdata);
  plenum_tally_add_values (tally, "conflict", (PlenumRational **) conflict->pdata);
}

static void
mark_worse_than_passive (PlenumTally *tally, const PlenumProfile *profile)
{
  g_autoptr (GArray) worse = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *names = NULL;
  guint passive;

  if (!plenum_profile_find_option (profile, plenum_profile_get_setting (profile, "passive"), &passive))
    return;

  for (guint i = 0; i < tally->n_options; i++)
    if (compare_resistances (tally, i, passive) > 0)
      g_array_append_val (worse, i);
  if (worse->len == 0)
    return;

  names = plenum_tally_join_names (tally, (const guint *) worse->data, worse->len);
  plenum_tally_add_step (tally, "worse-than-passive", (const guint *) worse->data, worse->len,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                       /* Translators: %1$s is one or a list of options, %2$s the option that leaves everything as it is. */
                                                       "%1$s meets more resistance than “%2$s”.",
                                                       "%1$s meet more resistance than “%2$s”.", worse->len),
                                          names, tally->options[passive].text));
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  if (!plenum_tally_sum_groups (tally, profile, add_group, cancellable, error))
    return FALSE;

  plenum_tally_explain_start (tally);
  explain_acceptance (tally, profile);
  mark_worse_than_passive (tally, profile);
  plenum_tally_rank (tally, profile, compare_resistances, 1, plenum_tally_any_can_win);
  plenum_tally_explain_end (tally);
  return TRUE;
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  const PlenumRational *score = plenum_tally_get_score (tally, option);
  g_autofree char *sum = plenum_rational_to_display (score, 2);

  /* Translators: the sum of what people gave an option as resistance. */
  return g_strdup_printf (_("resistance %s"), sum);
}

const PlenumMethod plenum_method_consensing = {
  .id = "consensing",
  .name = N_("Systemic consensing"),
  .purpose = N_("Find what hurts least: the option with the least resistance."),
  .rule = N_("Everybody gives each option their resistance; resistances are added up. The least resistance wins."),
  .suited = N_("Right where everybody has to live with the decision, and with an option that leaves everything as it is."),
  .unsuited = N_("Use another method where enthusiasm matters more than objections, or where options exclude each other’s supporters."),
  .goal = PLENUM_GOAL_LEAST_HARM,
  .paper = PLENUM_PAPER_RESISTANCES,
  .less_is_better = TRUE,
  .settings = settings,
  .describe_paper = describe_paper,
  .check_ballot = check_ballot,
  .count = count,
  .describe_score = describe_score,
  .describe_result = plenum_tally_describe_seats,
};
