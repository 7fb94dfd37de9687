/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plenum_popover_show (GtkWidget *popover,
                          GtkWidget *parent,
                          GtkWidget *before);

G_END_DECLS
