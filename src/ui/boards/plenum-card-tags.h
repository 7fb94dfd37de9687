/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD_TAGS (plenum_card_tags_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCardTags, plenum_card_tags, PLENUM, CARD_TAGS, AdwWindow)

void  plenum_card_tags_show  (PlenumBoardDesk *desk,
                              GtkWidget       *from);
GStrv plenum_card_tags_split (const char      *text);

G_END_DECLS
