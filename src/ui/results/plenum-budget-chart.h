/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-tally.h"

G_BEGIN_DECLS

GtkWidget *plenum_budget_chart_new       (PlenumTally         *tally,
                                          const PlenumProfile *profile,
                                          guint                most);
GtkWidget *plenum_budget_chart_new_table (PlenumTally         *tally,
                                          const PlenumProfile *profile);

G_END_DECLS
