/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every option against every other: a row reads "this one against …", a cell says how
 * many prefer it, and the more of the two they are, the darker it is. The winner of a
 * pair stands in bold, with a dot, whatever one sees of the colours. */
#include "plenum-pairs-chart.h"

#include <glib/gi18n.h>

#include "plenum-chart-pen.h"
#include "plenum-figure-table.h"
#include "plenum-result-chart.h"

#define LEAST_NAMES 112
#define MOST_NAMES 280
#define LEAST_CELL 42
#define MOST_CELL 72
#define CELL_HEIGHT 32
#define MOST_OPTIONS 60 /* the best of them; the table has all */

struct _PlenumPairsChart
{
  GtkWidget           parent_instance;

  PlenumTally        *tally;
  const PlenumFigure *figure; /* of the tally */
  GArray             *order;  /* of those that are shown, best first */
};

G_DEFINE_FINAL_TYPE (PlenumPairsChart, plenum_pairs_chart, GTK_TYPE_WIDGET)

static const PlenumRational *
get_value (PlenumPairsChart *self, guint row, guint column)
{
  guint a = g_array_index (self->order, guint, row);
  guint b = g_array_index (self->order, guint, column);

  return self->figure->values[a * plenum_tally_get_n_options (self->tally) + b];
}

static double
get_share (const PlenumRational *value, const PlenumRational *against)
{
  double one = plenum_rational_to_double (value), other = plenum_rational_to_double (against);

  return one + other > 0 ? one / (one + other) : 0.5;
}

static void
draw_cell (PlenumPairsChart *self, PlenumChartPen *pen, guint row, guint column, double x, double y, double width)
{
  const PlenumRational *value = row != column ? get_value (self, row, column) : NULL;
  const PlenumRational *against = row != column ? get_value (self, column, row) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *marked = NULL;
  GdkRGBA colour = pen->text;
  gboolean wins;

  if (value == NULL || against == NULL)
    {
      colour.alpha = 0.06;
      plenum_chart_pen_fill (pen, &colour, x, y, width - 1, CELL_HEIGHT - 1);
      return;
    }

  wins = plenum_rational_compare (value, against) > 0;
  plenum_chart_pen_get_tint (pen, MAX (2 * get_share (value, against) - 1, 0), &colour);
  plenum_chart_pen_fill (pen, &colour, x, y, width - 1, CELL_HEIGHT - 1);
  number = plenum_rational_to_display (value, 2);
  marked = wins ? g_strdup_printf ("• %s", number) : g_steal_pointer (&number);
  plenum_chart_pen_write (pen, marked, wins, NULL, x + 3, y, width - 7, CELL_HEIGHT - 1, 0.5);
}

static void
draw_row (PlenumPairsChart *self, PlenumChartPen *pen, guint row, double names, double cell)
{
  guint option = g_array_index (self->order, guint, row);
  gboolean wins = plenum_tally_is_winner (self->tally, option);
  double y = (row + 1) * CELL_HEIGHT;
  g_autofree char *name = g_strdup_printf ("%u  %s", row + 1, plenum_tally_get_option_text (self->tally, option));
  g_autofree char *number = g_strdup_printf ("%u", row + 1);

  plenum_chart_pen_write (pen, name, wins, NULL, 0, y, names - 12, CELL_HEIGHT - 1, 0);
  plenum_chart_pen_write (pen, number, TRUE, NULL, names + row * cell, 0, cell - 1, CELL_HEIGHT - 1, 0.5);
  for (guint column = 0; column < self->order->len; column++)
    draw_cell (self, pen, row, column, names + column * cell, y, cell);
}

static void
plenum_pairs_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumPairsChart *self = PLENUM_PAIRS_CHART (widget);
  double width = gtk_widget_get_width (widget);
  double names = CLAMP (width - self->order->len * MOST_CELL, LEAST_NAMES, MOST_NAMES);
  double cell = CLAMP ((width - names) / self->order->len, LEAST_CELL, MOST_CELL);
  PlenumChartPen pen;

  names = CLAMP (width - self->order->len * cell, LEAST_NAMES, MOST_NAMES);
  plenum_chart_pen_begin (&pen, widget, snapshot);
  /* Translators: above the rows of a table that compares every option with every other; the columns have numbers. */
  plenum_chart_pen_write (&pen, _("… against"), FALSE, NULL, 0, 0, names - 12, CELL_HEIGHT - 1, 1);
  for (guint row = 0; row < self->order->len; row++)
    draw_row (self, &pen, row, names, cell);
  plenum_chart_pen_end (&pen);
}

static void
plenum_pairs_chart_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PlenumPairsChart *self = PLENUM_PAIRS_CHART (widget);
  int n = self->order->len;

  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? (n + 1) * CELL_HEIGHT : LEAST_NAMES + n * LEAST_CELL;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? *minimum : MOST_NAMES + n * MOST_CELL;
}

static void
plenum_pairs_chart_finalize (GObject *object)
{
  PlenumPairsChart *self = PLENUM_PAIRS_CHART (object);

  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->tally, plenum_tally_unref);

  G_OBJECT_CLASS (plenum_pairs_chart_parent_class)->finalize (object);
}

static void
plenum_pairs_chart_class_init (PlenumPairsChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plenum_pairs_chart_finalize;
  widget_class->measure = plenum_pairs_chart_measure;
  widget_class->snapshot = plenum_pairs_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pairschart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plenum_pairs_chart_init (PlenumPairsChart *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
}

/**
 * plenum_pairs_chart_new:
 * @figure: one of the tally's figures, by pairs
 * @label: what it shows, for screen readers
 *
 * Returns: (transfer floating): the chart, in what scrolls where it is narrow
 */
GtkWidget *
plenum_pairs_chart_new (PlenumTally *tally, const PlenumFigure *figure, const char *label)
{
  PlenumPairsChart *self = g_object_new (PLENUM_TYPE_PAIRS_CHART, NULL);
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->tally = plenum_tally_ref (tally);
  self->figure = figure;
  self->order = plenum_result_order (tally);
  if (self->order->len > MOST_OPTIONS)
    g_array_set_size (self->order, MOST_OPTIONS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self));

  return scroll;
}

static char *
describe_pair (PlenumTally *tally, guint a, guint b, int order)
{
  if (order == 0)
    return g_strdup (_("tied"));

  return g_strdup (plenum_tally_get_option_text (tally, order > 0 ? a : b));
}

/**
 * plenum_pairs_chart_new_table:
 *
 * Returns: (transfer floating): the same as a table, one row a pair
 */
GtkWidget *
plenum_pairs_chart_new_table (PlenumTally *tally, const PlenumFigure *figure, const char *label)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) order = plenum_result_order (tally);
  guint n = plenum_tally_get_n_options (tally);
  const char *headers[] = { C_("result", "Option"), C_("result", "Against"), C_("pairs", "For the first"),
                            C_("pairs", "For the second"), C_("pairs", "Wins"), NULL };

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        guint a = g_array_index (order, guint, i), b = g_array_index (order, guint, j);
        const PlenumRational *one = figure->values[a * n + b], *other = figure->values[b * n + a];
        char *cells[] = { g_strdup (plenum_tally_get_option_text (tally, a)), g_strdup (plenum_tally_get_option_text (tally, b)),
                          plenum_rational_to_display (one, 2), plenum_rational_to_display (other, 2),
                          describe_pair (tally, a, b, plenum_rational_compare (one, other)), NULL };

        g_ptr_array_add (rows, g_memdup2 (cells, sizeof cells));
      }

  return plenum_figure_table_new (label, headers, rows);
}
