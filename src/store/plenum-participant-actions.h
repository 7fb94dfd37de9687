/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

PlenumAction *plenum_action_add_participant     (PlenumRecord       *participant);
PlenumAction *plenum_action_edit_participant    (PlenumRecord       *changed);
PlenumAction *plenum_action_put_participants    (GPtrArray          *changed,
                                                 GPtrArray          *added);
PlenumAction *plenum_action_set_present         (const char * const *ids,
                                                 gboolean            present);
PlenumAction *plenum_action_set_consent         (const char * const *ids,
                                                 gboolean            consent);
PlenumAction *plenum_action_delete_participants (const char * const *ids);

G_END_DECLS
