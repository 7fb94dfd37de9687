/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plenum_focus_let_go (GtkWidget *row);

G_END_DECLS
