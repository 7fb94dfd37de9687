/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-timer.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_TIMER_CONTROLS (plenum_timer_controls_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTimerControls, plenum_timer_controls, PLENUM, TIMER_CONTROLS, GtkWidget)

void plenum_timer_controls_set_timer (PlenumTimerControls *self,
                                      PlenumTimer         *timer,
                                      GSettings           *settings);
void plenum_timer_controls_pop_up    (PlenumTimerControls *self);

G_END_DECLS
