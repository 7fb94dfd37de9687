/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Majority judgement: the median grade decides.
 *
 * Source: Balinski and Laraki, "Majority Judgment: Measuring, Ranking, and
 * Electing", MIT Press 2011. The majority grade is the lower median; equal ones are
 * told apart by the majority value: the majority grade is taken away once and the
 * next one is compared, until they differ. Who gives an option no grade gives it the
 * worst one, as in the authors' elections.
 *
 * Instead of taking grades away one by one, the sorted grades are walked from the
 * middle outwards, the lower side first. Both give the same order, which does not
 * change where every ballot is doubled, so that weights need not be whole. */
#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

static const PlenumSetting settings[] = {
  { "grades", N_("Grades, the best first, with commas between them (nothing: six, from very good to insufficient)"), PLENUM_SETTING_TEXT, "", 0, 0, NULL },
  PLENUM_COMMON_SETTINGS
};

/* By option and grade, the worst first: how much was given up to there. */
typedef struct
{
  guint            n_grades;
  PlenumRational **sums;
} Grades;

static Grades *
grades_new (guint n_options, guint n_grades)
{
  Grades *self = g_new0 (Grades, 1);

  self->n_grades = n_grades;
  self->sums = g_new0 (PlenumRational *, (gsize) n_options * n_grades + 1);
  for (gsize i = 0; i < (gsize) n_options * n_grades; i++)
    self->sums[i] = plenum_rational_new (0, 1);

  return self;
}

static void
grades_free (Grades *self)
{
  for (gsize i = 0; self->sums[i] != NULL; i++)
    plenum_rational_free (self->sums[i]);
  g_free (self->sums);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grades, grades_free)

static guint
count_grades (const PlenumProfile *profile)
{
  g_auto (GStrv) grades = plenum_profile_list_grades (profile);

  return MAX (g_strv_length (grades), 1);
}

static char *
describe_paper (const PlenumProfile *profile)
{
  g_auto (GStrv) grades = plenum_profile_list_grades (profile);
  g_autofree char *list = g_strjoinv (", ", grades);

  /* Translators: %s is a list of grades, the best first. */
  return g_strdup_printf (_("Give each option one of these grades: %s."), list);
}

static gboolean
check_ballot (const PlenumProfile *profile, const PlenumBallotGroup *ballot, GError **error)
{
  return plenum_range_check (profile, ballot, 1, count_grades (profile), error);
}

static void
add_group (Grades *grades, guint n_options, const PlenumBallotGroup *group)
{
  guint next = 0;

  for (guint option = 0; option < n_options; option++)
    {
      guint grade = 0;

      if (next < group->n_choices && group->choices[next].option == option)
        grade = grades->n_grades - group->choices[next++].value;
      plenum_rational_add_weighted (grades->sums[option * grades->n_grades + grade], group->copies,
                                    group->weight_numerator, group->weight_denominator);
    }
}

static void
add_up (Grades *grades, guint n_options)
{
  for (guint i = 0; i < n_options * grades->n_grades; i++)
    if (i % grades->n_grades > 0)
      plenum_rational_add (grades->sums[i], grades->sums[i - 1]);
}

/* The grade that reaches from below over a point, or that ends there. */
static guint
find_grade (const Grades *grades, guint option, const PlenumRational *point, gboolean below)
{
  guint grade = 0;

  while (grade + 1 < grades->n_grades)
    {
      int order = plenum_rational_compare (grades->sums[option * grades->n_grades + grade], point);

      if (order > 0 || (below && order == 0))
        break;
      grade++;
    }

  return grade;
}

/* How far a step outwards goes at most until a grade of either option changes. */
static void
shorten (PlenumRational *step, const Grades *grades, guint option, const PlenumRational *low, const PlenumRational *high)
{
  for (guint i = 0; i < grades->n_grades; i++)
    {
      g_autoptr (PlenumRational) below = plenum_rational_copy (low);
      g_autoptr (PlenumRational) above = plenum_rational_copy (grades->sums[option * grades->n_grades + i]);

      plenum_rational_subtract (below, grades->sums[option * grades->n_grades + i]);
      plenum_rational_subtract (above, high);
      if (plenum_rational_sign (below) > 0 && plenum_rational_compare (below, step) < 0)
        plenum_rational_set (step, below);
      if (plenum_rational_sign (above) > 0 && plenum_rational_compare (above, step) < 0)
        plenum_rational_set (step, above);
    }
}

/* Less than 0 where @a is the better one. */
static int
compare_values (const Grades *grades, guint a, guint b)
{
  const PlenumRational *all = grades->sums[a * grades->n_grades + grades->n_grades - 1];
  g_autoptr (PlenumRational) low = plenum_rational_copy (all);
  g_autoptr (PlenumRational) high = NULL;

  plenum_rational_scale (low, 1, 2);
  high = plenum_rational_copy (low);
  while (plenum_rational_sign (low) > 0)
    {
      guint low_a = find_grade (grades, a, low, TRUE), low_b = find_grade (grades, b, low, TRUE);
      guint high_a = find_grade (grades, a, high, FALSE), high_b = find_grade (grades, b, high, FALSE);
      g_autoptr (PlenumRational) step = plenum_rational_copy (low);

      if (low_a != low_b)
        return low_a > low_b ? -1 : 1;
      if (high_a != high_b)
        return high_a > high_b ? -1 : 1;
      shorten (step, grades, a, low, high);
      shorten (step, grades, b, low, high);
      plenum_rational_subtract (low, step);
      plenum_rational_add (high, step);
    }

  return 0;
}

static int
compare_options (gconstpointer a, gconstpointer b, gpointer grades)
{
  return compare_values (grades, *(const guint *) a, *(const guint *) b);
}

/* Numbers the places, so that ranking need not compare medians again. */
static void
make_keys (PlenumTally *tally, Grades *grades)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  gint64 key = 0;

  for (guint i = 0; i < tally->n_options; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_options, grades);
  for (guint i = 0; i < order->len; i++)
    {
      guint option = g_array_index (order, guint, i);

      if (i > 0 && compare_values (grades, g_array_index (order, guint, i - 1), option) != 0)
        key++;
      tally->options[option].key = key;
    }
}

static void
explain_grades (PlenumTally *tally, const PlenumProfile *profile, const Grades *grades)
{
  g_auto (GStrv) names = plenum_profile_list_grades (profile);

  for (guint grade = 0; grade < grades->n_grades; grade++)
    {
      g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_rational_free);

      for (guint option = 0; option < tally->n_options; option++)
        {
          guint at = (option + 1) * grades->n_grades - 1 - grade;
          PlenumRational *number = plenum_rational_copy (grades->sums[at]);

          if (grade + 1 < grades->n_grades)
            plenum_rational_subtract (number, grades->sums[at - 1]);
          g_ptr_array_add (given, number);
        }
      plenum_tally_add_step (tally, "grade", NULL, 0,
                             /* Translators: %s is a grade such as “very good”; numbers follow in a chart. */
                             g_strdup_printf (_("How often the grade “%s” was given"), names[grade]));
      plenum_tally_add_integer (tally, "grade", grade + 1);
      plenum_tally_add_values (tally, "given", (PlenumRational **) given->pdata);
    }
}

static gboolean
count (PlenumTally *tally, const PlenumProfile *profile, GCancellable *cancellable, GError **error)
{
  g_autoptr (Grades) grades = grades_new (tally->n_options, count_grades (profile));
  g_autoptr (PlenumRational) half = NULL;

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    add_group (grades, tally->n_options, plenum_profile_get_group (profile, i));
  add_up (grades, tally->n_options);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  half = plenum_rational_copy (grades->sums[grades->n_grades - 1]);
  plenum_rational_scale (half, 1, 2);
  for (guint i = 0; i < tally->n_options; i++)
    {
      g_autoptr (PlenumRational) grade = plenum_rational_new (grades->n_grades - find_grade (grades, i, half, TRUE), 1);

      plenum_rational_set (tally->options[i].score, grade);
      tally->options[i].key = 0;
    }
  make_keys (tally, grades);
  tally->grades = plenum_profile_list_grades (profile);

  plenum_tally_explain_start (tally);
  explain_grades (tally, profile, grades);
  plenum_tally_rank (tally, profile, plenum_tally_by_key, 1, plenum_tally_any_can_win);
  plenum_tally_explain_end (tally);
  return TRUE;
}

static char *
describe_score (const PlenumTally *tally, guint option)
{
  guint grade = plenum_rational_to_double (plenum_tally_get_score (tally, option));

  /* Translators: the grade in the middle, such as “very good”, which decides. */
  return g_strdup_printf (_("majority grade “%s”"), tally->grades[grade - 1]);
}

const PlenumMethod plenum_method_majority_judgement = {
  .id = "majority-judgement",
  .name = N_("Majority judgement"),
  .purpose = N_("Judge each option in words, so that a few extreme grades change nothing."),
  .rule = N_("Everybody grades each option in words; what counts is the median, which half of them give or exceed. The best median wins; equal ones are told apart by the grades next to it."),
  .suited = N_("Right for judging proposals, and where some people grade more strictly than others."),
  .unsuited = N_("Use another method where everybody should see at a glance how the result came about."),
  .goal = PLENUM_GOAL_PRIORITIES,
  .paper = PLENUM_PAPER_GRADES,
  .less_is_better = TRUE,
  .settings = settings,
  .describe_paper = describe_paper,
  .check_ballot = check_ballot,
  .count = count,
  .describe_score = describe_score,
  .describe_result = plenum_tally_describe_seats,
};
