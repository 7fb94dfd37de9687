/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-tally.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PAIRS_CHART (plenum_pairs_chart_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPairsChart, plenum_pairs_chart, PLENUM, PAIRS_CHART, GtkWidget)

GtkWidget *plenum_pairs_chart_new       (PlenumTally        *tally,
                                         const PlenumFigure *figure,
                                         const char         *label);
GtkWidget *plenum_pairs_chart_new_table (PlenumTally        *tally,
                                         const PlenumFigure *figure,
                                         const char         *label);

G_END_DECLS
