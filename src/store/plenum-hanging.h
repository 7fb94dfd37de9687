/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

/* How cards hang on a board made of paper, as records of the library. Of those that
 * are there already only what can be seen on a wall is taken: of areas the frame, of
 * ideas the place and the area. All others are new. */
typedef struct
{
  char      *board;
  GPtrArray *areas;  /* of PlenumRecord */
  GPtrArray *themes; /* of PlenumRecord, each with its area */
  GPtrArray *ideas;  /* of PlenumRecord, each with its area, from top to bottom within it */
  GPtrArray *stacks; /* of char: for each idea the id of its theme, or NULL */
} PlenumHanging;

PlenumHanging *plenum_hanging_new          (const char    *board);
void           plenum_hanging_free         (PlenumHanging *self);
void           plenum_hanging_add_idea     (PlenumHanging *self,
                                            PlenumRecord  *idea,
                                            const char    *theme);

PlenumAction  *plenum_action_hang_ideas    (PlenumHanging *hanging);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumHanging, plenum_hanging_free)

G_END_DECLS
