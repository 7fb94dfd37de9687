/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-photo.h"

G_BEGIN_DECLS

/* A card of a photo on its wall, in millimetres; the leftmost and the uppermost
 * edge of all cards are at 0. */
typedef struct
{
  PlenumCardCode code;
  double         x;     /* of its left edge, as if it hung upright */
  double         y;
  double         width;
  double         height;
  double         angle;
} PlenumHungCard;

GArray *plenum_hung_cards_measure (GArray *codes);

G_END_DECLS
