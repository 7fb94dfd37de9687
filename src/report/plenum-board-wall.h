/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board as it lies on its canvas, from what is stored: the same places as on the
 * screen, also for what nobody placed. */
#pragma once

#include "plenum-store.h"
#include "plenum-wall-layout.h"

G_BEGIN_DECLS

typedef struct
{
  PlenumRecord    *area;  /* (nullable): NULL: what lies in no area of any board */
  graphene_rect_t  rect;
  gboolean         folded;
} PlenumBoardFrame;

typedef struct
{
  PlenumRecord    *record; /* an idea or a theme */
  guint            frame;
  int              theme;  /* the spot of its theme, or -1 */
  graphene_rect_t  rect;   /* of a theme: what its cards cover, with its name */
} PlenumBoardSpot;

typedef struct
{
  GArray *frames; /* of PlenumBoardFrame */
  GArray *spots;  /* of PlenumBoardSpot, in the order of the board */
} PlenumBoardWall;

PlenumBoardWall *plenum_board_wall_new  (GPtrArray       *areas,
                                         GPtrArray       *ideas,
                                         GPtrArray       *themes,
                                         GHashTable      *stack_of);
void             plenum_board_wall_free (PlenumBoardWall *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBoardWall, plenum_board_wall_free)

G_END_DECLS
