/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-lanes.h"

/* As many vectors as one block has, one more, and one only. */
static void
test_products (void)
{
  static const guint numbers[] = { 1, 16, 17 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      float vectors[17 * 3], products[32];
      const float row[] = { 1.0f, 10.0f, 100.0f };
      g_autoptr (PlenumLanes) lanes = NULL;

      for (guint j = 0; j < numbers[i] * 3; j++)
        vectors[j] = j;
      lanes = plenum_lanes_new (vectors, numbers[i], 3);
      g_assert_cmpuint (lanes->padded, >=, numbers[i]);
      g_assert_cmpuint (lanes->padded, <=, G_N_ELEMENTS (products));
      plenum_lanes_multiply (lanes, row, products);
      for (guint j = 0; j < lanes->padded; j++)
        g_assert_cmpfloat (products[j], ==, j < numbers[i] ? 3.0f * j * 111.0f + 210.0f : 0.0f);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes/products", test_products);
  return g_test_run ();
}
