/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

/* A theme that has an area is a stack of cards there. Its cards keep that area,
 * and their places order them within the stack. A card is in one stack at most. */

PlenumAction *plenum_action_group_ideas       (const char * const *ids,
                                               const char         *title);
PlenumAction *plenum_action_add_to_theme      (const char         *theme,
                                               const char * const *ids);
PlenumAction *plenum_action_remove_from_theme (const char * const *ids,
                                               const char         *area,
                                               const char         *before_id);
PlenumAction *plenum_action_rename_theme      (const char         *theme,
                                               const char         *title);
PlenumAction *plenum_action_move_theme        (const char         *theme,
                                               const char         *area,
                                               const char         *before_id);
PlenumAction *plenum_action_dissolve_theme    (const char         *theme);
char         *plenum_membership_id            (const char         *theme,
                                               const char         *idea);

G_END_DECLS
