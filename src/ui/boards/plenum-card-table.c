/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of a board as a list that is sorted by its headers. What is selected
 * here is selected on the board too. */
#include "plenum-card-table.h"

#include <glib/gi18n.h>

#include "plenum-board-surface.h"
#include "plenum-card-menu.h"
#include "plenum-card-value.h"
#include "plenum-keys.h"

#define ITEM "plenum-list-item"

/* In px; the text has what is left. */
static const int widths[PLENUM_CARD_N_VALUES] = { -1, 90, 130, 140, 130, 120, 140 };

struct _PlenumCardTable
{
  GtkWidget          parent_instance;

  PlenumBoardDesk   *desk;
  PlenumBoardModel  *model;
  GListStore        *cards;
  GtkWidget         *scroller;
  GtkColumnView     *view;
  GtkSelectionModel *selection;
  GPtrArray         *shown;  /* of GtkListItem of the first column, unowned */
  PlenumBoardEntry  *wanted; /* gets the focus when its row is there */
  guint              source;
  gboolean           syncing; /* the selection is being taken over, not made */
};

static void surface_init (PlenumBoardSurfaceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumCardTable, plenum_card_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (PLENUM_TYPE_BOARD_SURFACE, surface_init))

typedef struct
{
  PlenumCardTable *table; /* unowned: the table owns the sorter and the factory */
  PlenumCardValue  column;
} Purpose;

static Purpose *
purpose_new (PlenumCardTable *table, PlenumCardValue column)
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

  return plenum_card_value_compare (purpose->table->model, (PlenumBoardEntry *) a, (PlenumBoardEntry *) b, purpose->column);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, Purpose *purpose)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (purpose->column == PLENUM_CARD_CREATED)
    gtk_widget_add_css_class (label, "numeric");
  if (purpose->column == PLENUM_CARD_TEXT)
    gtk_label_set_width_chars (GTK_LABEL (label), 26);
  g_object_set_data (G_OBJECT (label), ITEM, item);
  gtk_list_item_set_child (item, label);
}

static void
show_value (PlenumBoardEntry *entry, GtkListItem *item)
{
  Purpose *purpose = g_object_get_data (G_OBJECT (item), "plenum-purpose");
  g_autofree char *value = plenum_card_value_dup (purpose->table->model, entry, purpose->column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), value);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, Purpose *purpose)
{
  PlenumBoardEntry *entry = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), "plenum-purpose", purpose);
  g_signal_connect (entry, "changed", G_CALLBACK (show_value), item);
  show_value (entry, item);
  if (purpose->column == PLENUM_CARD_TEXT)
    g_ptr_array_add (purpose->table->shown, item);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, Purpose *purpose)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
  g_ptr_array_remove_fast (purpose->table->shown, item);
}

static void
add_column (PlenumCardTable *self, PlenumCardValue column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Purpose *purpose = purpose_new (self, column);
  GtkColumnViewColumn *view_column;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, purpose_new (self, column), g_free));

  g_object_set_data_full (G_OBJECT (factory), "plenum-purpose", purpose, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), purpose);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), purpose);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), purpose);
  view_column = gtk_column_view_column_new (plenum_card_value_get_title (column), factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  if (widths[column] < 0)
    gtk_column_view_column_set_expand (view_column, TRUE);
  else
    gtk_column_view_column_set_fixed_width (view_column, widths[column]);
  gtk_column_view_append_column (self->view, view_column);
  g_object_unref (view_column);
}

/* Takes over what is selected on the board. */
static void
board_selection_cb (PlenumCardTable *self)
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
  PlenumCardSelection *cards = plenum_board_desk_get_selection (self->desk);

  if (self->syncing)
    return;

  self->syncing = TRUE;
  for (guint i = position; i < position + n_items; i++)
    {
      g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (G_LIST_MODEL (selection), i);
      gboolean selected = gtk_selection_model_is_selected (selection, i);

      if (entry == NULL)
        continue;
      plenum_card_selection_select (cards, entry, selected);
      if (selected)
        plenum_card_selection_set_current (cards, entry);
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

  now = plenum_board_model_list_cards (self->model);
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
  board_selection_cb (self);
}

static void
activate_cb (GtkColumnView *view, guint position, PlenumCardTable *self)
{
  g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  plenum_card_selection_set_current (plenum_board_desk_get_selection (self->desk), entry);
  plenum_board_desk_show (self->desk, plenum_board_entry_get_id (entry), PLENUM_BOARD_DETAILS);
}

static GtkWidget *
find_row (PlenumCardTable *self, PlenumBoardEntry *entry)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (gtk_list_item_get_item (self->shown->pdata[i]) == entry)
      {
        GtkWidget *cell = gtk_widget_get_parent (gtk_list_item_get_child (self->shown->pdata[i]));

        return gtk_widget_get_parent (cell);
      }

  return NULL;
}

static int
find_position (PlenumCardTable *self, PlenumBoardEntry *entry)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item == (GObject *) entry)
        return i;
    }

  return -1;
}

static gboolean
wanted_cb (gpointer data)
{
  PlenumCardTable *self = data;
  g_autoptr (PlenumBoardEntry) wanted = g_steal_pointer (&self->wanted);
  GtkWidget *row = find_row (self, wanted);

  self->source = 0;
  if (row != NULL)
    gtk_widget_grab_focus (row);

  return G_SOURCE_REMOVE;
}

/* The text is edited in the details: a row has one line. */
static void
show_entry (PlenumBoardSurface *surface, PlenumBoardEntry *entry, PlenumBoardShow how)
{
  PlenumCardTable *self = PLENUM_CARD_TABLE (surface);
  int position = find_position (self, entry);
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  if (position < 0)
    return;

  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", (guint) position);
  if (how == PLENUM_BOARD_EDIT || how == PLENUM_BOARD_REPLACE)
    {
      plenum_board_desk_show (self->desk, plenum_board_entry_get_id (entry), PLENUM_BOARD_DETAILS);
      return;
    }

  g_set_object (&self->wanted, entry);
  if (self->source == 0)
    self->source = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, wanted_cb, self, NULL);
}

static gboolean
get_place (PlenumBoardSurface *surface, PlenumBoardEntry *entry, graphene_rect_t *place)
{
  GtkWidget *row = find_row (PLENUM_CARD_TABLE (surface), entry);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (surface), place);
}

static char *
describe_place (PlenumBoardSurface *surface, PlenumBoardEntry *entry)
{
  PlenumCardTable *self = PLENUM_CARD_TABLE (surface);

  /* Translators: the place of a card for screen readers */
  return g_strdup_printf (_("%u of %u in the list"), find_position (self, entry) + 1,
                          g_list_model_get_n_items (G_LIST_MODEL (self->selection)));
}

static void
surface_init (PlenumBoardSurfaceInterface *iface)
{
  iface->show_entry = show_entry;
  iface->get_place = get_place;
  iface->describe_place = describe_place;
}

/* The card in whose row @widget is: a row has cells, and a cell one label. */
static PlenumBoardEntry *
find_entry (PlenumCardTable *self, GtkWidget *widget)
{
  for (; widget != NULL && widget != GTK_WIDGET (self->view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = widget;

      for (guint depth = 0; depth < 3 && child != NULL; depth++, child = gtk_widget_get_first_child (child))
        {
          GtkListItem *item = g_object_get_data (G_OBJECT (child), ITEM);

          if (item != NULL)
            return gtk_list_item_get_item (item);
        }
    }

  return NULL;
}

/* What is selected stays so if the menu is opened on it. */
static void
open_menu (GtkGesture *gesture, double x, double y, PlenumCardTable *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  PlenumBoardEntry *entry = find_entry (self, widget);

  if (entry == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!plenum_board_entry_get_selected (entry))
    gtk_selection_model_select_item (self->selection, find_position (self, entry), TRUE);
  plenum_card_selection_set_current (plenum_board_desk_get_selection (self->desk), entry);
  plenum_card_menu_pop_up (GTK_WIDGET (self), self->desk, x, y);
}

static void
secondary_cb (GtkGesture *gesture, int n_press, double x, double y, PlenumCardTable *self)
{
  open_menu (gesture, x, y, self);
}

static void
add_menu (PlenumCardTable *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  /* Before the rows, which would select the one that is clicked and no other. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (open_menu), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
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

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->wanted);
  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (plenum_board_model_get_selection (self->model), self);
      g_signal_handlers_disconnect_by_data (self->model, self);
    }
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
plenum_card_table_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_CARD_TABLE (object)->shown);

  G_OBJECT_CLASS (plenum_card_table_parent_class)->finalize (object);
}

static void
plenum_card_table_class_init (PlenumCardTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_card_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_card_table_finalize;
  widget_class->map = plenum_card_table_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cardtable");
  plenum_keys_bind (widget_class, "card.");
}

static void
plenum_card_table_init (PlenumCardTable *self)
{
  self->shown = g_ptr_array_new ();
  self->cards = g_list_store_new (PLENUM_TYPE_BOARD_ENTRY);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ideas of the board"), -1);
  for (PlenumCardValue column = 0; column < PLENUM_CARD_N_VALUES; column++)
    add_column (self, column);
  add_menu (self);
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

  plenum_board_surface_set_desk (PLENUM_BOARD_SURFACE (self), desk);
  self->desk = g_object_ref (desk);
  self->model = g_object_ref (plenum_board_desk_get_model (desk));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->cards)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->view, self->selection);
  g_signal_connect (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->model, "updated", G_CALLBACK (updated_cb), self);
  g_signal_connect_swapped (plenum_board_desk_get_selection (desk), "changed", G_CALLBACK (board_selection_cb), self);

  return GTK_WIDGET (self);
}
