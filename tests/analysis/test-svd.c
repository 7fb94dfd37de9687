/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-svd.h"

#include <math.h>

#include "plenum-parallel.h"

#define N 60

/* A diagonal: 1000, 500, 333, 250, 200, and then ones. */
static PlenumSparse *
make_diagonal (void)
{
  PlenumSparse *matrix = plenum_sparse_new (N);

  for (guint i = 0; i < N; i++)
    {
      plenum_sparse_add (matrix, i, i < 5 ? 1000.0f / (i + 1) : 1.0f);
      plenum_sparse_end_row (matrix);
    }
  return matrix;
}

/* Each vector is one axis, in the order of their values. */
static void
assert_axes (const float *vectors, guint rank)
{
  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < rank; j++)
      g_assert_cmpfloat_with_epsilon (fabs (vectors[i * rank + j]), i == j ? 1.0 : 0.0, 1e-3);
}

static void
test_diagonal (void)
{
  g_autoptr (PlenumSparse) matrix = make_diagonal ();
  g_autofree float *vectors = plenum_svd (matrix, NULL, 4, NULL, NULL);

  assert_axes (vectors, 4);
}

static void
test_product (void)
{
  g_autoptr (PlenumSparse) left = make_diagonal (), right = make_diagonal ();
  g_autofree float *vectors = plenum_svd (left, right, 4, NULL, NULL);

  assert_axes (vectors, 4);
}

/* Fewer directions than are asked for, or none at all. */
static void
test_poor (void)
{
  g_autoptr (PlenumSparse) one = plenum_sparse_new (2), none = plenum_sparse_new (0), zero = plenum_sparse_new (3);
  g_autofree float *of_one = NULL, *of_none = NULL, *of_zero = NULL;

  plenum_sparse_add (one, 0, 3.0f);
  plenum_sparse_add (one, 1, 4.0f);
  plenum_sparse_end_row (one);
  plenum_sparse_end_row (zero);
  of_one = plenum_svd (one, NULL, 3, NULL, NULL);
  g_assert_cmpfloat_with_epsilon (fabs (of_one[0]), 0.6, 1e-5);
  g_assert_cmpfloat_with_epsilon (fabs (of_one[3]), 0.8, 1e-5);
  for (guint i = 0; i < 6; i++)
    g_assert_true (i % 3 == 0 || of_one[i] == 0.0f);
  of_none = plenum_svd (none, NULL, 3, NULL, NULL);
  g_assert_nonnull (of_none);
  of_zero = plenum_svd (zero, NULL, 2, NULL, NULL);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat (of_zero[i], ==, 0.0f);
}

static void
test_threads (void)
{
  g_autoptr (PlenumSparse) matrix = make_diagonal ();
  g_autofree float *one = NULL, *two = NULL;

  plenum_parallel_set_threads (1);
  one = plenum_svd (matrix, NULL, 10, NULL, NULL);
  plenum_parallel_set_threads (2);
  two = plenum_svd (matrix, NULL, 10, NULL, NULL);
  g_assert_cmpmem (one, N * 10 * sizeof *one, two, N * 10 * sizeof *two);
}

static void
test_unit (void)
{
  float rows[] = { 3.0f, 4.0f, 0.0f, 0.0f };

  plenum_unit_rows (rows, 2, 2);
  g_assert_cmpfloat_with_epsilon (rows[0], 0.6, 1e-6);
  g_assert_cmpfloat_with_epsilon (rows[1], 0.8, 1e-6);
  g_assert_cmpfloat (rows[2], ==, 0.0f);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumSparse) matrix = make_diagonal ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_svd (matrix, NULL, 4, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/svd/diagonal", test_diagonal);
  g_test_add_func ("/svd/product", test_product);
  g_test_add_func ("/svd/poor", test_poor);
  g_test_add_func ("/svd/threads", test_threads);
  g_test_add_func ("/svd/unit", test_unit);
  g_test_add_func ("/svd/cancelled", test_cancelled);
  return g_test_run ();
}
