/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that was done in a workshop, or in the library, and the way back to any of it. */
#include "plenum-history-window.h"

#include <glib/gi18n.h>

#include "plenum-history-list.h"
#include "plenum-history-row.h"
#include "plenum-keys.h"
#include "plenum-list-stop.h"
#include "plenum-perform.h"
#include "plenum-undo-buttons.h"

struct _PlenumHistoryWindow
{
  AdwWindow           parent_instance;

  AdwWindowTitle     *title;
  PlenumUndoButtons  *undo_buttons;
  GtkStack           *stack;
  GtkListView        *list_view;

  PlenumLibrary      *library;
  char               *workshop; /* nullable: the whole library */
  PlenumHistoryList  *list;
  PlenumUndo         *undo;     /* what its own keys and buttons do */
};

G_DEFINE_FINAL_TYPE (PlenumHistoryWindow, plenum_history_window, ADW_TYPE_WINDOW)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, plenum_history_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  plenum_history_row_set_item (PLENUM_HISTORY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  plenum_history_row_set_item (PLENUM_HISTORY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
loaded_cb (PlenumHistoryWindow *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "list");
  if (!empty && gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
undo_changed_cb (PlenumHistoryWindow *self)
{
  plenum_undo_buttons_enable (GTK_WIDGET (self), self->undo);
}

static void
went_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!plenum_library_go_to_finish (PLENUM_LIBRARY (source), result, &error))
    plenum_show_error (GTK_WIDGET (self->stack), error);
}

static void
go_to (PlenumHistoryWindow *self, gint64 entry)
{
  plenum_library_go_to_async (self->library, self->workshop, entry, went_cb, g_object_ref (self));
}

static void
go_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to (PLENUM_HISTORY_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
activate_cb (PlenumHistoryWindow *self, guint position)
{
  g_autoptr (PlenumHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (plenum_history_item_can_go_to (item))
    go_to (self, plenum_history_item_get_entry (item)->id);
}

/* What was done is to be seen in the list; a toast would only take the next Esc. */
static void
turned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumHistoryWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = plenum_library_undo_finish (PLENUM_LIBRARY (source), result, &error);

  if (error != NULL)
    plenum_show_error (GTK_WIDGET (self->stack), error);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumHistoryWindow *self = PLENUM_HISTORY_WINDOW (widget);

  if (g_str_equal (name, "win.undo"))
    plenum_library_undo_async (self->library, self->workshop, turned_cb, g_object_ref (self));
  else
    plenum_library_redo_async (self->library, self->workshop, turned_cb, g_object_ref (self));
}

static void
plenum_history_window_dispose (GObject *object)
{
  PlenumHistoryWindow *self = PLENUM_HISTORY_WINDOW (object);

  if (self->undo != NULL)
    g_signal_handlers_disconnect_by_data (self->undo, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->undo);
  g_clear_object (&self->list);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_history_window_parent_class)->dispose (object);
}

static void
plenum_history_window_finalize (GObject *object)
{
  g_free (PLENUM_HISTORY_WINDOW (object)->workshop);

  G_OBJECT_CLASS (plenum_history_window_parent_class)->finalize (object);
}

static void
plenum_history_window_class_init (PlenumHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_history_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_history_window_finalize;

  g_type_ensure (PLENUM_TYPE_LIST_STOP);
  g_type_ensure (PLENUM_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/history/plenum-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryWindow, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumHistoryWindow, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);

  gtk_widget_class_install_action (widget_class, "history.go-to", "x", go_to_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, turn_cb);
  plenum_keys_bind (widget_class, "win.");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
plenum_history_window_init (PlenumHistoryWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
}

/* The one that shows it already, if there is one. */
static PlenumHistoryWindow *
find_window (GtkWindow *parent, const char *workshop)
{
  for (GList *l = gtk_application_get_windows (gtk_window_get_application (parent)); l != NULL; l = l->next)
    if (PLENUM_IS_HISTORY_WINDOW (l->data) && gtk_window_get_transient_for (l->data) == parent
        && g_strcmp0 (PLENUM_HISTORY_WINDOW (l->data)->workshop, workshop) == 0)
      return l->data;

  return NULL;
}

/**
 * plenum_history_window_show:
 * @parent: the window it belongs to
 * @library: an open library
 * @workshop: (nullable): whose history, or %NULL for that of the whole library
 * @title: what the window of the workshop or the library is called
 *
 * Opens a window with the history beside @parent, or brings it to the front.
 */
void
plenum_history_window_show (GtkWindow *parent, PlenumLibrary *library, const char *workshop, const char *title)
{
  PlenumHistoryWindow *self = find_window (parent, workshop);
  g_autoptr (GtkNoSelection) selection = NULL;

  if (self != NULL)
    {
      gtk_window_present (GTK_WINDOW (self));
      return;
    }

  self = g_object_new (PLENUM_TYPE_HISTORY_WINDOW, "transient-for", parent,
                       "application", gtk_window_get_application (parent), NULL);
  self->library = g_object_ref (library);
  self->workshop = g_strdup (workshop);
  self->undo = plenum_undo_new (library);
  plenum_undo_set_workshop (self->undo, workshop);
  g_signal_connect_swapped (self->undo, "changed", G_CALLBACK (undo_changed_cb), self);
  undo_changed_cb (self);
  plenum_undo_buttons_set_undo (self->undo_buttons, self->undo);
  adw_window_title_set_subtitle (self->title, title);

  self->list = plenum_history_list_new (library, workshop);
  g_signal_connect_swapped (self->list, "loaded", G_CALLBACK (loaded_cb), self);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  gtk_window_present (GTK_WINDOW (self));
}
