/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time for something that the room does. It belongs to no window, so that it
 * runs on whatever is shown; widgets follow its signals. */
#include "plenum-timer.h"

#include <glib/gi18n.h>

#define SECOND G_USEC_PER_SEC

/* As long as this is left, it is said once. */
#define LAST_MINUTE 60

struct _PlenumTimer
{
  GObject           parent_instance;

  PlenumTimerState  state;
  PlenumTimerClock  clock;
  gpointer          clock_data;
  gint64            whole; /* microseconds, like all below */
  gint64            end;   /* by the clock, while it runs */
  gint64            left;  /* while it does not */
  gboolean          large; /* on the beamer */
  gboolean          said;  /* that the last minute has begun */
  guint             source;
};

enum { CHANGED, SAID, RANG, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumTimer, plenum_timer, G_TYPE_OBJECT)

static gint64
monotonic (gpointer data)
{
  return g_get_monotonic_time ();
}

static gint64
count_left (PlenumTimer *self)
{
  return self->state == PLENUM_TIMER_RUNNING ? MAX (0, self->end - self->clock (self->clock_data)) : self->left;
}

static void
update_cb (gpointer data)
{
  PlenumTimer *self = data;

  self->source = 0;
  plenum_timer_update (self);
}

/* Wakes up when the next second begins, and not between. */
static void
schedule (PlenumTimer *self)
{
  gint64 left = count_left (self);
  gint64 part = left % SECOND;

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->state == PLENUM_TIMER_RUNNING)
    self->source = g_timeout_add_once ((part > 0 ? part : SECOND) / 1000 + 1, update_cb, self);
}

static void
changed (PlenumTimer *self)
{
  schedule (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_running (PlenumTimer *self, gint64 left)
{
  self->end = self->clock (self->clock_data) + left;
  self->state = PLENUM_TIMER_RUNNING;
  self->said = left <= LAST_MINUTE * SECOND;
  changed (self);
}

/**
 * plenum_timer_start:
 * @seconds: how long
 *
 * Starts anew, whatever it did before.
 */
void
plenum_timer_start (PlenumTimer *self, guint seconds)
{
  g_return_if_fail (PLENUM_IS_TIMER (self));
  g_return_if_fail (seconds > 0);

  self->whole = (gint64) seconds * SECOND;
  set_running (self, self->whole);
}

void
plenum_timer_pause (PlenumTimer *self)
{
  g_return_if_fail (PLENUM_IS_TIMER (self));

  if (self->state != PLENUM_TIMER_RUNNING)
    return;

  self->left = count_left (self);
  self->state = PLENUM_TIMER_PAUSED;
  changed (self);
}

void
plenum_timer_resume (PlenumTimer *self)
{
  g_return_if_fail (PLENUM_IS_TIMER (self));

  if (self->state == PLENUM_TIMER_PAUSED)
    set_running (self, self->left);
}

/**
 * plenum_timer_extend:
 * @seconds: how much more
 *
 * Gives more time, also when it is over.
 */
void
plenum_timer_extend (PlenumTimer *self, guint seconds)
{
  gint64 left;

  g_return_if_fail (PLENUM_IS_TIMER (self));

  left = count_left (self) + (gint64) seconds * SECOND;
  if (self->state == PLENUM_TIMER_OFF)
    return;

  self->whole = MAX (self->whole, left);
  self->left = left;
  if (self->state == PLENUM_TIMER_PAUSED)
    changed (self);
  else
    set_running (self, left);
}

void
plenum_timer_stop (PlenumTimer *self)
{
  g_return_if_fail (PLENUM_IS_TIMER (self));

  self->state = PLENUM_TIMER_OFF;
  self->left = 0;
  self->large = FALSE;
  changed (self);
}

/**
 * plenum_timer_set_large:
 * @large: whether the time fills the beamer, until it is stopped
 */
void
plenum_timer_set_large (PlenumTimer *self, gboolean large)
{
  g_return_if_fail (PLENUM_IS_TIMER (self));

  if (self->state == PLENUM_TIMER_OFF || self->large == large)
    return;

  self->large = large;
  changed (self);
}

gboolean
plenum_timer_get_large (PlenumTimer *self)
{
  g_return_val_if_fail (PLENUM_IS_TIMER (self), FALSE);

  return self->large;
}

/**
 * plenum_timer_update:
 *
 * Looks at the clock. It does so by itself each second while it runs.
 */
void
plenum_timer_update (PlenumTimer *self)
{
  gint64 left;

  g_return_if_fail (PLENUM_IS_TIMER (self));

  left = count_left (self);
  if (self->state != PLENUM_TIMER_RUNNING)
    return;

  if (left == 0)
    {
      self->state = PLENUM_TIMER_OVER;
      self->left = 0;
    }
  changed (self);

  if (self->state == PLENUM_TIMER_OVER)
    {
      g_signal_emit (self, signals[SAID], 0, _("Time is up"));
      g_signal_emit (self, signals[RANG], 0);
    }
  else if (!self->said && left <= LAST_MINUTE * SECOND)
    {
      self->said = TRUE;
      g_signal_emit (self, signals[SAID], 0, _("One minute is left"));
    }
}

PlenumTimerState
plenum_timer_get_state (PlenumTimer *self)
{
  g_return_val_if_fail (PLENUM_IS_TIMER (self), PLENUM_TIMER_OFF);

  return self->state;
}

/**
 * plenum_timer_get_left:
 *
 * Returns: the seconds that are left; one that has begun counts whole
 */
guint
plenum_timer_get_left (PlenumTimer *self)
{
  g_return_val_if_fail (PLENUM_IS_TIMER (self), 0);

  return (count_left (self) + SECOND - 1) / SECOND;
}

/**
 * plenum_timer_get_share:
 *
 * Returns: how much of the whole time is left, from 0 to 1
 */
double
plenum_timer_get_share (PlenumTimer *self)
{
  g_return_val_if_fail (PLENUM_IS_TIMER (self), 0);

  return self->whole > 0 ? (double) count_left (self) / self->whole : 0;
}

/**
 * plenum_timer_format_left:
 *
 * Returns: (transfer full): "4:05"
 */
char *
plenum_timer_format_left (PlenumTimer *self)
{
  guint left = plenum_timer_get_left (self);

  /* Translators: minutes and seconds on a clock. */
  return g_strdup_printf (C_("timer", "%u:%02u"), left / 60, left % 60);
}

/**
 * plenum_timer_describe_left:
 *
 * Returns: (transfer full): the same for a screen reader, to the minute where there
 *   are any, so that it says no more than a person wants to hear
 */
char *
plenum_timer_describe_left (PlenumTimer *self)
{
  guint left = plenum_timer_get_left (self);
  guint minutes = (left + 59) / 60;

  if (plenum_timer_get_state (self) == PLENUM_TIMER_OVER)
    return g_strdup (_("Time is up"));
  if (left > LAST_MINUTE)
    return g_strdup_printf (ngettext ("%u minute is left", "%u minutes are left", minutes), minutes);

  return g_strdup_printf (ngettext ("%u second is left", "%u seconds are left", left), left);
}

static void
plenum_timer_dispose (GObject *object)
{
  g_clear_handle_id (&PLENUM_TIMER (object)->source, g_source_remove);
  G_OBJECT_CLASS (plenum_timer_parent_class)->dispose (object);
}

static void
plenum_timer_class_init (PlenumTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_timer_dispose;

  /**
   * PlenumTimer::changed:
   *
   * Another second has begun, or it does something else now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * PlenumTimer::said:
   * @sentence: what everybody should know: the last minute begins, the time is up
   */
  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * PlenumTimer::rang:
   *
   * The time is up.
   */
  signals[RANG] = g_signal_new ("rang", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_timer_init (PlenumTimer *self)
{
  self->clock = monotonic;
}

/**
 * plenum_timer_set_clock:
 * @clock: what to look at instead of the computer's
 * @data: for @clock
 *
 * For tests, in which no time passes.
 */
void
plenum_timer_set_clock (PlenumTimer *self, PlenumTimerClock clock, gpointer data)
{
  g_return_if_fail (PLENUM_IS_TIMER (self));

  self->clock = clock;
  self->clock_data = data;
}

PlenumTimer *
plenum_timer_new (void)
{
  return g_object_new (PLENUM_TYPE_TIMER, NULL);
}
