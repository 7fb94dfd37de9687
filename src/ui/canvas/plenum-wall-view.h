/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What part of a wall is seen, and how large: from wall to window and back. */
#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

#define PLENUM_WALL_CLOSEST  4.0
#define PLENUM_WALL_FARTHEST 0.01

typedef struct
{
  double x; /* on the wall, what is at the upper left of the window */
  double y;
  double zoom;
  double width; /* of the window */
  double height;
} PlenumWallView;

void            plenum_wall_view_to_wall   (const PlenumWallView  *view,
                                            double                 left,
                                            double                 top,
                                            double                *x,
                                            double                *y);
graphene_rect_t plenum_wall_view_to_window (const PlenumWallView  *view,
                                            const graphene_rect_t *rect);
graphene_rect_t plenum_wall_view_seen      (const PlenumWallView  *view);
void            plenum_wall_view_pan       (PlenumWallView        *view,
                                            double                 right,
                                            double                 down);
void            plenum_wall_view_zoom_at   (PlenumWallView        *view,
                                            double                 zoom,
                                            double                 left,
                                            double                 top);
void            plenum_wall_view_fit       (PlenumWallView        *view,
                                            const graphene_rect_t *rect,
                                            double                 closest);
void            plenum_wall_view_show_corner (PlenumWallView      *view,
                                              double               x,
                                              double               y);
gboolean        plenum_wall_view_reveal    (PlenumWallView        *view,
                                            const graphene_rect_t *rect);
void            plenum_wall_view_resize    (PlenumWallView        *view,
                                            double                 width,
                                            double                 height);

G_END_DECLS
