/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to drawings: what they are made of. */
#pragma once

#include <pango/pangocairo.h>

#include "plenum-drawing.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_ITEM_BEGIN,
  PLENUM_ITEM_END,
  PLENUM_ITEM_PATH,
  PLENUM_ITEM_TEXT,
  PLENUM_ITEM_PART,
} PlenumItemType;

typedef struct
{
  PlenumItemType     type;
  char              *text;   /* of BEGIN the tag; of PATH "M 0 0 L 1 1 C … Z", absolute */
  PangoLayout       *layout; /* of TEXT */
  PlenumDrawing     *part;
  double             x;
  double             y;
  double             scale;
  cairo_rectangle_t  clip;   /* of PART, in its own unit */
  PlenumInk          fill;
  PlenumInk          edge;
  double             edge_width;
  guint              filled : 1;
  guint              edged : 1;
  guint              clipped : 1;
} PlenumDrawingItem;

struct _PlenumDrawing
{
  grefcount  references;
  double     width;
  double     height;
  GArray    *items; /* of PlenumDrawingItem */
};

char *plenum_drawing_get_line_text (PangoLayoutLine *line);

G_END_DECLS
