/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No number is printed twice in a workshop. */
#include "plenum-blank-numbers.h"

static void
test_numbers (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.plenum.Plenum");

  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 1);
  plenum_blank_numbers_take (settings, "a", 1, 40);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 41);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "b"), ==, 1);
  plenum_blank_numbers_take (settings, "b", 100, 1);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "b"), ==, 101);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 41);

  /* Old ones do not bring back what came after them; none are none. */
  plenum_blank_numbers_take (settings, "a", 5, 10);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 41);
  plenum_blank_numbers_take (settings, "a", 500, 0);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 41);

  /* Used up: from the beginning. */
  plenum_blank_numbers_take (settings, "a", PLENUM_LAST_BLANK_NUMBER - 4, 5);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 1);
  plenum_blank_numbers_take (settings, "a", 1, 3);
  g_assert_cmpuint (plenum_blank_numbers_next (settings, "a"), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blank-numbers/numbers", test_numbers);
  return g_test_run ();
}
