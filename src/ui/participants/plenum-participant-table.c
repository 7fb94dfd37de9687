/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The participants as a spreadsheet: its columns, its rows, and what is edited,
 * copied and pasted there. */
#include "plenum-participant-table.h"

#include <glib/gi18n.h>

#include "plenum-cell-keys.h"
#include "plenum-participant-actions.h"
#include "plenum-participant-cell.h"
#include "plenum-participant-paste.h"
#include "plenum-perform.h"

struct _PlenumParticipantTable
{
  GtkWidget             parent_instance;

  PlenumWorkshopModel  *model;
  GtkColumnView        *view;
  GtkMultiSelection    *selection;
  GtkColumnViewColumn  *columns[PLENUM_N_COLUMNS];
  PlenumCellKeys       *keys;
  guint                 deleted; /* where the rows were that went last */
  char                 *awaited; /* id of a row that is to be shown when it comes */
};

enum { LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumParticipantTable, plenum_participant_table, GTK_TYPE_WIDGET)

static void
edited_cb (PlenumParticipantCell *cell, const char *text, PlenumParticipantTable *self)
{
  PlenumRecord *record = plenum_participant_cell_get_record (cell);
  g_autoptr (PlenumRecord) copy = plenum_record_copy (record, plenum_record_get_id (record));

  if (plenum_column_set_text (plenum_participant_cell_get_column (cell), copy, text))
    plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                    plenum_action_edit_participant (copy), NULL, NULL, NULL);
}

static void
cell_pressed_cb (GtkGestureClick        *click,
                 int                     n_press,
                 double                  x,
                 double                  y,
                 PlenumParticipantTable *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  PlenumParticipantCell *cell = PLENUM_PARTICIPANT_CELL (widget);

  if (plenum_participant_cell_get_editing (cell))
    return;

  if (n_press == 1)
    gtk_widget_grab_focus (widget);
  else if (n_press == 2 && gtk_widget_get_focusable (widget))
    plenum_participant_cell_edit (cell);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumParticipantTable *self)
{
  PlenumColumnId column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = plenum_participant_cell_new (column);
  GtkGesture *click = gtk_gesture_click_new ();

  if (plenum_workshop_model_is_read_only (self->model))
    plenum_participant_cell_lock (PLENUM_PARTICIPANT_CELL (cell));
  g_signal_connect_object (cell, "edited", G_CALLBACK (edited_cb), self, 0);
  g_signal_connect_object (click, "pressed", G_CALLBACK (cell_pressed_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumParticipantTable *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  plenum_participant_cell_bind (PLENUM_PARTICIPANT_CELL (cell), gtk_list_item_get_item (item), item);
  plenum_cell_keys_add (self->keys, PLENUM_PARTICIPANT_CELL (cell));
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item, PlenumParticipantTable *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  plenum_cell_keys_remove (self->keys, PLENUM_PARTICIPANT_CELL (cell));
  plenum_participant_cell_bind (PLENUM_PARTICIPANT_CELL (cell), NULL, NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return plenum_column_compare (GPOINTER_TO_UINT (data), (PlenumRecord *) a, (PlenumRecord *) b);
}

static void
add_column (PlenumParticipantTable *self, PlenumColumnId column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GUINT_TO_POINTER (column), NULL));

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);

  self->columns[column] = gtk_column_view_column_new (plenum_participant_column_get_title (column), factory);
  gtk_column_view_column_set_sorter (self->columns[column], sorter);
  gtk_column_view_column_set_resizable (self->columns[column], TRUE);
  gtk_column_view_column_set_fixed_width (self->columns[column], plenum_column_get_width (column));
  gtk_column_view_column_set_expand (self->columns[column],
                                     plenum_column_get_kind (column) == PLENUM_COLUMN_TEXT);
  gtk_column_view_append_column (self->view, self->columns[column]);
}

/* Whoever was added comes into view as soon as the library says so. */
static void
reveal_awaited (PlenumParticipantTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; self->awaited != NULL && i < n; i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (g_strcmp0 (plenum_record_get_id (record), self->awaited) == 0)
        {
          gtk_widget_activate_action (plenum_cell_keys_get_list (self->keys), "list.scroll-to-item", "u", i);
          g_clear_pointer (&self->awaited, g_free);
        }
    }
}

static void
perform_paste (PlenumParticipantTable *self, PlenumPaste *paste)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PlenumLibrary *library = plenum_workshop_model_get_library (self->model);
  guint n = paste->changed->len + paste->added->len;
  g_autofree char *toast = NULL;

  if (n == 0)
    {
      plenum_show_message (widget, _("What was pasted changes nothing here."));
      return;
    }

  toast = g_strdup_printf (ngettext ("Pasted into %u row", "Pasted into %u rows", n), n);
  plenum_perform (widget, library,
                  plenum_action_put_participants (paste->changed, paste->added), toast, NULL, NULL);
}

/**
 * plenum_participant_table_get_selected:
 *
 * Returns: (transfer full) (element-type PlenumRecord): the selected rows
 */
GPtrArray *
plenum_participant_table_get_selected (PlenumParticipantTable *self)
{
  GPtrArray *selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) bits = NULL;

  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self), selected);

  bits = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (guint64 i = 0; i < gtk_bitset_get_size (bits); i++)
    g_ptr_array_add (selected, g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                      gtk_bitset_get_nth (bits, i)));

  return selected;
}

/**
 * plenum_participant_table_paste:
 * @text: rows and cells from a spreadsheet
 *
 * Fills cells from the focused one on, or adds rows where none is focused. One row
 * of cells goes into each row where several are selected.
 */
void
plenum_participant_table_paste (PlenumParticipantTable *self, const char *text)
{
  PlenumParticipantCell *cell;
  GListModel *rows;
  PlenumColumnId columns[PLENUM_N_COLUMNS];
  guint n_columns = 0;
  guint row;
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (PlenumPaste) paste = NULL;

  g_return_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self));

  cell = plenum_cell_keys_get_focused (self->keys);
  rows = G_LIST_MODEL (self->selection);
  row = cell != NULL ? plenum_participant_cell_get_position (cell) : g_list_model_get_n_items (rows);
  for (guint i = cell != NULL ? plenum_participant_cell_get_column (cell) : 0; i < PLENUM_N_COLUMNS; i++)
    if (plenum_cell_keys_is_shown (self->keys, i))
      columns[n_columns++] = i;

  selected = plenum_participant_table_get_selected (self);
  if (cell != NULL && selected->len > 1)
    paste = plenum_paste_new_fill (selected, columns, n_columns, text);
  if (paste == NULL)
    paste = plenum_paste_new (rows, row, columns, n_columns,
                              plenum_workshop_model_get_id (self->model), text);
  perform_paste (self, paste);
}

/**
 * plenum_participant_table_copy:
 *
 * Returns: (transfer full) (nullable): the focused cell, or all shown cells of the
 *   rows where several are selected, for a spreadsheet
 */
char *
plenum_participant_table_copy (PlenumParticipantTable *self)
{
  g_autoptr (GPtrArray) selected = plenum_participant_table_get_selected (self);
  PlenumParticipantCell *cell = plenum_cell_keys_get_focused (self->keys);
  PlenumColumnId columns[PLENUM_N_COLUMNS];
  guint n_columns = 0;

  if (selected->len < 2 && cell == NULL)
    return NULL;
  if (selected->len < 2)
    return plenum_column_get_text (plenum_participant_cell_get_column (cell),
                                   plenum_participant_cell_get_record (cell));

  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    if (plenum_cell_keys_is_shown (self->keys, i))
      columns[n_columns++] = i;

  return plenum_paste_format (selected, columns, n_columns);
}

/**
 * plenum_participant_table_reveal:
 * @id: whom to bring into view, now or as soon as they are there
 */
void
plenum_participant_table_reveal (PlenumParticipantTable *self, const char *id)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self));

  g_free (self->awaited);
  self->awaited = g_strdup (id);
  reveal_awaited (self);
}

/**
 * plenum_participant_table_show_email:
 *
 * Addresses are out of sight until somebody asks for them: the screen may be on a beamer.
 */
void
plenum_participant_table_show_email (PlenumParticipantTable *self, gboolean show)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self));

  gtk_column_view_column_set_visible (self->columns[PLENUM_COLUMN_EMAIL], show);
}

static void
deleted_cb (PlenumAction *action, const GError *error, gpointer data)
{
  PlenumParticipantTable *self = data;

  if (error == NULL)
    plenum_cell_keys_go_to_row (self->keys, self->deleted);
}

/**
 * plenum_participant_table_delete:
 *
 * Deletes the selected people and goes on with the row that follows.
 */
void
plenum_participant_table_delete (PlenumParticipantTable *self)
{
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *toast = NULL;

  g_return_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self));

  selected = plenum_participant_table_get_selected (self);
  for (guint i = 0; i < selected->len; i++)
    g_ptr_array_add (ids, (gpointer) plenum_record_get_id (g_ptr_array_index (selected, i)));
  g_ptr_array_add (ids, NULL);

  self->deleted = plenum_cell_keys_get_row (self->keys);
  toast = g_strdup_printf (ngettext ("Deleted %u person", "Deleted %u people", selected->len), selected->len);
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (self->model),
                  plenum_action_delete_participants ((const char * const *) ids->pdata),
                  toast, deleted_cb, self);
}

/**
 * plenum_participant_table_get_rows:
 *
 * Returns: (transfer none): the rows as they stand, sorted
 */
GListModel *
plenum_participant_table_get_rows (PlenumParticipantTable *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self), NULL);

  return G_LIST_MODEL (self->selection);
}

/**
 * plenum_participant_table_get_sorter:
 *
 * Returns: (transfer none): what the header sorts by
 */
GtkSorter *
plenum_participant_table_get_sorter (PlenumParticipantTable *self)
{
  g_return_val_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self), NULL);

  return gtk_column_view_get_sorter (self->view);
}

/**
 * plenum_participant_table_sort:
 * @column: what to sort by, or %PLENUM_N_COLUMNS for the order in which they came
 */
void
plenum_participant_table_sort (PlenumParticipantTable *self, PlenumColumnId column)
{
  g_return_if_fail (PLENUM_IS_PARTICIPANT_TABLE (self));

  gtk_column_view_sort_by_column (self->view,
                                  column < PLENUM_N_COLUMNS ? self->columns[column] : NULL,
                                  GTK_SORT_ASCENDING);
}

static void
leave_cb (PlenumCellKeys *keys, gboolean forward, PlenumParticipantTable *self)
{
  g_signal_emit (self, signals[LEAVE], 0, forward);
}

static gboolean
plenum_participant_table_grab_focus (GtkWidget *widget)
{
  PlenumCellKeys *keys = PLENUM_PARTICIPANT_TABLE (widget)->keys;

  return plenum_cell_keys_go_to_row (keys, plenum_cell_keys_get_row (keys));
}

static void
plenum_participant_table_dispose (GObject *object)
{
  PlenumParticipantTable *self = PLENUM_PARTICIPANT_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->keys);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_participant_table_parent_class)->dispose (object);
}

static void
plenum_participant_table_finalize (GObject *object)
{
  PlenumParticipantTable *self = PLENUM_PARTICIPANT_TABLE (object);

  g_free (self->awaited);

  G_OBJECT_CLASS (plenum_participant_table_parent_class)->finalize (object);
}

static void
plenum_participant_table_class_init (PlenumParticipantTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_participant_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_participant_table_finalize;
  widget_class->grab_focus = plenum_participant_table_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * PlenumParticipantTable::leave:
   * @forward: whether the focus goes on or back
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
plenum_participant_table_init (PlenumParticipantTable *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "participants");
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_reorderable (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Participants"), -1);
  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    add_column (self, i);
  gtk_column_view_column_set_visible (self->columns[PLENUM_COLUMN_EMAIL], FALSE);

  self->keys = plenum_cell_keys_new (self->view);
  g_signal_connect_object (self->keys, "leave", G_CALLBACK (leave_cb), self, 0);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroll, TRUE);
  gtk_widget_set_parent (scroll, GTK_WIDGET (self));
}

/**
 * plenum_participant_table_new:
 * @model: the workshop
 * @people: (element-type PlenumRecord): who is shown, filtered but not sorted
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
plenum_participant_table_new (PlenumWorkshopModel *model, GListModel *people)
{
  PlenumParticipantTable *self = g_object_new (PLENUM_TYPE_PARTICIPANT_TABLE, NULL);
  GtkSortListModel *sorted = gtk_sort_list_model_new (g_object_ref (people),
                                                      g_object_ref (gtk_column_view_get_sorter (self->view)));

  self->model = g_object_ref (model);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (reveal_awaited), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return GTK_WIDGET (self);
}
