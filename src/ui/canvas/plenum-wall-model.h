/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board as a wall: what lies where, on a canvas or on a matrix. Follows the
 * board model, knows no widget. */
#pragma once

#include "plenum-board-model.h"
#include "plenum-wall-detail.h"
#include "plenum-wall-layout.h"
#include "plenum-wall-neighbour.h"

G_BEGIN_DECLS

/* Of a matrix, from the one axis to where the other ends. */
#define PLENUM_WALL_GROUND_WIDTH 1120

#define PLENUM_TYPE_WALL_MODEL (plenum_wall_model_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWallModel, plenum_wall_model, PLENUM, WALL_MODEL, GObject)

typedef struct
{
  PlenumBoardEntry *entry;  /* unowned: the board model's */
  guint             frame;
  PlenumCardForm    form;
  gboolean          placed; /* somebody gave it a place */
  gboolean          stack;  /* it is the name of a theme */
  guint             paper;  /* see plenum_wall_paper() */
} PlenumWallItem;

/* An area, or on a matrix the tray and the ground. */
typedef struct
{
  graphene_rect_t   rect;
  PlenumBoardArea  *area;   /* (nullable): unowned */
  gboolean          stored;
  gboolean          folded; /* its cards are not shown, but count */
  gboolean          hidden; /* from the room */
  graphene_rect_t   full;   /* what it covers when it is not folded */
  guint             first;  /* of its items: cards, and names of themes */
  guint             n_items;
} PlenumWallZone;

typedef struct
{
  PlenumBoardEntry *entry;
  graphene_rect_t   rect;   /* what its cards cover, its name included */
  guint             first;  /* among the points of all hulls */
  guint             n;
} PlenumWallTheme;

typedef struct
{
  guint       from; /* items */
  guint       to;
  const char *kind;
} PlenumWallLink;

PlenumWallModel       *plenum_wall_model_new          (PlenumBoardModel      *board,
                                                       gboolean               matrix);
gboolean               plenum_wall_model_is_matrix    (PlenumWallModel       *self);
void                   plenum_wall_model_set_public   (PlenumWallModel       *self);
void                   plenum_wall_model_follow       (PlenumWallModel       *self,
                                                       gboolean               follow);
guint                  plenum_wall_model_n_items      (PlenumWallModel       *self);
const PlenumWallItem  *plenum_wall_model_get_item     (PlenumWallModel       *self,
                                                       guint                  item);
const graphene_rect_t *plenum_wall_model_get_rect     (PlenumWallModel       *self,
                                                       guint                  item);
int                    plenum_wall_model_find         (PlenumWallModel       *self,
                                                       PlenumBoardEntry      *entry);
void                   plenum_wall_model_find_in      (PlenumWallModel       *self,
                                                       const graphene_rect_t *part,
                                                       GArray                *items);
int                    plenum_wall_model_neighbour    (PlenumWallModel       *self,
                                                       guint                  item,
                                                       PlenumWallDirection    where);
int                    plenum_wall_model_find_zone    (PlenumWallModel       *self,
                                                       double                 x,
                                                       double                 y);
guint                  plenum_wall_model_n_zones      (PlenumWallModel       *self);
const PlenumWallZone  *plenum_wall_model_get_zone     (PlenumWallModel       *self,
                                                       guint                  zone);
char                  *plenum_wall_model_dup_zone_name (PlenumWallModel      *self,
                                                       guint                  zone);
guint                  plenum_wall_model_n_themes     (PlenumWallModel       *self);
const PlenumWallTheme *plenum_wall_model_get_theme    (PlenumWallModel       *self,
                                                       guint                  theme);
const graphene_point_t *plenum_wall_model_get_hull    (PlenumWallModel       *self,
                                                       const PlenumWallTheme *theme);
guint                  plenum_wall_model_n_links      (PlenumWallModel       *self);
const PlenumWallLink  *plenum_wall_model_get_link     (PlenumWallModel       *self,
                                                       guint                  link);
graphene_rect_t        plenum_wall_model_get_bounds   (PlenumWallModel       *self);
const char            *plenum_wall_model_get_axis     (PlenumWallModel       *self,
                                                       gboolean               up);
gboolean               plenum_wall_model_to_axes      (PlenumWallModel       *self,
                                                       const graphene_rect_t *rect,
                                                       int                   *across,
                                                       int                   *up);

G_END_DECLS
