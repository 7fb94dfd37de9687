/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *plenum_table_card_new (GtkWidget *view,
                                  guint      n_rows);

G_END_DECLS
