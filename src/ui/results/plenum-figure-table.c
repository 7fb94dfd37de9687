/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a chart shows, as a table: for those who do not see it, and for those who want
 * the numbers. Rows are made as they are seen. */
#include "plenum-figure-table.h"

#include "plenum-growing-list.h"
#include "plenum-table-card.h"

struct _PlenumFigureTable
{
  GtkWidget  parent_instance;

  GPtrArray *rows; /* GStrv */
};

G_DEFINE_FINAL_TYPE (PlenumFigureTable, plenum_figure_table, GTK_TYPE_WIDGET)

static guint
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumFigureTable *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumFigureTable *self)
{
  GStrv row = g_ptr_array_index (self->rows, gtk_list_item_get_position (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), row[get_column (factory)]);
}

static void
add_column (PlenumFigureTable *self, GtkColumnView *view, guint column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (made, TRUE);
  gtk_column_view_append_column (view, made);
}

static void
plenum_figure_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&PLENUM_FIGURE_TABLE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (plenum_figure_table_parent_class)->dispose (object);
}

static void
plenum_figure_table_class_init (PlenumFigureTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_figure_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plenum_figure_table_init (PlenumFigureTable *self)
{
}

/**
 * plenum_figure_table_new:
 * @label: what the table shows, for screen readers
 * @headers: (array zero-terminated=1): of the columns
 * @rows: (element-type GStrv): one a row, with as many cells as there are headers
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
plenum_figure_table_new (const char *label, const char *const *headers, GPtrArray *rows)
{
  PlenumFigureTable *self = g_object_new (PLENUM_TYPE_FIGURE_TABLE, NULL);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (plenum_growing_list_new_rows (rows->len))));

  self->rows = g_ptr_array_ref (rows);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; headers[i] != NULL; i++)
    add_column (self, GTK_COLUMN_VIEW (view), i, headers[i]);
  gtk_widget_set_parent (plenum_table_card_new (view, rows->len), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}
