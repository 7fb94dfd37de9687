/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-transfers.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_TRANSFER_CHART (plenum_transfer_chart_get_type ())
G_DECLARE_FINAL_TYPE (PlenumTransferChart, plenum_transfer_chart, PLENUM, TRANSFER_CHART, GtkWidget)

GtkWidget *plenum_transfer_chart_new       (PlenumTransfers *transfers);
GtkWidget *plenum_transfer_chart_new_table (gpointer         transfers);

G_END_DECLS
