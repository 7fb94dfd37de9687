/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each answer was given, side by side from the best to the worst, with the
 * middle marked: whoever stands there decides by the median. Numbers stand inside where
 * there is room. */
#include "plenum-answer-bar.h"

#include "plenum-chart-pen.h"
#include "plenum-format.h"
#include "plenum-wrap-layout.h"

#define HEIGHT 24
#define MARK 5 /* how far the mark of the middle stands out */
#define SWATCH 14

struct _PlenumAnswerBar
{
  GtkWidget parent_instance;

  GArray   *values; /* double */
  gboolean  median;
  int       only;   /* -1, or which level a legend shows */
};

G_DEFINE_FINAL_TYPE (PlenumAnswerBar, plenum_answer_bar, GTK_TYPE_WIDGET)

static double
get_whole (PlenumAnswerBar *self)
{
  double whole = 0;

  for (guint i = 0; i < self->values->len; i++)
    whole += g_array_index (self->values, double, i);

  return whole;
}

/* Whether a number in the middle of a part would stand under the mark. */
static gboolean
stands_in_the_way (PlenumAnswerBar *self, double x, double width)
{
  return self->median && ABS (x + width / 2 - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0) < 15;
}

static void
draw_level (PlenumAnswerBar *self, PlenumChartPen *pen, guint level, double x, double y, double width, double height)
{
  double value = g_array_index (self->values, double, level);
  g_autofree char *number = plenum_format_number ((gint64) (value + 0.5));
  GdkRGBA colour, ink;

  plenum_chart_pen_get_level (pen, level, self->values->len, &colour);
  plenum_chart_pen_contrast (&colour, &ink);
  plenum_chart_pen_fill (pen, &colour, x, y, MAX (width - 1, 1), height);
  if (self->only < 0 && plenum_chart_pen_measure (pen, number, FALSE) + 6 <= width)
    plenum_chart_pen_write (pen, number, FALSE, &ink, x + 3, y, width - 7, height, stands_in_the_way (self, x, width) ? 0 : 0.5);
}

static void
plenum_answer_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlenumAnswerBar *self = PLENUM_ANSWER_BAR (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double mark = self->median ? MARK : 0;
  double whole = get_whole (self);
  double x = 0;
  PlenumChartPen pen;

  plenum_chart_pen_begin (&pen, widget, snapshot);
  if (self->only >= 0)
    draw_level (self, &pen, self->only, 0, 0, width, height);
  for (guint i = 0; self->only < 0 && whole > 0 && i < self->values->len; i++)
    {
      double part = g_array_index (self->values, double, i) / whole * width;

      if (part > 0)
        draw_level (self, &pen, i, x, mark, part, height - 2 * mark);
      x += part;
    }
  if (self->median)
    plenum_chart_pen_fill (&pen, &pen.text, width / 2 - 1, 0, 3, height);
  plenum_chart_pen_end (&pen);
}

static void
plenum_answer_bar_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  PlenumAnswerBar *self = PLENUM_ANSWER_BAR (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int line;

  if (self->only < 0 && orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 240;
      return;
    }

  /* As high as its text asks for: on the beamer that is much. */
  layout = gtk_widget_create_pango_layout (widget, "0");
  pango_layout_get_pixel_size (layout, NULL, &line);
  *minimum = *natural = self->only >= 0 ? MAX (line * 2 / 3, SWATCH) : MAX (line + 4, HEIGHT) + (self->median ? 2 * MARK : 0);
}

static void
plenum_answer_bar_finalize (GObject *object)
{
  g_array_unref (PLENUM_ANSWER_BAR (object)->values);
  G_OBJECT_CLASS (plenum_answer_bar_parent_class)->finalize (object);
}

static void
plenum_answer_bar_class_init (PlenumAnswerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plenum_answer_bar_finalize;
  widget_class->snapshot = plenum_answer_bar_snapshot;
  widget_class->measure = plenum_answer_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "answerbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
plenum_answer_bar_init (PlenumAnswerBar *self)
{
  self->values = g_array_new (FALSE, TRUE, sizeof (double));
  self->only = -1;
  gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * plenum_answer_bar_new:
 * @values: (array length=n_values): how often each answer was given, the best first
 * @median: whether the middle is marked
 * @description: the same in words, for those who do not see it
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
plenum_answer_bar_new (const double *values, guint n_values, gboolean median, const char *description)
{
  PlenumAnswerBar *self = g_object_new (PLENUM_TYPE_ANSWER_BAR, NULL);

  g_array_append_vals (self->values, values, n_values);
  self->median = median;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);

  return GTK_WIDGET (self);
}

static GtkWidget *
make_swatch (guint level, guint n_levels)
{
  PlenumAnswerBar *self = g_object_new (PLENUM_TYPE_ANSWER_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_array_set_size (self->values, n_levels);
  self->only = level;

  return GTK_WIDGET (self);
}

/**
 * plenum_answer_bar_new_legend:
 * @labels: (array zero-terminated=1): the answers, the best first; of many only some
 *   are named, the first and the last among them
 *
 * Returns: (transfer floating): which colour stands for which answer
 */
GtkWidget *
plenum_answer_bar_new_legend (char **labels)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint n = g_strv_length (labels);
  guint step = n > 12 ? (n + 4) / 5 : 1;

  gtk_widget_set_layout_manager (legend, plenum_wrap_layout_new (12, FALSE));

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *item;

      if (i % step != 0 && i + 1 < n)
        continue;
      item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_box_append (GTK_BOX (item), make_swatch (i, n));
      gtk_box_append (GTK_BOX (item), gtk_label_new (labels[i]));
      gtk_box_append (GTK_BOX (legend), item);
    }

  return legend;
}
