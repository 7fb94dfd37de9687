/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods that compare every option with every other. */
#include "polls.h"

#include <string.h>

static const char * const consistent[] = { "condorcet", "schulze", "ranked-pairs", "copeland", "minimax", "kemeny" };

/* The capital of Tennessee, as in test-rounds.c: Nashville, b, wins every duel. */
static void
test_tennessee (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (consistent); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (consistent[i], "", 4);
      g_autoptr (PlenumTally) tally = NULL;

      poll_rank (poll, 42, "a > b > c > d");
      poll_rank (poll, 26, "b > c > d > a");
      poll_rank (poll, 15, "c > d > b > a");
      poll_rank (poll, 17, "d > c > b > a");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), "b");
      assert_text (tally_ranking (tally), strcmp (consistent[i], "minimax") == 0 ? "b > a > c > d" : "b > c > d > a");
      if (strcmp (consistent[i], "minimax") == 0)
        assert_text (tally_scores (tally), "a=16 b=-16 c=36 d=66");
      if (strcmp (consistent[i], "kemeny") == 0) /* 393 pairs agree, Wikipedia "Kemeny–Young method" */
        g_assert_cmpstr (tally_step (tally, "order"), ==,
                         "The best order contradicts the ballots in 207 pairs; every other order in as many or more.");
    }
}

/* Schulze 2011, example 1: 45 voters, no Condorcet winner, e > a > c > b > d. */
static void
add_schulze (PlenumProfile *poll)
{
  poll_rank (poll, 5, "a > c > b > e > d");
  poll_rank (poll, 5, "a > d > e > c > b");
  poll_rank (poll, 8, "b > e > d > a > c");
  poll_rank (poll, 3, "c > a > b > e > d");
  poll_rank (poll, 7, "c > a > e > b > d");
  poll_rank (poll, 2, "c > b > a > d > e");
  poll_rank (poll, 7, "d > c > e > b > a");
  poll_rank (poll, 8, "e > b > a > d > c");
}

static void
test_schulze (void)
{
  const char *settings[] = { "", "measure=margins" };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("schulze", settings[i], 5);
      g_autoptr (PlenumTally) tally = NULL;

      add_schulze (poll);
      tally = poll_count (poll);
      assert_text (tally_ranking (tally), "e > a > c > b > d");
      assert_text (tally_scores (tally), "a=3 b=1 c=2 d=0 e=4");
    }
}

/* The strengths of paths as the paper's table has them. */
static void
test_schulze_paths (void)
{
  static const int expected[5][5] = {
    { 0, 28, 28, 30, 24 }, { 25, 0, 28, 33, 24 }, { 25, 29, 0, 29, 24 }, { 25, 28, 28, 0, 24 }, { 25, 28, 28, 31, 0 },
  };
  g_autoptr (PlenumProfile) poll = poll_new ("schulze", "", 5);
  g_autoptr (PlenumTally) tally = NULL;
  const PlenumFigure *paths = NULL;

  add_schulze (poll);
  tally = poll_count (poll);
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    if (strcmp (plenum_tally_get_step (tally, i)->kind, "paths") == 0)
      paths = plenum_tally_get_step (tally, i)->figures->pdata[0];
  g_assert_nonnull (paths);
  g_assert_cmpint (paths->kind, ==, PLENUM_FIGURE_PAIRS);
  for (guint i = 0; i < 25; i++)
    if (i / 5 != i % 5)
      g_assert_cmpfloat (plenum_rational_to_double (paths->values[i]), ==, expected[i / 5][i % 5]);
}

static void
test_sets (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("condorcet", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  /* a > b > c > a, and d loses to all */
  poll_rank (poll, 1, "a > b > c > d");
  poll_rank (poll, 1, "b > c > a > d");
  poll_rank (poll, 1, "c > a > b > d");
  tally = poll_count (poll);
  assert_text (tally_winners (tally), "");
  assert_text (tally_ranking (tally), "a = b = c > d");
  assert_text (plenum_tally_sentence (tally), "No option wins against every other.");
  g_assert_cmpstr (tally_step (tally, "smith"), ==, "The smallest group that wins against all others (Smith set): “A”, “B” and “C”.");
}

/* a beats b, c ties with both: the Smith set has all, the Schwartz set not b. */
static void
test_schwartz (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("condorcet", "", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_rank (poll, 1, "a > b > c");
  poll_rank (poll, 1, "c > a > b");
  tally = poll_count (poll);
  g_assert_cmpstr (tally_step (tally, "smith"), ==, "The smallest group that wins against all others (Smith set): “A”, “B” and “C”.");
  g_assert_cmpstr (tally_step (tally, "schwartz"), ==, "Those that no other group wins against (Schwartz set): “A” and “C”.");
}

/* Equal strengths on a circle: every order is followed, or the settings decide. */
static void
test_ranked_pairs_ties (void)
{
  struct { const char *settings, *winners; } cases[] = {
    { "", "a b c" },
    { "tie_break=order", "a" },
    { "tie_break=order order=c", "c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("ranked-pairs", cases[i].settings, 3);
      g_autoptr (PlenumTally) tally = NULL;

      poll_rank (poll, 1, "a > b > c");
      poll_rank (poll, 1, "b > c > a");
      poll_rank (poll, 1, "c > a > b");
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
    }
}

/* Ties, what is left out, weights. */
static void
test_matrix (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("copeland", "", 4);
  g_autoptr (PlenumTally) tally = NULL;
  const PlenumFigure *pairs;

  poll_rank (poll, 300, "a = b > c");
  poll_weigh (poll, "c=1 d=2", "7/2");
  poll_weigh (poll, "d=1", "1/3");
  tally = poll_count (poll);
  pairs = plenum_tally_get_step (tally, 2)->figures->pdata[0];
  assert_text (plenum_rational_to_text (pairs->values[0 * 4 + 1]), "0");
  assert_text (plenum_rational_to_text (pairs->values[0 * 4 + 2]), "300");
  assert_text (plenum_rational_to_text (pairs->values[2 * 4 + 0]), "7/2");
  assert_text (plenum_rational_to_text (pairs->values[3 * 4 + 0]), "23/6");
  assert_text (plenum_rational_to_text (pairs->values[2 * 4 + 3]), "607/2");
  assert_text (tally_scores (tally), "a=5/2 b=5/2 c=1 d=0");
}

static void
test_out_of_reach (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("kemeny", "", 13);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_tally_count (poll, NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_OUT_OF_REACH);
}

#define N 4

/* Random ballots, and how many rank each before each. */
static void
fill (PlenumProfile *const *polls, guint n_polls, GRand *random, int before[N][N])
{
  guint n_ballots = g_rand_int_range (random, 1, 12);

  memset (before, 0, sizeof (int) * N * N);
  for (guint i = 0; i < n_ballots; i++)
    {
      int ranks[N];
      g_autofree char *ballot = NULL;

      for (guint a = 0; a < N; a++)
        ranks[a] = g_rand_int_range (random, 1, N + 1);
      for (guint a = 0; a < N; a++)
        for (guint b = 0; b < N; b++)
          before[a][b] += ranks[a] < ranks[b];
      ballot = g_strdup_printf ("a=%d b=%d c=%d d=%d", ranks[0], ranks[1], ranks[2], ranks[3]);
      for (guint p = 0; p < n_polls; p++)
        poll_cast (polls[p], ballot);
    }
}

static void
free_polls (PlenumProfile **polls, guint n_polls)
{
  for (guint i = 0; i < n_polls; i++)
    plenum_profile_free (polls[i]);
}

/* Who wins every duel wins by every method of this kind, alone. */
static void
test_condorcet_consistency (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint n_found = 0;

  for (guint i = 0; i < 3000; i++)
    {
      PlenumProfile *polls[G_N_ELEMENTS (consistent)];
      int before[N][N];
      int winner = -1;

      for (guint p = 0; p < G_N_ELEMENTS (consistent); p++)
        polls[p] = poll_new (consistent[p], "", N);
      fill (polls, G_N_ELEMENTS (consistent), random, before);
      for (int a = 0; a < N; a++)
        {
          guint wins = 0;

          for (int b = 0; b < N; b++)
            wins += before[a][b] > before[b][a];
          if (wins == N - 1)
            winner = a;
        }
      for (guint p = 0; p < G_N_ELEMENTS (consistent) && winner >= 0; p++)
        {
          g_autoptr (PlenumTally) tally = poll_count (polls[p]);
          char id[] = { 'a' + winner, '\0' };

          assert_text (tally_winners (tally), id);
          n_found++;
        }
      free_polls (polls, G_N_ELEMENTS (consistent));
    }
  g_assert_cmpuint (n_found, >, 3000);
}

static void
swap (int *a, int *b)
{
  int held = *a;

  *a = *b;
  *b = held;
}

static gboolean
next_permutation (int *numbers, int n)
{
  int i = n - 2, j = n - 1;

  while (i >= 0 && numbers[i] >= numbers[i + 1])
    i--;
  if (i < 0)
    return FALSE;
  while (numbers[j] <= numbers[i])
    j--;
  swap (&numbers[i], &numbers[j]);
  for (int a = i + 1, b = n - 1; a < b; a++, b--)
    swap (&numbers[a], &numbers[b]);

  return TRUE;
}

/* Kemeny by trying all 24 orders. */
static void
test_kemeny_by_definition (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("kemeny", "", N);
      g_autoptr (PlenumTally) tally = NULL;
      int before[N][N], order[N] = { 0, 1, 2, 3 }, least = G_MAXINT;
      gboolean wins[N] = { FALSE };

      fill (&poll, 1, random, before);
      do
        {
          int cost = 0;

          for (int a = 0; a < N; a++)
            for (int b = a + 1; b < N; b++)
              cost += before[order[b]][order[a]];
          if (cost < least)
            memset (wins, 0, sizeof wins);
          least = MIN (least, cost);
          if (cost == least)
            wins[order[0]] = TRUE;
        }
      while (next_permutation (order, N));

      tally = poll_count (poll);
      for (guint a = 0; a < N; a++)
        g_assert_cmpint (plenum_tally_is_winner (tally, a), ==, wins[a]);
    }
}

typedef struct
{
  int strength, a, b;
} Duel;

static int
compare_duels (gconstpointer a, gconstpointer b)
{
  return ((const Duel *) b)->strength - ((const Duel *) a)->strength;
}

static void
lock_duel (gboolean above[N][N], int a, int b)
{
  if (above[b][a])
    return;
  for (int x = 0; x < N; x++)
    for (int y = 0; y < N; y++)
      if ((x == a || above[x][a]) && (y == b || above[b][y]))
        above[x][y] = TRUE;
}

/* Every order of the duels in which the stronger is not behind the weaker. */
static void
try_orders (const Duel *duels, int n_duels, guint used, int n_used, gboolean above[N][N], gboolean *wins)
{
  int strongest = -1;

  if (n_used == n_duels)
    {
      for (int a = 0; a < N; a++)
        wins[a] |= !above[0][a] && !above[1][a] && !above[2][a] && !above[3][a];
      return;
    }

  for (int i = 0; i < n_duels; i++)
    if ((used & (1u << i)) == 0)
      strongest = MAX (strongest, duels[i].strength);
  for (int i = 0; i < n_duels; i++)
    if ((used & (1u << i)) == 0 && duels[i].strength == strongest)
      {
        gboolean copy[N][N];

        memcpy (copy, above, sizeof copy);
        lock_duel (copy, duels[i].a, duels[i].b);
        try_orders (duels, n_duels, used | (1u << i), n_used + 1, copy, wins);
      }
}

/* Ranked pairs by locking in every order there is. */
static void
test_ranked_pairs_by_definition (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("ranked-pairs", "", N);
      g_autoptr (PlenumTally) tally = NULL;
      int before[N][N], n_duels = 0;
      Duel duels[N * N];
      gboolean above[N][N] = { { FALSE } }, wins[N] = { FALSE };

      fill (&poll, 1, random, before);
      for (int a = 0; a < N; a++)
        for (int b = 0; b < N; b++)
          if (before[a][b] > before[b][a])
            duels[n_duels++] = (Duel) { before[a][b] - before[b][a], a, b };
      qsort (duels, n_duels, sizeof (Duel), compare_duels);
      try_orders (duels, n_duels, 0, 0, above, wins);
      tally = poll_count (poll);
      for (guint a = 0; a < N; a++)
        g_assert_cmpint (plenum_tally_is_winner (tally, a), ==, wins[a]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pairs/tennessee", test_tennessee);
  g_test_add_func ("/pairs/schulze", test_schulze);
  g_test_add_func ("/pairs/schulze-paths", test_schulze_paths);
  g_test_add_func ("/pairs/sets", test_sets);
  g_test_add_func ("/pairs/schwartz", test_schwartz);
  g_test_add_func ("/pairs/ranked-pairs-ties", test_ranked_pairs_ties);
  g_test_add_func ("/pairs/matrix", test_matrix);
  g_test_add_func ("/pairs/out-of-reach", test_out_of_reach);
  g_test_add_func ("/pairs/condorcet-consistency", test_condorcet_consistency);
  g_test_add_func ("/pairs/kemeny-by-definition", test_kemeny_by_definition);
  g_test_add_func ("/pairs/ranked-pairs-by-definition", test_ranked_pairs_by_definition);
  return g_test_run ();
}
