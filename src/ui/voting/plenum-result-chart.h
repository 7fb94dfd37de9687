/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-tally.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_RESULT_CHART (plenum_result_chart_get_type ())
G_DECLARE_FINAL_TYPE (PlenumResultChart, plenum_result_chart, PLENUM, RESULT_CHART, GtkWidget)

GtkWidget *plenum_result_chart_new (PlenumTally *tally,
                                    guint        from,
                                    guint        most);
gboolean   plenum_result_chart_grow (PlenumResultChart *self,
                                     guint              n);
char      *plenum_result_place     (PlenumTally *tally,
                                    guint        option);
GArray    *plenum_result_order     (PlenumTally *tally);

G_END_DECLS
