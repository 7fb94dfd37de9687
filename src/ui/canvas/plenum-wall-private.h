/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall in several files: what it is, how it is painted, what the pointer does,
 * what keys do, and how cards are carried from one place to another. */
#pragma once

#include "plenum-wall-card.h"
#include "plenum-wall-scene.h"
#include "plenum-wall.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_CARRY_NOTHING,
  PLENUM_CARRY_CARDS,
  PLENUM_CARRY_FRAME,  /* with its cards */
  PLENUM_CARRY_CORNER, /* of a frame */
} PlenumCarry;

struct _PlenumWall
{
  GtkWidget         parent_instance;

  PlenumBoardDesk  *desk;
  PlenumBoardModel *board;
  PlenumWallModel  *model;
  PlenumWallInk    *ink;
  PlenumWallView    view;
  char             *fitted;   /* (nullable): the board that the view was chosen for */
  graphene_rect_t   focus_at; /* where the card with the focus was seen last */

  GHashTable       *cards;    /* PlenumBoardEntry → PlenumWallCard */
  GPtrArray        *pool;     /* of PlenumWallCard, unowned: hidden children */
  GHashTable       *headers;  /* PlenumBoardArea → PlenumAreaHeader */
  GHashTable       *lines;    /* PlenumBoardEntry → PangoLayout */
  GtkWidget        *controls;
  GtkWidget        *axes[2];  /* (nullable): on a matrix */
  GtkLabel         *percent;
  guint             tick;
  gboolean          moved;    /* something is elsewhere than it was said to be */

  GtkWidget        *editor;   /* nullable */
  PlenumBoardEntry *edited;   /* (nullable): unowned: else a new card is typed */
  graphene_rect_t   edit_at;
  char             *edit_area;
  gboolean          edit_placed;

  PlenumCarry       carry;
  GHashTable       *carried;  /* of PlenumBoardEntry */
  guint             carried_zone;
  graphene_rect_t   carried_rect; /* of what is held, before */
  double            right;    /* how far it was carried */
  double            down;
  gboolean          by_keys;
  gboolean          settling; /* dropped, and not yet stored: it is seen where it was dropped */
  gboolean          snaps;

  graphene_rect_t   band;     /* of a rubber band, on the wall */
  gboolean          banding;
  gboolean          panning;
  gboolean          space;    /* held down */
  gboolean          space_used;
  gboolean          armed;    /* a long touch: the next drag is a rubber band */
  double            press_x, press_y, last_x, last_y, pinch;
  double            drift_x;   /* how far the wall went on its own during a drag */
  double            drift_y;
  gboolean          exact;     /* nothing shall snap */
  guint             edge_tick;
  gint64            edge_time;
};

/* plenum-wall.c */
void            plenum_wall_changed        (PlenumWall            *self);
void            plenum_wall_queue_sync     (PlenumWall            *self);
void            plenum_wall_focus_item     (PlenumWall            *self,
                                            int                    item);
int             plenum_wall_get_current    (PlenumWall            *self);
graphene_rect_t plenum_wall_item_rect      (PlenumWall            *self,
                                            guint                  item);

/* plenum-wall-surface.c */
void            plenum_wall_surface_init   (PlenumBoardSurfaceInterface *iface);
gboolean        plenum_wall_grab_focus     (GtkWidget             *widget);
gboolean        plenum_wall_focus          (GtkWidget             *widget,
                                            GtkDirectionType       direction);

/* plenum-wall-sync.c */
void            plenum_wall_sync           (PlenumWall            *self);
void            plenum_wall_place_children (PlenumWall            *self);
PlenumWallCard *plenum_wall_need_card      (PlenumWall            *self,
                                            guint                  item);
gboolean        plenum_wall_has_header     (PlenumWall            *self,
                                            guint                  zone);
void            plenum_wall_drop_cards     (PlenumWall            *self,
                                            gboolean               all);

/* plenum-wall-paint.c */
PlenumWallScene plenum_wall_get_scene      (PlenumWall            *self);
void            plenum_wall_paint          (PlenumWall            *self,
                                            GtkSnapshot           *snapshot);
void            plenum_wall_paint_above    (PlenumWall            *self,
                                            GtkSnapshot           *snapshot);

/* plenum-wall-gestures.c */
void            plenum_wall_add_gestures   (PlenumWall            *self);
int             plenum_wall_hit            (PlenumWall            *self,
                                            double                 left,
                                            double                 top);

/* plenum-wall-editor.c */
void            plenum_wall_edit           (PlenumWall            *self,
                                            guint                  item);
void            plenum_wall_type_card      (PlenumWall            *self,
                                            int                    zone,
                                            const graphene_point_t *at);
void            plenum_wall_end_edit       (PlenumWall            *self,
                                            gboolean               keep);

/* plenum-wall-carry.c */
void            plenum_wall_carry_cards    (PlenumWall            *self,
                                            guint                  item,
                                            gboolean               by_keys);
void            plenum_wall_carry_frame    (PlenumWall            *self,
                                            guint                  zone,
                                            PlenumCarry            what);
void            plenum_wall_carry_to       (PlenumWall            *self,
                                            double                 right,
                                            double                 down,
                                            gboolean               snap);
gboolean        plenum_wall_carry_key      (PlenumWall            *self,
                                            guint                  keyval,
                                            GdkModifierType        state);
void            plenum_wall_put_back       (PlenumWall            *self);
void            plenum_wall_settle         (PlenumWall            *self);

/* plenum-wall-store.c */
void            plenum_wall_perform        (PlenumWall            *self,
                                            PlenumAction          *action);
void            plenum_wall_drop           (PlenumWall            *self);
void            plenum_wall_place          (PlenumWall            *self,
                                            GPtrArray             *entries,
                                            const graphene_rect_t *rects);

/* plenum-wall-place.c */
char           *plenum_wall_say_place      (PlenumWall            *self,
                                            guint                  item,
                                            gboolean               neighbours);
char           *plenum_wall_say_point      (PlenumWall            *self,
                                            const graphene_rect_t *rect);
char           *plenum_wall_zone_label     (PlenumWall            *self,
                                            guint                  zone);
char           *plenum_wall_zone_name      (PlenumWall            *self,
                                            guint                  zone);

/* plenum-wall-commands.c */
void            plenum_wall_install_commands (GtkWidgetClass      *widget_class);
GtkWidget      *plenum_wall_new_controls   (PlenumWall            *self);

G_END_DECLS
