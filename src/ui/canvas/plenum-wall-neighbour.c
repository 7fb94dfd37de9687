/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-neighbour.h"

#include <math.h>

#define NEAR 700.0     /* where a neighbour mostly is */
#define FAR  2.0e7     /* beyond the wall */

/**
 * plenum_wall_middle:
 *
 * Returns: the middle of @rect
 */
graphene_point_t
plenum_wall_middle (const graphene_rect_t *rect)
{
  return GRAPHENE_POINT_INIT (rect->origin.x + rect->size.width / 2, rect->origin.y + rect->size.height / 2);
}

/* How far @to is, along the way and beside it. */
static gboolean
measure (const graphene_rect_t *from, const graphene_rect_t *to, PlenumWallDirection where, double *distance)
{
  double right = to->origin.x + to->size.width / 2 - from->origin.x - from->size.width / 2;
  double down = to->origin.y + to->size.height / 2 - from->origin.y - from->size.height / 2;
  double along = where == PLENUM_WALL_LEFT ? -right : where == PLENUM_WALL_RIGHT ? right : where == PLENUM_WALL_UP ? -down : down;
  double beside = where == PLENUM_WALL_LEFT || where == PLENUM_WALL_RIGHT ? fabs (down) : fabs (right);

  *distance = along + 2 * beside;

  return along > 1 && beside <= 2 * along;
}

static graphene_rect_t
look (const graphene_rect_t *from, PlenumWallDirection where, double reach)
{
  double x = from->origin.x + from->size.width / 2, y = from->origin.y + from->size.height / 2;

  switch (where)
    {
    case PLENUM_WALL_UP:
      return GRAPHENE_RECT_INIT (x - reach, y - reach, 2 * reach, reach);
    case PLENUM_WALL_DOWN:
      return GRAPHENE_RECT_INIT (x - reach, y, 2 * reach, reach);
    case PLENUM_WALL_LEFT:
      return GRAPHENE_RECT_INIT (x - reach, y - reach, reach, 2 * reach);
    case PLENUM_WALL_RIGHT:
    default:
      return GRAPHENE_RECT_INIT (x, y - reach, reach, 2 * reach);
    }
}

/**
 * plenum_wall_neighbour:
 * @rects: what is in @index, by item
 * @take: (nullable): whether an item counts
 *
 * Returns: the item next to @from in that direction, or -1
 */
int
plenum_wall_neighbour (PlenumWallIndex *index, const graphene_rect_t *rects, guint from, PlenumWallDirection where,
                       gboolean (*take) (guint item, gpointer data), gpointer data)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  double best = INFINITY;
  int next = -1;

  /* What is nearer than one has looked is the nearest; else one looks farther. */
  for (double reach = NEAR, looked = 0; reach < FAR && best > looked; looked = reach, reach *= 4)
    {
      graphene_rect_t part = look (&rects[from], where, reach);

      g_array_set_size (found, 0);
      plenum_wall_index_find (index, &part, found);
      for (guint i = 0; i < found->len; i++)
        {
          guint item = g_array_index (found, guint, i);
          double distance;

          if (item == from || (take != NULL && !take (item, data)) || !measure (&rects[from], &rects[item], where, &distance))
            continue;
          if (distance < best || (distance == best && (int) item < next))
            {
              best = distance;
              next = item;
            }
        }
    }

  return next;
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const graphene_point_t *left = a, *right = b;

  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;

  return (left->y > right->y) - (left->y < right->y);
}

static double
turn (const graphene_point_t *a, const graphene_point_t *b, const graphene_point_t *c)
{
  return ((double) b->x - a->x) * ((double) c->y - a->y) - ((double) b->y - a->y) * ((double) c->x - a->x);
}

/**
 * plenum_wall_hull:
 * @points: (array length=n) (inout): points; their hull stands at the beginning after
 *
 * The convex hull, by Andrew's monotone chain (A. M. Andrew, “Another efficient
 * algorithm for convex hulls in two dimensions”, 1979).
 *
 * Returns: of how many points the hull is
 */
guint
plenum_wall_hull (graphene_point_t *points, guint n)
{
  g_autofree graphene_point_t *hull = g_new (graphene_point_t, 2 * n + 1);
  guint k = 0;

  if (n < 3)
    return n;

  qsort (points, n, sizeof *points, compare_points);
  for (guint i = 0; i < n; i++)
    {
      while (k >= 2 && turn (&hull[k - 2], &hull[k - 1], &points[i]) <= 0)
        k--;
      hull[k++] = points[i];
    }
  for (guint i = n - 1, lower = k + 1; i > 0; i--)
    {
      while (k >= lower && turn (&hull[k - 2], &hull[k - 1], &points[i - 1]) <= 0)
        k--;
      hull[k++] = points[i - 1];
    }
  k = MAX (k - 1, 1);
  for (guint i = 0; i < k; i++)
    points[i] = hull[i];

  return k;
}
