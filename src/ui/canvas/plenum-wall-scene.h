/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies around the cards of a wall, wherever it is shown: frames, outlines of
 * themes, links, the quarters of a matrix. */
#pragma once

#include "plenum-wall-ink.h"
#include "plenum-wall-view.h"

G_BEGIN_DECLS

/* All unowned. */
typedef struct
{
  GtkWidget       *widget;  /* whose font texts have */
  PlenumWallModel *model;
  PlenumWallInk   *ink;
  PlenumWallView   view;
  double           lines;   /* how thick they are, 1 for a screen one sits at */
  double           letters; /* how large, in pixels; 0: as @widget says */
  int              zone;    /* only what is in this one; -1: all of it */
  GHashTable      *carried; /* (nullable): of PlenumBoardEntry: on their way */
  double           right;   /* how far they have come */
  double           down;
} PlenumWallScene;

graphene_rect_t plenum_wall_scene_item_rect  (const PlenumWallScene *self,
                                              guint                  item);
gboolean        plenum_wall_scene_has_item   (const PlenumWallScene *self,
                                              guint                  item);
void            plenum_wall_scene_frame      (const PlenumWallScene *self,
                                              GtkSnapshot           *snapshot,
                                              const graphene_rect_t *at,
                                              double                 width,
                                              const GdkRGBA         *edge);
void            plenum_wall_scene_cover      (const PlenumWallScene *self,
                                              GtkSnapshot           *snapshot,
                                              const graphene_rect_t *at);
void            plenum_wall_scene_quarters   (const PlenumWallScene *self,
                                              GtkSnapshot           *snapshot);
void            plenum_wall_scene_themes     (const PlenumWallScene *self,
                                              GtkSnapshot           *snapshot);
void            plenum_wall_scene_links      (const PlenumWallScene *self,
                                              GtkSnapshot           *snapshot);
void            plenum_wall_scene_link_names (const PlenumWallScene *self,
                                              GtkSnapshot           *snapshot);

G_END_DECLS
