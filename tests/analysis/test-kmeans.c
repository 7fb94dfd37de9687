/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-kmeans.h"

#include <math.h>

#include "plenum-chance.h"
#include "plenum-parallel.h"

#define N     1200
#define WIDTH 20
#define K     4

/* Point i lies about corner i % 4. */
static float *
make_rows (void)
{
  float *rows = g_new0 (float, N * WIDTH);
  PlenumChance chance = { 5 };

  for (guint i = 0; i < N; i++)
    {
      for (guint d = 0; d < WIDTH; d++)
        rows[i * WIDTH + d] = 0.2 * (plenum_chance_unit (&chance) - 0.5);
      rows[i * WIDTH + i % K] += 1.0f;
    }
  return rows;
}

static void
test_corners (void)
{
  g_autofree float *rows = make_rows ();
  PlenumPoints points = { rows, N, WIDTH };
  float centres[K * WIDTH];
  guint32 labels[N];

  g_assert_true (plenum_kmeans (&points, K, 5, centres, labels, NULL, NULL));
  for (guint i = 0; i < N; i++)
    g_assert_cmpuint (labels[i], ==, labels[i % K]);
  for (guint i = 0; i < K; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (labels[i], !=, labels[j]);
  for (guint d = 0; d < WIDTH; d++)
    g_assert_cmpfloat_with_epsilon (centres[labels[1] * WIDTH + d], d == 1 ? 1.0 : 0.0, 0.05);
}

static void
test_pinned (void)
{
  g_autofree float *rows = make_rows ();
  g_autofree gint32 *pinned = g_new (gint32, N);
  PlenumPoints points = { rows, N, WIDTH, pinned };
  float centres[2 * WIDTH] = { 0.0f };
  guint32 labels[N];

  for (guint i = 0; i < N; i++)
    pinned[i] = i < 100 ? 0 : -1;
  centres[0] = 1.0f;
  centres[WIDTH + 1] = 1.0f;
  g_assert_true (plenum_kmeans (&points, 2, 0, centres, labels, NULL, NULL));
  for (guint i = 0; i < 100; i++)
    g_assert_cmpuint (labels[i], ==, 0);
  g_assert_cmpuint (labels[101], ==, 1);
}

/* Fewer different points than groups: some groups are empty, and that is all. */
static void
test_equal (void)
{
  const float rows[] = { 1, 1, 1, 1, 1, 1, 0, 1 };
  PlenumPoints points = { rows, 4, 2 };
  float centres[8];
  guint32 labels[4];

  g_assert_true (plenum_kmeans (&points, 4, 3, centres, labels, NULL, NULL));
  g_assert_cmpuint (labels[0], ==, labels[1]);
  g_assert_cmpuint (labels[0], ==, labels[2]);
  g_assert_cmpuint (labels[0], !=, labels[3]);
}

static void
test_assign (void)
{
  const float rows[] = { 0, 0, 3, 0, 1, 0 }, centres[] = { 0, 0, 2, 0 };
  PlenumPoints points = { rows, 3, 2 };
  guint32 labels[3];

  plenum_kmeans_assign (&points, 2, centres, labels);
  g_assert_cmpuint (labels[0], ==, 0);
  g_assert_cmpuint (labels[1], ==, 1);
  g_assert_cmpuint (labels[2], ==, 0); /* as near to both: the first */
}

static void
test_threads (void)
{
  g_autofree float *rows = make_rows ();
  PlenumPoints points = { rows, N, WIDTH };
  float centres[2][9 * WIDTH];
  guint32 labels[2][N];

  for (guint i = 0; i < 2; i++)
    {
      plenum_parallel_set_threads (i + 1);
      g_assert_true (plenum_kmeans (&points, 9, 4, centres[i], labels[i], NULL, NULL));
    }
  g_assert_cmpmem (centres[0], sizeof centres[0], centres[1], sizeof centres[1]);
  g_assert_cmpmem (labels[0], sizeof labels[0], labels[1], sizeof labels[1]);
}

static void
test_cancelled (void)
{
  g_autofree float *rows = make_rows ();
  PlenumPoints points = { rows, N, WIDTH };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  float centres[K * WIDTH];
  guint32 labels[N];

  g_cancellable_cancel (cancellable);
  g_assert_false (plenum_kmeans (&points, K, 5, centres, labels, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kmeans/corners", test_corners);
  g_test_add_func ("/kmeans/pinned", test_pinned);
  g_test_add_func ("/kmeans/equal", test_equal);
  g_test_add_func ("/kmeans/assign", test_assign);
  g_test_add_func ("/kmeans/threads", test_threads);
  g_test_add_func ("/kmeans/cancelled", test_cancelled);
  return g_test_run ();
}
