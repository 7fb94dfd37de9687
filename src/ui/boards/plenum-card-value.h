/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-model.h"

G_BEGIN_DECLS

/* What a list says of a card, in its order. */
typedef enum
{
  PLENUM_CARD_TEXT,
  PLENUM_CARD_KIND,
  PLENUM_CARD_AREA,
  PLENUM_CARD_THEME,
  PLENUM_CARD_TAGS,
  PLENUM_CARD_AUTHOR,
  PLENUM_CARD_CREATED,
  PLENUM_CARD_N_VALUES,
} PlenumCardValue;

const char *plenum_card_value_get_title (PlenumCardValue   value);
char       *plenum_card_value_dup       (PlenumBoardModel *model,
                                         PlenumBoardEntry *entry,
                                         PlenumCardValue   value);
int         plenum_card_value_compare   (PlenumBoardModel *model,
                                         PlenumBoardEntry *left,
                                         PlenumBoardEntry *right,
                                         PlenumCardValue   value);

G_END_DECLS
