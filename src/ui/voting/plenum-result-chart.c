/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result as thick bars, best first, all to one scale, each with its place, its
 * text and its score in words. Made of widgets, so that it can be read aloud. */
#include "plenum-result-chart.h"

#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-segment-bar.h"
#include "plenum-wrapped-label.h"

struct _PlenumResultChart
{
  GtkWidget     parent_instance;

  PlenumTally  *tally;
  GArray       *order;  /* of the options */
  guint         next;   /* in it: the first that has no bar yet */
  GtkSizeGroup *places;
  GtkSizeGroup *scores;
};

G_DEFINE_FINAL_TYPE (PlenumResultChart, plenum_result_chart, GTK_TYPE_WIDGET)

/**
 * plenum_result_order:
 *
 * Returns: (transfer full) (element-type guint): all options, best first, those
 *   that are tied in the order of the list
 */
GArray *
plenum_result_order (PlenumTally *tally)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      guint n;
      const guint *options = plenum_tally_get_place (tally, i, &n);

      g_array_append_vals (order, options, n);
    }

  return order;
}

static gboolean
is_tied (PlenumTally *tally, guint option)
{
  for (guint i = 0; i < plenum_tally_get_n_places (tally); i++)
    {
      guint n;
      const guint *options = plenum_tally_get_place (tally, i, &n);

      for (guint j = 0; j < n; j++)
        if (options[j] == option)
          return n > 1;
    }

  return FALSE;
}

/**
 * plenum_result_place:
 *
 * Returns: (transfer full): "1", or "1, shared" for one of several that are tied
 */
char *
plenum_result_place (PlenumTally *tally, guint option)
{
  guint place = plenum_tally_get_option_place (tally, option);

  /* Translators: the place of an option that others have as well. */
  return g_strdup_printf (is_tied (tally, option) ? C_("place", "%u, shared") : C_("place", "%u"), place);
}

/* @counts: the counts for, between and against, as they stand in the bar */
static void
add_stances (PlenumTally *tally, guint option, const guint *counts, PlenumSegmentBar *bar, const char *score)
{
  static const char *const styles[] = { "stance-agree", "stance-pass", "stance-disagree" };
  g_autoptr (GString) description = g_string_new (score);
  gint64 whole = 0;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      gint64 count = plenum_tally_get_count (tally, option, counts[i]);
      g_autofree char *number = plenum_format_number (count);

      whole += count;
      plenum_segment_bar_append (bar, styles[i], count);
      g_string_append_printf (description, ", %s %s",
                              plenum_tally_get_count_label (tally, counts[i]), number);
    }
  plenum_segment_bar_set (bar, MAX (whole, 1), description->str);
}

static GtkWidget *
make_bar (PlenumTally *tally, guint option, const char *score)
{
  static const guint agreement[] = { 0, 2, 1 };
  static const guint consent[] = { 0, 1, 2 };
  const PlenumMethod *method = plenum_tally_get_method (tally);
  PlenumPaperKind kind = plenum_method_get_paper_kind (method);
  const char *other = plenum_method_less_is_better (method) ? "result-resistance" : "result-other";
  GtkWidget *bar = plenum_segment_bar_new ();

  gtk_widget_add_css_class (bar, "thick");
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  if (kind == PLENUM_PAPER_STANCES || kind == PLENUM_PAPER_CONSENT)
    {
      add_stances (tally, option, kind == PLENUM_PAPER_STANCES ? agreement : consent, PLENUM_SEGMENT_BAR (bar), score);
      return bar;
    }

  plenum_segment_bar_append (PLENUM_SEGMENT_BAR (bar),
                             plenum_tally_is_winner (tally, option) ? "result-winner" : other,
                             plenum_tally_get_bar (tally, option));
  plenum_segment_bar_set (PLENUM_SEGMENT_BAR (bar), 1, score);

  return bar;
}

/* All bars begin and end at the same place: the labels beside them are equally wide. */
static GtkWidget *
make_row (PlenumTally *tally, guint option, GtkSizeGroup *places, GtkSizeGroup *scores)
{
  g_autofree char *place = plenum_result_place (tally, option);
  g_autofree char *score = plenum_tally_describe_score (tally, option);
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *place_label = gtk_label_new (place);
  GtkWidget *score_label = plenum_wrapped_label_new (score, "result-score");

  gtk_widget_add_css_class (place_label, "result-place");
  gtk_widget_add_css_class (place_label, "numeric");
  gtk_widget_set_valign (place_label, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (top), place_label);
  gtk_box_append (GTK_BOX (top), plenum_wrapped_label_new (plenum_tally_get_option_text (tally, option),
                                             plenum_tally_is_winner (tally, option)
                                             ? "result-winner-text" : "result-text"));

  gtk_label_set_xalign (GTK_LABEL (place_label), 0);
  gtk_size_group_add_widget (places, place_label);
  gtk_size_group_add_widget (scores, score_label);
  gtk_widget_add_css_class (score_label, "numeric");
  gtk_box_append (GTK_BOX (bottom), make_bar (tally, option, score));
  gtk_box_append (GTK_BOX (bottom), score_label);

  gtk_box_append (GTK_BOX (row), top);
  gtk_box_append (GTK_BOX (row), bottom);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plenum_tally_get_option_text (tally, option), -1);

  return row;
}

static void
plenum_result_chart_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plenum_result_chart_parent_class)->dispose (object);
}

static void
plenum_result_chart_finalize (GObject *object)
{
  PlenumResultChart *self = PLENUM_RESULT_CHART (object);

  g_clear_pointer (&self->tally, plenum_tally_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_object (&self->places);
  g_clear_object (&self->scores);

  G_OBJECT_CLASS (plenum_result_chart_parent_class)->finalize (object);
}

static void
plenum_result_chart_class_init (PlenumResultChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_result_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_result_chart_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "resultchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plenum_result_chart_init (PlenumResultChart *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Result as a chart"), -1);
}

/**
 * plenum_result_chart_grow:
 * @n: how many bars to add at most
 *
 * Adds the next bars: many at once would keep the window from answering.
 *
 * Returns: whether there was one to add
 */
gboolean
plenum_result_chart_grow (PlenumResultChart *self, guint n)
{
  guint end;

  g_return_val_if_fail (PLENUM_IS_RESULT_CHART (self), FALSE);

  if (self->next >= self->order->len)
    return FALSE;

  end = self->next + MIN (n, self->order->len - self->next);
  for (; self->next < end; self->next++)
    gtk_widget_set_parent (make_row (self->tally, g_array_index (self->order, guint, self->next), self->places, self->scores),
                           GTK_WIDGET (self));

  return TRUE;
}

/**
 * plenum_result_chart_new:
 * @tally: the result
 * @from: how many of the best to leave out
 * @most: how many bars to show at most
 *
 * Returns: (transfer floating): the chart
 */
GtkWidget *
plenum_result_chart_new (PlenumTally *tally, guint from, guint most)
{
  PlenumResultChart *self = g_object_new (PLENUM_TYPE_RESULT_CHART, NULL);

  self->tally = plenum_tally_ref (tally);
  self->order = plenum_result_order (tally);
  self->next = from;
  self->places = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->scores = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  plenum_result_chart_grow (self, most);

  return GTK_WIDGET (self);
}
