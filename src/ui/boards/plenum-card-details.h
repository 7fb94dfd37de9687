/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD_DETAILS (plenum_card_details_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCardDetails, plenum_card_details, PLENUM, CARD_DETAILS, AdwBin)

GtkWidget        *plenum_card_details_new       (PlenumBoardDesk   *desk);
void              plenum_card_details_set_entry (PlenumCardDetails *self,
                                                 PlenumBoardEntry  *entry);
void              plenum_card_details_focus_comment (PlenumCardDetails *self);
PlenumBoardEntry *plenum_card_details_get_entry (PlenumCardDetails *self);

G_END_DECLS
