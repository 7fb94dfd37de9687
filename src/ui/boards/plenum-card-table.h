/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD_TABLE (plenum_card_table_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCardTable, plenum_card_table, PLENUM, CARD_TABLE, GtkWidget)

GtkWidget *plenum_card_table_new (PlenumBoardDesk *desk);

G_END_DECLS
