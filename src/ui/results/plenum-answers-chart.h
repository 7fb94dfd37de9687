/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-spread.h"
#include "plenum-tally.h"

G_BEGIN_DECLS

GtkWidget *plenum_answers_chart_new       (PlenumTally        *tally,
                                           const PlenumSpread *spread,
                                           GArray             *order,
                                           guint               most,
                                           gboolean            conflict);
GtkWidget *plenum_answers_chart_new_table (PlenumTally        *tally,
                                           const PlenumSpread *spread,
                                           GArray             *order);

G_END_DECLS
