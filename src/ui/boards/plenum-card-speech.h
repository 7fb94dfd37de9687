/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-entry.h"

G_BEGIN_DECLS

void  plenum_card_speech            (PlenumBoardEntry  *entry,
                                     const char        *place,
                                     char             **name,
                                     char             **description);
char *plenum_card_speech_dup_inside (PlenumBoardEntry  *entry);

G_END_DECLS
