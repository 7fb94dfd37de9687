/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One area of a board: its title, the entry for new cards, and its cards. */
#include "plenum-board-column.h"

#include <glib/gi18n.h>

#include "plenum-area-header.h"
#include "plenum-area-notes.h"
#include "plenum-area-strip.h"
#include "plenum-board-drop.h"
#include "plenum-board-row.h"
#include "plenum-edge-scroll.h"
#include "plenum-idea-actions.h"
#include "plenum-note-entry.h"
#include "plenum-perform.h"

#define WIDTH 300
#define FOLDED_WIDTH 84

struct _PlenumBoardColumn
{
  GtkWidget          parent_instance;

  PlenumBoardDesk   *desk;
  PlenumBoardArea   *area;
  GtkWidget         *box;
  GtkWidget         *header;
  GtkWidget         *entry;
  GtkWidget         *list;
  GtkWidget         *empty;
  GtkWidget         *strip;    /* instead of all the rest while it is folded */
  PlenumBoardDrop   *drop;
  GPtrArray         *rows;     /* of PlenumBoardRow that show something, unowned */
  PlenumBoardEntry  *wanted;   /* gets the focus when its row is there */
  PlenumBoardShow    how;
  gpointer           fresh;    /* (nullable): the entry that just came, only to compare with */
  guint              source;
};

G_DEFINE_FINAL_TYPE (PlenumBoardColumn, plenum_board_column, GTK_TYPE_WIDGET)

/**
 * plenum_board_column_find_row:
 *
 * Returns: (transfer none) (nullable): the row that shows @entry, if there is one at the moment
 */
GtkWidget *
plenum_board_column_find_row (PlenumBoardColumn *self, PlenumBoardEntry *entry)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_COLUMN (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (plenum_board_row_get_entry (self->rows->pdata[i]) == entry)
      return self->rows->pdata[i];

  return NULL;
}

static gboolean
wanted_cb (gpointer data)
{
  PlenumBoardColumn *self = data;
  g_autoptr (PlenumBoardEntry) wanted = g_steal_pointer (&self->wanted);
  GtkWidget *row = wanted != NULL ? plenum_board_column_find_row (self, wanted) : NULL;

  self->source = 0;
  if (row == NULL)
    return G_SOURCE_REMOVE;

  gtk_widget_grab_focus (row);
  if (self->how == PLENUM_BOARD_EDIT || self->how == PLENUM_BOARD_REPLACE)
    plenum_board_row_edit (PLENUM_BOARD_ROW (row), self->how == PLENUM_BOARD_REPLACE);

  return G_SOURCE_REMOVE;
}

/**
 * plenum_board_column_show:
 *
 * Scrolls to @entry and gives it the focus, or its editor.
 */
void
plenum_board_column_show (PlenumBoardColumn *self, PlenumBoardEntry *entry, PlenumBoardShow how)
{
  int position;

  g_return_if_fail (PLENUM_IS_BOARD_COLUMN (self));

  position = plenum_board_area_find (self->area, entry);
  if (position < 0)
    return;

  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) position);
  g_set_object (&self->wanted, entry);
  self->how = how;
  /* Its row is made when the list is laid out, unless it is there already. */
  if (plenum_board_column_find_row (self, entry) != NULL)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      wanted_cb (self);
    }
  else if (self->source == 0)
    self->source = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, wanted_cb, self, NULL);
}

/**
 * plenum_board_column_reveal:
 *
 * Scrolls to @entry; the focus stays where it is.
 */
void
plenum_board_column_reveal (PlenumBoardColumn *self, PlenumBoardEntry *entry)
{
  int position;

  g_return_if_fail (PLENUM_IS_BOARD_COLUMN (self));

  position = plenum_board_area_find (self->area, entry);
  if (position >= 0)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) position);
}

/**
 * plenum_board_column_focus_list:
 * @position: a row; the last one if there are not so many
 *
 * Gives a card the focus, or the entry for new ones if there is none.
 */
void
plenum_board_column_focus_list (PlenumBoardColumn *self, guint position)
{
  guint n;
  g_autoptr (PlenumBoardEntry) entry = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_COLUMN (self));

  if (gtk_widget_get_visible (self->strip))
    {
      gtk_widget_grab_focus (self->strip);
      return;
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->area));
  if (n == 0)
    {
      plenum_board_column_focus_entry (self);
      return;
    }

  entry = g_list_model_get_item (G_LIST_MODEL (self->area), MIN (position, n - 1));
  plenum_board_column_show (self, entry, PLENUM_BOARD_FOCUS);
}

/**
 * plenum_board_column_focus_entry:
 *
 * Lets the next idea be typed.
 */
void
plenum_board_column_focus_entry (PlenumBoardColumn *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_COLUMN (self));

  if (gtk_widget_get_visible (self->entry))
    gtk_widget_grab_focus (self->entry);
}

void
plenum_board_column_rename (PlenumBoardColumn *self)
{
  g_return_if_fail (PLENUM_IS_BOARD_COLUMN (self));

  plenum_area_header_rename (PLENUM_AREA_HEADER (self->header));
}

/**
 * plenum_board_column_get_header:
 *
 * Returns: (transfer none): what shows the title
 */
GtkWidget *
plenum_board_column_get_header (PlenumBoardColumn *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_COLUMN (self), NULL);

  return gtk_widget_get_visible (self->strip) ? self->strip : self->header;
}

PlenumBoardArea *
plenum_board_column_get_area (PlenumBoardColumn *self)
{
  g_return_val_if_fail (PLENUM_IS_BOARD_COLUMN (self), NULL);

  return self->area;
}

/**
 * plenum_board_column_set_drop:
 * @position: the row before which a gap opens, as many as there are for the end,
 *   or -1 for nowhere
 * @onto: whether it is that row itself which takes what is carried
 */
void
plenum_board_column_set_drop (PlenumBoardColumn *self, int position, gboolean onto)
{
  int n;
  g_autoptr (PlenumBoardEntry) entry = NULL;

  g_return_if_fail (PLENUM_IS_BOARD_COLUMN (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->area));
  if (position >= 0 && n > 0)
    entry = g_list_model_get_item (G_LIST_MODEL (self->area), MIN (position, n - 1));

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean here = entry != NULL && plenum_board_row_get_entry (self->rows->pdata[i]) == entry;

      plenum_board_row_set_drop (self->rows->pdata[i],
                                 !here ? PLENUM_DROP_NOT : onto ? PLENUM_DROP_ONTO
                                 : position >= n ? PLENUM_DROP_AFTER : PLENUM_DROP_BEFORE);
    }
  if (position >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop-here");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-here");
}

static void
added_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumBoardColumn *self = data;
  const char *text = g_object_get_data (G_OBJECT (action), "plenum-typed");
  g_autofree char *now = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->entry));

  /* What was typed must not be lost because the disk is full. */
  if (error != NULL && *now == '\0')
    plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->entry), text);
  else if (error == NULL && GPOINTER_TO_INT (g_object_get_data (G_OBJECT (action), "plenum-more")))
    plenum_board_desk_show (self->desk, plenum_action_get_result (action), PLENUM_BOARD_DETAILS);
}

static void
submit_cb (PlenumBoardColumn *self, gboolean more)
{
  PlenumWorkshopModel *workshop = plenum_board_model_get_workshop (plenum_board_desk_get_model (self->desk));
  g_autofree char *text = plenum_note_entry_dup_text (PLENUM_NOTE_ENTRY (self->entry));
  PlenumAction *action;

  if (*text == '\0')
    return;

  action = plenum_action_add_idea (plenum_workshop_model_get_id (workshop), plenum_board_area_get_id (self->area),
                                   NULL, text, NULL, TRUE);
  g_object_set_data_full (G_OBJECT (action), "plenum-typed", g_strdup (text), g_free);
  g_object_set_data (G_OBJECT (action), "plenum-more", GINT_TO_POINTER (more));
  plenum_note_entry_set_text (PLENUM_NOTE_ENTRY (self->entry), "");
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (workshop), action, NULL, added_cb, self);
}

/* A list keeps its first visible row in its place; a new card comes above it. */
static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, PlenumBoardColumn *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));

  /* One that comes by itself slides in, wherever it does. */
  self->fresh = NULL;
  if (added == 1 && removed == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (model, position);

      self->fresh = entry;
    }
  if (position == 0 && added > 0
      && (gtk_adjustment_get_value (adjustment) <= 0 || gtk_widget_has_focus (self->entry)))
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", 0);
}

/* Folded it is a strip, and all the rest is not shown. */
static void
show_folded (PlenumBoardColumn *self, PlenumRecord *record)
{
  gboolean folded = record != NULL && plenum_record_get_integer (record, PLENUM_AREA_FOLDED) != 0;

  gtk_widget_set_size_request (GTK_WIDGET (self), folded ? FOLDED_WIDTH : WIDTH, -1);
  gtk_widget_set_visible (self->strip, folded);
  gtk_widget_set_visible (self->box, !folded);
}

static void
changed_cb (PlenumBoardColumn *self)
{
  PlenumRecord *record = plenum_board_area_get_record (self->area);
  const char *title = record != NULL ? plenum_record_get_text (record, PLENUM_AREA_TITLE) : NULL;
  const char *hint = record != NULL ? plenum_record_get_text (record, PLENUM_AREA_HINT) : NULL;
  gboolean searching = *plenum_board_model_get_query (plenum_board_desk_get_model (self->desk)) != '\0';
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->area)) == 0;

  if (title == NULL)
    title = _("Not on a board yet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_folded (self, record);
  gtk_widget_set_visible (self->entry, record != NULL && !plenum_board_desk_is_read_only (self->desk));
  if (searching)
    gtk_label_set_label (GTK_LABEL (self->empty), _("No card here matches the search."));
  else
    gtk_label_set_label (GTK_LABEL (self->empty), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->empty, empty);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumBoardColumn *self)
{
  gtk_list_item_set_child (item, plenum_board_row_new (self->desk));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumBoardColumn *self)
{
  PlenumBoardRow *row = PLENUM_BOARD_ROW (gtk_list_item_get_child (item));

  plenum_board_row_bind (row, item);
  if (plenum_board_row_get_entry (row) == self->fresh)
    gtk_widget_add_css_class (GTK_WIDGET (row), "fresh");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "fresh");
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumBoardColumn *self)
{
  PlenumBoardRow *row = PLENUM_BOARD_ROW (gtk_list_item_get_child (item));

  g_ptr_array_remove_fast (self->rows, row);
  plenum_board_row_unbind (row);
}

static void
teardown_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumBoardColumn *self)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row != NULL)
    plenum_board_row_let_go (PLENUM_BOARD_ROW (row));
}

/* Tab goes from area to area: within a list the arrows do. */
static gboolean
plenum_board_column_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlenumBoardColumn *self = PLENUM_BOARD_COLUMN (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  gboolean tabbing = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tabbing && inside && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (tabbing && inside)
    {
      if (!gtk_widget_get_visible (self->entry))
        return gtk_widget_child_focus (self->header, direction);
      return gtk_widget_grab_focus (self->entry);
    }

  /* Into the list where one was last. */
  if (tabbing && g_list_model_get_n_items (G_LIST_MODEL (self->area)) > 0
      && ((direction == GTK_DIR_TAB_FORWARD && focus != NULL
           && (focus == self->entry || (!gtk_widget_get_visible (self->entry) && gtk_widget_is_ancestor (focus, self->header))))
          || (direction == GTK_DIR_TAB_BACKWARD && (focus == NULL || !gtk_widget_is_ancestor (focus, widget)))))
    {
      PlenumBoardEntry *current = plenum_board_desk_get_current (self->desk);
      int position = plenum_board_area_find (self->area, current);

      plenum_board_column_focus_list (self, MAX (position, 0));
      return TRUE;
    }

  return GTK_WIDGET_CLASS (plenum_board_column_parent_class)->focus (widget, direction);
}

static void
plenum_board_column_dispose (GObject *object)
{
  PlenumBoardColumn *self = PLENUM_BOARD_COLUMN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->wanted);
  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_clear_pointer (&self->drop, plenum_board_drop_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->strip, gtk_widget_unparent);
  g_clear_object (&self->area);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (plenum_board_column_parent_class)->dispose (object);
}

static void
plenum_board_column_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_BOARD_COLUMN (object)->rows);

  G_OBJECT_CLASS (plenum_board_column_parent_class)->finalize (object);
}

static void
plenum_board_column_class_init (PlenumBoardColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_board_column_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_board_column_finalize;
  widget_class->focus = plenum_board_column_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "boardcolumn");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plenum_board_column_init (PlenumBoardColumn *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
}

static GtkWidget *
new_list (PlenumBoardColumn *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->area))));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *overlay = gtk_overlay_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (teardown_cb), self);
  self->list = gtk_list_view_new (model, factory);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  plenum_edge_scroll_add (GTK_SCROLLED_WINDOW (scroller));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);

  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_START);
  gtk_widget_set_can_target (self->empty, FALSE);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "hint");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  gtk_widget_set_vexpand (overlay, TRUE);

  return overlay;
}

/**
 * plenum_board_column_new:
 *
 * Returns: (transfer floating): a column that shows @area
 */
GtkWidget *
plenum_board_column_new (PlenumBoardDesk *desk, PlenumBoardArea *area)
{
  PlenumBoardColumn *self = g_object_new (PLENUM_TYPE_BOARD_COLUMN, NULL);

  self->desk = g_object_ref (desk);
  self->area = g_object_ref (area);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->header = plenum_area_header_new (desk, area);
  plenum_area_header_add_drag (PLENUM_AREA_HEADER (self->header));
  gtk_box_append (GTK_BOX (self->box), self->header);
  gtk_box_append (GTK_BOX (self->box), plenum_area_notes_new (desk, area));
  self->strip = plenum_area_strip_new (desk, area);
  gtk_widget_set_parent (self->strip, GTK_WIDGET (self));
  self->entry = plenum_note_entry_new (_("New idea"), _("New idea"));
  gtk_widget_add_css_class (self->entry, "new-card");
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), new_list (self));
  self->drop = plenum_board_drop_new (desk, self, self->list, self->rows);

  g_signal_connect_swapped (self->entry, "submit", G_CALLBACK (submit_cb), self);
  g_signal_connect_swapped (area, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (area, "items-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_after (area, "items-changed", G_CALLBACK (items_changed_cb), self);
  changed_cb (self);

  return GTK_WIDGET (self);
}
