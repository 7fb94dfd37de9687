/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-arrange.h"

#include <math.h>

/**
 * plenum_wall_arrange_from_name:
 * @how: (out): untouched if there is no such name
 */
gboolean
plenum_wall_arrange_from_name (const char *name, PlenumArrange *how)
{
  static const char * const names[] = { "left", "centre", "right", "top", "middle", "bottom", "across", "down", "grid" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *how = i;
        return TRUE;
      }

  return FALSE;
}

static void
align (graphene_rect_t *rects, guint n, const graphene_rect_t *all, PlenumArrange how)
{
  for (guint i = 0; i < n; i++)
    {
      float width = rects[i].size.width, height = rects[i].size.height;

      if (how == PLENUM_ARRANGE_LEFT)
        rects[i].origin.x = all->origin.x;
      else if (how == PLENUM_ARRANGE_CENTRE)
        rects[i].origin.x = all->origin.x + (all->size.width - width) / 2;
      else if (how == PLENUM_ARRANGE_RIGHT)
        rects[i].origin.x = all->origin.x + all->size.width - width;
      else if (how == PLENUM_ARRANGE_TOP)
        rects[i].origin.y = all->origin.y;
      else if (how == PLENUM_ARRANGE_MIDDLE)
        rects[i].origin.y = all->origin.y + (all->size.height - height) / 2;
      else
        rects[i].origin.y = all->origin.y + all->size.height - height;
    }
}

static int
compare_across (gconstpointer a, gconstpointer b, gpointer data)
{
  const graphene_rect_t *rects = data;
  const guint *left = a, *right = b;
  float difference = rects[*left].origin.x - rects[*right].origin.x;

  return difference != 0 ? (difference > 0) - (difference < 0) : (int) *left - (int) *right;
}

static int
compare_down (gconstpointer a, gconstpointer b, gpointer data)
{
  const graphene_rect_t *rects = data;
  const guint *left = a, *right = b;
  float difference = rects[*left].origin.y - rects[*right].origin.y;

  return difference != 0 ? (difference > 0) - (difference < 0) : (int) *left - (int) *right;
}

/* The outer two stay, unless there is no room between them: then they follow with a gap. */
static void
distribute (graphene_rect_t *rects, guint n, const graphene_rect_t *all, gboolean across)
{
  g_autofree guint *order = g_new (guint, n);
  double rest = across ? all->size.width : all->size.height;
  double at = across ? all->origin.x : all->origin.y;
  double gap;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      rest -= across ? rects[i].size.width : rects[i].size.height;
    }
  g_qsort_with_data (order, n, sizeof (guint), across ? compare_across : compare_down, rects);
  gap = MAX (rest / (n - 1), PLENUM_WALL_GAP);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t *rect = &rects[order[i]];

      if (across)
        rect->origin.x = at;
      else
        rect->origin.y = at;
      at += (across ? rect->size.width : rect->size.height) + gap;
    }
}

/* In the order they are given, in about as many columns as fit where they are. */
static void
put_in_grid (graphene_rect_t *rects, guint n, const graphene_rect_t *all)
{
  double width = 0, height = 0;
  guint columns;

  for (guint i = 0; i < n; i++)
    {
      width = MAX (width, rects[i].size.width + PLENUM_WALL_GAP);
      height = MAX (height, rects[i].size.height + PLENUM_WALL_GAP);
    }
  columns = CLAMP (ceil (sqrt (n * (double) all->size.width / MAX (all->size.height, 1) * height / width)), 1, n);
  for (guint i = 0; i < n; i++)
    rects[i].origin = GRAPHENE_POINT_INIT (all->origin.x + i % columns * width, all->origin.y + i / columns * height);
}

/**
 * plenum_wall_arrange:
 * @rects: (array length=n) (inout): where cards are, and where they shall be
 */
void
plenum_wall_arrange (graphene_rect_t *rects, guint n, PlenumArrange how)
{
  graphene_rect_t all;

  if (n < 2)
    return;

  all = rects[0];
  for (guint i = 1; i < n; i++)
    graphene_rect_union (&all, &rects[i], &all);

  if (how == PLENUM_ARRANGE_GRID)
    put_in_grid (rects, n, &all);
  else if (how == PLENUM_ARRANGE_ACROSS || how == PLENUM_ARRANGE_DOWN)
    distribute (rects, n, &all, how == PLENUM_ARRANGE_ACROSS);
  else
    align (rects, n, &all, how);
}

/* Keeps the smaller of two ways. */
static void
consider (double way, double reach, double *best)
{
  if (fabs (way) <= reach && fabs (way) < fabs (*best))
    *best = way;
}

/* To the edges and the middle of another, or beside it at the usual distance. */
static void
snap_along (double start, double length, double other, double other_length, double reach, double *best)
{
  consider (other - start, reach, best);
  consider (other + other_length - start - length, reach, best);
  consider (other + other_length / 2 - start - length / 2, reach, best);
  consider (other + other_length + PLENUM_WALL_GAP - start, reach, best);
  consider (other - PLENUM_WALL_GAP - start - length, reach, best);
}

static double
snap_to_grid (double start)
{
  return round (start / PLENUM_WALL_STEP) * PLENUM_WALL_STEP - start;
}

/**
 * plenum_wall_snap:
 * @moved: where something would be put
 * @others: (array length=n_others): what is near
 * @reach: how far it may be drawn
 * @right: (out): how far it is drawn
 * @down: (out): the same
 *
 * Finds the edge or middle of another card to align with, or else the grid.
 */
void
plenum_wall_snap (const graphene_rect_t *moved, const graphene_rect_t *others, guint n_others, double reach, double *right, double *down)
{
  double across = INFINITY, below = INFINITY;

  for (guint i = 0; i < n_others; i++)
    {
      snap_along (moved->origin.x, moved->size.width, others[i].origin.x, others[i].size.width, reach, &across);
      snap_along (moved->origin.y, moved->size.height, others[i].origin.y, others[i].size.height, reach, &below);
    }
  *right = isinf (across) ? snap_to_grid (moved->origin.x) : across;
  *down = isinf (below) ? snap_to_grid (moved->origin.y) : below;
}
