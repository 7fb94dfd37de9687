/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-timer.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_TIMER_RING (plenum_timer_ring_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTimerRing, plenum_timer_ring, PLENUM, TIMER_RING, GtkWidget)

GtkWidget *plenum_timer_ring_new (PlenumTimer *timer);

G_END_DECLS
