/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_FIGURE_TABLE (plenum_figure_table_get_type ())
G_DECLARE_FINAL_TYPE (PlenumFigureTable, plenum_figure_table, PLENUM, FIGURE_TABLE, GtkWidget)

GtkWidget *plenum_figure_table_new (const char         *label,
                                    const char * const *headers,
                                    GPtrArray          *rows);

G_END_DECLS
