/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

PlenumAction *plenum_action_merge_ideas (const char * const *ids);
PlenumAction *plenum_action_split_ideas (const char * const *faces);

G_END_DECLS
