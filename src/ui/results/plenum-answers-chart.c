/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bar an option: how often each answer was given to it. */
#include "plenum-answers-chart.h"

#include <glib/gi18n.h>

#include "plenum-answer-bar.h"
#include "plenum-figure-table.h"
#include "plenum-wrapped-label.h"

/* "62 %": for drawing and reading, so whole percents do. */
static char *
describe_conflict (const PlenumRational *conflict)
{
  g_autoptr (PlenumRational) percent = plenum_rational_copy (conflict);
  g_autofree char *number = NULL;

  plenum_rational_scale (percent, 100, 1);
  number = plenum_rational_to_display (percent, 0);

  /* Translators: how far people disagree about an option; %% is a percent sign. */
  return g_strdup_printf (_("%s %% conflict"), number);
}

/* "very good 4, good 12, …, median good" */
static char *
describe_answers (const PlenumSpread *spread, guint option)
{
  GString *text = g_string_new (NULL);

  for (guint level = 0; level < spread->n_levels; level++)
    {
      const PlenumRational *given = spread->given[option * spread->n_levels + level];
      g_autofree char *number = plenum_rational_to_display (given, 2);

      if (plenum_rational_sign (given) > 0)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", spread->labels[level], number);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_median (const PlenumSpread *spread, guint option)
{
  /* Translators: the answer in the middle, when all are sorted. */
  return g_strdup_printf (_("median %s"), spread->labels[plenum_spread_get_median (spread, option)]);
}

static GtkWidget *
make_row (PlenumTally *tally, const PlenumSpread *spread, guint option, gboolean conflict, GtkSizeGroup *notes)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree double *values = g_new (double, spread->n_levels);
  g_autofree char *answers = describe_answers (spread, option);
  g_autofree char *note = NULL;
  GtkWidget *label;

  if (!conflict)
    note = describe_median (spread, option);
  else
    note = spread->conflict[option] != NULL ? describe_conflict (spread->conflict[option]) : g_strdup ("");
  for (guint level = 0; level < spread->n_levels; level++)
    values[level] = plenum_rational_to_double (spread->given[option * spread->n_levels + level]);

  label = plenum_wrapped_label_new (note, "numeric");
  gtk_size_group_add_widget (notes, label);
  gtk_box_append (GTK_BOX (bottom), plenum_answer_bar_new (values, spread->n_levels, !conflict, answers));
  gtk_box_append (GTK_BOX (bottom), label);
  gtk_box_append (GTK_BOX (row), plenum_wrapped_label_new (plenum_tally_get_option_text (tally, option),
                                             plenum_tally_is_winner (tally, option) ? "result-winner-text" : "result-text"));
  gtk_box_append (GTK_BOX (row), bottom);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plenum_tally_get_option_text (tally, option), -1);

  return row;
}

/**
 * plenum_answers_chart_new:
 * @order: (element-type guint): which options, from top to bottom
 * @most: how many of them at most
 * @conflict: whether conflict is said beside the bars, else the median
 *
 * Returns: (transfer floating): the chart with its legend
 */
GtkWidget *
plenum_answers_chart_new (PlenumTally *tally, const PlenumSpread *spread, GArray *order, guint most, gboolean conflict)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr (GtkSizeGroup) notes = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_box_append (GTK_BOX (box), plenum_answer_bar_new_legend (spread->labels));
  for (guint i = 0; i < order->len && i < most; i++)
    gtk_box_append (GTK_BOX (box), make_row (tally, spread, g_array_index (order, guint, i), conflict, notes));

  return box;
}

/**
 * plenum_answers_chart_new_table:
 *
 * Returns: (transfer floating): the same as a table
 */
GtkWidget *
plenum_answers_chart_new_table (PlenumTally *tally, const PlenumSpread *spread, GArray *order)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *headers[] = { C_("result", "Option"), C_("result", "Answers"), C_("result", "Median"), C_("result", "Conflict"), NULL };

  for (guint i = 0; i < order->len; i++)
    {
      guint option = g_array_index (order, guint, i);
      char *cells[] = { g_strdup (plenum_tally_get_option_text (tally, option)), describe_answers (spread, option),
                        g_strdup (spread->labels[plenum_spread_get_median (spread, option)]),
                        spread->conflict[option] != NULL ? describe_conflict (spread->conflict[option]) : g_strdup ("–"), NULL };

      g_ptr_array_add (rows, g_memdup2 (cells, sizeof cells));
    }

  return plenum_figure_table_new (_("How often each answer was given"), headers, rows);
}
