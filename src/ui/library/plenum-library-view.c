/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All workshops of the library. */
#include "plenum-library-view.h"

#include <glib/gi18n.h>

#include "plenum-accessible.h"
#include "plenum-activity-bar.h"
#include "plenum-export.h"
#include "plenum-growing-list.h"
#include "plenum-keys.h"
#include "plenum-library-commands.h"
#include "plenum-list-stop.h"
#include "plenum-template-card.h"
#include "plenum-title.h"
#include "plenum-undo-buttons.h"
#include "plenum-workshop-form.h"
#include "plenum-workshop-row.h"

struct _PlenumLibraryView
{
  AdwBin              parent_instance;

  AdwWindowTitle     *title;
  GtkWidget          *new_button;
  PlenumUndoButtons  *undo_buttons;
  GtkMenuButton      *menu_button;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;
  AdwStatusPage      *nothing;
  GtkFlowBox         *flow;

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
  PlenumRecord *workshop = plenum_workshop_item_get_workshop (item);
  GtkWidget *row = gtk_list_item_get_child (list_item);

  gtk_list_item_set_activatable (list_item, workshop != NULL);
  plenum_workshop_row_set_item (PLENUM_WORKSHOP_ROW (row), item);
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
show_nothing (PlenumLibraryView *self)
{
  static const struct { const char *title, *text; } texts[PLENUM_N_SECTIONS] = {
    { N_("No Workshop Is Running"), N_("A workshop is running when you say so: choose “Start” in its menu.") },
    { N_("No Workshop Is Planned"), N_("New workshops appear here.") },
    { N_("No Workshop Is Finished"), N_("A workshop is finished when you say so: choose “Finish” in its menu.") },
    { N_("The Archive Is Empty"), N_("To put a workshop here, choose “Archive” in its menu.") },
  };
  PlenumSection section = plenum_workshop_list_get_section (self->list);

  if (plenum_workshop_list_get_query (self->list) != NULL)
    {
      adw_status_page_set_icon_name (self->nothing, "system-search-symbolic");
      adw_status_page_set_title (self->nothing, _("No Workshop Found"));
      adw_status_page_set_description (self->nothing, _("Try another word of the title, the question or the place."));
    }
  else if (section < PLENUM_N_SECTIONS)
    {
      adw_status_page_set_icon_name (self->nothing, "view-list-symbolic");
      adw_status_page_set_title (self->nothing, _(texts[section].title));
      adw_status_page_set_description (self->nothing, _(texts[section].text));
    }
  else
    {
      adw_status_page_set_icon_name (self->nothing, "view-list-symbolic");
      adw_status_page_set_title (self->nothing, _("All Workshops Are in the Archive"));
      adw_status_page_set_description (self->nothing, NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static gboolean
is_empty (PlenumLibraryView *self)
{
  return plenum_workshop_list_count (self->list, PLENUM_N_SECTIONS) == 0
         && plenum_workshop_list_count (self->list, PLENUM_SECTION_ARCHIVED) == 0;
}

static void
show_what_there_is (PlenumLibraryView *self)
{
  PlenumSection section = plenum_workshop_list_get_section (self->list);

  if (!plenum_workshop_list_get_loaded (self->list))
    return;

  adw_window_title_set_title (self->title, section < PLENUM_N_SECTIONS ? plenum_section_get_title (section) : _("All workshops"));
  gtk_widget_set_visible (self->new_button, !is_empty (self));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (!is_empty (self))
    show_nothing (self);
  else
    {
      /* Drawn when it is first needed: most starts never see it. */
      if (gtk_flow_box_get_child_at_index (self->flow, 0) == NULL)
        plenum_template_card_fill (self->flow, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
}

static void
template_cb (PlenumLibraryView *self, GtkFlowBoxChild *child)
{
  PlenumTemplate *template = plenum_template_card_get_template (PLENUM_TEMPLATE_CARD (child));

  plenum_workshop_form_show_new (GTK_WIDGET (self), self->library, plenum_template_get_id (template));
}

static PlenumWorkshopRow *
get_focused_row (PlenumLibraryView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view)))
    return NULL;

  row = gtk_widget_get_ancestor (focus, PLENUM_TYPE_WORKSHOP_ROW);
  if (row == NULL)
    row = gtk_widget_get_first_child (focus);

  return PLENUM_IS_WORKSHOP_ROW (row) ? PLENUM_WORKSHOP_ROW (row) : NULL;
}

/* The workshop with the id that a menu names, or for "" the one with the focus. */
static PlenumRecord *
find_workshop (PlenumLibraryView *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);

  if (*id == '\0')
    {
      PlenumWorkshopRow *row = get_focused_row (self);

      return row != NULL ? plenum_workshop_item_get_workshop (plenum_workshop_row_get_item (row)) : NULL;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (PlenumWorkshopItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      PlenumRecord *workshop = plenum_workshop_item_get_workshop (item);

      if (workshop != NULL && g_str_equal (plenum_record_get_id (workshop), id))
        return workshop;
    }

  return NULL;
}

static void
command_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
    {
      const char *name;
      void (*run) (GtkWidget *from, PlenumLibrary *library, PlenumRecord *workshop);
    } commands[] = {
      { "library.edit", plenum_workshop_form_show_edit },
      { "library.start", plenum_library_start },
      { "library.finish", plenum_library_finish },
      { "library.plan", plenum_library_plan },
      { "library.duplicate", plenum_library_duplicate },
      { "library.export", plenum_export_show },
      { "library.archive", plenum_library_archive },
      { "library.delete", plenum_library_delete },
    };
  PlenumLibraryView *self = PLENUM_LIBRARY_VIEW (widget);
  PlenumRecord *workshop = find_workshop (self, parameter);

  for (guint i = 0; i < G_N_ELEMENTS (commands) && workshop != NULL; i++)
    if (g_str_equal (commands[i].name, name))
      {
        commands[i].run (widget, self->library, workshop);
        break;
      }
}

static void
menu_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWorkshopRow *row = get_focused_row (PLENUM_LIBRARY_VIEW (widget));

  if (row != NULL)
    plenum_workshop_row_pop_up (row);
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
  g_type_ensure (PLENUM_TYPE_LIST_STOP);
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
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, flow);
  gtk_widget_class_bind_template_child (widget_class, PlenumLibraryView, new_button);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, template_cb);

  gtk_widget_class_install_action (widget_class, "library.edit", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.start", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.finish", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.plan", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.duplicate", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.export", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.archive", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.delete", "s", command_cb);
  gtk_widget_class_install_action (widget_class, "library.menu", NULL, menu_cb);
  plenum_keys_bind (widget_class, "library.");
}

static void
plenum_library_view_init (PlenumLibraryView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plenum_accessible_name (GTK_WIDGET (self->menu_button), _("Main menu"));
  plenum_title_shrink (GTK_WIDGET (self->title));

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

  selection = gtk_no_selection_new (plenum_growing_list_new (g_object_ref (G_LIST_MODEL (self->list))));
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

/**
 * plenum_library_view_focus:
 *
 * Gives the keys to the list of workshops.
 */
void
plenum_library_view_focus (PlenumLibraryView *self)
{
  g_return_if_fail (PLENUM_IS_LIBRARY_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}
