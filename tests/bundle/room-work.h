/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people do in a workshop, by chance, with the actions that they have. */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

void  room_furnish  (PlenumStore *store,
                     GRand       *rand);
void  room_work     (PlenumStore *store,
                     GRand       *rand,
                     gboolean     deletions);

G_END_DECLS
