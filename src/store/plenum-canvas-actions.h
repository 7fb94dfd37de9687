/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

/* Where a card lies on the canvas: its upper left corner, in pixels at 100 %. */
typedef struct
{
  const char *id;
  const char *area; /* (nullable): where it belongs from now on, or %NULL: where it did */
  gint64      x;
  gint64      y;
  gboolean    stays; /* it lies there already, and shall from now on: nobody moved it */
} PlenumCardPlace;

/* The frame of an area on the canvas, in pixels at 100 %. */
typedef struct
{
  gint64 x;
  gint64 y;
  gint64 width;
  gint64 height;
} PlenumFrame;

typedef struct
{
  const char  *area;
  PlenumFrame  frame;
} PlenumFramePlace;

#define PLENUM_WALL_LIMIT 10000000 /* no place is farther than this from the middle */

PlenumAction *plenum_action_place_ideas (const PlenumCardPlace *places,
                                         guint                  n_places);
PlenumAction *plenum_action_set_frame   (const char            *area,
                                         const PlenumFrame     *frame,
                                         gint64                 right,
                                         gint64                 down);
PlenumAction *plenum_action_fix_frames  (PlenumAction          *inner,
                                         const PlenumFramePlace *frames,
                                         guint                  n_frames);

G_END_DECLS
