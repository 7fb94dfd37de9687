/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall model in two files: what it says, and how it is made of a board. */
#pragma once

#include "plenum-wall-model.h"

G_BEGIN_DECLS

struct _PlenumWallModel
{
  GObject           parent_instance;

  PlenumBoardModel *board;
  gboolean          matrix;
  graphene_rect_t   ground;   /* between the axes of a matrix */
  gboolean          public;   /* for the room: without what is hidden */
  gboolean          follows;
  GArray           *items;    /* of PlenumWallItem, by area and order */
  GArray           *rects;    /* of graphene_rect_t, by item */
  GArray           *zones;    /* of PlenumWallZone */
  GArray           *themes;   /* of PlenumWallTheme */
  GArray           *points;   /* of graphene_point_t: their hulls */
  GArray           *links;    /* of PlenumWallLink */
  GHashTable       *by_entry; /* PlenumBoardEntry → item */
  PlenumWallIndex  *index;
};

void plenum_wall_model_build (PlenumWallModel *self);

G_END_DECLS
