/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All workshops of the library. */
#include "plenum-library-view.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-activity-bar.h"
#include "plenum-undo-buttons.h"
#include "plenum-workshop-row.h"

struct _PlenumLibraryView
{
  AdwBin              parent_instance;

  AdwWindowTitle     *title;
  PlenumUndoButtons  *undo_buttons;
  GtkMenuButton      *menu_button;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  AdwStatusPage      *nothing;

  PlenumLibrary      *library;
  PlenumWorkshopList *list;
};

G_DEFINE_FINAL_TYPE (PlenumLibraryView, plenum_library_view, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, plenum_workshop_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  PlenumWorkshopItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, plenum_workshop_item_get_workshop (item) != NULL);
  plenum_workshop_row_set_item (PLENUM_WORKSHOP_ROW (gtk_list_item_get_child (list_item)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  plenum_workshop_row_set_item (PLENUM_WORKSHOP_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
activate_cb (PlenumLibraryView *self, guint position)
{
  g_autoptr (PlenumWorkshopItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  PlenumRecord *workshop = plenum_workshop_item_get_workshop (item);

  if (workshop != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-workshop", "s", plenum_record_get_id (workshop));
}

static void
show_what_there_is (PlenumLibraryView *self)
{
  guint rows = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  const char *query = plenum_workshop_list_get_query (self->list);

  if (!plenum_workshop_list_get_loaded (self->list))
    return;

  if (rows > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  adw_status_page_set_title (self->nothing, query != NULL ? _("No workshop found") : _("No workshops here"));
  adw_status_page_set_description (self->nothing, query != NULL ? _("Try another word of the title, the question or the place.") : NULL);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
search_changed_cb (PlenumLibraryView *self)
{
  if (self->list != NULL)
    {
      plenum_workshop_list_set_query (self->list, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
      show_what_there_is (self);
    }
}

static void
plenum_library_view_dispose (GObject *object)
{
  PlenumLibraryView *self = PLENUM_LIBRARY_VIEW (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (plenum_library_view_parent_class)->dispose (object);
}

static void
plenum_library_view_class_init (PlenumLibraryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plenum_library_view_dispose;

  g_type_ensure (PLENUM_TYPE_ACTIVITY_BAR);
  g_type_ensure (PLENUM_TYPE_UNDO_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/library/plenum-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, title);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, undo_buttons);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, stack);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, list_view);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
plenum_library_view_init (PlenumLibraryView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_accessible_name (GTK_WIDGET (self->menu_button), _("Main menu"));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

/**
 * plenum_library_view_set_library:
 * @library: an open library
 * @undo: what the buttons for undo and redo tell about
 * @menu: the main menu
 *
 * To be called once.
 */
void
plenum_library_view_set_library (PlenumLibraryView *self,
                                 PlenumLibrary     *library,
                                 PlenumUndo        *undo,
                                 GMenuModel        *menu)
{
  GtkNoSelection *selection;

  g_return_if_fail (PLENUM_IS_LIBRARY_VIEW (self));

  self->library = g_object_ref (library);
  self->list = plenum_workshop_list_new (library);
  plenum_undo_buttons_set_undo (self->undo_buttons, undo);
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_signal_connect_swapped (self->list, "refreshed", G_CALLBACK (show_what_there_is), self);
  g_signal_connect_swapped (self->list, "items-changed", G_CALLBACK (show_what_there_is), self);
}

/**
 * plenum_library_view_get_list:
 *
 * Returns: (transfer none): the workshops as they are listed
 */
PlenumWorkshopList *
plenum_library_view_get_list (PlenumLibraryView *self)
{
  g_return_val_if_fail (PLENUM_IS_LIBRARY_VIEW (self), NULL);

  return self->list;
}

/**
 * plenum_library_view_search:
 *
 * Opens the search, or closes it.
 */
void
plenum_library_view_search (PlenumLibraryView *self)
{
  g_return_if_fail (PLENUM_IS_LIBRARY_VIEW (self));

  gtk_search_bar_set_search_mode (self->search_bar, !gtk_search_bar_get_search_mode (self->search_bar));
}
