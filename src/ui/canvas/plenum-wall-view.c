/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-view.h"

#define MARGIN 24.0 /* in the window */

/**
 * plenum_wall_view_to_wall:
 * @left: in the window
 * @top: the same
 * @x: (out): on the wall
 * @y: (out): the same
 */
void
plenum_wall_view_to_wall (const PlenumWallView *view, double left, double top, double *x, double *y)
{
  *x = view->x + left / view->zoom;
  *y = view->y + top / view->zoom;
}

/**
 * plenum_wall_view_to_window:
 *
 * Returns: where a part of the wall is in the window
 */
graphene_rect_t
plenum_wall_view_to_window (const PlenumWallView *view, const graphene_rect_t *rect)
{
  return GRAPHENE_RECT_INIT ((rect->origin.x - view->x) * view->zoom, (rect->origin.y - view->y) * view->zoom,
                             rect->size.width * view->zoom, rect->size.height * view->zoom);
}

/**
 * plenum_wall_view_seen:
 *
 * Returns: the part of the wall that the window shows
 */
graphene_rect_t
plenum_wall_view_seen (const PlenumWallView *view)
{
  return GRAPHENE_RECT_INIT (view->x, view->y, view->width / view->zoom, view->height / view->zoom);
}

/**
 * plenum_wall_view_pan:
 * @right: how far the wall goes to the right in the window
 * @down: the same
 */
void
plenum_wall_view_pan (PlenumWallView *view, double right, double down)
{
  view->x -= right / view->zoom;
  view->y -= down / view->zoom;
}

/**
 * plenum_wall_view_zoom_at:
 * @left: a point in the window that stays where it is
 * @top: the same
 */
void
plenum_wall_view_zoom_at (PlenumWallView *view, double zoom, double left, double top)
{
  double x, y;

  plenum_wall_view_to_wall (view, left, top, &x, &y);
  view->zoom = CLAMP (zoom, PLENUM_WALL_FARTHEST, PLENUM_WALL_CLOSEST);
  view->x = x - left / view->zoom;
  view->y = y - top / view->zoom;
}

/**
 * plenum_wall_view_fit:
 * @closest: no closer than this
 *
 * Shows all of @rect, in the middle, with a margin.
 */
void
plenum_wall_view_fit (PlenumWallView *view, const graphene_rect_t *rect, double closest)
{
  double width = MAX (view->width - 2 * MARGIN, 1), height = MAX (view->height - 2 * MARGIN, 1);
  double zoom = MIN (width / MAX (rect->size.width, 1), height / MAX (rect->size.height, 1));

  view->zoom = CLAMP (MIN (zoom, closest), PLENUM_WALL_FARTHEST, PLENUM_WALL_CLOSEST);
  view->x = rect->origin.x + rect->size.width / 2 - view->width / view->zoom / 2;
  view->y = rect->origin.y + rect->size.height / 2 - view->height / view->zoom / 2;
}

/**
 * plenum_wall_view_show_corner:
 * @x: on the wall
 * @y: the same
 *
 * Goes where this is at the upper left, with a margin.
 */
void
plenum_wall_view_show_corner (PlenumWallView *view, double x, double y)
{
  view->x = x - MARGIN / 2 / view->zoom;
  view->y = y - 1.5 * MARGIN / view->zoom; /* there is a name above */
}

/* How far to go so that a part is seen; its beginning if it does not fit. */
static double
find_shift (double start, double length, double seen_start, double seen_length, double margin)
{
  if (length + 2 * margin > seen_length || start - margin < seen_start)
    return start - margin - seen_start;
  if (start + length + margin > seen_start + seen_length)
    return start + length + margin - seen_start - seen_length;

  return 0;
}

/**
 * plenum_wall_view_reveal:
 *
 * Goes as far as is needed to see @rect.
 *
 * Returns: whether it had to
 */
gboolean
plenum_wall_view_reveal (PlenumWallView *view, const graphene_rect_t *rect)
{
  double margin = MARGIN / view->zoom;
  double right = find_shift (rect->origin.x, rect->size.width, view->x, view->width / view->zoom, margin);
  double down = find_shift (rect->origin.y, rect->size.height, view->y, view->height / view->zoom, margin);

  view->x += right;
  view->y += down;

  return right != 0 || down != 0;
}

/**
 * plenum_wall_view_resize:
 *
 * Another size of the window; the upper left stays where it is.
 */
void
plenum_wall_view_resize (PlenumWallView *view, double width, double height)
{
  view->width = width;
  view->height = height;
}
