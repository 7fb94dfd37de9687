/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plenum_accessible_name (GtkWidget  *widget,
                             const char *name);
void plenum_accessible_tip  (GtkWidget  *widget,
                             const char *tip);
void plenum_show_tip        (GtkWidget  *widget,
                             const char *tip);

G_END_DECLS
