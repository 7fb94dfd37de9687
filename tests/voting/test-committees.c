/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several are chosen by approval, and money is spent. */
#include "plenum-other-methods.h"
#include "polls.h"

#include <string.h>

static const char * const committees[] = { "pav", "seqpav", "phragmen" };

/* Where people vote for lists, all three are the method of D'Hondt (Janson 2016; Brill,
 * Laslier and Skowron 2018): of 5 seats, 53, 24 and 23 votes get 3, 1 and 1. */
static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (committees[i], "seats=5 tie_break=order", 12);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast_many (poll, 53, "a=1 b=1 c=1 d=1");
      poll_cast_many (poll, 24, "e=1 f=1 g=1 h=1");
      poll_cast_many (poll, 23, "i=1 j=1 k=1 l=1");
      tally = poll_count (poll);
      for (guint j = 0; j < 12; j++)
        g_assert_cmpint (plenum_tally_is_winner (tally, j), ==, j < 3 || j == 4 || j == 8);
    }
}

/* Every list on its own is tied inside, which is said and not decided. */
static void
test_ties (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (committees[i], "seats=2", 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast_many (poll, 3, "a=1");
      poll_cast_many (poll, 2, "b=1 c=1");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), "a b c");
      assert_text (plenum_tally_sentence (tally), "“A” is chosen; “B” and “C” are tied for what is left: 1.");
    }
}

/* Weights: 5/2 and 1 against 3. */
static void
test_weights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (committees); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (committees[i], "", 3);
      g_autoptr (PlenumTally) tally = NULL;

      poll_weigh (poll, "a=1", "5/2");
      poll_weigh (poll, "a=1 c=1", "1");
      poll_weigh (poll, "b=1", "3");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), "a");
      assert_text (tally_scores (tally), "a=7/2 b=3 c=1");
    }
}

static void
test_out_of_reach (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("pav", "", 21);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_tally_count (poll, NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_OUT_OF_REACH);
}

static PlenumProfile *
budget_new (const char *method, const char *settings, const char *costs)
{
  PlenumProfile *poll = poll_new (method, settings, 0);
  g_auto (GStrv) all = g_strsplit (costs, " ", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; all[i] != NULL; i++)
    {
      char id[] = { 'a' + i, '\0' };

      g_assert_true (plenum_profile_add_option (poll, id, id, all[i], &error));
    }

  return poll;
}

/* The majority of 6 wants a and b, the others c. Greedily the majority gets it all;
 * with equal shares of 10 each group decides about its part. */
static void
test_budget (void)
{
  struct { const char *method, *settings, *winners; } cases[] = {
    { "greedy-budget", "budget=100", "a b" },
    { "greedy-budget", "budget=100 by=votes-per-cost", "c b" },
    { "greedy-budget", "budget=39", "c" },
    { "greedy-budget", "budget=19.99", "" },
    { "equal-shares", "budget=100 completion=none", "a c" },
    { "equal-shares", "budget=100 completion=greedy", "a c" },
    { "equal-shares", "budget=120 completion=add1", "a b c" },
    { "equal-shares", "budget=110 completion=add1", "a c" },
    { "equal-shares", "budget=110 completion=add1u", "a c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = budget_new (cases[i].method, cases[i].settings, "55 45 20");
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast_many (poll, 6, "a=1 b=1");
      poll_cast_many (poll, 4, "c=1");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
    }
}

/* Six people give 1 point to a and 2 to b, four give 3 to c: 6, 12 and 12 points. Greedily
 * b comes before c, as in the list. A share of 6.5 lets the six pay 39 together, which is
 * less than b costs, and the four 26, so that c is bought. */
static void
test_points (void)
{
  struct { const char *method, *settings, *winners; } cases[] = {
    { "greedy-budget", "points=3 budget=60", "b" },
    { "greedy-budget", "points=3 budget=65", "b c" },
    { "greedy-budget", "budget=65", "b c" },
    { "equal-shares", "points=3 budget=65 completion=none", "c" },
    { "equal-shares", "points=3 budget=65 completion=none utility=cardinality", "c" },
    { "equal-shares", "points=3 budget=65 completion=greedy", "c b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = budget_new (cases[i].method, cases[i].settings, "55 45 20");
      g_autoptr (PlenumProfile) same = NULL;
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast_many (poll, 6, "a=1 b=2");
      poll_cast_many (poll, 4, "c=3");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
      assert_text (tally_scores (tally), "a=6 b=12 c=12");
      assert_text (plenum_tally_describe_score (tally, 1), "12 points");

      /* The other method reads the same ballots by the same limits. */
      same = plenum_profile_new_as (poll, plenum_method_find ("greedy-budget"), NULL);
      g_assert_nonnull (same);
      g_assert_cmpint (plenum_profile_get_integer (same, "points"), ==, plenum_profile_get_integer (poll, "points"));
    }
}

static void
assert_points (const char *settings, const char *ballot, gboolean fits)
{
  g_autoptr (PlenumProfile) poll = budget_new ("equal-shares", settings, "55 45 20");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (poll_try (poll, ballot, "paper", 1, NULL, &error), ==, fits);
  if (!fits)
    g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_TOO_MUCH);
}

static void
test_points_limits (void)
{
  g_autoptr (PlenumProfile) points = budget_new ("equal-shares", "budget=65 points=5 most=3", "55 45 20");
  g_autoptr (PlenumProfile) choose = budget_new ("equal-shares", "budget=65", "55 45 20");

  g_assert_cmpint (plenum_profile_get_paper_kind (points), ==, PLENUM_PAPER_POINTS);
  g_assert_cmpint (plenum_profile_get_paper_kind (choose), ==, PLENUM_PAPER_UTILITIES);
  assert_text (plenum_profile_describe_paper (points), "Give up to 5 points, at most 3 to one option.");
  assert_text (plenum_profile_describe_paper (choose), "Choose as many options as you like.");
  assert_points ("budget=65 points=5 most=3", "a=3 b=2", TRUE);
  assert_points ("budget=65 points=5 most=3", "a=4", FALSE);
  assert_points ("budget=65 points=5 most=3", "a=3 b=2 c=1", FALSE);
  assert_points ("budget=65 points=5", "a=5", TRUE);
  assert_points ("budget=65 points=5", "a=5 b=1", FALSE);

  /* An election that was held elsewhere had limits of its own. */
  assert_points ("budget=65", "a=461", TRUE);
}

static void
test_budget_errors (void)
{
  g_autoptr (PlenumProfile) no_budget = budget_new ("equal-shares", "", "5");
  g_autoptr (PlenumProfile) no_cost = poll_new ("greedy-budget", "budget=5", 1);
  g_autoptr (GError) budget_error = NULL;
  g_autoptr (GError) cost_error = NULL;

  g_assert_null (plenum_tally_count (no_budget, NULL, &budget_error));
  g_assert_error (budget_error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_SETTING);
  g_assert_null (plenum_tally_count (no_cost, NULL, &cost_error));
  g_assert_error (cost_error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_NO_COST);
}

#define N 5

/* Peters, Pierczyński and Skowron 2021: with options of cost 1 and a budget of k, a group of
 * l ÷ k of the voters with l options in common has a member with l of them funded (EJR). */
static void
test_justified_representation (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (10);

  for (guint round = 0; round < 1000; round++)
    {
      guint n_voters = g_rand_int_range (random, 2, 10), k = g_rand_int_range (random, 1, N);
      g_autofree char *settings = g_strdup_printf ("budget=%u completion=none utility=cardinality", k);
      g_autoptr (PlenumProfile) poll = budget_new ("equal-shares", settings, "1 1 1 1 1");
      g_autoptr (PlenumTally) tally = NULL;
      guint sets[10], funded = 0;

      for (guint v = 0; v < n_voters; v++)
        {
          g_autoptr (GString) ballot = g_string_new (NULL);

          sets[v] = g_rand_int_range (random, 1, 1 << N);
          for (guint i = 0; i < N; i++)
            if ((sets[v] & (1u << i)) != 0)
              g_string_append_printf (ballot, "%s%c=1", ballot->len > 0 ? " " : "", 'a' + i);
          poll_cast (poll, ballot->str);
        }
      tally = poll_count (poll);
      for (guint i = 0; i < N; i++)
        funded |= plenum_tally_is_winner (tally, i) ? 1u << i : 0;
      g_assert_cmpuint (__builtin_popcount (funded), <=, k);

      for (guint common = 1; common < 1u << N; common++)
        {
          guint l = __builtin_popcount (common), supporters = 0, best = 0;

          for (guint v = 0; v < n_voters; v++)
            if ((sets[v] & common) == common)
              {
                supporters++;
                best = MAX (best, (guint) __builtin_popcount (sets[v] & funded));
              }
          if (supporters * k >= l * n_voters)
            g_assert_cmpuint (best, >=, l);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/committees/lists", test_lists);
  g_test_add_func ("/committees/ties", test_ties);
  g_test_add_func ("/committees/weights", test_weights);
  g_test_add_func ("/committees/out-of-reach", test_out_of_reach);
  g_test_add_func ("/committees/budget", test_budget);
  g_test_add_func ("/committees/points", test_points);
  g_test_add_func ("/committees/points-limits", test_points_limits);
  g_test_add_func ("/committees/budget-errors", test_budget_errors);
  g_test_add_func ("/committees/justified-representation", test_justified_representation);
  return g_test_run ();
}
