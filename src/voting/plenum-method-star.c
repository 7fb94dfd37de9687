/* SPDX-License-Identifier: GPL-3.0-or-later */
/* STAR: score, then automatic runoff.
 *
 * Source: Equal Vote Coalition, "STAR Voting", with its tie-breaking protocol
 * (Wolk, Quinn and Ogren, "STAR Voting, equality of voice, and voter satisfaction",
 * Constitutional Political Economy 34, 2023). The two with the greatest sums are
 * finalists; of them wins whom more ballots score higher. What a ballot leaves out
 * has the lowest number.
 *
 * A tie for the final goes to who wins more of the comparisons among the tied; a tie
 * in the final to the greater sum; either then to who got the highest number more
 * often; what is still tied is broken as the settings say. */
#include "plenum-chooser.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  { "minimum", N_("Lowest number"), PLENUM_SETTING_INTEGER, "0", -100, 1000, NULL },
  { "maximum", N_("Highest number"), PLENUM_SETTING_INTEGER, "5", -100, 1000, NULL },
  PLENUM_COMMON_SETTINGS
};

typedef struct
{
  PlenumTally         *tally;
  const PlenumProfile *profile;
  PlenumChooser       *chooser;
  PlenumRational     **preferred; /* by option and option against it */
} Count;

/* Sums of what is above the lowest number, so that leaving out is 0; the base is how
 * often the highest was given. */
static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group, gint64 minimum, gint64 maximum)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      plenum_tally_add_score (tally, group->choices[i].option, group, group->choices[i].value - minimum);
      if (group->choices[i].value == maximum)
        plenum_tally_add_base (tally, group->choices[i].option, group, 1);
    }
}

static void
add_preferences (Count *count, const PlenumBallotGroup *group, gint64 *values, gint64 minimum)
{
  guint n = count->tally->n_options;

  for (guint i = 0; i < n; i++)
    values[i] = minimum;
  for (guint i = 0; i < group->n_choices; i++)
    values[group->choices[i].option] = group->choices[i].value;
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (values[a] > values[b])
        plenum_rational_add_weighted (count->preferred[a * n + b], group->copies, group->weight_numerator, group->weight_denominator);
}

static int
compare_heads (Count *count, guint a, guint b)
{
  guint n = count->tally->n_options;

  return plenum_rational_compare (count->preferred[a * n + b], count->preferred[b * n + a]);
}

/* Comparisons won minus lost among the tied, the most last kept in @tied. */
static guint
keep_most_wins (Count *count, guint *tied, guint n_tied)
{
  g_autofree int *wins = g_new0 (int, n_tied);
  int most = -(int) n_tied;
  guint n = 0;

  for (guint i = 0; i < n_tied; i++)
    {
      for (guint j = 0; j < n_tied; j++)
        {
          int order = compare_heads (count, tied[i], tied[j]);

          wins[i] += (order > 0) - (order < 0);
        }
      most = MAX (most, wins[i]);
    }

  for (guint i = 0; i < n_tied; i++)
    if (wins[i] == most)
      tied[n++] = tied[i];

  return n;
}

static guint
keep_most_highest (Count *count, guint *tied, guint n_tied)
{
  const PlenumRational *most = count->tally->options[tied[0]].base;
  guint n = 0;

  for (guint i = 1; i < n_tied; i++)
    if (plenum_rational_compare (count->tally->options[tied[i]].base, most) > 0)
      most = count->tally->options[tied[i]].base;
  for (guint i = 0; i < n_tied; i++)
    if (plenum_rational_compare (count->tally->options[tied[i]].base, most) == 0)
      tied[n++] = tied[i];

  return n;
}

static guint
pick_finalist (Count *count, guint without)
{
  g_autofree guint *tied = g_new (guint, count->tally->n_options);
  guint n = 0;

  for (guint i = 0; i < count->tally->n_options; i++)
    {
      int order = n > 0 ? plenum_rational_compare (count->tally->options[i].score, count->tally->options[tied[0]].score) : 0;

      if (i == without || order < 0)
        continue;
      if (order > 0)
        n = 0;
      tied[n++] = i;
    }

  if (n > 1)
    n = keep_most_wins (count, tied, n);
  if (n > 1)
    n = keep_most_highest (count, tied, n);
  return plenum_chooser_pick (count->chooser, tied, n, PLENUM_PICK_BEST);
}

static guint
pick_winner (Count *count, guint first, guint second)
{
  guint two[] = { MIN (first, second), MAX (first, second) };
  int order = compare_heads (count, two[0], two[1]);

  if (order == 0)
    order = plenum_rational_compare (count->tally->options[two[0]].score, count->tally->options[two[1]].score);
  if (order == 0)
    order = plenum_rational_compare (count->tally->options[two[0]].base, count->tally->options[two[1]].base);
  if (order != 0)
    return order > 0 ? two[0] : two[1];

  return plenum_chooser_pick (count->chooser, two, 2, PLENUM_PICK_BEST);
}

static void
explain_final (Count *count, guint winner, guint other)
{
  guint n = count->tally->n_options;
  guint two[] = { winner, other };
  g_autofree char *names = plenum_tally_join_names (count->tally, two, 2);
  g_autofree char *for_winner = plenum_rational_to_display (count->preferred[winner * n + other], 2);
  g_autofree char *for_other = plenum_rational_to_display (count->preferred[other * n + winner], 2);

  if (!plenum_chooser_is_first (count->chooser))
    return;

  plenum_tally_add_step (count->tally, "final", two, 2,
                         /* Translators: %1$s are two options, %2$s and %3$s how many prefer the first and the second of them. */
                         g_strdup_printf (_("The final is between %1$s. People who score the first one higher: %2$s; the second: %3$s."), names, for_winner, for_other));
  plenum_tally_add_number (count->tally, "winner", count->preferred[winner * n + other]);
  plenum_tally_add_number (count->tally, "other", count->preferred[other * n + winner]);
}

static void
run (PlenumTally *tally, const PlenumProfile *profile, PlenumChooser *chooser, gpointer data)
{
  Count *count = data;
  guint n = count->tally->n_options;
  g_autofree gint64 *places = g_new0 (gint64, n);
  g_autofree gboolean *wins = g_new0 (gboolean, n);
  guint first = pick_finalist (count, G_MAXUINT);
  guint second = n > 1 ? pick_finalist (count, first) : first;
  guint winner = n > 1 ? pick_winner (count, first, second) : first;
  guint other = winner == first ? second : first;

  if (n > 1)
    explain_final (count, winner, other);
  wins[winner] = plenum_tally_any_can_win (count->tally, winner);
  for (guint i = 0; i < n; i++)
    {
      places[i] = i == winner ? 0 : i == other ? 1 : 2;
      for (guint j = 0; places[i] >= 2 && j < n; j++)
        if (j != winner && j != other
            && plenum_rational_compare (count->tally->options[j].score, count->tally->options[i].score) > 0)
          places[i]++;
    }
  plenum_chooser_add_outcome (count->chooser, places, wins);
}

static void
count_groups (Count *count)
{
  gint64 minimum = plenum_profile_get_integer (count->profile, "minimum");
  gint64 maximum = plenum_profile_get_integer (count->profile, "maximum");
  g_autofree gint64 *values = g_new (gint64, count->tally->n_options);

  for (guint i = 0; i < plenum_profile_get_n_groups (count->profile); i++)
    {
      add_group (count->tally, plenum_profile_get_group (count->profile, i), minimum, maximum);
      add_preferences (count, plenum_profile_get_group (count->profile, i), values, minimum);
    }
}

static gboolean
count_ballots (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumChooser) chooser = plenum_chooser_new (tally, profile);
  g_autoptr (GPtrArray) preferred = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);
  g_autofree PlenumRational **sums = g_new0 (PlenumRational *, tally->n_options);
  Count count = { tally, profile, chooser };

  for (guint i = 0; i < tally->n_options * tally->n_options; i++)
    g_ptr_array_add (preferred, plenum_rational_new (0, 1));
  count.preferred = (PlenumRational **) preferred->pdata;
  count_groups (&count);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  for (guint i = 0; i < tally->n_options; i++)
    sums[i] = tally->options[i].score;
  plenum_tally_explain_start (tally);
  plenum_tally_add_step (tally, "sums", NULL, 0, g_strdup (_("The numbers of each option are added up.")));
  plenum_tally_add_values (tally, "sums", sums);
  return plenum_chooser_count (chooser, 1, run, &count, cancellable, error);
}

const PlenumMethod plenum_method_star = {
  .id = "star",
  .name = N_("STAR"),
  .purpose = N_("Choose one by degrees, and let a majority decide between the last two."),
  .rule = N_("Everybody gives each option a number. The two with the greatest sums are finalists, and the one that more people score higher wins."),
  .suited = N_("Right where degrees matter, and where giving only highest and lowest numbers should not pay."),
  .unsuited = N_("Use another method where the option with the greatest sum should win without a second look."),
  .goal = PLENUM_GOAL_ONE,
  .paper = PLENUM_PAPER_SCORES,
  .settings = settings,
  .describe_paper = plenum_scores_describe,
  .check_ballot = plenum_scores_check,
  .count = count_ballots,
  .describe_score = plenum_tally_describe_points,
  .describe_result = plenum_tally_describe_seats,
};
