/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Photos of walls that nobody took: cards as they are printed, hung up, looked at
 * from the side, in bad light, by a shaky hand. */
#pragma once

#include <cairo.h>

#include "plenum-hung-cards.h"

typedef struct
{
  guint32 seed;
  guint   columns;
  guint   rows;
  guint   width;   /* of the photo, in pixels; its height is three quarters of that */
  double  turn;    /* of the camera, in degrees */
  double  skew_x;  /* how much nearer one side is: 0.3 is a lot */
  double  skew_y;
  double  noise;   /* standard deviation, of 255 */
  guint   n_covered; /* so many cards are half behind something, and as many codes have a pin in them */
  guint   format;
} SceneSettings;

typedef struct
{
  char        *id;
  PlenumPoint  centre; /* in millimetres */
  PlenumPoint  in_photo;
} SceneCard;

typedef struct
{
  GArray          *cards; /* of SceneCard */
  double           width; /* of the wall, in millimetres */
  double           height;
  cairo_surface_t *photo; /* RGB24 */
} Scene;

Scene       *scene_new      (const SceneSettings *settings,
                             GPtrArray           *cards);
void         scene_free     (Scene               *self);
PlenumPhoto *scene_to_photo (Scene               *self);
double       scene_get_error (Scene              *self,
                              GArray             *hung);

/* So many blank cards, numbered from 1. */
GPtrArray   *scene_print_cards (guint             n);

/* The path of a new file whose name ends so; the caller deletes it. */
char        *scene_write_file  (const char       *name,
                                gconstpointer     data,
                                gsize             length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)
