/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-tally.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_RESULT_TABLE (plenum_result_table_get_type ())
G_DECLARE_FINAL_TYPE (PlenumResultTable, plenum_result_table, PLENUM, RESULT_TABLE, GtkWidget)

GtkWidget *plenum_result_table_new (PlenumTally *tally);

G_END_DECLS
