/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light or dark by the room, whatever the rest of the program is: what was chosen
 * last time, and until somebody chooses, as the program. */
#include "plenum-presenter-ground.h"

#include <adwaita.h>

#define KEY "presenter-style"

/* The values of the setting. */
enum
{
  STYLE_SYSTEM,
  STYLE_LIGHT,
  STYLE_DARK,
};

static const char light_class[] = "presenter-light";
static const char dark_class[] = "presenter-dark";

static void
set_dark (GtkWidget *window, gboolean dark)
{
  gtk_widget_remove_css_class (window, dark ? light_class : dark_class);
  gtk_widget_add_css_class (window, dark ? dark_class : light_class);
}

static GSettings *
get_settings (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), KEY);
}

static void
apply (GtkWidget *window)
{
  int style = g_settings_get_enum (get_settings (window), KEY);

  set_dark (window, style == STYLE_SYSTEM ? adw_style_manager_get_dark (adw_style_manager_get_default ()) : style == STYLE_DARK);
}

/**
 * plenum_presenter_ground_follow:
 * @window: the beamer's
 *
 * Gives it one of the classes of presenter.css for light and dark, and keeps it right.
 */
void
plenum_presenter_ground_follow (GtkWidget *window)
{
  GSettings *settings = g_settings_new (PLENUM_APPLICATION_ID);

  g_object_set_data_full (G_OBJECT (window), KEY, settings, g_object_unref);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (apply), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (apply), window, G_CONNECT_SWAPPED);
  apply (window);
}

/**
 * plenum_presenter_ground_turn:
 *
 * From light to dark or back, for this room, which is remembered.
 */
void
plenum_presenter_ground_turn (GtkWidget *window)
{
  gboolean dark = !gtk_widget_has_css_class (window, dark_class);

  /* Also where an administrator has locked the setting. */
  set_dark (window, dark);
  g_settings_set_enum (get_settings (window), KEY, dark ? STYLE_DARK : STYLE_LIGHT);
}
