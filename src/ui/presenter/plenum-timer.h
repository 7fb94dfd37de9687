/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  PLENUM_TIMER_OFF,
  PLENUM_TIMER_RUNNING,
  PLENUM_TIMER_PAUSED,
  PLENUM_TIMER_OVER,
} PlenumTimerState;

/* Microseconds from any moment on, never backwards. */
typedef gint64 (*PlenumTimerClock) (gpointer data);

#define PLENUM_TYPE_TIMER (plenum_timer_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTimer, plenum_timer, PLENUM, TIMER, GObject)

PlenumTimer      *plenum_timer_new           (void);
void              plenum_timer_set_clock     (PlenumTimer      *self,
                                              PlenumTimerClock  clock,
                                              gpointer          data);
void              plenum_timer_start         (PlenumTimer      *self,
                                              guint             seconds);
void              plenum_timer_pause         (PlenumTimer      *self);
void              plenum_timer_resume        (PlenumTimer      *self);
void              plenum_timer_extend        (PlenumTimer      *self,
                                              guint             seconds);
void              plenum_timer_stop          (PlenumTimer      *self);
void              plenum_timer_set_large     (PlenumTimer      *self,
                                              gboolean          large);
gboolean          plenum_timer_get_large     (PlenumTimer      *self);
void              plenum_timer_update        (PlenumTimer      *self);
PlenumTimerState  plenum_timer_get_state     (PlenumTimer      *self);
guint             plenum_timer_get_left      (PlenumTimer      *self);
double            plenum_timer_get_share     (PlenumTimer      *self);
char             *plenum_timer_format_left   (PlenumTimer      *self);
char             *plenum_timer_describe_left (PlenumTimer      *self);

G_END_DECLS
