/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going from card to card along the links between them. */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

gboolean plenum_card_links_has    (PlenumBoardDesk  *desk,
                                   PlenumBoardEntry *entry);
void     plenum_card_links_follow (PlenumBoardDesk  *desk);
void     plenum_card_links_go     (PlenumBoardDesk  *desk,
                                   const char       *idea);

G_END_DECLS
