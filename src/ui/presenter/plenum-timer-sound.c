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

typedef struct
{
  GSettings         *settings;
  PlenumTimerPlayer  player;
  GtkWidget         *widget; /* unowned */
} Bell;

static void
bell_free (gpointer data, GClosure *closure)
{
  Bell *bell = data;

  g_object_unref (bell->settings);
  g_free (bell);
}

static void
rang_cb (PlenumTimer *timer, Bell *bell)
{
  if (g_settings_get_boolean (bell->settings, "timer-sound"))
    bell->player (bell->widget);
}

/**
 * plenum_timer_sound_follow:
 * @settings: those of the application, which say whether there is to be a sound
 * @player: what plays it: plenum_timer_sound_play()
 * @widget: (nullable): for @player; must outlive @timer
 *
 * Lets @timer be heard when its time is up, whatever is shown by then.
 */
void
plenum_timer_sound_follow (PlenumTimer *timer, GSettings *settings, PlenumTimerPlayer player, GtkWidget *widget)
{
  Bell *bell = g_new0 (Bell, 1);

  g_return_if_fail (PLENUM_IS_TIMER (timer));

  bell->settings = g_object_ref (settings);
  bell->player = player;
  bell->widget = widget;
  g_signal_connect_data (timer, "rang", G_CALLBACK (rang_cb), bell, bell_free, 0);
}
