/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"
#include "plenum-card-clip.h"

G_BEGIN_DECLS

PlenumAction *plenum_action_paste_cards     (const char         *area,
                                             const char         *before_id,
                                             PlenumCardClip     *clip);
PlenumAction *plenum_action_duplicate_ideas (const char * const *ids);
PlenumAction *plenum_action_add_lesson      (const char         *idea,
                                             const char         *text);

G_END_DECLS
