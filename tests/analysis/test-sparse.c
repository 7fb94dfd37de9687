/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-sparse.h"

#include "plenum-chance.h"
#include "plenum-parallel.h"

/* ( 1 0 2 ; 0 0 0 ; 0 3 0 ) */
static PlenumSparse *
make (void)
{
  PlenumSparse *matrix = plenum_sparse_new (3);

  plenum_sparse_add (matrix, 0, 1.0f);
  plenum_sparse_add (matrix, 2, 2.0f);
  plenum_sparse_end_row (matrix);
  plenum_sparse_end_row (matrix);
  plenum_sparse_add (matrix, 1, 3.0f);
  plenum_sparse_end_row (matrix);
  return matrix;
}

static void
assert_values (const float *values, const float *expected, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (values[i], ==, expected[i]);
}

static void
test_rows (void)
{
  g_autoptr (PlenumSparse) matrix = make ();
  const guint32 *columns;
  const float *values;

  g_assert_cmpuint (plenum_sparse_get_n_rows (matrix), ==, 3);
  g_assert_cmpuint (plenum_sparse_get_row (matrix, 0, &columns, &values), ==, 2);
  g_assert_cmpuint (columns[1], ==, 2);
  g_assert_cmpfloat (values[1], ==, 2.0f);
  g_assert_cmpuint (plenum_sparse_get_row (matrix, 1, &columns, &values), ==, 0);
}

static void
test_sample (void)
{
  g_autoptr (PlenumSparse) matrix = make ();
  const guint rows[] = { 2, 1 };
  g_autoptr (PlenumSparse) sample = plenum_sparse_sample (matrix, rows, 2);
  const guint32 *columns;
  const float *values;

  g_assert_cmpuint (plenum_sparse_get_n_rows (sample), ==, 2);
  g_assert_cmpuint (sample->n_columns, ==, 3);
  g_assert_cmpuint (plenum_sparse_get_row (sample, 0, &columns, &values), ==, 1);
  g_assert_cmpfloat (values[0], ==, 3.0f);
}

static void
test_multiply (void)
{
  g_autoptr (PlenumSparse) matrix = make ();
  const float x[] = { 1, 10, 2, 20, 3, 30 };
  float y[6];

  plenum_sparse_multiply (matrix, x, 2, y);
  assert_values (y, (const float[]) { 7, 70, 0, 0, 6, 60 }, 6);
  plenum_sparse_multiply_transposed (matrix, x, 2, y);
  assert_values (y, (const float[]) { 1, 10, 9, 90, 2, 20 }, 6);
}

/* Many rows and columns, in several pieces: one thread and two give the same. */
static void
test_threads (void)
{
  const guint n = 1500, width = 130;
  g_autoptr (PlenumSparse) matrix = plenum_sparse_new (n);
  g_autofree float *x = g_new (float, n * width), *one = g_new (float, n * width), *two = g_new (float, n * width);
  PlenumChance chance = { 7 };

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < 5; j++)
        plenum_sparse_add (matrix, plenum_chance_next (&chance) % n, plenum_chance_unit (&chance));
      plenum_sparse_end_row (matrix);
    }
  for (guint i = 0; i < n * width; i++)
    x[i] = plenum_chance_unit (&chance) - 0.5;

  for (guint transposed = 0; transposed < 2; transposed++)
    {
      plenum_parallel_set_threads (1);
      (transposed ? plenum_sparse_multiply_transposed : plenum_sparse_multiply) (matrix, x, width, one);
      plenum_parallel_set_threads (2);
      (transposed ? plenum_sparse_multiply_transposed : plenum_sparse_multiply) (matrix, x, width, two);
      g_assert_cmpmem (one, n * width * sizeof *one, two, n * width * sizeof *two);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sparse/rows", test_rows);
  g_test_add_func ("/sparse/sample", test_sample);
  g_test_add_func ("/sparse/multiply", test_multiply);
  g_test_add_func ("/sparse/threads", test_threads);
  return g_test_run ();
}
