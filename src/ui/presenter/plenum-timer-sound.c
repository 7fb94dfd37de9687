/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sound that ends a time, from the desktop's sound theme. Where there is no
 * sound card or no server for it, the display's bell stands in. */
#include "plenum-timer-sound.h"

#include <gsound.h>

/* How long the sound may be: what is played stops with its context. */
#define LONGEST_US (2 * G_USEC_PER_SEC)

typedef GSoundContext Sound;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sound, g_object_unref)

/* Looking for a sound server may take long, so it is not done on the main loop. */
static void
play_func (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (Sound) context = gsound_context_new (NULL, &error);

  if (context != NULL
      && gsound_context_play_simple (context, NULL, &error, GSOUND_ATTR_EVENT_ID, "complete",
                                     GSOUND_ATTR_MEDIA_ROLE, "event", NULL))
    {
      g_usleep (LONGEST_US);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

static void
played_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return;

  g_debug ("No sound: %s", error->message);
  gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (source)));
}

/**
 * plenum_timer_sound_play:
 * @widget: one of the display that stands in where there is no sound
 *
 * Plays the sound once, and returns at once.
 */
void
plenum_timer_sound_play (GtkWidget *widget)
{
  g_autoptr (GTask) task = g_task_new (widget, NULL, played_cb, NULL);

  g_task_run_in_thread (task, play_func);
}
