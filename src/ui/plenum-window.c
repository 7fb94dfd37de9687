/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame: where one is at the left, what one works on at the right, and the
 * way between the library and its workshops. */
#include "plenum-window.h"

#include <glib/gi18n.h>

#include "plenum-bring-back.h"
#include "plenum-copies.h"
#include "plenum-copy-bar.h"
#include "plenum-format.h"
#include "plenum-history-window.h"
#include "plenum-import-dialog.h"
#include "plenum-keys.h"
#include "plenum-library-sidebar.h"
#include "plenum-library-view.h"
#include "plenum-perform.h"
#include "plenum-split-view.h"
#include "plenum-synthesis-form.h"
#include "plenum-undo-buttons.h"
#include "plenum-window-size.h"
#include "plenum-workshop-form.h"
#include "plenum-workshop-page.h"
#include "plenum-workshop-sidebar.h"

struct _PlenumWindow
{
  AdwApplicationWindow   parent_instance;

  PlenumSplitView       *split;
  GtkStack              *sidebar;
  PlenumLibrarySidebar  *library_sidebar;
  PlenumWorkshopSidebar *workshop_sidebar;
  GtkStack              *content;
  AdwStatusPage         *failed;
  PlenumLibraryView     *library_view;
  AdwBin                *workshop;
  GMenuModel            *primary_menu;
  PlenumCopyBar         *copy_bar;

  PlenumLibrary         *library;
  GSettings             *settings; /* nullable: an old copy is not remembered */
  PlenumUndo            *undo;     /* nullable: the library is not open */
  gint64                 copy;     /* when the old copy was made that it is, or 0 */
};

enum { PROP_0, PROP_COMPACT, PROP_WIDE, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PlenumWindow, plenum_window, ADW_TYPE_APPLICATION_WINDOW)

static PlenumWorkshopPage *
get_page (PlenumWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->workshop);

  return page != NULL ? PLENUM_WORKSHOP_PAGE (page) : NULL;
}

static void
remember (PlenumWindow *self, const char *key, const char *value)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, key, value);
}

static void
update_title (PlenumWindow *self)
{
  PlenumWorkshopPage *page = get_page (self);
  PlenumRecord *workshop =
    page != NULL ? plenum_workshop_model_get_workshop (plenum_workshop_page_get_model (page)) : NULL;
  const char *title =
    workshop != NULL ? plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE) : g_get_application_name ();
  g_autofree char *day = self->copy != 0 ? plenum_format_long_day (self->copy) : NULL;
  /* Translators: the title of a window with an old copy; a workshop and a day. */
  g_autofree char *dated = day != NULL ? g_strdup_printf (_("%s (copy of %s)"), title, day) : NULL;

  gtk_window_set_title (GTK_WINDOW (self), dated != NULL ? dated : title);
}

static void
show_library (PlenumWindow *self)
{
  plenum_hide_undo (GTK_WIDGET (self->split));
  gtk_stack_set_visible_child_name (self->content, "library");
  gtk_stack_set_visible_child (self->sidebar, GTK_WIDGET (self->library_sidebar));
  plenum_split_view_set_show_content (self->split, TRUE);
  plenum_workshop_sidebar_set_page (self->workshop_sidebar, NULL);
  adw_bin_set_child (self->workshop, NULL);
  plenum_undo_set_workshop (self->undo, NULL);
  remember (self, "open-workshop", "");
  update_title (self);
  plenum_copy_bar_set_workshop (self->copy_bar, NULL);
  plenum_library_view_focus (self->library_view);
}

static void
view_cb (PlenumWindow *self)
{
  const char *view = plenum_workshop_page_get_view (get_page (self));

  if (view != NULL)
    remember (self, "open-view", view);
}

/* Deleted here by undo, or by another program. */
static void
workshop_cb (PlenumWindow *self, GParamSpec *pspec, PlenumWorkshopModel *model)
{
  PlenumWorkshopPage *page = get_page (self);

  if (page == NULL || plenum_workshop_page_get_model (page) != model)
    return;

  if (plenum_workshop_model_get_workshop (model) == NULL)
    show_library (self);
  else
    update_title (self);
}

static void
undo_changed_cb (PlenumWindow *self)
{
  plenum_undo_buttons_enable (GTK_WIDGET (self), self->copy == 0 ? self->undo : NULL);
}

static void
turn_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWindow *self = PLENUM_WINDOW (widget);
  const char *workshop = plenum_undo_get_workshop (self->undo);

  if (g_str_equal (name, "win.undo"))
    plenum_perform_undo (GTK_WIDGET (self->split), self->library, workshop);
  else
    plenum_perform_redo (GTK_WIDGET (self->split), self->library, workshop);
}

static void
show_library_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_library (PLENUM_WINDOW (widget));
}

static void
show_content_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_split_view_set_show_content (PLENUM_WINDOW (widget)->split, TRUE);
}

static void
open_workshop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plenum_window_open_workshop (PLENUM_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWindow *self = PLENUM_WINDOW (widget);

  if (plenum_split_view_get_compact (self->split) && plenum_split_view_get_show_content (self->split))
    plenum_split_view_set_show_content (self->split, FALSE);
  else if (get_page (self) != NULL)
    show_library (self);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWindow *self = PLENUM_WINDOW (widget);

  plenum_split_view_set_show_content (self->split, TRUE);
  if (get_page (self) != NULL)
    plenum_workshop_page_search (get_page (self));
  else
    plenum_library_view_search (self->library_view);
}

static void
shortcuts_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = plenum_keys_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
  g_object_unref (window);
}

/* Something that was not there before. */
static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWindow *self = PLENUM_WINDOW (widget);

  if (g_str_equal (name, "win.new-workshop"))
    plenum_workshop_form_show_new (GTK_WIDGET (self->split), self->library, NULL);
  else if (g_str_equal (name, "win.new-synthesis"))
    plenum_synthesis_form_show (GTK_WIDGET (self->split), self->library, NULL);
  else
    plenum_import_dialog_ask (GTK_WIDGET (self->split), self->library);
}

static void
history_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWindow *self = PLENUM_WINDOW (widget);
  const char *title = get_page (self) != NULL ? gtk_window_get_title (GTK_WINDOW (self)) : _("All workshops");

  plenum_history_window_show (GTK_WINDOW (self), self->library, plenum_undo_get_workshop (self->undo), title);
}

static void
open_copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  plenum_copies_show (PLENUM_APPLICATION (application), GTK_WINDOW (widget));
}

static void
bring_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlenumWindow *self = PLENUM_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  plenum_bring_back (GTK_WIDGET (self->split), PLENUM_APPLICATION (application), self->library,
                     g_variant_get_string (parameter, NULL), self->copy);
}

static void
compact_cb (PlenumWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDE]);
}

static void
plenum_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlenumWindow *self = PLENUM_WINDOW (object);

  switch (prop_id)
    {
    case PROP_COMPACT:
      g_value_set_boolean (value, self->split != NULL && plenum_split_view_get_compact (self->split));
      break;

    case PROP_WIDE:
      g_value_set_boolean (value, self->split == NULL || !plenum_split_view_get_compact (self->split));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
plenum_window_dispose (GObject *object)
{
  PlenumWindow *self = PLENUM_WINDOW (object);

  if (self->undo != NULL)
    g_signal_handlers_disconnect_by_data (self->undo, self);
  g_clear_object (&self->undo);

  G_OBJECT_CLASS (plenum_window_parent_class)->dispose (object);
}

static void
plenum_window_finalize (GObject *object)
{
  PlenumWindow *self = PLENUM_WINDOW (object);

  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (plenum_window_parent_class)->finalize (object);
}

static void
plenum_window_class_init (PlenumWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plenum_window_get_property;
  object_class->dispose = plenum_window_dispose;
  object_class->finalize = plenum_window_finalize;

  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* The opposite, for what has room in a wide window only. */
  properties[PROP_WIDE] =
    g_param_spec_boolean ("wide", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PLENUM_TYPE_COPY_BAR);
  g_type_ensure (PLENUM_TYPE_SPLIT_VIEW);
  g_type_ensure (PLENUM_TYPE_LIBRARY_SIDEBAR);
  g_type_ensure (PLENUM_TYPE_LIBRARY_VIEW);
  g_type_ensure (PLENUM_TYPE_WORKSHOP_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/plenum/Plenum/plenum-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, split);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, library_sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, workshop_sidebar);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, content);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, library_view);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, workshop);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, primary_menu);
  gtk_widget_class_bind_template_child (widget_class, PlenumWindow, copy_bar);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, turn_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-library", NULL, show_library_cb);
  gtk_widget_class_install_action (widget_class, "win.show-content", NULL, show_content_cb);
  gtk_widget_class_install_action (widget_class, "win.open-workshop", "s", open_workshop_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "win.open-copy", NULL, open_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.bring-back", "s", bring_back_cb);
  gtk_widget_class_install_action (widget_class, "win.new-workshop", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.new-synthesis", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, new_cb);
  plenum_keys_bind (widget_class, "win.");
}

static void
plenum_window_init (PlenumWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-library", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", FALSE);
  g_signal_connect_object (self->split, "notify::compact", G_CALLBACK (compact_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Nothing can be made in a copy, and it says what it is wherever one looks. */
static void
show_copy (PlenumWindow *self)
{
  static const char * const changing[] = { "win.new-workshop", "win.new-synthesis", "win.import", "win.history" };

  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), changing[i], FALSE);
  plenum_copy_bar_set_made (self->copy_bar, self->copy);
  gtk_widget_set_visible (GTK_WIDGET (self->copy_bar), TRUE);
}

/**
 * plenum_window_new:
 * @library: what it shows, which need not be open yet
 * @copy: when the old copy was made that @library is, in milliseconds since 1970;
 *   0 if it is none
 *
 * Returns: (transfer none): a window, which belongs to @application
 */
PlenumWindow *
plenum_window_new (PlenumApplication *application, PlenumLibrary *library, gint64 copy)
{
  PlenumWindow *self = g_object_new (PLENUM_TYPE_WINDOW, "application", application, NULL);

  self->library = g_object_ref (library);
  self->copy = copy;
  if (copy == 0)
    {
      self->settings = g_object_ref (plenum_application_get_settings (application));
      plenum_window_size_remember (GTK_WINDOW (self), self->settings);
    }
  else
    {
      show_copy (self);
    }

  return self;
}

/**
 * plenum_window_is_copy:
 *
 * Returns: whether it shows an old copy of the library, which cannot be changed
 */
gboolean
plenum_window_is_copy (PlenumWindow *self)
{
  g_return_val_if_fail (PLENUM_IS_WINDOW (self), FALSE);

  return self->copy != 0;
}

/**
 * plenum_window_get_library:
 *
 * Returns: (transfer none): what it shows
 */
PlenumLibrary *
plenum_window_get_library (PlenumWindow *self)
{
  g_return_val_if_fail (PLENUM_IS_WINDOW (self), NULL);

  return self->library;
}

/**
 * plenum_window_library_opened:
 * @error: (nullable): why it could not be opened, if it could not
 *
 * Shows the library, and the workshop that was open last.
 */
void
plenum_window_library_opened (PlenumWindow *self, const GError *error)
{
  g_autofree char *last = self->settings != NULL ? g_settings_get_string (self->settings, "open-workshop") : NULL;

  g_return_if_fail (PLENUM_IS_WINDOW (self));

  if (error != NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->failed), TRUE);
      return;
    }

  self->undo = plenum_undo_new (self->library);
  g_signal_connect_swapped (self->undo, "changed", G_CALLBACK (undo_changed_cb), self);
  if (self->copy == 0)
    plenum_import_dialog_take_drops (GTK_WIDGET (self->split), self->library);
  plenum_library_view_set_library (self->library_view, self->library, self->undo, self->primary_menu);
  plenum_library_sidebar_set_list (self->library_sidebar, plenum_library_view_get_list (self->library_view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-library", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", self->copy == 0);

  if (last != NULL && *last != '\0')
    plenum_window_open_workshop (self, last);
  else
    show_library (self);
}

/**
 * plenum_window_open_workshop:
 * @workshop: its id
 *
 * Shows a workshop with the view that was seen last. One that has been deleted
 * leads back to the library.
 */
void
plenum_window_open_workshop (PlenumWindow *self, const char *workshop)
{
  g_autoptr (PlenumWorkshopModel) model = NULL;
  g_autofree char *view = self->settings != NULL ? g_settings_get_string (self->settings, "open-view") : NULL;
  GtkWidget *page;

  g_return_if_fail (PLENUM_IS_WINDOW (self));

  plenum_hide_undo (GTK_WIDGET (self->split));
  model = plenum_workshop_model_new (self->library, workshop);
  page = plenum_workshop_page_new (model, self->undo, self->primary_menu);
  g_signal_connect_object (model, "notify::workshop", G_CALLBACK (workshop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::view", G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->workshop, page);
  plenum_workshop_page_show (PLENUM_WORKSHOP_PAGE (page), view, NULL);
  plenum_workshop_sidebar_set_page (self->workshop_sidebar, PLENUM_WORKSHOP_PAGE (page));
  gtk_stack_set_visible_child_name (self->content, "workshop");
  plenum_copy_bar_set_workshop (self->copy_bar, workshop);
  gtk_stack_set_visible_child (self->sidebar, GTK_WIDGET (self->workshop_sidebar));
  plenum_split_view_set_show_content (self->split, TRUE);
  plenum_undo_set_workshop (self->undo, workshop);
  remember (self, "open-workshop", workshop);
  update_title (self);
}

/**
 * plenum_window_import:
 * @files: of #GFile
 *
 * Shows what is in @files and asks whether to take it in.
 */
void
plenum_window_import (PlenumWindow *self, GListModel *files)
{
  g_return_if_fail (PLENUM_IS_WINDOW (self));

  plenum_import_dialog_files (GTK_WIDGET (self->split), self->library, files);
}
