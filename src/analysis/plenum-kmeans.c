/* SPDX-License-Identifier: GPL-3.0-or-later */
/* k-means with careful seeding (Arthur, Vassilvitskii 2007) from several seeded
 * starts, the best by its own objective. */
#include "plenum-kmeans.h"

#include <math.h>
#include <string.h>

#include "plenum-chance.h"
#include "plenum-lanes.h"
#include "plenum-parallel.h"

#define ROUNDS        30
#define ROUNDS_TO_TRY 10 /* which start is best shows early */
#define TRIALS 3   /* points tried for each seed; the best is taken */
#define BLOCK  512 /* points a piece of work has */

/* Squared distance; eight sums, so that machines may add several at once. */
static float
measure (const float *a, const float *b, guint width)
{
  float sums[8] = { 0.0f };
  guint i = 0;

  for (; i + 8 <= width; i += 8)
    for (guint j = 0; j < 8; j++)
      sums[j] += (a[i + j] - b[i + j]) * (a[i + j] - b[i + j]);
  for (; i < width; i++)
    sums[0] += (a[i] - b[i]) * (a[i] - b[i]);

  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

typedef struct
{
  const PlenumPoints *points;
  guint               k;
  PlenumLanes        *lanes;
  float              *halves; /* of the centres' squares */
  guint32            *labels;
  double             *sums;   /* of each block */
} Assigning;

static void
assign_block (guint block, gpointer data)
{
  Assigning *assigning = data;
  const PlenumPoints *points = assigning->points;
  g_autofree float *products = g_new (float, assigning->lanes->padded);
  gsize end = MIN ((gsize) (block + 1) * BLOCK, points->n);
  double sum = 0.0;

  for (gsize i = (gsize) block * BLOCK; i < end; i++)
    {
      guint best = 0;

      plenum_lanes_multiply (assigning->lanes, points->rows + i * points->width, products);
      for (guint j = 0; j < assigning->k; j++)
        products[j] -= assigning->halves[j];
      for (guint j = 1; j < assigning->k; j++)
        if (products[j] > products[best])
          best = j;
      if (points->pinned != NULL && points->pinned[i] >= 0)
        best = points->pinned[i];
      assigning->labels[i] = best;
      sum -= 2.0 * products[best];
    }
  assigning->sums[block] = sum;
}

/**
 * plenum_kmeans_assign:
 * @labels: (out): of each point: the nearest of @centres, the first of equals; where
 *   it is pinned, that one
 *
 * Returns: the sum of the squared distances, but for a constant
 */
double
plenum_kmeans_assign (const PlenumPoints *points, guint k, const float *centres, guint32 *labels)
{
  g_autoptr (PlenumLanes) lanes = plenum_lanes_new (centres, k, points->width);
  g_autofree float *halves = g_new (float, k);
  guint n_blocks = (points->n + BLOCK - 1) / BLOCK;
  g_autofree double *sums = g_new (double, n_blocks + 1);
  Assigning assigning = { points, k, lanes, halves, labels, sums };
  double sum = 0.0;

  for (guint i = 0; i < k; i++)
    {
      double square = 0.0;

      for (guint d = 0; d < points->width; d++)
        square += (double) centres[(gsize) i * points->width + d] * centres[(gsize) i * points->width + d];
      halves[i] = square / 2.0;
    }
  plenum_parallel_run (n_blocks, assign_block, &assigning);
  for (guint i = 0; i < n_blocks; i++)
    sum += sums[i];

  return sum;
}

/* The means; a group that nobody is in keeps its centre. */
static void
move_centres (const PlenumPoints *points, guint k, float *centres, const guint32 *labels)
{
  g_autofree double *sums = g_new0 (double, (gsize) k * points->width);
  g_autofree guint *counts = g_new0 (guint, k);

  for (gsize i = 0; i < points->n; i++)
    {
      double *sum = sums + (gsize) labels[i] * points->width;

      counts[labels[i]]++;
      for (guint d = 0; d < points->width; d++)
        sum[d] += points->rows[i * points->width + d];
    }
  for (guint i = 0; i < k; i++)
    for (guint d = 0; d < points->width && counts[i] > 0; d++)
      centres[(gsize) i * points->width + d] = sums[(gsize) i * points->width + d] / counts[i];
}

/* One point with a chance by its distance; the one of a few that brings all nearest. */
static guint
draw (const PlenumPoints *points, const float *nearest, double sum, PlenumChance *chance, float *distances, float *best_distances)
{
  guint best = 0;
  double best_sum = -1.0;

  for (guint trial = 0; trial < TRIALS; trial++)
    {
      double left = plenum_chance_unit (chance) * sum, total = 0.0;
      guint at = 0;

      for (; at + 1 < points->n && left >= nearest[at]; at++)
        left -= nearest[at];
      for (gsize i = 0; i < points->n; i++)
        {
          float distance = measure (points->rows + i * points->width, points->rows + (gsize) at * points->width, points->width);

          distances[i] = MIN (nearest[i], distance);
          total += distances[i];
        }
      if (best_sum < 0.0 || total < best_sum)
        {
          best = at;
          best_sum = total;
          memcpy (best_distances, distances, points->n * sizeof *distances);
        }
    }

  return best;
}

static gboolean
seed (const PlenumPoints *points, guint k, PlenumChance *chance, float *centres, GCancellable *cancellable)
{
  g_autofree float *nearest = g_new (float, points->n), *next = g_new (float, points->n), *tried = g_new (float, points->n);

  for (guint i = 0; i < points->n; i++)
    nearest[i] = 1e6f;
  for (guint i = 0; i < k; i++)
    {
      double sum = 0.0;
      guint at;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (guint j = 0; j < points->n; j++)
        sum += nearest[j];
      at = draw (points, nearest, sum, chance, tried, next);
      memcpy (nearest, next, points->n * sizeof *next);
      memcpy (centres + (gsize) i * points->width, points->rows + (gsize) at * points->width, points->width * sizeof *centres);
    }

  return TRUE;
}

static gboolean
settle (const PlenumPoints *points, guint k, guint n_rounds, float *centres, guint32 *labels, double *sum, GCancellable *cancellable)
{
  *sum = plenum_kmeans_assign (points, k, centres, labels);
  for (guint round = 0; round < n_rounds; round++)
    {
      double last = *sum;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      move_centres (points, k, centres, labels);
      *sum = plenum_kmeans_assign (points, k, centres, labels);
      if (last - *sum <= 1e-5 * fabs (last))
        break;
    }

  return TRUE;
}

typedef struct
{
  const PlenumPoints *points;
  guint               k;
  float              *centres; /* of each start, one after the other; so are the rest */
  guint32            *labels;
  double             *sums;
  GCancellable       *cancellable;
} Starts;

static void
try_start (guint start, gpointer data)
{
  Starts *starts = data;
  const PlenumPoints *points = starts->points;
  float *centres = starts->centres + (gsize) start * starts->k * points->width;
  PlenumChance chance = { plenum_hash_mix (start + 1) };

  if (seed (points, starts->k, &chance, centres, starts->cancellable))
    settle (points, starts->k, ROUNDS_TO_TRY, centres, starts->labels + (gsize) start * points->n, &starts->sums[start], starts->cancellable);
}

/**
 * plenum_kmeans:
 * @points: at least one
 * @k: how many groups; at least one
 * @n_starts: 0: from @centres as they are
 * @centres: (inout): a row for each group
 * @labels: (out): of each point its group
 *
 * Returns: %FALSE if it was cancelled; the outputs are then of no use
 */
gboolean
plenum_kmeans (const PlenumPoints *points, guint k, guint n_starts, float *centres, guint32 *labels,
               GCancellable *cancellable, GError **error)
{
  gsize size = (gsize) k * points->width;
  g_autofree float *of_starts = g_new0 (float, n_starts * size + 1);
  g_autofree guint32 *labels_of_starts = g_new (guint32, (gsize) n_starts * points->n + 1);
  g_autofree double *sums = g_new0 (double, n_starts + 1);
  Starts starts = { points, k, of_starts, labels_of_starts, sums, cancellable };
  guint best = 0;

  if (n_starts > 0)
    {
      plenum_parallel_run (n_starts, try_start, &starts);
      for (guint i = 1; i < n_starts; i++)
        if (sums[i] < sums[best])
          best = i;
      memcpy (centres, of_starts + best * size, size * sizeof *centres);
    }
  settle (points, k, ROUNDS, centres, labels, &sums[0], cancellable);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
