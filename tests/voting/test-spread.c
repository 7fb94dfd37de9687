/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-spread.h"

#include "polls.h"

/* What was given from the best level to the worst, then the conflict. */
static char *
list_spread (const PlenumSpread *spread, guint option)
{
  g_autofree char *conflict = spread->conflict[option] != NULL ? plenum_rational_to_text (spread->conflict[option]) : g_strdup ("-");
  GString *text = g_string_new (NULL);

  for (guint level = 0; level < spread->n_levels; level++)
    {
      g_autofree char *given = plenum_rational_to_text (spread->given[option * spread->n_levels + level]);

      g_string_append_printf (text, "%s=%s ", spread->labels[level], given);
    }
  g_string_append (text, conflict);

  return g_string_free (text, FALSE);
}

/* The same conflict as the method's own. */
static void
test_resistances (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("consensing", "maximum=2", 3);
  g_autoptr (PlenumSpread) spread = NULL;
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GArray) order = NULL;
  const PlenumFigure *conflict;

  poll_cast (poll, "a=0 b=0 c=1");
  poll_cast (poll, "b=2 c=1");
  spread = plenum_spread_new (poll);
  assert_text (list_spread (spread, 0), "0=2 1=0 2=0 0");
  assert_text (list_spread (spread, 1), "0=1 1=0 2=1 1");
  assert_text (list_spread (spread, 2), "0=0 1=2 2=0 0");
  order = plenum_spread_rank (spread);
  g_assert_cmpuint (g_array_index (order, guint, 0), ==, 1);
  g_assert_cmpuint (order->len, ==, 3);

  tally = poll_count (poll);
  conflict = plenum_step_find_figure (plenum_tally_find_step (tally, "acceptance"), "conflict");
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (plenum_rational_compare (conflict->values[i], spread->conflict[i]), ==, 0);
}

/* The median is the method's own majority grade. */
static void
test_grades (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("majority-judgement", "grades=good,fair,bad", 3);
  g_autoptr (PlenumSpread) spread = NULL;
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=1 b=2");
  poll_cast (poll, "a=1 b=1");
  poll_cast (poll, "a=3 b=2");
  poll_weigh (poll, "a=3 c=1", "3");
  spread = plenum_spread_new (poll);
  assert_text (list_spread (spread, 0), "good=2 fair=0 bad=4 8/9");
  assert_text (list_spread (spread, 2), "good=3 fair=0 bad=3 1");
  tally = poll_count (poll);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PlenumRational) median = plenum_rational_new (plenum_spread_get_median (spread, i) + 1, 1);

      g_assert_cmpint (plenum_rational_compare (plenum_tally_get_score (tally, i), median), ==, 0);
    }
}

static void
test_stances (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("agreement", "", 3);
  g_autoptr (PlenumSpread) spread = NULL;
  g_autoptr (GArray) order = NULL;

  poll_cast (poll, "a=1 b=1");
  poll_cast (poll, "a=-1 b=1");
  poll_cast (poll, "a=0");
  spread = plenum_spread_new (poll);
  assert_text (list_spread (spread, 0), "agree=1 pass=1 disagree=1 1");
  assert_text (list_spread (spread, 1), "agree=2 pass=0 disagree=0 0");
  assert_text (list_spread (spread, 2), "agree=0 pass=0 disagree=0 -");
  order = plenum_spread_rank (spread);
  g_assert_cmpuint (order->len, ==, 2);
}

static void
test_scores (void)
{
  struct { const char *settings, *expected; } cases[] = {
    { "maximum=2", "2=1 1=0 0=0 0" },
    { "maximum=2 unscored=lowest", "2=1 1=0 0=1 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("score", cases[i].settings, 2);
      g_autoptr (PlenumSpread) spread = NULL;

      poll_cast (poll, "a=2");
      poll_cast (poll, "b=1");
      spread = plenum_spread_new (poll);
      assert_text (list_spread (spread, 0), cases[i].expected);
    }
}

/* Nothing to spread in points, and no picture of a thousand numbers. */
static void
test_none (void)
{
  g_autoptr (PlenumProfile) dots = poll_new ("dots", "", 2);
  g_autoptr (PlenumProfile) score = poll_new ("score", "maximum=1000", 2);

  g_assert_null (plenum_spread_new (dots));
  g_assert_null (plenum_spread_new (score));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spread/resistances", test_resistances);
  g_test_add_func ("/spread/grades", test_grades);
  g_test_add_func ("/spread/stances", test_stances);
  g_test_add_func ("/spread/scores", test_scores);
  g_test_add_func ("/spread/none", test_none);

  return g_test_run ();
}
