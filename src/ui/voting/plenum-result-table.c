/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result as a table: place, option, what was counted, the score. */
#include "plenum-result-table.h"

#include <glib/gi18n.h>

#include "plenum-format.h"
#include "plenum-growing-list.h"
#include "plenum-result-chart.h"
#include "plenum-table-card.h"

/* Columns before and after those of the method's counts. */
enum { COLUMN_PLACE = -3, COLUMN_OPTION = -2, COLUMN_SCORE = -1 };

struct _PlenumResultTable
{
  GtkWidget    parent_instance;

  PlenumTally *tally;
  GArray      *order;
};

G_DEFINE_FINAL_TYPE (PlenumResultTable, plenum_result_table, GTK_TYPE_WIDGET)

static char *
get_text (PlenumResultTable *self, int column, guint option)
{
  switch (column)
    {
    case COLUMN_PLACE:
      return plenum_result_place (self->tally, option);

    case COLUMN_OPTION:
      return g_strdup (plenum_tally_get_option_text (self->tally, option));

    case COLUMN_SCORE:
      return plenum_tally_describe_score (self->tally, option);

    default:
      return plenum_format_number (plenum_tally_get_count (self->tally, option, column));
    }
}

static int
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumResultTable *self)
{
  int column = get_column (factory);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column >= 0 ? 1 : 0);
  if (column == COLUMN_OPTION)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 16);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumResultTable *self)
{
  guint option = g_array_index (self->order, guint, gtk_list_item_get_position (item));
  g_autofree char *text = get_text (self, get_column (factory), option);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (PlenumResultTable *self, GtkColumnView *view, int column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (made, column == COLUMN_OPTION);
  gtk_column_view_append_column (view, made);
}

static void
plenum_result_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plenum_result_table_parent_class)->dispose (object);
}

static void
plenum_result_table_finalize (GObject *object)
{
  PlenumResultTable *self = PLENUM_RESULT_TABLE (object);

  g_clear_pointer (&self->tally, plenum_tally_unref);
  g_clear_pointer (&self->order, g_array_unref);

  G_OBJECT_CLASS (plenum_result_table_parent_class)->finalize (object);
}

static void
plenum_result_table_class_init (PlenumResultTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_result_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_result_table_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plenum_result_table_init (PlenumResultTable *self)
{
}

/**
 * plenum_result_table_new:
 * @tally: the result
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
plenum_result_table_new (PlenumTally *tally)
{
  PlenumResultTable *self = g_object_new (PLENUM_TYPE_RESULT_TABLE, NULL);
  const char *const *counts = plenum_tally_get_count_names (tally);
  GtkWidget *view;

  self->tally = plenum_tally_ref (tally);
  self->order = plenum_result_order (tally);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (plenum_growing_list_new_rows (self->order->len))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Result as a table"), -1);

  add_column (self, GTK_COLUMN_VIEW (view), COLUMN_PLACE, C_("result", "Place"));
  add_column (self, GTK_COLUMN_VIEW (view), COLUMN_OPTION, C_("result", "Option"));
  for (guint i = 0; counts != NULL && counts[i] != NULL; i++)
    add_column (self, GTK_COLUMN_VIEW (view), i, plenum_tally_get_count_label (tally, i));
  add_column (self, GTK_COLUMN_VIEW (view), COLUMN_SCORE, C_("result", "Score"));
  gtk_widget_set_parent (plenum_table_card_new (view, self->order->len), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
