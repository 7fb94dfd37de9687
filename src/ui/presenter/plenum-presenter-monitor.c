/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which screen is the beamer: the one it was last, else any that the main window is
 * not on. It is known by its socket, "HDMI-1", and by its size, for behind a dock the
 * socket has another name each time. */
#include "plenum-presenter-monitor.h"

#define KEY "presenter-monitor"

typedef struct
{
  GtkWindow  *window; /* which owns this */
  GWeakRef    main;
  GSettings  *settings;
  GListModel *monitors;
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_signal_handlers_disconnect_by_data (memory->monitors, memory);
  g_object_unref (memory->monitors);
  g_weak_ref_clear (&memory->main);
  g_object_unref (memory->settings);
  g_free (memory);
}

/**
 * plenum_presenter_monitor_describe:
 *
 * Returns: (transfer full): what is remembered of a screen: "HDMI-1 1920x1080+1280+0"
 */
char *
plenum_presenter_monitor_describe (const PlenumScreen *screen)
{
  return g_strdup_printf ("%s %dx%d+%d+%d", screen->connector != NULL ? screen->connector : "", screen->place.width,
                          screen->place.height, screen->place.x, screen->place.y);
}

/* How well a screen fits to what is remembered. */
static int
rate (const PlenumScreen *screen, const char *remembered)
{
  g_autofree char *description = plenum_presenter_monitor_describe (screen);
  g_auto (GStrv) now = g_strsplit_set (description, " +", 3);
  g_auto (GStrv) then = g_strsplit_set (remembered, " +", 3);
  gboolean connector, size;

  if (g_str_equal (description, remembered))
    return 4;

  connector = *then != NULL && **then != '\0' && g_str_equal (now[0], then[0]);
  size = g_strv_length (then) > 1 && g_str_equal (now[1], then[1]);

  return connector ? 3 : size ? 2 : 1;
}

/**
 * plenum_presenter_monitor_pick:
 * @screens: (array length=n): what there is
 * @here: the number of the one the main window is on, or -1
 * @remembered: what plenum_presenter_monitor_describe() said of the last beamer, or
 *   only its socket, or nothing
 *
 * Returns: the number of the screen to use as beamer, or -1 if there is none
 */
int
plenum_presenter_monitor_pick (const PlenumScreen *screens, guint n, int here, const char *remembered)
{
  int found = -1, best = 0;

  for (guint i = 0; here >= 0 && i < n; i++)
    {
      int rating = rate (&screens[i], remembered);

      if ((int) i != here && rating > best)
        {
          found = i;
          best = rating;
        }
    }

  return found;
}

static GdkMonitor *
get_monitor (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));

  return surface != NULL
         ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface) : NULL;
}

static PlenumScreen
look_at (GdkMonitor *monitor)
{
  PlenumScreen screen = { .connector = gdk_monitor_get_connector (monitor) };

  gdk_monitor_get_geometry (monitor, &screen.place);

  return screen;
}

/* On the main window's screen it is only looked at. */
static void
entered_cb (GdkSurface *surface, GdkMonitor *monitor, Memory *memory)
{
  g_autoptr (GtkWindow) main = g_weak_ref_get (&memory->main);
  PlenumScreen screen = look_at (monitor);
  g_autofree char *description = plenum_presenter_monitor_describe (&screen);

  if (main != NULL && get_monitor (main) != monitor)
    g_settings_set_string (memory->settings, KEY, description);
}

static void
realized_cb (GtkWidget *window, Memory *memory)
{
  g_signal_connect (gtk_native_get_surface (GTK_NATIVE (window)), "enter-monitor", G_CALLBACK (entered_cb), memory);
}

static GdkMonitor *
pick (Memory *memory, GtkWindow *main)
{
  guint n = g_list_model_get_n_items (memory->monitors);
  g_autofree PlenumScreen *screens = g_new0 (PlenumScreen, n + 1);
  g_autofree char *remembered = g_settings_get_string (memory->settings, KEY);
  GdkMonitor *here = get_monitor (main);
  int number = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (memory->monitors, i);

      screens[i] = look_at (monitor);
      if (monitor == here)
        number = i;
    }
  number = plenum_presenter_monitor_pick (screens, n, number, remembered);

  return number >= 0 ? g_list_model_get_item (memory->monitors, number) : NULL;
}

static void
choose (Memory *memory)
{
  g_autoptr (GtkWindow) main = g_weak_ref_get (&memory->main);
  g_autoptr (GdkMonitor) chosen = main != NULL ? pick (memory, main) : NULL;

  if (chosen != NULL)
    gtk_window_fullscreen_on_monitor (memory->window, chosen);
}

/* A beamer that is plugged in is used at once. Where it has gone, the window must not
 * cover the only screen, on which one works. */
static void
monitors_changed_cb (Memory *memory)
{
  if (g_list_model_get_n_items (memory->monitors) > 1)
    choose (memory);
  else
    gtk_window_unfullscreen (memory->window);
}

/**
 * plenum_presenter_monitor_choose:
 * @window: the window for the beamer, not shown yet
 * @main: the facilitator's window
 * @settings: those of the application
 *
 * Fills the beamer with @window if there is one, also one that comes later, and
 * remembers which it was.
 */
void
plenum_presenter_monitor_choose (GtkWindow *window, GtkWindow *main, GSettings *settings)
{
  Memory *memory = g_new0 (Memory, 1);

  memory->window = window;
  memory->settings = g_object_ref (settings);
  memory->monitors = g_object_ref (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (main))));
  g_weak_ref_init (&memory->main, main);
  g_object_set_data_full (G_OBJECT (window), "plenum-presenter-monitor", memory, memory_free);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), memory);
  g_signal_connect_swapped (memory->monitors, "items-changed", G_CALLBACK (monitors_changed_cb), memory);
  choose (memory);
}
