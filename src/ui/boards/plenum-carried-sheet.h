/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkPaintable *plenum_carried_sheet_new (GtkWidget *sheet,
                                        guint      n);

G_END_DECLS
