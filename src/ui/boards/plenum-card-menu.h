/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

void plenum_card_menu_pop_up (GtkWidget       *widget,
                              PlenumBoardDesk *desk,
                              double           x,
                              double           y);

G_END_DECLS
