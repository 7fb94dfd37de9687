/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where cards and frames are to which nobody gave a place: the same every time,
 * by area and order, so that it need not be stored. */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

#define PLENUM_WALL_GAP  12.0 /* between cards */
#define PLENUM_WALL_PAD  24.0 /* between a frame and its cards */
#define PLENUM_WALL_HEAD 64.0 /* of a frame, for its title */
#define PLENUM_WALL_STRIP 32.0 /* with the name of a theme, above its cards */

/* With more cards without a place than these an area keeps the gaps of those that
 * were moved out of their rows: nobody wants to see hundreds of cards move up. */
#define PLENUM_WALL_MOST_LOOSE 200

typedef struct
{
  graphene_rect_t rect;   /* its size is given, its place is found unless it has one */
  gboolean        placed;
  int             theme;  /* those in a row with the same number lie together; or -1 */
} PlenumWallSpot;

typedef struct
{
  graphene_rect_t rect;  /* as stored; found, or made to hold what is in it */
  gboolean        stored;
  guint           first; /* among the spots */
  guint           n;
} PlenumWallFrame;

void            plenum_wall_layout       (PlenumWallFrame      *frames,
                                          guint                 n_frames,
                                          PlenumWallSpot       *spots);
graphene_rect_t plenum_wall_layout_strip (const graphene_rect_t *cards);

G_END_DECLS
