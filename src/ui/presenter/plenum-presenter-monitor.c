/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which screen is the beamer: the one it was last, else any that the main window
 * is not on. It is known by its socket, "HDMI-1", which is all that lasts. */
#include "plenum-presenter-monitor.h"

#define KEY "presenter-monitor"

typedef struct
{
  GtkWindow *window; /* which owns this */
  GWeakRef   main;
  GSettings *settings;
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_weak_ref_clear (&memory->main);
  g_object_unref (memory->settings);
  g_free (memory);
}

static GdkMonitor *
get_monitor (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL
         ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface) : NULL;
}

/* On the main window's screen it is only looked at. */
static void
entered_cb (GdkSurface *surface, GdkMonitor *monitor, Memory *memory)
{
  g_autoptr (GtkWindow) main = g_weak_ref_get (&memory->main);
  const char *connector = gdk_monitor_get_connector (monitor);

  if (main != NULL && connector != NULL && get_monitor (main) != monitor)
    g_settings_set_string (memory->settings, KEY, connector);
}

static void
realized_cb (GtkWidget *window, Memory *memory)
{
  g_signal_connect (gtk_native_get_surface (GTK_NATIVE (window)), "enter-monitor", G_CALLBACK (entered_cb), memory);
}

/**
 * plenum_presenter_monitor_choose:
 * @window: the window for the beamer, not shown yet
 * @main: the facilitator's window
 * @settings: those of the application
 *
 * Fills the beamer with @window if there is one, and remembers which it was.
 */
void
plenum_presenter_monitor_choose (GtkWindow *window, GtkWindow *main, GSettings *settings)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (main)));
  GdkMonitor *here = get_monitor (main);
  g_autofree char *last = g_settings_get_string (settings, KEY);
  g_autoptr (GdkMonitor) chosen = NULL;
  Memory *memory = g_new0 (Memory, 1);

  for (guint i = 0; here != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != here
          && (chosen == NULL || g_strcmp0 (gdk_monitor_get_connector (monitor), last) == 0))
        g_set_object (&chosen, monitor);
    }
  if (chosen != NULL)
    gtk_window_fullscreen_on_monitor (window, chosen);

  memory->window = window;
  memory->settings = g_object_ref (settings);
  g_weak_ref_init (&memory->main, main);
  g_object_set_data_full (G_OBJECT (window), "plenum-presenter-monitor", memory, memory_free);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), memory);
}
