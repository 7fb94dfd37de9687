/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-timer.h"

G_BEGIN_DECLS

typedef void (*PlenumTimerPlayer) (GtkWidget *widget);

void plenum_timer_sound_play   (GtkWidget         *widget);
void plenum_timer_sound_follow (PlenumTimer       *timer,
                                GSettings         *settings,
                                PlenumTimerPlayer  player,
                                GtkWidget         *widget);

G_END_DECLS
