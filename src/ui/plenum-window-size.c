/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window as large as it was. Written down at each change and not at the end,
 * which may come as a power cut. */
#include "plenum-window-size.h"

#define SAVE_AFTER_MS 300
#define SMALLEST_WIDTH 360
#define SMALLEST_HEIGHT 480

typedef struct
{
  GtkWindow *window; /* which owns this */
  GSettings *settings;
  guint      source;
} Memory;

static void
memory_free (gpointer data)
{
  Memory *memory = data;

  g_clear_handle_id (&memory->source, g_source_remove);
  g_object_unref (memory->settings);
  g_free (memory);
}

static void
save_cb (gpointer data)
{
  Memory *memory = data;
  int width, height;

  memory->source = 0;
  g_settings_set_boolean (memory->settings, "window-maximized", gtk_window_is_maximized (memory->window));
  if (gtk_window_is_maximized (memory->window))
    return;

  gtk_window_get_default_size (memory->window, &width, &height);
  g_settings_set_int (memory->settings, "window-width", MAX (width, SMALLEST_WIDTH));
  g_settings_set_int (memory->settings, "window-height", MAX (height, SMALLEST_HEIGHT));
}

static void
changed_cb (GtkWindow *window, GParamSpec *pspec, Memory *memory)
{
  g_clear_handle_id (&memory->source, g_source_remove);
  memory->source = g_timeout_add_once (SAVE_AFTER_MS, save_cb, memory);
}

/**
 * plenum_window_size_remember:
 * @window: a window that is not shown yet
 * @settings: those of the application
 *
 * Makes @window as large as it was last, and keeps track of that from now on.
 */
void
plenum_window_size_remember (GtkWindow *window, GSettings *settings)
{
  Memory *memory = g_new0 (Memory, 1);

  memory->window = window;
  memory->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (window), "plenum-window-size", memory, memory_free);

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  g_signal_connect (window, "notify::default-width", G_CALLBACK (changed_cb), memory);
  g_signal_connect (window, "notify::default-height", G_CALLBACK (changed_cb), memory);
  g_signal_connect (window, "notify::maximized", G_CALLBACK (changed_cb), memory);
}
