/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-history-item.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_HISTORY_LIST (plenum_history_list_get_type ())
G_DECLARE_FINAL_TYPE (PlenumHistoryList, plenum_history_list, PLENUM, HISTORY_LIST, GObject)

PlenumHistoryList *plenum_history_list_new    (PlenumLibrary     *library,
                                               const char        *workshop);
gboolean           plenum_history_list_loaded (PlenumHistoryList *self);

G_END_DECLS
