/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many rectangles are in a part of the wall: a grid of squares, each
 * knowing what touches it. The cost of a question is what it finds. */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

typedef struct _PlenumWallIndex PlenumWallIndex;

PlenumWallIndex *plenum_wall_index_new    (void);
void             plenum_wall_index_free   (PlenumWallIndex       *self);
void             plenum_wall_index_clear  (PlenumWallIndex       *self);
void             plenum_wall_index_insert (PlenumWallIndex       *self,
                                           guint                  item,
                                           const graphene_rect_t *rect);
void             plenum_wall_index_find   (PlenumWallIndex       *self,
                                           const graphene_rect_t *rect,
                                           GArray                *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumWallIndex, plenum_wall_index_free)

G_END_DECLS
