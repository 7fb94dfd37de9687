/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a wall is painted with: the platform's colours, the forms of cards, and
 * texts that are laid out as long as a frame has time for them. */
#pragma once

#include <gtk/gtk.h>

#include "plenum-wall-model.h"

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA      papers[PLENUM_WALL_N_PAPERS]; /* see plenum_wall_paper() */
  GdkRGBA      text;
  GdkRGBA      ground;
  GdkRGBA      frame;
  GdkRGBA      edge;   /* of paper and frames */
  GdkRGBA      accent;
  GPtrArray    *icons; /* (element-type GdkPaintable) (nullable): until it is updated */
  gboolean     contrast;
  gint64       until;  /* when a frame has no time for more texts */
  gboolean     late;   /* some were not laid out in time */
} PlenumWallInk;

PlenumWallInk *plenum_wall_ink_new    (void);
void           plenum_wall_ink_free   (PlenumWallInk  *self);
void           plenum_wall_ink_update (PlenumWallInk  *self,
                                       GtkWidget      *widget);
void           plenum_wall_ink_begin  (PlenumWallInk  *self);
gboolean       plenum_wall_ink_in_time (PlenumWallInk *self);
guint          plenum_wall_ink_kind   (PlenumBoardEntry *entry);
void           plenum_wall_ink_sheet  (PlenumWallInk  *self,
                                       GtkSnapshot    *snapshot,
                                       const graphene_rect_t *rect,
                                       PlenumCardForm  form,
                                       const GdkRGBA  *paper);
void           plenum_wall_ink_edge   (PlenumWallInk  *self,
                                       GtkSnapshot    *snapshot,
                                       const graphene_rect_t *rect,
                                       PlenumCardForm  form,
                                       double          width,
                                       const GdkRGBA  *colour);
void           plenum_wall_ink_icon   (PlenumWallInk  *self,
                                       GtkSnapshot    *snapshot,
                                       guint           kind,
                                       double          x,
                                       double          y,
                                       double          size);

G_END_DECLS
