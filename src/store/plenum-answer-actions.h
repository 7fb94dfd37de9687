/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

char         *plenum_answer_id             (const char         *idea,
                                            const char         *sender);
PlenumAction *plenum_action_answer_ideas   (const char         *synthesis,
                                            const char * const *ideas,
                                            PlenumRecord       *answer);
PlenumAction *plenum_action_take_back      (const char         *synthesis,
                                            const char * const *answers);

/* For the actions of the store. */
gboolean      plenum_answers_hand_down     (PlenumEdit         *edit,
                                            const char         *from,
                                            const char         *to,
                                            GError            **error);

G_END_DECLS
