/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dot voting ("dotmocracy", Punktekleben): everybody has the same number of points
 * and spreads them as they like. The points of an option are added up.
 *
 * Source: as facilitators do it with sticky dots, as described by Diceman,
 * "Dotmocracy" (2004); with at most so many on one option it is limited cumulative
 * voting (Dodgson 1884). It has no rule for ties: they are reported.
 *
 * By show of hands a ballot holds the points an option got from everybody together.
 * How many people gave them is not known then, so they are not in the count "voters". */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

enum { POINTS, VOTERS };

static const char * const count_names[] = { "points", "voters", NULL };
static const char * const count_labels[] = { N_("Points"), N_("People"), NULL };

static const PlenumSetting settings[] = {
  { "points", N_("Points per person"), PLENUM_SETTING_INTEGER, "5", 1, 1000, NULL },
  { "most", N_("Most points for one option (0: no limit)"), PLENUM_SETTING_INTEGER, "3", 0, 1000, NULL },
  PLENUM_COMMON_SETTINGS
};

static void
add_group (PlenumTally *tally, const PlenumBallotGroup *group)
{
  for (guint i = 0; i < group->n_choices; i++)
    {
      const PlenumChoice *choice = &group->choices[i];

      plenum_tally_add_score (tally, choice->option, group, choice->value);
      plenum_tally_add_count (tally, choice->option, POINTS, group, choice->value);
      if (group->channel != PLENUM_CHANNEL_HANDS)
        plenum_tally_add_count (tally, choice->option, VOTERS, group, 1);
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  if (!plenum_tally_sum_groups (tally, profile, add_group, cancellable, error))
    return FALSE;

  plenum_tally_rank (tally, profile, plenum_tally_by_score, 1, plenum_tally_has_score);
  plenum_tally_explain (tally);
  return TRUE;
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  const PlenumRational *score = plenum_tally_get_score (tally, option);
  g_autofree char *points = plenum_rational_to_display (score, 2);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s point", "%s points", plenum_tally_plural (score)), points);
}

static char *
describe_result (const PlenumTally *tally)
{
  guint n_winners, n_second;
  const guint *winners = plenum_tally_get_winners (tally, &n_winners);
  g_autofree char *names = plenum_tally_join_names (tally, winners, n_winners);
  g_autofree char *points = plenum_rational_to_display (plenum_tally_get_score (tally, winners[0]), 2);
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autofree char *all = NULL;
  const guint *second = plenum_tally_get_runners_up (tally, &n_second);
  g_autofree char *second_names = NULL;
  g_autofree char *second_points = NULL;

  for (guint i = 0; i < tally->n_options; i++)
    plenum_rational_add (sum, plenum_tally_get_score (tally, i));
  all = plenum_rational_to_display (sum, 2);

  if (n_winners > 1)
    /* Translators: %1$s is a list of options in quotation marks, %2$s and %3$s are numbers of points. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s are tied for first place with %2$s of %3$s point each.",
                                         "%1$s are tied for first place with %2$s of %3$s points each.",
                                         plenum_tally_plural (sum)),
                            names, points, all);

  if (second == NULL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%1$s has %2$s of %3$s point.",
                                         "%1$s has %2$s of %3$s points.", plenum_tally_plural (sum)),
                            names, points, all);

  second_names = plenum_tally_join_names (tally, second, n_second);
  second_points = plenum_rational_to_display (plenum_tally_get_score (tally, second[0]), 2);
  /* Translators: %1$s is an option in quotation marks, %4$s one or a list of them, the others are numbers of points. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%1$s leads with %2$s of %3$s point, before %4$s with %5$s.",
                                       "%1$s leads with %2$s of %3$s points, before %4$s with %5$s.",
                                       plenum_tally_plural (sum)),
                          names, points, all, second_names, second_points);
}

const PlenumMethod plenum_method_dots = {
  .id = "dots",
  .name = N_("Dots"),
  .purpose = N_("Find out quickly where a group’s energy is, also among many cards."),
  .rule = N_("The points of each option are added up; the most points win."),
  .suited = N_("Right for choosing from many cards in a few minutes, also by show of hands."),
  .unsuited = N_("Use another method where a decision binds people: dots are spread and taken together easily."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_POINTS,
  .takes_hands = TRUE,
  .settings = settings,
  .count_names = count_names,
  .count_labels = count_labels,
  .describe_paper = plenum_points_describe,
  .check_ballot = plenum_points_check,
  .count = count,
  .describe_score = describe_score,
  .describe_result = describe_result,
};
