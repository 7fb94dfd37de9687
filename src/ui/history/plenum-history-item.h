/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-history.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_HISTORY_ITEM (plenum_history_item_get_type ())
G_DECLARE_FINAL_TYPE (PlenumHistoryItem, plenum_history_item, PLENUM, HISTORY_ITEM, GObject)

PlenumHistoryItem        *plenum_history_item_new        (PlenumHistoryEntry *entry,
                                                          gboolean            first_of_day,
                                                          gboolean            current);
const PlenumHistoryEntry *plenum_history_item_get_entry  (PlenumHistoryItem  *self);
gboolean                  plenum_history_item_is_first   (PlenumHistoryItem  *self);
gboolean                  plenum_history_item_is_current (PlenumHistoryItem  *self);
gboolean                  plenum_history_item_can_go_to  (PlenumHistoryItem  *self);
void                      plenum_history_item_update     (PlenumHistoryItem  *self,
                                                          PlenumHistoryEntry *entry,
                                                          gboolean            first_of_day,
                                                          gboolean            current);
const char               *plenum_history_item_describe   (PlenumHistoryState  state);

G_END_DECLS
