/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the axes of a matrix get their names, and cards their places from a poll. */
#pragma once

#include "plenum-board-desk.h"
#include "plenum-wall-model.h"

G_BEGIN_DECLS

void  plenum_wall_axes_pop_up (GtkWidget       *widget,
                               PlenumBoardDesk *desk,
                               PlenumWallModel *model);
char *plenum_wall_axes_label  (PlenumWallModel *model,
                               gboolean         up);

G_END_DECLS
