/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plenum_timer_sound_play (GtkWidget *widget);

G_END_DECLS
