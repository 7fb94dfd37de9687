/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plenum_presenter_ground_follow (GtkWidget *window);
void plenum_presenter_ground_turn   (GtkWidget *window);

G_END_DECLS
