/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The single transferable vote. */
#include "polls.h"

#include <string.h>

/* Counted by hand: quota ⌊20 ÷ 4⌋ + 1 = 6. a has 9, its surplus 3 moves at 3 ÷ 9 =
 * 0.33333 a ballot: 2 go to b (0.66666), 4 to c (1.33332), 3 are exhausted. */
static void
test_by_hand (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "seats=3", 5);
  g_autoptr (PlenumTally) tally = NULL;
  const PlenumFigure *votes = NULL;
  guint n_stages = 0;

  poll_rank (poll, 2, "a > b");
  poll_rank (poll, 4, "a > c");
  poll_rank (poll, 3, "a");
  poll_rank (poll, 4, "b");
  poll_rank (poll, 4, "c > d");
  poll_rank (poll, 2, "d");
  poll_rank (poll, 1, "e > d");
  tally = poll_count (poll);

  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    {
      const PlenumStep *step = plenum_tally_get_step (tally, i);

      if (strcmp (step->kind, "stage") == 0 && step->figures != NULL && ++n_stages == 2)
        votes = step->figures->pdata[2];
    }
  g_assert_nonnull (votes);
  g_assert_cmpstr (votes->name, ==, "votes");
  assert_text (plenum_rational_to_text (votes->values[0]), "6");
  assert_text (plenum_rational_to_text (votes->values[1]), "233333/50000");
  assert_text (plenum_rational_to_text (votes->values[2]), "133333/25000");
  assert_text (tally_winners (tally), "a c b");
  assert_text (tally_ranking (tally), "a > c > b > d > e");
  g_assert_cmpstr (tally_step (tally, "variant"), ==, "Counted by the rules of Scottish council elections with five decimals (SSI 2007/42).");
  g_assert_cmpstr (tally_step (tally, "quota"), ==,
                   "The quota in votes is 6: valid ballots, 20, divided by seats and one more, 4, cut, and one more.");
}

/* Meek's method where only a has a surplus: kf = q ÷ v, found in few rounds. */
static void
test_meek (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "seats=2 rule=meek", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_rank (poll, 7, "a > b");
  poll_rank (poll, 3, "b");
  poll_rank (poll, 5, "c");
  tally = poll_count (poll);
  assert_text (tally_winners (tally), "a c");
  g_assert_cmpstr (tally_step (tally, "variant"), ==, "Counted by Meek’s rule with nine decimals (Proportional Representation Foundation).");
}

/* Ties go by earlier stages; what these do not decide is left open, or falls as the settings say. */
static void
test_ties (void)
{
  struct { const char *settings, *winners; } cases[] = {
    { "seats=1", "b c" },
    { "seats=1 tie_break=order", "b" },
    { "seats=1 tie_break=order order=c", "c" },
    { "seats=1 rule=meek", "b c" },
    { "seats=2", "a b c" },
    { "seats=3", "a b c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("stv", cases[i].settings, 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_rank (poll, 3, "a");
      poll_rank (poll, 2, "b > c");
      poll_rank (poll, 2, "c > b");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
    }
}

/* b and c have 3 in the second stage, but c had 2 in the first: c goes. */
static void
test_looks_back (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_rank (poll, 5, "a");
  poll_rank (poll, 3, "b");
  poll_rank (poll, 2, "c > b");
  poll_rank (poll, 1, "d > c");
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "a > b > c > d");
}

/* From equal ranks or a rank left out on, a ballot is not transferable; where they are
 * first it is not valid. */
static void
test_ballots (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "seats=1", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=1 b=1");
  poll_cast (poll, "b=2");
  poll_cast (poll, "");
  poll_cast_many (poll, 2, "a=1 b=3");
  poll_cast_many (poll, 3, "b=1");
  poll_cast_many (poll, 3, "c=1");
  tally = poll_count (poll);
  g_assert_cmpstr (tally_step (tally, "quota"), ==,
                   "The quota in votes is 5: valid ballots, 8, divided by seats and one more, 2, cut, and one more.");
  assert_text (tally_winners (tally), "b c");
}

static void
test_weights (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("stv", "seats=2", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_weigh (poll, "a=1 b=2", "9/2");
  poll_weigh (poll, "b=1", "3/2");
  poll_weigh (poll, "c=1", "2");
  tally = poll_count (poll); /* quota ⌊8 ÷ 3⌋ + 1 = 3; a's surplus gives b 4.5 × 0.33333 */
  assert_text (tally_winners (tally), "a b");
  assert_text (tally_scores (tally), "a=9/2 b=599997/200000 c=2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stv/by-hand", test_by_hand);
  g_test_add_func ("/stv/meek", test_meek);
  g_test_add_func ("/stv/ties", test_ties);
  g_test_add_func ("/stv/looks-back", test_looks_back);
  g_test_add_func ("/stv/ballots", test_ballots);
  g_test_add_func ("/stv/weights", test_weights);
  return g_test_run ();
}
