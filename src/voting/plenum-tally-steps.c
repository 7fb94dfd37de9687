/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of an explanation and the numbers that belong to them. */
#include "plenum-tally-private.h"

/**
 * plenum_tally_add_step:
 * @options: (array length=n_options) (nullable): what it speaks of
 * @text: (transfer full): a translated sentence
 */
void
plenum_tally_add_step (PlenumTally *self, const char *kind, const guint *options, guint n_options, char *text)
{
  PlenumStep *step = g_new0 (PlenumStep, 1);

  step->kind = kind;
  step->text = text;
  step->options = g_memdup2 (options, n_options * sizeof (guint));
  step->n_options = n_options;
  g_ptr_array_add (self->steps, step);
}

static void
figure_free (PlenumFigure *figure)
{
  for (guint i = 0; i < figure->n_values; i++)
    g_clear_pointer (&figure->values[i], plenum_rational_free);
  g_free (figure->values);
  g_free (figure);
}

static void
payment_free (PlenumPayment *payment)
{
  g_free ((guint *) payment->options);
  plenum_rational_free (payment->paid);
  g_free (payment);
}

void
plenum_step_free (PlenumStep *step)
{
  g_free ((char *) step->text);
  g_free ((guint *) step->options);
  g_clear_pointer (&step->figures, g_ptr_array_unref);
  g_clear_pointer (&step->payments, g_ptr_array_unref);
  g_free (step);
}

static void
add_figure (PlenumTally *self, const char *name, PlenumFigureKind kind, const PlenumRational * const *values, guint n_values)
{
  PlenumStep *step = g_ptr_array_index (self->steps, self->steps->len - 1);
  PlenumFigure *figure = g_new0 (PlenumFigure, 1);

  figure->name = name;
  figure->kind = kind;
  figure->n_values = n_values;
  figure->values = g_new0 (PlenumRational *, n_values);
  for (guint i = 0; i < n_values; i++)
    figure->values[i] = values[i] != NULL ? plenum_rational_copy (values[i]) : NULL;

  if (step->figures == NULL)
    step->figures = g_ptr_array_new_with_free_func ((GDestroyNotify) figure_free);
  g_ptr_array_add (step->figures, figure);
}

/**
 * plenum_tally_add_number:
 * @name: a string that stays
 *
 * Adds a number to the last line.
 */
void
plenum_tally_add_number (PlenumTally *self, const char *name, const PlenumRational *value)
{
  add_figure (self, name, PLENUM_FIGURE_NUMBER, &value, 1);
}

void
plenum_tally_add_integer (PlenumTally *self, const char *name, gint64 value)
{
  g_autoptr (PlenumRational) number = plenum_rational_new (value, 1);

  plenum_tally_add_number (self, name, number);
}

/**
 * plenum_tally_add_values:
 * @values: by option, %NULL for none
 *
 * Adds a number for each option to the last line.
 */
void
plenum_tally_add_values (PlenumTally *self, const char *name, PlenumRational * const *values)
{
  add_figure (self, name, PLENUM_FIGURE_OPTIONS, (const PlenumRational * const *) values, self->n_options);
}

/**
 * plenum_tally_add_pairs:
 * @values: by option and by option against it, %NULL for none
 *
 * Adds a number for each pair of options to the last line.
 */
void
plenum_tally_add_pairs (PlenumTally *self, const char *name, PlenumRational * const *values)
{
  add_figure (self, name, PLENUM_FIGURE_PAIRS, (const PlenumRational * const *) values, self->n_options * self->n_options);
}

/**
 * plenum_tally_add_payment:
 * @paid: what each ballot of @group paid for what the last line speaks of
 */
void
plenum_tally_add_payment (PlenumTally *self, const PlenumBallotGroup *group, const PlenumRational *paid)
{
  PlenumStep *step = g_ptr_array_index (self->steps, self->steps->len - 1);
  PlenumPayment *payment = g_new0 (PlenumPayment, 1);
  guint *options = g_new (guint, group->n_choices);

  for (guint i = 0; i < group->n_choices; i++)
    options[i] = group->choices[i].option;
  payment->options = options;
  payment->n_options = group->n_choices;
  payment->voters = group->copies;
  payment->paid = plenum_rational_copy (paid);

  if (step->payments == NULL)
    step->payments = g_ptr_array_new_with_free_func ((GDestroyNotify) payment_free);
  g_ptr_array_add (step->payments, payment);
}

/**
 * plenum_tally_find_step:
 *
 * Returns: (transfer none) (nullable): the first line of that kind
 */
const PlenumStep *
plenum_tally_find_step (const PlenumTally *self, const char *kind)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PlenumStep *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (step->kind, kind))
        return step;
    }

  return NULL;
}

/**
 * plenum_step_find_figure:
 *
 * Returns: (transfer none) (nullable): the numbers of that name
 */
const PlenumFigure *
plenum_step_find_figure (const PlenumStep *self, const char *name)
{
  for (guint i = 0; self->figures != NULL && i < self->figures->len; i++)
    {
      const PlenumFigure *figure = g_ptr_array_index (self->figures, i);

      if (g_str_equal (figure->name, name))
        return figure;
    }

  return NULL;
}
