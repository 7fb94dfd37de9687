/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "polls.h"

#include "plenum-surd.h"

static PlenumSurd *
sum_roots (const int *radicands, guint n)
{
  PlenumSurd *sum = plenum_surd_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRational) sign = plenum_rational_new (radicands[i] < 0 ? -1 : 1, 1);

      plenum_surd_add (sum, ABS (radicands[i]), sign);
    }

  return sum;
}

static void
test_compare (void)
{
  struct { int one[4], other[4]; int order; } cases[] = {
    { { 8 }, { 2, 2 }, 0 },
    { { 12, 27 }, { 75 }, 0 },
    { { 4, 9 }, { 25 }, 0 },
    { { 2, 3 }, { 10 }, -1 },
    { { 5, -5, 7 }, { 7 }, 0 },
    { { 1000000 }, { 999999 }, 1 },
    { { 10, 11 }, { 5, 18 }, 1 },
    { { 0 }, { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumSurd) one = sum_roots (cases[i].one, 4);
      g_autoptr (PlenumSurd) other = sum_roots (cases[i].other, 4);
      int order = plenum_surd_compare (one, other);

      g_assert_cmpint ((order > 0) - (order < 0), ==, cases[i].order);
      g_assert_cmpint (plenum_surd_compare (other, one), ==, -order);
    }
}

/* Sums that agree in their first fifteen digits. */
static void
test_close (void)
{
  int one[] = { 999998, 999995 }, other[] = { 999997, 999996 };
  g_autoptr (PlenumSurd) a = sum_roots (one, 2);
  g_autoptr (PlenumSurd) b = sum_roots (other, 2);

  /* The root is concave: a pair that lies closer together has the greater sum. */
  g_assert_cmpint (plenum_surd_compare (a, b), <, 0);
}

static void
test_round (void)
{
  int whole[] = { 4, 9, 16 }, root[] = { 2 };
  g_autoptr (PlenumSurd) nine = sum_roots (whole, 3);
  g_autoptr (PlenumSurd) two = sum_roots (root, 1);
  g_autoptr (PlenumRational) shown_nine = plenum_surd_round (nine);
  g_autoptr (PlenumRational) shown_two = plenum_surd_round (two);

  assert_text (plenum_rational_to_text (shown_nine), "9");
  assert_text (plenum_rational_to_text (shown_two), "707106781/500000000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surd/compare", test_compare);
  g_test_add_func ("/surd/close", test_close);
  g_test_add_func ("/surd/round", test_round);
  return g_test_run ();
}
