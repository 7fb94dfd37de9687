/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Placing cards on a matrix by what the room said in polls. */
#pragma once

#include "plenum-board-desk.h"
#include "plenum-wall-model.h"

G_BEGIN_DECLS

void plenum_wall_polls_pop_up (GtkWidget       *widget,
                               PlenumBoardDesk *desk,
                               PlenumWallModel *model);

G_END_DECLS
