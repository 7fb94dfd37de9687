/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-timer-sound.h"

typedef struct
{
  PlenumTimer *timer;
  gint64       now;
  guint        rang;
  GString     *said;
} Fixture;

static gint64
clock_cb (gpointer data)
{
  return ((Fixture *) data)->now;
}

static void
said_cb (PlenumTimer *timer, const char *sentence, Fixture *fixture)
{
  g_string_append_printf (fixture->said, "%s.", sentence);
}

static void
rang_cb (PlenumTimer *timer, Fixture *fixture)
{
  fixture->rang++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->timer = plenum_timer_new ();
  fixture->said = g_string_new (NULL);
  fixture->now = 7 * G_USEC_PER_SEC;
  plenum_timer_set_clock (fixture->timer, clock_cb, fixture);
  g_signal_connect (fixture->timer, "said", G_CALLBACK (said_cb), fixture);
  g_signal_connect (fixture->timer, "rang", G_CALLBACK (rang_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_string_free (fixture->said, TRUE);
  g_object_unref (fixture->timer);
}

static void
pass (Fixture *fixture, double seconds)
{
  fixture->now += seconds * G_USEC_PER_SEC;
  plenum_timer_update (fixture->timer);
}

static void
assert_left (Fixture *fixture, const char *figures, const char *sentence)
{
  g_autofree char *left = plenum_timer_format_left (fixture->timer);
  g_autofree char *description = plenum_timer_describe_left (fixture->timer);

  g_assert_cmpstr (left, ==, figures);
  g_assert_cmpstr (description, ==, sentence);
}

static void
test_runs_down (Fixture *fixture, gconstpointer data)
{
  plenum_timer_start (fixture->timer, 300);
  assert_left (fixture, "5:00", "5 minutes are left");
  pass (fixture, 0.4);
  assert_left (fixture, "5:00", "5 minutes are left");
  pass (fixture, 55);
  assert_left (fixture, "4:05", "5 minutes are left");
  g_assert_cmpfloat_with_epsilon (plenum_timer_get_share (fixture->timer), 244.6 / 300, 1e-6);
  pass (fixture, 184.6);
  assert_left (fixture, "1:00", "60 seconds are left");
  g_assert_cmpstr (fixture->said->str, ==, "One minute is left.");
  pass (fixture, 59.5);
  assert_left (fixture, "0:01", "1 second is left");
  g_assert_cmpuint (fixture->rang, ==, 0);
  pass (fixture, 5);
  assert_left (fixture, "0:00", "Time is up");
  g_assert_cmpuint (plenum_timer_get_state (fixture->timer), ==, PLENUM_TIMER_OVER);
  pass (fixture, 5);
  g_assert_cmpuint (fixture->rang, ==, 1);
  g_assert_cmpstr (fixture->said->str, ==, "One minute is left.Time is up.");
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  plenum_timer_start (fixture->timer, 90);
  pass (fixture, 10);
  plenum_timer_pause (fixture->timer);
  pass (fixture, 1000);
  assert_left (fixture, "1:20", "2 minutes are left");
  plenum_timer_pause (fixture->timer);
  plenum_timer_resume (fixture->timer);
  plenum_timer_resume (fixture->timer);
  pass (fixture, 20);
  assert_left (fixture, "1:00", "60 seconds are left");
  g_assert_cmpuint (fixture->rang, ==, 0);
}

/* A short time has no last minute to be said. */
static void
test_short (Fixture *fixture, gconstpointer data)
{
  plenum_timer_start (fixture->timer, 30);
  pass (fixture, 10);
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
test_extend (Fixture *fixture, gconstpointer data)
{
  plenum_timer_extend (fixture->timer, 60);
  g_assert_cmpuint (plenum_timer_get_state (fixture->timer), ==, PLENUM_TIMER_OFF);

  plenum_timer_start (fixture->timer, 30);
  pass (fixture, 31);
  plenum_timer_extend (fixture->timer, 60);
  g_assert_cmpuint (plenum_timer_get_state (fixture->timer), ==, PLENUM_TIMER_RUNNING);
  assert_left (fixture, "1:00", "60 seconds are left");
  g_assert_cmpfloat_with_epsilon (plenum_timer_get_share (fixture->timer), 1, 1e-9);
  plenum_timer_pause (fixture->timer);
  plenum_timer_extend (fixture->timer, 60);
  assert_left (fixture, "2:00", "2 minutes are left");
  g_assert_cmpuint (plenum_timer_get_state (fixture->timer), ==, PLENUM_TIMER_PAUSED);
  plenum_timer_stop (fixture->timer);
  assert_left (fixture, "0:00", "0 seconds are left");
}

static void
count_cb (PlenumTimer *timer, guint *changes)
{
  (*changes)++;
}

/* Large for as long as there is a time. */
static void
test_large (Fixture *fixture, gconstpointer data)
{
  guint changes = 0;

  plenum_timer_set_large (fixture->timer, TRUE);
  g_assert_false (plenum_timer_get_large (fixture->timer));
  plenum_timer_start (fixture->timer, 60);
  g_signal_connect (fixture->timer, "changed", G_CALLBACK (count_cb), &changes);
  plenum_timer_set_large (fixture->timer, TRUE);
  plenum_timer_set_large (fixture->timer, TRUE);
  g_assert_cmpuint (changes, ==, 1);
  pass (fixture, 61);
  g_assert_true (plenum_timer_get_large (fixture->timer));
  plenum_timer_stop (fixture->timer);
  g_assert_false (plenum_timer_get_large (fixture->timer));
}

/* What is told to who does not see the clock stays true over hours and at the edges. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  plenum_timer_start (fixture->timer, 2 * 3600);
  assert_left (fixture, "120:00", "120 minutes are left");
  pass (fixture, 3600.5);
  assert_left (fixture, "60:00", "60 minutes are left");
  pass (fixture, 3600 - 61);
  assert_left (fixture, "1:01", "2 minutes are left");
  plenum_timer_stop (fixture->timer);
  plenum_timer_start (fixture->timer, 1);
  assert_left (fixture, "0:01", "1 second is left");
  /* Whoever slept through the end is told of it once. */
  pass (fixture, 100000);
  g_assert_cmpuint (fixture->rang, ==, 1);
  plenum_timer_pause (fixture->timer);
  g_assert_cmpuint (plenum_timer_get_state (fixture->timer), ==, PLENUM_TIMER_OVER);
  plenum_timer_resume (fixture->timer);
  g_assert_cmpuint (plenum_timer_get_state (fixture->timer), ==, PLENUM_TIMER_OVER);
}

static guint n_sounds;

static void
play_cb (GtkWidget *widget)
{
  n_sounds++;
}

/* With sound and without, as it is set when the time is up. */
static void
test_sound (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.plenum.Plenum");

  n_sounds = 0;
  plenum_timer_sound_follow (fixture->timer, settings, play_cb, NULL);
  g_settings_set_boolean (settings, "timer-sound", TRUE);
  plenum_timer_start (fixture->timer, 10);
  pass (fixture, 9);
  g_assert_cmpuint (n_sounds, ==, 0);
  pass (fixture, 2);
  pass (fixture, 2);
  g_assert_cmpuint (n_sounds, ==, 1);

  plenum_timer_start (fixture->timer, 10);
  g_settings_set_boolean (settings, "timer-sound", FALSE);
  pass (fixture, 11);
  g_assert_cmpuint (fixture->rang, ==, 2);
  g_assert_cmpuint (n_sounds, ==, 1);
  plenum_timer_start (fixture->timer, 10);
  plenum_timer_stop (fixture->timer);
  pass (fixture, 11);
  g_assert_cmpuint (fixture->rang, ==, 2);
}

/* It looks at its clock by itself, once a second. */
static void
test_by_itself (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
  guint changes = 0;

  plenum_timer_start (fixture->timer, 2);
  g_signal_connect (fixture->timer, "changed", G_CALLBACK (count_cb), &changes);
  fixture->now += 2.5 * G_USEC_PER_SEC;
  while (fixture->rang == 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->rang, ==, 1);
  g_assert_cmpuint (changes, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/timer/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("runs-down", test_runs_down);
  ADD ("pause", test_pause);
  ADD ("short", test_short);
  ADD ("extend", test_extend);
  ADD ("large", test_large);
  ADD ("words", test_words);
  ADD ("sound", test_sound);
  ADD ("by-itself", test_by_itself);

  return g_test_run ();
}
