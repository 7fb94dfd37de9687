/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-presenter-page.h"
#include "plenum-timer.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_TIMER_FACE (plenum_timer_face_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTimerFace, plenum_timer_face, PLENUM, TIMER_FACE, PlenumPresenterPage)

GtkWidget *plenum_timer_face_new (PlenumTimer *timer,
                                   gboolean     large);

G_END_DECLS
