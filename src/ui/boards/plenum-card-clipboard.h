/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

void plenum_card_clipboard_copy  (PlenumBoardDesk *desk,
                                  GtkWidget       *widget);
void plenum_card_clipboard_paste (PlenumBoardDesk *desk,
                                  GtkWidget       *widget);

G_END_DECLS
