/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An endless wall of cards: a canvas, or a matrix. Only what is in view costs
 * anything: cards that can be read are widgets, which are used again when they
 * leave the view, and those farther away are painted. */
#pragma once

#include "plenum-board-surface.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WALL (plenum_wall_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWall, plenum_wall, PLENUM, WALL, GtkWidget)

GtkWidget *plenum_wall_new_canvas (PlenumBoardDesk *desk);
GtkWidget *plenum_wall_new_matrix (PlenumBoardDesk *desk);

/* For who drives it without a mouse. */
void       plenum_wall_fit        (PlenumWall      *self);
void       plenum_wall_zoom       (PlenumWall      *self,
                                   double           zoom,
                                   double           left,
                                   double           top);
void       plenum_wall_pan        (PlenumWall      *self,
                                   double           right,
                                   double           down);

G_END_DECLS
