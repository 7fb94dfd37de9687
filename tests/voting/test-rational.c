/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polls.h"

static void
test_lowest_terms (void)
{
  struct { gint64 above, below; const char *text; } cases[] = {
    { 0, 7, "0" }, { 6, 4, "3/2" }, { -6, 4, "-3/2" }, { 6, -4, "-3/2" }, { 8, 4, "2" },
    { G_MAXINT64, 1, "9223372036854775807" }, { G_MININT64, 1, "-9223372036854775808" },
    { 1, G_MAXINT64, "1/9223372036854775807" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumRational) number = plenum_rational_new (cases[i].above, cases[i].below);

      assert_text (plenum_rational_to_text (number), cases[i].text);
    }
}

static void
test_arithmetic (void)
{
  g_autoptr (PlenumRational) third = plenum_rational_new (1, 3);
  g_autoptr (PlenumRational) sum = plenum_rational_new (0, 1);
  g_autoptr (PlenumRational) two = plenum_rational_new (2, 1);
  g_autoptr (PlenumRational) copy = NULL;

  for (int i = 0; i < 3; i++)
    plenum_rational_add (sum, third);
  assert_text (plenum_rational_to_text (sum), "1");

  plenum_rational_add_weighted (sum, 5, 3, 2);
  assert_text (plenum_rational_to_text (sum), "17/2");
  plenum_rational_add_weighted (sum, 2, 1, 1); /* not the fast way, since the sum is not whole */
  assert_text (plenum_rational_to_text (sum), "21/2");
  plenum_rational_add_weighted (sum, -10, 1, 1);
  assert_text (plenum_rational_to_text (sum), "1/2");

  copy = plenum_rational_copy (sum);
  plenum_rational_multiply (copy, two);
  plenum_rational_divide (copy, third);
  assert_text (plenum_rational_to_text (copy), "3");
  assert_text (plenum_rational_to_text (sum), "1/2");
  g_assert_cmpint (plenum_rational_compare (sum, copy), <, 0);
  g_assert_cmpint (plenum_rational_compare (copy, sum), >, 0);
  g_assert_cmpint (plenum_rational_compare (sum, sum), ==, 0);
  g_assert_cmpint (plenum_rational_sign (sum), ==, 1);
}

/* Fractions that are the same number in a double, and are not the same. */
static void
test_exact (void)
{
  g_autoptr (PlenumRational) one = plenum_rational_new (G_MAXINT64 - 1, G_MAXINT64);
  g_autoptr (PlenumRational) other = plenum_rational_new (G_MAXINT64 - 2, G_MAXINT64 - 1);

  g_assert_cmpfloat (plenum_rational_to_double (one), ==, plenum_rational_to_double (other));
  g_assert_cmpint (plenum_rational_compare (one, other), >, 0);
}

static void
test_weights (void)
{
  struct { const char *text; gint64 above, below; } good[] = {
    { "1", 1, 1 }, { "3/2", 3, 2 }, { "4/2", 2, 1 }, { "1000000", 1000000, 1 }, { "1/1000", 1, 1000 },
  };
  const char *bad[] = {
    "", "0", "0/1", "1/0", "-1", "+1", " 1", "1 ", "1.5", "1,5", "1/", "/2", "1/2/3", "1e3", "01", "1/02", "a",
    "1000001", "1/1001", "99999999999999999999", "9999999999999999999999999999999999999999/1", "½", "1/-2",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 above = 0, below = 0;

      g_assert_true (plenum_rational_parse_weight (good[i].text, &above, &below));
      g_assert_cmpint (above, ==, good[i].above);
      g_assert_cmpint (below, ==, good[i].below);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 above = 17, below = 19;

      g_test_message ("%s", bad[i]);
      g_assert_false (plenum_rational_parse_weight (bad[i], &above, &below));
      g_assert_cmpint (above, ==, 17);
      g_assert_cmpint (below, ==, 19);
    }
}

static void
test_display (void)
{
  g_autoptr (PlenumRational) whole = plenum_rational_new (41, 1);
  g_autoptr (PlenumRational) broken = plenum_rational_new (2, 3);
  g_autoptr (PlenumRational) minus = plenum_rational_new (-3, 1);

  assert_text (plenum_rational_to_display (whole, 2), "41");
  assert_text (plenum_rational_to_display (broken, 2), "0.67");
  plenum_rational_set (broken, minus);
  assert_text (plenum_rational_to_display (broken, 2), "−3");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rational/lowest-terms", test_lowest_terms);
  g_test_add_func ("/rational/arithmetic", test_arithmetic);
  g_test_add_func ("/rational/exact", test_exact);
  g_test_add_func ("/rational/weights", test_weights);
  g_test_add_func ("/rational/display", test_display);
  return g_test_run ();
}
