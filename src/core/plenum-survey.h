/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} PlenumPoint;

/* A square of known size that was seen in a picture. */
typedef struct
{
  PlenumPoint corners[4]; /* in pixels, as printed: top left, top right, bottom right, bottom left */
  double      side;       /* in millimetres */
} PlenumSurveyMark;

/* Where it hangs: in millimetres, downwards and to the right. */
typedef struct
{
  PlenumPoint centre;
  double      angle; /* in radians, clockwise; most hang at about 0 */
} PlenumSurveyPlace;

gboolean plenum_survey_measure (const PlenumSurveyMark *marks,
                              guint                 n,
                              PlenumSurveyPlace      *places);

G_END_DECLS
