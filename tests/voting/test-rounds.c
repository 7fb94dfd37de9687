/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods that count first choices, in one round or several. */
#include "polls.h"

#include <string.h>

/* The capital of Tennessee, an example that Wikipedia and many textbooks count by
 * every method: 42 % Memphis, 26 % Nashville, 15 % Chattanooga, 17 % Knoxville. */
static void
add_tennessee (PlenumProfile *poll)
{
  poll_rank (poll, 42, "a > b > c > d");
  poll_rank (poll, 26, "b > c > d > a");
  poll_rank (poll, 15, "c > d > b > a");
  poll_rank (poll, 17, "d > c > b > a");
}

static void
test_tennessee (void)
{
  struct { const char *method, *ranking, *scores; } cases[] = {
    { "plurality", "a > b > d > c", "a=42 b=26 c=15 d=17" },
    { "runoff", "b > a > d > c", "a=42 b=26 c=15 d=17" },
    { "irv", "d > a > b > c", "a=42 b=26 c=15 d=58" },
    { "borda", "b > c > a > d", "a=126 b=194 c=173 d=107" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (cases[i].method, "", 4);
      g_autoptr (PlenumTally) tally = NULL;

      add_tennessee (poll);
      tally = poll_count (poll);
      assert_text (tally_ranking (tally), cases[i].ranking);
      assert_text (tally_scores (tally), cases[i].scores);
    }
}

static void
test_irv_rounds (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("irv", "", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_tennessee (poll);
  tally = poll_count (poll);
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    if (strcmp (plenum_tally_get_step (tally, i)->kind, "round") == 0)
      g_string_append_printf (text, "%s\n", plenum_tally_get_step (tally, i)->text);
  g_assert_cmpstr (text->str, ==,
                   "Round 1: “C” has the fewest votes, 15, and drops out.\n"
                   "Round 2: “B” has the fewest votes, 26, and drops out.\n"
                   "Round 3: “A” has the fewest votes, 42, and drops out.\n");
}

/* a 4, b 2, c 2, d 1: the setting says who goes when b and c are last. */
static void
test_irv_ties (void)
{
  struct { const char *settings, *ranking, *winners; } cases[] = {
    { "ties=together", "a > b = c > d", "a" },
    { "ties=earlier", "a > c > b > d", "a" },
    { "ties=lot tie_break=order", "a > b > c > d", "a" },
    { "ties=lot tie_break=order order=c,b", "a > c > b > d", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("irv", cases[i].settings, 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_rank (poll, 7, "a");
      poll_rank (poll, 2, "b > a");
      poll_rank (poll, 3, "c > a");
      poll_rank (poll, 1, "d > b");
      tally = poll_count (poll);
      assert_text (tally_ranking (tally), cases[i].ranking);
      assert_text (tally_winners (tally), cases[i].winners);
    }
}

/* Where a tie for last decides who wins and nobody said how it falls, both can. */
static void
test_irv_undecided (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("irv", "ties=lot", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_rank (poll, 3, "a");
  poll_rank (poll, 2, "b > c");
  poll_rank (poll, 2, "c > b");
  tally = poll_count (poll);
  assert_text (tally_winners (tally), "b c");
  assert_text (tally_ranking (tally), "b = c > a");
  g_assert_cmpuint (plenum_tally_get_n_ties (tally), ==, 1);
  g_assert_cmpuint (plenum_tally_get_tie (tally, 0)->seats, ==, 1);
  assert_text (plenum_tally_sentence (tally), "“B” and “C” are tied, and 1 of them can be chosen.");
}

/* Equal ranks end a ballot, a rank left out does not. */
static void
test_irv_ballots (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("irv", "", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=1 b=3");
  poll_cast (poll, "a=7");
  poll_cast (poll, "b=1 a=2 c=2");
  poll_cast (poll, "b=1 c=1");
  poll_cast (poll, "");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=2 b=1 c=0");
  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 5);
}

static void
test_runoff (void)
{
  struct { const char *settings; const char *ballots[6]; const char *winners, *ranking; } cases[] = {
    { "", { "a", "a", "b", NULL }, "a", "a > b > c" },
    { "", { "a > c", "a > c", "b > c", "b > c", "c > b", NULL }, "b", "b > a > c" },
    { "", { "a > c", "a > b", "b > c", "c > b", NULL }, "a b c", "a > b = c" }, /* b or c meets a: 2 to 2 */
    { "tie_break=order", { "a > c", "b > c", "c > b", NULL }, "b", "b > a > c" },
    { "", { NULL }, "", "a = b = c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("runoff", cases[i].settings, 3);
      g_autoptr (PlenumTally) tally = NULL;

      for (guint j = 0; cases[i].ballots[j] != NULL; j++)
        poll_rank (poll, 1, cases[i].ballots[j]);
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
      assert_text (tally_ranking (tally), cases[i].ranking);
    }
}

/* Emerson 2013: what is left out shares the average of what is left, or gets nothing. */
static void
test_borda_unranked (void)
{
  struct { const char *settings, *scores; } cases[] = {
    { "", "a=9/2 b=6 c=6 d=3/2" },
    { "unranked=zero", "a=4 b=5 c=5 d=0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("borda", cases[i].settings, 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_rank (poll, 1, "a");
      poll_rank (poll, 1, "b = c");
      poll_rank (poll, 1, "");
      poll_rank (poll, 1, "b = c > a > d");
      tally = poll_count (poll);
      assert_text (tally_scores (tally), cases[i].scores);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rounds/tennessee", test_tennessee);
  g_test_add_func ("/rounds/irv-rounds", test_irv_rounds);
  g_test_add_func ("/rounds/irv-ties", test_irv_ties);
  g_test_add_func ("/rounds/irv-undecided", test_irv_undecided);
  g_test_add_func ("/rounds/irv-ballots", test_irv_ballots);
  g_test_add_func ("/rounds/runoff", test_runoff);
  g_test_add_func ("/rounds/borda-unranked", test_borda_unranked);
  return g_test_run ();
}
