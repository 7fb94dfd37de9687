/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Score voting (range voting): a number for each option, added up.
 *
 * Source: Smith, "Range Voting", 2000; with the range 0 to 1 it is approval. An
 * option that a ballot leaves out is not scored by it, or gets the lowest number,
 * by setting. Ranked by sum, or by the mean of those who scored it. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { SCORED };

static const char * const count_names[] = { "scored", NULL };
static const char * const count_labels[] = { N_("Scored by"), NULL };

static const char * const unscored[] = { "not-given", "lowest", NULL };
static const char * const ways[] = { "sum", "mean", NULL };

static const PlenumSetting settings[] = {
  { "minimum", N_("Lowest number"), PLENUM_SETTING_INTEGER, "0", -100, 1000, NULL },
  { "maximum", N_("Highest number"), PLENUM_SETTING_INTEGER, "5", -100, 1000, NULL },
  { "unscored", N_("What a ballot leaves out"), PLENUM_SETTING_CHOICE, "not-given", 0, 0, unscored },
  { "by", N_("What decides"), PLENUM_SETTING_CHOICE, "sum", 0, 0, ways },
  PLENUM_COMMON_SETTINGS
};

static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      const PlenumChoice *choice = &group->choices[i];

      plenum_tally_add_score (tally, choice->option, group, choice->value);
      plenum_tally_add_base (tally, choice->option, group, 1);
      plenum_tally_add_count (tally, choice->option, SCORED, group, 1);
    }
}

/* The lowest number from everybody who left an option out. */
static void
add_lowest (PlenumTally *tally, const PlenumProfile *profile, gint64 lowest)
{
  g_autoptr (PlenumRational) everybody = plenum_rational_new (0, 1);

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    {
      const PlenumBallotGroup *group = plenum_profile_get_group (profile, i);

      plenum_rational_add_weighted (everybody, group->copies, group->weight_numerator, group->weight_denominator);
    }

  for (guint i = 0; i < tally->n_options; i++)
    {
      g_autoptr (PlenumRational) left_out = plenum_rational_copy (everybody);

      plenum_rational_subtract (left_out, tally->options[i].base);
      plenum_rational_scale (left_out, lowest, 1);
      plenum_rational_add (tally->options[i].score, left_out);
      plenum_rational_set (tally->options[i].base, everybody);
    }
}

static void
explain_sums (PlenumTally *tally)
{
  g_autofree PlenumRational **sums = g_new0 (PlenumRational *, tally->n_options);
  g_autoptr (GPtrArray) means = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

  for (guint i = 0; i < tally->n_options; i++)
    {
      PlenumRational *mean = NULL;

      sums[i] = tally->options[i].score;
      if (plenum_rational_sign (tally->options[i].base) > 0)
        {
          mean = plenum_rational_copy (tally->options[i].score);
          plenum_rational_divide (mean, tally->options[i].base);
        }
      g_ptr_array_add (means, mean != NULL ? mean : plenum_rational_new (0, 1));
    }

  plenum_tally_add_step (tally, "sums", NULL, 0, g_strdup (_("The numbers of each option are added up, and divided by how many gave one.")));
  plenum_tally_add_values (tally, "sums", sums);
  plenum_tally_add_values (tally, "means", (PlenumRational **) means->pdata);
}

static int
compare_scores (const PlenumTally *tally, guint a, guint b)
{
  return plenum_rational_compare (tally->options[b].score, tally->options[a].score);
}

static gboolean
was_scored (const PlenumTally *tally, guint option)
{
  return plenum_rational_sign (tally->options[option].base) > 0;
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  gboolean by_mean = strcmp (plenum_profile_get_setting (profile, "by"), "mean") == 0;

  if (!plenum_tally_sum_groups (tally, profile, add_group, cancellable, error))
    return FALSE;
  if (strcmp (plenum_profile_get_setting (profile, "unscored"), "lowest") == 0)
    add_lowest (tally, profile, plenum_profile_get_integer (profile, "minimum"));

  plenum_tally_explain_start (tally);
  explain_sums (tally);
  for (guint i = 0; by_mean && i < tally->n_options; i++)
    if (was_scored (tally, i))
      plenum_rational_divide (tally->options[i].score, tally->options[i].base);

  plenum_tally_rank (tally, profile, compare_scores, 1, was_scored);
  plenum_tally_explain_end (tally);
  return TRUE;
}

const PlenumMethod plenum_method_score = {
  .id = "score",
  .name = N_("Score"),
  .purpose = N_("Learn how good each option is to people, not only which is the best."),
  .rule = N_("Everybody gives each option a number; the numbers are added up. The greatest sum wins."),
  .suited = N_("Right where people can judge every option by itself, and where degrees matter."),
  .unsuited = N_("Use another method where some may give only the highest and lowest numbers to weigh more than others."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_SCORES,
  .settings = settings,
  .count_names = count_names,
  .count_labels = count_labels,
  .describe_paper = plenum_scores_describe,
  .check_ballot = plenum_scores_check,
  .count = count,
  .describe_score = plenum_tally_describe_points,
  .describe_result = plenum_tally_describe_seats,
};
