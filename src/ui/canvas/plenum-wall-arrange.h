/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting cards in order: aligned, at even distances, in a grid, to what is near. */
#pragma once

#include <glib.h>
#include <graphene.h>

#include "plenum-wall-layout.h"

G_BEGIN_DECLS

#define PLENUM_WALL_STEP 12.0 /* of the grid that cards snap to */

typedef enum
{
  PLENUM_ARRANGE_LEFT,
  PLENUM_ARRANGE_CENTRE,
  PLENUM_ARRANGE_RIGHT,
  PLENUM_ARRANGE_TOP,
  PLENUM_ARRANGE_MIDDLE,
  PLENUM_ARRANGE_BOTTOM,
  PLENUM_ARRANGE_ACROSS, /* at even distances from left to right */
  PLENUM_ARRANGE_DOWN,
  PLENUM_ARRANGE_GRID,
} PlenumArrange;

gboolean plenum_wall_arrange_from_name (const char      *name,
                                        PlenumArrange   *how);
void     plenum_wall_arrange           (graphene_rect_t *rects,
                                        guint            n,
                                        PlenumArrange    how);
void     plenum_wall_snap              (const graphene_rect_t *moved,
                                        const graphene_rect_t *others,
                                        guint                  n_others,
                                        double                 reach,
                                        double                *right,
                                        double                *down);

G_END_DECLS
