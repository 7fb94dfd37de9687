/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-column.h"

G_BEGIN_DECLS

typedef struct _PlenumCardMover PlenumCardMover;

PlenumCardMover *plenum_card_mover_new       (PlenumBoardDesk *desk,
                                              GPtrArray       *columns);
void             plenum_card_mover_free      (PlenumCardMover *self);
void             plenum_card_mover_pick_up   (PlenumCardMover *self);
gboolean         plenum_card_mover_key       (PlenumCardMover *self,
                                              guint            keyval);
void             plenum_card_mover_cancel    (PlenumCardMover *self);

G_END_DECLS
