/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-preferences.h"

#include <glib/gi18n.h>

#include "plenum-copies.h"
#include "plenum-format.h"

static void
style_cb (AdwComboRow *row, GParamSpec *pspec, GSettings *settings)
{
  g_settings_set_enum (settings, "style", adw_combo_row_get_selected (row));
}

static GtkWidget *
make_appearance (PlenumApplication *application)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *style = adw_combo_row_new ();
  GtkWidget *language = adw_action_row_new ();
  GSettings *settings = plenum_application_get_settings (application);
  const char *styles[] = { _("As the desktop"), _("Light"), _("Dark"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (styles);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Appearance"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (style), _("Light or dark"));
  adw_combo_row_set_model (ADW_COMBO_ROW (style), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (style), g_settings_get_enum (settings, "style"));
  g_signal_connect_object (style, "notify::selected", G_CALLBACK (style_cb), settings, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), style);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (language), _("Language"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (language), _("Plenum speaks the language of your desktop, if it knows it. It speaks English and German so far."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), language);

  return group;
}

static void
show_folder_cb (GtkButton *button, PlenumLibrary *library)
{
  g_autofree char *folder = g_path_get_dirname (plenum_library_get_path (library));
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), uri, GDK_CURRENT_TIME);
}

static GtkWidget *
make_library (PlenumApplication *application)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *place = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");
  PlenumLibrary *library = plenum_application_get_library (application);
  g_autofree char *path = g_markup_escape_text (plenum_library_get_path (library), -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Library"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (place), _("All your workshops are in this file"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (place), path);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (place), 3);
  gtk_widget_set_tooltip_text (button, _("Open the folder"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_folder_cb), library, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (place), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), place);

  return group;
}

/**
 * plenum_preferences_show:
 * @parent: (nullable): the window that asks
 *
 * Shows what can be set, where the library is, and its old copies.
 */
void
plenum_preferences_show (PlenumApplication *application, GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_appearance (application)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_library (application)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (plenum_copies_new_group (application)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 620);
  gtk_window_present (GTK_WINDOW (window));
}
