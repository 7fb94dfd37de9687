/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A theme in the sidebar: its name, how many cards it has, and as a strip how many
 * of them come from which workshop. Cards can be dropped on it. */
#include "plenum-theme-row.h"

#include "plenum-format.h"
#include "plenum-segment-bar.h"
#include "plenum-synthesis-view.h"

static GtkWidget *
new_strip (PlenumSynthesisModel *model, const char *theme, const PlenumSynthesisCount *count, guint largest)
{
  PlenumSegmentBar *strip = PLENUM_SEGMENT_BAR (plenum_segment_bar_new ());
  g_autofree char *description = plenum_synthesis_model_describe (model, theme);
  guint shown = 0;

  for (guint i = 0; i < plenum_synthesis_model_get_n_sources (model) && count->n_cards > 0; i++)
    if (count->per_source[i] > 0)
      plenum_segment_bar_append (strip, shown++ % 2 == 0 ? "source" : "next-source", count->per_source[i]);
  plenum_segment_bar_set (strip, MAX (largest, 1), description);
  gtk_widget_add_css_class (GTK_WIDGET (strip), "theme-strip");

  return GTK_WIDGET (strip);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, const char *theme)
{
  plenum_synthesis_view_move_to (PLENUM_SYNTHESIS_VIEW (g_value_get_object (value)), theme);

  return TRUE;
}

static void
free_theme (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* What is read as a whole is no place to put a card. */
static void
take_drops (GtkWidget *row, const char *theme)
{
  GtkDropTarget *target;

  if (g_str_equal (theme, PLENUM_SYNTHESIS_ALL) || g_str_equal (theme, PLENUM_SYNTHESIS_OPEN))
    return;

  target = gtk_drop_target_new (PLENUM_TYPE_SYNTHESIS_VIEW, GDK_ACTION_MOVE);
  g_signal_connect_data (target, "drop", G_CALLBACK (drop_cb), g_strdup (theme), free_theme, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

/**
 * plenum_theme_row_new:
 * @theme: the id of a theme, or one of the words that stand for one
 * @largest: how many cards fill the whole width of the strip; 0 for no strip
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
plenum_theme_row_new (PlenumSynthesisModel *model, const char *theme, guint largest)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const char *title = plenum_synthesis_model_get_title (model, theme);
  GtkWidget *label = gtk_label_new (title), *number;
  g_autofree char *cards = NULL;
  PlenumSynthesisCount count;

  plenum_synthesis_model_count (model, theme, &count);
  cards = plenum_format_number (count.n_cards);
  number = gtk_label_new (cards);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "count");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (row), line);
  if (largest > 0)
    gtk_box_append (GTK_BOX (row), new_strip (model, theme, &count, largest));
  gtk_widget_add_css_class (row, "theme-row");
  if (plenum_synthesis_model_is_new (model, theme))
    gtk_widget_add_css_class (row, "proposed");
  take_drops (row, theme);

  return row;
}
