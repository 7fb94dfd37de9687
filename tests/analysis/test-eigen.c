/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-eigen.h"

#include <math.h>
#include <string.h>

#include "plenum-chance.h"

static void
test_known (void)
{
  double matrix[] = { 2, 1, 1, 2 }, values[2], vectors[4];

  plenum_eigen (matrix, 2, values, vectors);
  g_assert_cmpfloat_with_epsilon (values[0], 3.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (values[1], 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (fabs (vectors[0] + vectors[1]), sqrt (2.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (vectors[2] + vectors[3], 0.0, 1e-12);
}

/* What a matrix does to its vectors, of one with more rows than anybody counts by hand. */
static void
test_chance (void)
{
  enum { N = 40 };
  double matrix[N * N], kept[N * N], values[N], vectors[N * N];
  PlenumChance chance = { 3 };

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j <= i; j++)
      matrix[i * N + j] = matrix[j * N + i] = plenum_chance_unit (&chance) - 0.5;
  memcpy (kept, matrix, sizeof kept);
  plenum_eigen (matrix, N, values, vectors);
  for (guint v = 0; v < N; v++)
    {
      g_assert_true (v == 0 || values[v] <= values[v - 1]);
      for (guint i = 0; i < N; i++)
        {
          double product = 0.0;

          for (guint j = 0; j < N; j++)
            product += kept[i * N + j] * vectors[v * N + j];
          g_assert_cmpfloat_with_epsilon (product, values[v] * vectors[v * N + i], 1e-9);
        }
    }
}

static void
test_zero (void)
{
  double matrix[9] = { 0 }, values[3], vectors[9];

  plenum_eigen (matrix, 3, values, vectors);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (values[i], ==, 0.0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eigen/known", test_known);
  g_test_add_func ("/eigen/chance", test_chance);
  g_test_add_func ("/eigen/zero", test_zero);
  return g_test_run ();
}
