/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How cards lie on paper. All lengths are in millimetres. The code is in the lower
 * right corner, as far from both edges. */
typedef struct
{
  const char *id;
  double      page_width;
  double      page_height;
  double      width;     /* of a card */
  double      height;
  guint       columns;
  guint       rows;
  double      left;      /* of the first card */
  double      top;
  double      step_x;    /* from one card to the next */
  double      step_y;
  double      code;      /* side of the code, without the quiet zone around it */
  double      code_edge; /* from the code to the card's edges, at least the quiet zone */
  gboolean    cut;       /* to be cut by hand: with marks */
  gboolean    heading;   /* a blank one becomes a heading */
} PlenumCardFormat;

const PlenumCardFormat *plenum_card_format_get_table (guint      *length);
int                     plenum_card_format_find      (const char *id);

G_END_DECLS
