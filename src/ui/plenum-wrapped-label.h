/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plenum_wrapped_label_new         (const char *text,
                                             const char *style);
void       plenum_wrapped_label_set         (GtkLabel   *label);
void       plenum_wrapped_label_set_buttons (GtkWidget  *widget);

G_END_DECLS
