/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How answers are spread, for ballots that judge each option by itself.
 *
 * Conflict is the variance of an option's answers ÷ the greatest possible one (half of
 * the people at either end), as in plenum-method-consensing.c: 0 where all answer
 * alike, 1 where the group is split in two. Who passes, or answers nothing, is not
 * counted; a resistance that is left out is none, and a grade that is left out the
 * worst, as these methods count them. */
#include "plenum-spread.h"

#include "plenum-method-private.h"

#include <glib/gi18n-lib.h>

#define MOST_LEVELS 101 /* of numbers; with more a picture shows nothing */

static PlenumSpread *
spread_new (guint n_options, guint n_levels)
{
  PlenumSpread *self = g_new0 (PlenumSpread, 1);

  self->n_options = n_options;
  self->n_levels = n_levels;
  self->labels = g_new0 (char *, n_levels + 1);
  self->values = g_new0 (gint64, n_levels);
  self->given = g_new0 (PlenumRational *, (gsize) n_options * n_levels);
  self->conflict = g_new0 (PlenumRational *, n_options);
  for (gsize i = 0; i < (gsize) n_options * n_levels; i++)
    self->given[i] = plenum_rational_new (0, 1);

  return self;
}

void
plenum_spread_free (PlenumSpread *self)
{
  for (gsize i = 0; i < (gsize) self->n_options * self->n_levels; i++)
    plenum_rational_free (self->given[i]);
  for (guint i = 0; i < self->n_options; i++)
    g_clear_pointer (&self->conflict[i], plenum_rational_free);
  g_strfreev (self->labels);
  g_free (self->values);
  g_free (self->given);
  g_free (self->conflict);
  g_free (self);
}

static PlenumSpread *
new_for_words (guint n_options, const char *const *words, const gint64 *values, guint n)
{
  PlenumSpread *self = spread_new (n_options, n);

  for (guint i = 0; i < n; i++)
    {
      self->labels[i] = g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "answer", words[i]));
      self->values[i] = values[i];
    }

  return self;
}

/* From what is best: low resistance, but high scores. */
static PlenumSpread *
new_for_numbers (guint n_options, gint64 minimum, gint64 maximum, gboolean less_is_better)
{
  PlenumSpread *self;

  if (maximum <= minimum || maximum - minimum >= MOST_LEVELS)
    return NULL;

  self = spread_new (n_options, maximum - minimum + 1);
  for (guint i = 0; i < self->n_levels; i++)
    {
      self->values[i] = less_is_better ? minimum + i : maximum - i;
      self->labels[i] = g_strdup_printf ("%" G_GINT64_FORMAT, self->values[i]);
    }

  return self;
}

static PlenumSpread *
new_for_grades (const PlenumProfile *profile, guint n_options)
{
  g_auto (GStrv) grades = plenum_profile_list_grades (profile);
  PlenumSpread *self = spread_new (n_options, g_strv_length (grades));

  for (guint i = 0; i < self->n_levels; i++)
    {
      self->labels[i] = g_strdup (grades[i]);
      self->values[i] = i + 1;
    }

  return self;
}

static PlenumSpread *
make_levels (const PlenumProfile *profile, guint n)
{
  static const char *const stances[] = { NC_("answer", "agree"), NC_("answer", "pass"), NC_("answer", "disagree") };
  static const gint64 stance_values[] = { 1, 0, -1 };
  static const char *const consent[] = { NC_("answer", "consent"), NC_("answer", "concern"), NC_("answer", "objection") };
  static const gint64 consent_values[] = { 0, 1, 2 };

  switch (plenum_method_get_paper_kind (plenum_profile_get_method (profile)))
    {
    case PLENUM_PAPER_STANCES:
      return new_for_words (n, stances, stance_values, G_N_ELEMENTS (stances));

    case PLENUM_PAPER_CONSENT:
      return new_for_words (n, consent, consent_values, G_N_ELEMENTS (consent));

    case PLENUM_PAPER_GRADES:
      return new_for_grades (profile, n);

    case PLENUM_PAPER_RESISTANCES:
      return new_for_numbers (n, 0, plenum_profile_get_integer (profile, "maximum"), TRUE);

    case PLENUM_PAPER_SCORES:
      return new_for_numbers (n, plenum_profile_get_integer (profile, "minimum"),
                              plenum_profile_get_integer (profile, "maximum"), FALSE);

    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_RANKING:
    case PLENUM_PAPER_CREDITS:
    case PLENUM_PAPER_UTILITIES:
    case PLENUM_PAPER_PAIR:
    default:
      return NULL;
    }
}

static void
add_answer (PlenumSpread *self, guint option, gint64 value, const PlenumBallotGroup *group)
{
  for (guint level = 0; level < self->n_levels; level++)
    if (self->values[level] == value)
      plenum_rational_add_weighted (self->given[option * self->n_levels + level], group->copies,
                                    group->weight_numerator, group->weight_denominator);
}

/* @blank: the level of who answers nothing, or G_MAXUINT */
static void
add_group (PlenumSpread *self, const PlenumBallotGroup *group, guint blank)
{
  guint next = 0;

  for (guint option = 0; option < self->n_options; option++)
    if (next < group->n_choices && group->choices[next].option == option)
      add_answer (self, option, group->choices[next++].value, group);
    else if (blank != G_MAXUINT)
      add_answer (self, option, self->values[blank], group);
}

/* 4 × (n × sum of squares − square of the sum) ÷ (n × range)² */
static PlenumRational *
get_conflict (const PlenumSpread *self, guint option, gboolean leave_zero)
{
  g_autoptr (PlenumRational) n = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) conflict = plenum_rational_new (0, 1);
  gint64 range = ABS (self->values[self->n_levels - 1] - self->values[0]);

  for (guint level = 0; level < self->n_levels; level++)
    {
      const PlenumRational *given = self->given[option * self->n_levels + level];
      gint64 value = self->values[level];
      g_autoptr (PlenumRational) part = plenum_rational_copy (given);

      if (leave_zero && value == 0)
        continue;
      plenum_rational_add (n, given);
      plenum_rational_scale (part, value, 1);
      plenum_rational_add (sum, part);
      plenum_rational_scale (part, value, 1);
      plenum_rational_add (conflict, part);
    }
  if (plenum_rational_sign (n) == 0)
    return NULL;

  plenum_rational_multiply (conflict, n);
  plenum_rational_multiply (sum, sum);
  plenum_rational_subtract (conflict, sum);
  plenum_rational_divide (conflict, n);
  plenum_rational_divide (conflict, n);
  plenum_rational_scale (conflict, 4, MAX (range * range, 1));

  return g_steal_pointer (&conflict);
}

/**
 * plenum_spread_new:
 * @profile: ballots
 *
 * Returns: (transfer full) (nullable): how answers are spread, if the ballots judge
 *   each option by itself and the answers are few enough to be shown
 */
PlenumSpread *
plenum_spread_new (const PlenumProfile *profile)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_profile_get_method (profile));
  PlenumSpread *self = make_levels (profile, plenum_profile_get_n_options (profile));
  guint blank = G_MAXUINT;

  if (self == NULL)
    return NULL;

  if (kind == PLENUM_PAPER_RESISTANCES)
    blank = 0;
  else if (kind == PLENUM_PAPER_GRADES)
    blank = self->n_levels - 1;
  else if (kind == PLENUM_PAPER_SCORES
           && plenum_method_find_setting (plenum_profile_get_method (profile), "unscored") != NULL
           && g_str_equal (plenum_profile_get_setting (profile, "unscored"), "lowest"))
    blank = self->n_levels - 1;

  for (guint i = 0; i < plenum_profile_get_n_groups (profile); i++)
    add_group (self, plenum_profile_get_group (profile, i), blank);
  for (guint i = 0; i < self->n_options; i++)
    self->conflict[i] = get_conflict (self, i, kind == PLENUM_PAPER_STANCES);

  return self;
}

/**
 * plenum_spread_get_median:
 *
 * Returns: the level that half of the answers are at least as good as: the lower median,
 *   as majority judgement has it
 */
guint
plenum_spread_get_median (const PlenumSpread *self, guint option)
{
  g_autoptr (PlenumRational) half = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);

  for (guint level = 0; level < self->n_levels; level++)
    plenum_rational_add (half, self->given[option * self->n_levels + level]);
  plenum_rational_scale (half, 1, 2);
  for (guint level = 0; level < self->n_levels; level++)
    {
      plenum_rational_add (sum, self->given[option * self->n_levels + level]);
      if (plenum_rational_compare (sum, half) > 0)
        return level;
    }

  return self->n_levels - 1;
}

/**
 * plenum_spread_describe:
 *
 * Returns: (transfer none): by which measure people disagree, translated
 */
const char *
plenum_spread_describe (const PlenumProfile *profile)
{
  if (plenum_method_get_paper_kind (plenum_profile_get_method (profile)) == PLENUM_PAPER_STANCES)
    return _("Measured by how close agreement and disagreement are to half and half: 0 % where all say the same, "
             "100 % where as many agree as disagree. Those who pass are not counted.");

  return _("Measured by the variance of the answers: 0 % where all answer the same, "
           "100 % where half of the room is at one end and half at the other.");
}

static int
compare_conflict (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlenumSpread *self = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  int order = plenum_rational_compare (self->conflict[other], self->conflict[one]);

  return order != 0 ? order : (one > other) - (one < other);
}

/**
 * plenum_spread_rank:
 *
 * Returns: (transfer full) (element-type guint): the options that somebody answered,
 *   those that divide people most first
 */
GArray *
plenum_spread_rank (const PlenumSpread *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_options; i++)
    if (self->conflict[i] != NULL)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_conflict, (gpointer) self);

  return order;
}
