/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large cards are, and how much of one can be read at a zoom. */
#pragma once

#include <glib.h>
#include <graphene.h>

#include "plenum-card-form.h"

G_BEGIN_DECLS

#define PLENUM_WALL_N_KINDS  6
#define PLENUM_WALL_N_PAPERS 14 /* of the kinds, and then of the colours that cards may have */

typedef enum
{
  PLENUM_WALL_COLOUR, /* a spot of its colour */
  PLENUM_WALL_LINE,   /* and the beginning of its text */
  PLENUM_WALL_TEXT,   /* as much of the text as there is room for */
} PlenumWallDetail;

guint            plenum_wall_paper     (const char            *kind,
                                        const char            *colour);
graphene_size_t  plenum_wall_card_size (const char            *size,
                                        PlenumCardForm         form,
                                        gboolean               compact);
PlenumWallDetail plenum_wall_detail    (const graphene_size_t *size,
                                        double                 zoom);
double           plenum_wall_letters   (double                 zoom);
graphene_rect_t  plenum_wall_text_room (const graphene_size_t *size,
                                        PlenumCardForm         form,
                                        double                 zoom);

G_END_DECLS
