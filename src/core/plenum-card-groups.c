/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns are parted by upright lanes that no card reaches into, groups within a
 * column by gaps that are distinctly wider than the others there (single linkage,
 * cut at the greatest relative step), and by headings. */
#include "plenum-card-groups.h"

#include <math.h>
#include <string.h>

#define DISTINCT 2.2    /* so many times as wide as the usual gap is a wide one */
#define LANE 0.12       /* of a card's width: less is how cards hang, not a lane */
#define SHRUNK 0.08     /* of a card's width on each side: cards hang askew */
#define APART 0.25      /* of a card's height: less never parts groups */

typedef struct
{
  const PlenumCardBox *cards;
  guint                 n;
  PlenumCardGroups      *order;
  double                width;  /* of the usual card */
  double                height;
} Wall;

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where narrow gaps end and wide ones begin: the greatest step among the sorted
 * @gaps, or the least one if they are all much alike and @alike says they all part. */
static double
find_step (GArray *gaps, double least, gboolean alike)
{
  double step = DISTINCT, cut = INFINITY;

  g_array_sort (gaps, compare_doubles);
  if (gaps->len == 0)
    return INFINITY;
  for (guint i = 1; i < gaps->len; i++)
    {
      double wide = g_array_index (gaps, double, i);
      double ratio = wide / MAX (g_array_index (gaps, double, i - 1), least / DISTINCT);

      if (wide > least && ratio >= step)
        {
          step = ratio;
          cut = wide;
        }
    }

  return isinf (cut) && alike ? g_array_index (gaps, double, 0) : cut;
}

static int
compare_left (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlenumCardBox *cards = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  double d = cards[i].x - cards[k].x;

  return d != 0 ? (d > 0) - (d < 0) : (i > k) - (i < k);
}

static int
compare_top (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlenumCardBox *cards = data;
  guint i = *(const guint *) a, k = *(const guint *) b;
  double d = cards[i].y - cards[k].y;

  return d != 0 ? (d > 0) - (d < 0) : (i > k) - (i < k);
}

static void
find_columns (Wall *wall)
{
  g_autofree guint *sorted = g_new (guint, wall->n);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree double *lanes = g_new (double, wall->n);
  double cut, end = -INFINITY;

  for (guint i = 0; i < wall->n; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, wall->n, sizeof (guint), compare_left, (gpointer) wall->cards);

  for (guint i = 0; i < wall->n; i++)
    {
      const PlenumCardBox *card = &wall->cards[sorted[i]];

      lanes[i] = card->x + SHRUNK * card->width - end;
      if (i > 0 && lanes[i] > (LANE + 2 * SHRUNK) * wall->width)
        g_array_append_val (gaps, lanes[i]);
      end = MAX (end, card->x + (1 - SHRUNK) * card->width);
    }

  cut = find_step (gaps, (LANE + 2 * SHRUNK) * wall->width, TRUE);
  for (guint i = 0; i < wall->n; i++)
    {
      if (i > 0 && lanes[i] >= cut)
        wall->order->n_columns++;
      wall->order->column_of[sorted[i]] = wall->order->n_columns;
    }
  wall->order->n_columns++;
}

/* A heading above everything in a column names it, unless the column's other
 * headings show that they all name groups: then a card comes between. */
static int
find_column_heading (Wall *wall, const guint *cards, guint n)
{
  guint headings = 0;

  for (guint i = 0; i < n; i++)
    headings += wall->cards[cards[i]].heading ? 1 : 0;
  if (n == 0 || !wall->cards[cards[0]].heading || (headings > 1 && !wall->cards[cards[1]].heading))
    return -1;

  return cards[0];
}

static double
get_distance (const PlenumCardBox *a, const PlenumCardBox *b)
{
  double x = MAX (a->x - b->x - b->width, b->x - a->x - a->width);
  double y = MAX (a->y - b->y - b->height, b->y - a->y - a->height);

  return MAX (MAX (x, y), 0);
}

/* Prim: for each card but the first how far it is from the tree, and its parent there. */
static void
span_tree (Wall *wall, const guint *cards, guint n, double *distances, guint *parents, guint *visited)
{
  g_autofree gboolean *done = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    distances[i] = INFINITY;
  distances[0] = 0;
  parents[0] = 0;
  for (guint round = 0; round < n; round++)
    {
      guint next = n;

      for (guint i = 0; i < n; i++)
        if (!done[i] && (next == n || distances[i] < distances[next]))
          next = i;
      done[next] = TRUE;
      visited[round] = next;
      for (guint i = 0; i < n; i++)
        {
          double distance = get_distance (&wall->cards[cards[next]], &wall->cards[cards[i]]);

          if (!done[i] && distance < distances[i])
            {
              distances[i] = distance;
              parents[i] = next;
            }
        }
    }
}

/* Numbers the clusters of a column; returns how many there are. */
static guint
find_clusters (Wall *wall, const guint *cards, guint n, guint *cluster_of)
{
  g_autofree double *distances = g_new (double, n);
  g_autofree guint *parents = g_new (guint, n);
  g_autofree guint *visited = g_new (guint, n);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  guint n_clusters = 0;
  double cut;

  span_tree (wall, cards, n, distances, parents, visited);
  for (guint i = 1; i < n; i++)
    g_array_append_val (gaps, distances[visited[i]]);
  cut = find_step (gaps, APART * wall->height, FALSE);
  for (guint i = 0; i < n; i++)
    cluster_of[visited[i]] = i == 0 || distances[visited[i]] >= cut ? n_clusters++ : cluster_of[parents[visited[i]]];

  return n_clusters;
}

/* Groups that have one card only, and no heading, are none. */
static void
add_group (Wall *wall, GArray *members, int heading)
{
  PlenumCardGroup group = { heading };

  if (members->len >= 2)
    {
      for (guint i = 0; i < members->len; i++)
        wall->order->group_of[g_array_index (members, guint, i)] = wall->order->n_groups;
      wall->order->n_groups++;
      g_array_append_val (wall->order->groups, group);
    }
  g_array_set_size (members, 0);
}

/* @cards from top to bottom: each heading begins a group. */
static void
group_cluster (Wall *wall, const guint *cards, guint n, const guint *cluster_of, guint cluster, gboolean apart)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  int heading = -1;

  for (guint i = 0; i < n; i++)
    {
      if (cluster_of[i] != cluster)
        continue;
      if (wall->cards[cards[i]].heading)
        {
          if (heading >= 0 || apart)
            add_group (wall, members, heading);
          g_array_set_size (members, 0);
          heading = cards[i];
        }
      g_array_append_val (members, cards[i]);
    }
  if (heading >= 0 || apart)
    add_group (wall, members, heading);
}

static void
group_column (Wall *wall, guint column)
{
  g_autofree guint *cards = g_new (guint, wall->n);
  g_autofree guint *cluster_of = g_new0 (guint, wall->n);
  g_autofree gboolean *seen = NULL;
  guint n = 0, first, n_clusters;
  PlenumCardGroup found;

  for (guint i = 0; i < wall->n; i++)
    if (wall->order->column_of[i] == column)
      cards[n++] = i;
  g_qsort_with_data (cards, n, sizeof (guint), compare_top, (gpointer) wall->cards);

  found.heading = find_column_heading (wall, cards, n);
  g_array_append_val (wall->order->columns, found);
  first = found.heading >= 0 ? 1 : 0;
  if (n == first)
    return;

  n_clusters = find_clusters (wall, cards + first, n - first, cluster_of);
  /* They were numbered as the tree grew; here they come from top to bottom. */
  seen = g_new0 (gboolean, n_clusters);
  for (guint i = 0; i < n - first; i++)
    if (!seen[cluster_of[i]])
      {
        seen[cluster_of[i]] = TRUE;
        group_cluster (wall, cards + first, n - first, cluster_of, cluster_of[i], n_clusters > 1);
      }
}

static double
get_median (const PlenumCardBox *cards, guint n, gboolean height)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < n; i++)
    g_array_append_val (values, *(height ? &cards[i].height : &cards[i].width));
  g_array_sort (values, compare_doubles);

  return n > 0 ? g_array_index (values, double, n / 2) : 0;
}

/**
 * plenum_card_groups_new:
 * @cards: (array length=n): where cards hang
 *
 * A column is named by a heading above all its cards. A group is what hangs
 * together in a column that has several such clusters, or below a heading; that
 * heading belongs to it. Cards that hang evenly are in no group.
 *
 * Returns: (transfer full): the columns and groups
 */
PlenumCardGroups *
plenum_card_groups_new (const PlenumCardBox *cards, guint n)
{
  PlenumCardGroups *self = g_new0 (PlenumCardGroups, 1);
  Wall wall = { cards, n, self, get_median (cards, n, FALSE), get_median (cards, n, TRUE) };

  self->columns = g_array_new (FALSE, FALSE, sizeof (PlenumCardGroup));
  self->groups = g_array_new (FALSE, FALSE, sizeof (PlenumCardGroup));
  self->column_of = g_new0 (guint, n);
  self->group_of = g_new (int, n);
  if (n == 0)
    return self;

  memset (self->group_of, 0xff, n * sizeof (int));
  find_columns (&wall);
  for (guint i = 0; i < self->n_columns; i++)
    group_column (&wall, i);

  return self;
}

void
plenum_card_groups_free (PlenumCardGroups *self)
{
  g_array_unref (self->columns);
  g_array_unref (self->groups);
  g_free (self->column_of);
  g_free (self->group_of);
  g_free (self);
}
