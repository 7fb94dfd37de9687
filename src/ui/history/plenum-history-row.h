/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-history-item.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_HISTORY_ROW (plenum_history_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumHistoryRow, plenum_history_row, PLENUM, HISTORY_ROW, AdwBin)

GtkWidget *plenum_history_row_new      (void);
void       plenum_history_row_set_item (PlenumHistoryRow  *self,
                                        PlenumHistoryItem *item);

G_END_DECLS
