/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies next in a direction, as an eye would say. */
#pragma once

#include "plenum-wall-index.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_WALL_UP,
  PLENUM_WALL_DOWN,
  PLENUM_WALL_LEFT,
  PLENUM_WALL_RIGHT,
} PlenumWallDirection;

int    plenum_wall_neighbour (PlenumWallIndex       *index,
                              const graphene_rect_t *rects,
                              guint                  from,
                              PlenumWallDirection    where,
                              gboolean             (*take) (guint item, gpointer data),
                              gpointer               data);
graphene_point_t plenum_wall_middle (const graphene_rect_t *rect);
guint  plenum_wall_hull      (graphene_point_t      *points,
                              guint                  n);

G_END_DECLS
