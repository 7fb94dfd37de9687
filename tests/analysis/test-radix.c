/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-radix.h"

#include <stdlib.h>

#define MOST 700

static int
compare_32 (const void *a, const void *b)
{
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

static int
compare_64 (const void *a, const void *b)
{
  guint64 left = *(const guint64 *) a, right = *(const guint64 *) b;

  return (left > right) - (left < right);
}

/* Few and many, all over the range and crowded, so that bytes are all the same. */
static void
test_as_qsort (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 2000; round++)
    {
      guint32 small[MOST], small_too[MOST], small_scratch[MOST];
      guint64 large[MOST], large_too[MOST], large_scratch[MOST];
      guint n = g_rand_int_range (rand, 0, round % 2 ? 40 : MOST);
      guint mask = round % 3 == 0 ? 0xff00 : G_MAXUINT32;

      for (guint i = 0; i < n; i++)
        {
          small[i] = small_too[i] = g_rand_int (rand) & mask;
          large[i] = large_too[i] = ((guint64) (g_rand_int (rand) & mask) << 32) | (g_rand_int (rand) & (mask >> 1));
        }
      plenum_radix_sort_32 (small, small_scratch, n);
      plenum_radix_sort_64 (large, large_scratch, n);
      qsort (small_too, n, sizeof *small, compare_32);
      qsort (large_too, n, sizeof *large, compare_64);
      g_assert_cmpmem (small, n * sizeof *small, small_too, n * sizeof *small);
      g_assert_cmpmem (large, n * sizeof *large, large_too, n * sizeof *large);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/radix/as-qsort", test_as_qsort);

  return g_test_run ();
}
