/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas in a picture: everything where it lies on the screen. */
#include <math.h>

#include "plenum-board-picture-private.h"
#include "plenum-board-wall.h"

static const PlenumInk grey = { 0.4, 0.4, 0.4 };
static const PlenumInk pale = { 0.8, 0.8, 0.8 };
static const PlenumInk ground = { 0.97, 0.97, 0.97 };

static cairo_rectangle_t
to_cairo (const graphene_rect_t *rect)
{
  return (cairo_rectangle_t) { rect->origin.x, rect->origin.y, rect->size.width, rect->size.height };
}

/* An outline around the cards of a theme, with its name above. */
static void
draw_theme (PlenumBoardPicture *self, PlenumRecord *theme, const graphene_rect_t *rect)
{
  cairo_rectangle_t outline = { rect->origin.x - 10, rect->origin.y - 4, rect->size.width + 20, rect->size.height + 14 };

  plenum_drawing_shape (self->drawing, PLENUM_SHAPE_ROUNDED, &outline, NULL, &grey);
  plenum_board_picture_line (self, "H3", plenum_record_get_text (theme, PLENUM_THEME_TITLE), rect->origin.x, rect->origin.y + 4, rect->size.width, 15, TRUE);
  plenum_board_picture_grow (self, outline.x, outline.y, outline.width, outline.height);
}

static gboolean
is_shown (const PlenumBoardFrame *frame)
{
  return frame->area != NULL && plenum_board_picture_is_public (frame->area);
}

/* A frame with its title, its themes and cards in their order. */
static void
draw_frame (PlenumBoardPicture *self, PlenumBoardWall *wall, guint number)
{
  const PlenumBoardFrame *frame = &g_array_index (wall->frames, PlenumBoardFrame, number);
  cairo_rectangle_t rect = to_cairo (&frame->rect);
  g_autofree char *title = plenum_board_picture_dup_title (self, frame->area);

  if (frame->folded)
    rect.height = PLENUM_WALL_HEAD;
  plenum_drawing_begin (self->drawing, "Sect");
  plenum_drawing_shape (self->drawing, PLENUM_SHAPE_ROUNDED, &rect, &ground, &pale);
  plenum_board_picture_line (self, "H2", title, rect.x + 16, rect.y + 12, rect.width - 32, 18, TRUE);
  plenum_board_picture_grow (self, rect.x, rect.y, rect.width, rect.height);
  for (guint i = 0; i < wall->spots->len && !frame->folded; i++)
    {
      const PlenumBoardSpot *spot = &g_array_index (wall->spots, PlenumBoardSpot, i);

      if (spot->frame != number)
        continue;
      if (plenum_record_get_record_type (spot->record) == PLENUM_THEME)
        draw_theme (self, spot->record, &spot->rect);
      else
        plenum_board_picture_card (self, spot->record, spot->rect.origin.x, spot->rect.origin.y, spot->rect.size.width, spot->rect.size.height);
    }
  plenum_drawing_end (self->drawing);
}

/* Where a card lies that is seen. */
static const graphene_rect_t *
find_card (PlenumBoardWall *wall, const char *id)
{
  for (guint i = 0; i < wall->spots->len; i++)
    {
      const PlenumBoardSpot *spot = &g_array_index (wall->spots, PlenumBoardSpot, i);
      const PlenumBoardFrame *frame = &g_array_index (wall->frames, PlenumBoardFrame, spot->frame);

      if (g_strcmp0 (plenum_record_get_id (spot->record), id) == 0)
        return is_shown (frame) && !frame->folded ? &spot->rect : NULL;
    }

  return NULL;
}

/* Where the line between two middles leaves the first card. */
static void
leave (const graphene_rect_t *from, const graphene_rect_t *to, double *x, double *y)
{
  double middle_x = from->origin.x + from->size.width / 2, middle_y = from->origin.y + from->size.height / 2;
  double right = to->origin.x + to->size.width / 2 - middle_x, down = to->origin.y + to->size.height / 2 - middle_y;
  double part = MIN (right != 0 ? from->size.width / 2 / fabs (right) : 1, down != 0 ? from->size.height / 2 / fabs (down) : 1);

  *x = middle_x + right * MIN (part, 1);
  *y = middle_y + down * MIN (part, 1);
}

/* An arrow from a card to what it builds on or answers. */
static void
draw_link (PlenumBoardPicture *self, const graphene_rect_t *from, const graphene_rect_t *to)
{
  double x, y, end_x, end_y, angle;

  leave (from, to, &x, &y);
  leave (to, from, &end_x, &end_y);
  angle = atan2 (end_y - y, end_x - x);
  plenum_drawing_line (self->drawing, x, y, end_x, end_y, 1.5, &grey);
  for (int side = -1; side <= 1; side += 2)
    plenum_drawing_line (self->drawing, end_x, end_y, end_x - 9 * cos (angle + side * 0.45), end_y - 9 * sin (angle + side * 0.45), 1.5, &grey);
}

/* As on the screen, also where nobody placed anything. */
void
plenum_board_picture_canvas (PlenumBoardPicture *self)
{
  g_autoptr (PlenumBoardWall) wall = plenum_board_wall_new (self->all_areas, self->ideas, self->themes, self->stack_of);

  for (guint i = 0; i < wall->frames->len; i++)
    if (is_shown (&g_array_index (wall->frames, PlenumBoardFrame, i)))
      draw_frame (self, wall, i);
  for (guint i = 0; i < self->links->len; i++)
    {
      const graphene_rect_t *from = find_card (wall, plenum_record_get_text (self->links->pdata[i], PLENUM_LINK_IDEA));
      const graphene_rect_t *to = find_card (wall, plenum_record_get_text (self->links->pdata[i], PLENUM_LINK_TARGET));

      if (from != NULL && to != NULL)
        draw_link (self, from, to);
    }
}
