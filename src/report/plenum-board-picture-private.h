/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of boards in two files: the canvas is one of its own. */
#pragma once

#include "plenum-board-picture.h"

G_BEGIN_DECLS

typedef struct
{
  PlenumRecord  *board;
  GPtrArray     *areas;       /* of PlenumRecord: those that are shown */
  GPtrArray     *all_areas;   /* of PlenumRecord */
  GPtrArray     *links;       /* of PlenumRecord: of the workshop */
  GPtrArray     *ideas;       /* of PlenumRecord: of the workshop, in their order */
  GPtrArray     *themes;      /* of PlenumRecord, as well */
  GHashTable    *faces;       /* of ids: ideas that others were merged into */
  GHashTable    *stack_of;    /* idea → theme, of those that stand in an area */
  PlenumDrawing *drawing;
  double         left, top, right, bottom; /* of what is drawn */
} PlenumBoardPicture;

gboolean plenum_board_picture_is_public (PlenumRecord       *area);
char    *plenum_board_picture_dup_title (PlenumBoardPicture *self,
                                         PlenumRecord       *area);
void     plenum_board_picture_grow      (PlenumBoardPicture *self,
                                         double              x,
                                         double              y,
                                         double              width,
                                         double              height);
double   plenum_board_picture_line      (PlenumBoardPicture *self,
                                         const char         *tag,
                                         const char         *text,
                                         double              x,
                                         double              y,
                                         double              width,
                                         double              size,
                                         gboolean            bold);
void     plenum_board_picture_card      (PlenumBoardPicture *self,
                                         PlenumRecord       *idea,
                                         double              x,
                                         double              y,
                                         double              width,
                                         double              height);
void     plenum_board_picture_canvas    (PlenumBoardPicture *self);

G_END_DECLS
