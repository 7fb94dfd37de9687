/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of a board as a list that is sorted by its headers. What is selected
 * here is selected on the board too. */
#include "plenum-card-table.h"

#include <glib/gi18n.h>

#include "plenum-card-kinds.h"
#include "plenum-format.h"
#include "plenum-keys.h"

typedef enum { TEXT, KIND, AREA, THEME, TAGS, AUTHOR, CREATED, N_COLUMNS } Column;

static const struct { const char *title; int width; } columns[N_COLUMNS] = {
  { N_("Text"), -1 },
  { N_("Kind"), 90 },
  { N_("Area"), 130 },
  { N_("Theme"), 140 },
  { N_("Tags"), 130 },
  { N_("Author"), 120 },
  { N_("Written"), 140 },
};

struct _PlenumCardTable
{
  GtkWidget          parent_instance;

  PlenumBoardDesk   *desk;
  PlenumBoardModel  *model;
  GListStore        *cards;
  GtkWidget         *scroller;
  GtkColumnView     *view;
  GtkSelectionModel *selection;
  gboolean           syncing; /* the selection is being taken over, not made */
};

G_DEFINE_FINAL_TYPE (PlenumCardTable, plenum_card_table, GTK_TYPE_WIDGET)

static char *
dup_value (PlenumCardTable *self, PlenumBoardEntry *entry, Column column)
{
  PlenumBoardArea *area = plenum_board_model_area_of (self->model, entry);
  PlenumBoardEntry *stack = plenum_board_entry_get_stack (entry);

  switch (column)
    {
    case TEXT:
      return plenum_board_entry_dup_name (entry);
    case KIND:
      return g_strdup (plenum_card_kinds_get_name (plenum_board_entry_get_kind (entry)));
    case AREA:
      return g_strdup (area != NULL && plenum_board_area_get_record (area) != NULL
                       ? plenum_record_get_text (plenum_board_area_get_record (area), PLENUM_AREA_TITLE) : "");
    case THEME:
      return g_strdup (stack != NULL ? plenum_board_entry_get_title (stack) : plenum_board_entry_get_themes (entry));
    case TAGS:
      return g_strdup (plenum_board_entry_get_tags (entry));
    case AUTHOR:
      return g_strdup (plenum_board_entry_get_author (entry));
    case CREATED:
      return plenum_format_short_time (plenum_record_get_integer (plenum_board_entry_get_record (entry),
                                                                  PLENUM_IDEA_CREATED));
    case N_COLUMNS:
    default:
      g_assert_not_reached ();
    }
}

typedef struct
{
  PlenumCardTable *table; /* unowned: the table owns the sorter and the factory */
  Column           column;
} Purpose;

static Purpose *
purpose_new (PlenumCardTable *table, Column column)
{
  Purpose *purpose = g_new (Purpose, 1);

  purpose->table = table;
  purpose->column = column;

  return purpose;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Purpose *purpose = user_data;
  PlenumBoardEntry *left = (PlenumBoardEntry *) a, *right = (PlenumBoardEntry *) b;

  if (purpose->column == CREATED)
    {
      gint64 first = plenum_record_get_integer (plenum_board_entry_get_record (left), PLENUM_IDEA_CREATED);
      gint64 second = plenum_record_get_integer (plenum_board_entry_get_record (right), PLENUM_IDEA_CREATED);

      return (first > second) - (first < second);
    }
  else
    {
      g_autofree char *first = dup_value (purpose->table, left, purpose->column);
      g_autofree char *second = dup_value (purpose->table, right, purpose->column);

      return g_utf8_collate (first, second);
    }
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Purpose *purpose)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (purpose->column == CREATED)
    gtk_widget_add_css_class (label, "numeric");
  if (purpose->column == TEXT)
    gtk_label_set_width_chars (GTK_LABEL (label), 26);
  gtk_list_item_set_child (item, label);
}

static void
show_value (PlenumBoardEntry *entry, GtkListItem *item)
{
  Purpose *purpose = g_object_get_data (G_OBJECT (item), "plenum-purpose");
  g_autofree char *value = dup_value (purpose->table, entry, purpose->column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), value);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Purpose *purpose)
{
  PlenumBoardEntry *entry = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), "plenum-purpose", purpose);
  g_signal_connect (entry, "changed", G_CALLBACK (show_value), item);
  show_value (entry, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, Purpose *purpose)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
}

static void
add_column (PlenumCardTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Purpose *purpose = purpose_new (self, column);
  GtkColumnViewColumn *view_column;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, purpose_new (self, column), g_free));

  g_object_set_data_full (G_OBJECT (factory), "plenum-purpose", purpose, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), purpose);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), purpose);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), purpose);
  view_column = gtk_column_view_column_new (_(columns[column].title), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (columns[column].width < 0)
    gtk_column_view_column_set_expand (view_column, TRUE);
  else
    gtk_column_view_column_set_fixed_width (view_column, columns[column].width);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (view_column);
}

/* Takes over what is selected on the board. */
static void
model_selection_cb (PlenumCardTable *self)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (self->syncing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (plenum_board_entry_get_selected (entry))
        gtk_bitset_add (selected, i);
    }
  all = gtk_bitset_new_range (0, n);
  self->syncing = TRUE;
  gtk_selection_model_set_selection (self->selection, selected, all);
  self->syncing = FALSE;
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n_items, PlenumCardTable *self)
{
  if (self->syncing)
    return;

  self->syncing = TRUE;
  for (guint i = position; i < position + n_items; i++)
    {
      g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (G_LIST_MODEL (selection), i);
      gboolean selected = gtk_selection_model_is_selected (selection, i);

      if (entry == NULL)
        continue;
      plenum_board_model_select (self->model, entry, selected);
      if (selected)
        plenum_board_desk_set_current (self->desk, entry);
    }
  self->syncing = FALSE;
}

/* The rows that stay in their place stay; those between the first and the last
 * difference are taken anew, and all sorted as the headers say now. */
static void
updated_cb (PlenumCardTable *self)
{
  g_autoptr (GPtrArray) now = NULL;
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->cards));
  guint start = 0, end = 0, most;
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  now = plenum_board_model_list_cards (self->model, FALSE);
  most = MIN (before, now->len);
  for (; start < most; start++)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (self->cards), start);

      if (old != now->pdata[start])
        break;
    }
  for (; end < most - start; end++)
    {
      g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (self->cards), before - 1 - end);

      if (old != now->pdata[now->len - 1 - end])
        break;
    }
  self->syncing = TRUE;
  g_list_store_splice (self->cards, start, before - start - end, now->pdata + start, now->len - start - end);
  if (gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
  model_selection_cb (self);
}

static void
activate_cb (GtkColumnView *view, guint position, PlenumCardTable *self)
{
  g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  plenum_board_desk_set_current (self->desk, entry);
  plenum_board_desk_show (self->desk, plenum_board_entry_get_id (entry), PLENUM_BOARD_DETAILS);
}

static void
plenum_card_table_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plenum_card_table_parent_class)->map (widget);

  updated_cb (PLENUM_CARD_TABLE (widget));
}

static void
plenum_card_table_dispose (GObject *object)
{
  PlenumCardTable *self = PLENUM_CARD_TABLE (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->cards);
  g_clear_object (&self->model);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_card_table_parent_class)->dispose (object);
}

static void
plenum_card_table_class_init (PlenumCardTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_card_table_dispose;
  widget_class->map = plenum_card_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cardtable");
  plenum_keys_bind (widget_class, "card.");
}

static void
plenum_card_table_init (PlenumCardTable *self)
{
  self->cards = g_list_store_new (PLENUM_TYPE_BOARD_ENTRY);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ideas of the board"), -1);
  for (Column column = 0; column < N_COLUMNS; column++)
    add_column (self, column);
}

/**
 * plenum_card_table_new:
 *
 * Returns: (transfer floating): the cards of the board as a list
 */
GtkWidget *
plenum_card_table_new (PlenumBoardDesk *desk)
{
  PlenumCardTable *self = g_object_new (PLENUM_TYPE_CARD_TABLE, NULL);
  GtkSortListModel *sorted;

  self->desk = g_object_ref (desk);
  self->model = g_object_ref (plenum_board_desk_get_model (desk));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->cards)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->model, "updated", G_CALLBACK (updated_cb), self);
  g_signal_connect_swapped (self->model, "selection-changed", G_CALLBACK (model_selection_cb), self);

  return GTK_WIDGET (self);
}
