/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-weight.h"

static void
test_weights (void)
{
  static const char * const good[] = { "1", "3/2", "012", "999999999/1", "1/999999999" };
  static const char * const bad[] = { "", "0", "0/1", "1/0", "-1", "+1", "1.5", "1,5", "3/", "/2", "1/2/3", "1000000000", " 1", "1 ", "½" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (plenum_weight_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (plenum_weight_is_valid (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/weight/weights", test_weights);
  return g_test_run ();
}
