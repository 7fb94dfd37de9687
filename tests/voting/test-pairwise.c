/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons of two: what stands on a ballot, and the strengths behind them. */
#include "plenum-bradley-terry.h"
#include "plenum-comparisons.h"
#include "polls.h"

#include <math.h>
#include <string.h>

static GArray *
read_choices (const char *ballot)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  g_auto (GStrv) values = g_strsplit (ballot, " ", -1);

  for (guint i = 0; values[i] != NULL; i++)
    {
      PlenumChoice choice = { i, g_ascii_strtoll (values[i], NULL, 10) };

      if (strcmp (values[i], "-") != 0)
        g_array_append_val (choices, choice);
    }

  return plenum_comparisons_read ((const PlenumChoice *) choices->data, choices->len);
}

static void
test_ballots (void)
{
  /* by option, "-" for none; what they say: better, then other or "=" */
  struct { const char *ballot, *says; } cases[] = {
    { "", "" },
    { "1 2", "0>1" },
    { "1 0", "0>1" },
    { "0 1", "1>0" },
    { "1 1", "0=1" },
    { "11 2 20", "0>1 0>2" },
    { "- 1 - 2", "1>3" },
    { "100 200", "0>1" },
    { "12 - 21", "2>0 0>2" },
    { "100000000000001 2 200000000000000", "0>1 0>2" },
    { "1", NULL },
    { "2 2", NULL },
    { "1 3", NULL },
    { "1 1 1", NULL },
    { "1 2 2", NULL },
    { "1 0 0", NULL },
    { "-1 1", NULL },
    { "0 0", NULL },
    { "1000000000000000 2000000000000000", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) read = read_choices (cases[i].ballot);
      g_autoptr (GString) says = g_string_new (NULL);

      for (guint j = 0; read != NULL && j < read->len; j++)
        {
          const PlenumComparison *one = &g_array_index (read, PlenumComparison, j);

          g_string_append_printf (says, "%s%u%s%u", j > 0 ? " " : "", one->better, one->equal ? "=" : ">", one->other);
        }
      g_assert_cmpstr (read != NULL ? says->str : NULL, ==, cases[i].says);
    }
}

/* What is written is read again, for all pairs that fit on a ballot. */
static void
test_written (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (GArray) pairs = plenum_comparisons_propose (g_rand_int_range (random, 2, 12), PLENUM_MOST_COMPARISONS, i);
      g_autoptr (GArray) choices = NULL;
      g_autoptr (GArray) again = NULL;

      for (guint j = 0; j < pairs->len; j++)
        g_array_index (pairs, PlenumComparison, j).equal = g_rand_boolean (random);
      choices = plenum_comparisons_write ((const PlenumComparison *) pairs->data, pairs->len);
      again = plenum_comparisons_read ((const PlenumChoice *) choices->data, choices->len);
      g_assert_nonnull (again);
      g_assert_cmpuint (again->len, ==, pairs->len);
      for (guint j = 0; j < pairs->len; j++)
        {
          const PlenumComparison *one = &g_array_index (pairs, PlenumComparison, j);
          const PlenumComparison *other = &g_array_index (again, PlenumComparison, j);

          g_assert_cmpint (one->equal, ==, other->equal);
          g_assert_true ((one->better == other->better && one->other == other->other)
                         || (one->equal && one->better == other->other && one->other == other->better));
        }
    }
}

/* Nobody is asked the same twice, and over all people every pair comes up as often. */
static void
test_proposed (void)
{
  for (guint n = 0; n < 14; n++)
    for (guint most = 1; most <= PLENUM_MOST_COMPARISONS; most++)
      {
        guint even = n + n % 2;
        g_autofree guint *asked = g_new0 (guint, n * n + 1);
        guint n_turns = n < 2 ? 1 : (even - 1) * even / 2;

        for (guint turn = 0; turn < n_turns; turn++)
          {
            g_autoptr (GArray) pairs = plenum_comparisons_propose (n, most, turn);

            g_assert_cmpuint (pairs->len, ==, MIN (most, n * (n - (n > 0)) / 2));
            for (guint i = 0; i < pairs->len; i++)
              {
                const PlenumComparison *pair = &g_array_index (pairs, PlenumComparison, i);

                g_assert_cmpuint (pair->better, !=, pair->other);
                asked[MIN (pair->better, pair->other) * n + MAX (pair->better, pair->other)]++;
                for (guint j = 0; j < i; j++)
                  {
                    const PlenumComparison *before = &g_array_index (pairs, PlenumComparison, j);

                    g_assert_false ((before->better == pair->better && before->other == pair->other)
                                    || (before->better == pair->other && before->other == pair->better));
                  }
              }
          }
        for (guint i = 0; n % 2 == 0 && i < n; i++)
          for (guint j = i + 1; j < n; j++)
            g_assert_cmpuint (asked[i * n + j], ==, asked[1]);
      }
}

static void
cast_wins (PlenumProfile *poll, const int *wins, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        g_autofree char *ballot = g_strdup_printf ("%c=1 %c=2", 'a' + i, 'a' + j);

        poll_cast_many (poll, wins[i * n + j], ballot);
      }
}

static double
get_figure (PlenumTally *tally, const char *kind, const char *name, guint option)
{
  const PlenumStep *step = plenum_tally_find_step (tally, kind);
  const PlenumFigure *figure = step != NULL ? plenum_step_find_figure (step, name) : NULL;

  g_assert_nonnull (figure);
  return plenum_rational_to_double (figure->values[option]);
}

/* Four options and 22 comparisons: Wikipedia, "Bradley–Terry model", which
 * gives 0.640, 1.043, 0.660, 2.270 with a geometric mean of 1. */
static void
test_published (void)
{
  static const int wins[] = { 0, 2, 0, 1, 3, 0, 5, 0, 0, 3, 0, 1, 4, 0, 3, 0 };
  static const double published[] = { 0.640, 1.043, 0.660, 2.270 };
  g_autoptr (PlenumProfile) poll = poll_new ("pairwise", "prior=0", 4);
  g_autoptr (PlenumTally) tally = NULL;
  double mean = 1;

  cast_wins (poll, wins, 4);
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "d > b > c > a");
  for (guint i = 0; i < 4; i++)
    mean *= sqrt (sqrt (get_figure (tally, "strengths", "strengths", i)));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (lround (get_figure (tally, "strengths", "strengths", i) / mean * 1000), ==, lround (published[i] * 1000));
  assert_text (plenum_tally_describe_score (tally, 3), "74.7 % ± 15.7");
  g_assert_cmpstr (tally_step (tally, "prior"), ==, "");
  g_assert_cmpstr (tally_step (tally, "doubt"), !=, "");
}

/* The American League East of 1987: Agresti, "Categorical Data Analysis", table 10.10
 * of the second edition (2002). Logarithms of the strengths, Baltimore being 0, to
 * two digits, and those of the standard errors that differ from option to option. */
static void
test_published_league (void)
{
  static const int wins[] = { /* Milwaukee, Detroit, Toronto, New York, Boston, Cleveland, Baltimore */
    0, 7, 9, 7, 7, 9, 11,
    6, 0, 7, 5, 11, 9, 9,
    4, 6, 0, 7, 7, 8, 12,
    6, 8, 6, 0, 6, 7, 10,
    6, 2, 6, 7, 0, 7, 12,
    4, 4, 5, 6, 6, 0, 6,
    2, 4, 1, 3, 1, 7, 0,
  };
  static const int published[] = { 158, 144, 129, 125, 111, 68, 0 };
  g_autoptr (PlenumProfile) poll = poll_new ("pairwise", "prior=0", 7);
  g_autoptr (PlenumTally) tally = NULL;

  cast_wins (poll, wins, 7);
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "a > b > c > d > e > f > g");
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (lround (100 * log (get_figure (tally, "strengths", "strengths", i)
                                        / get_figure (tally, "strengths", "strengths", 6))), ==, published[i]);
}

/* By the strengths, each option would win what it has won, imaginary draws included,
 * and that is the sign that they are the estimate of greatest likelihood. */
static void
test_likelihood (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint i = 0; i < 300; i++)
    {
      guint n = g_rand_int_range (random, 2, 8);
      int wins[64] = { 0 };
      g_autoptr (PlenumProfile) poll = poll_new ("pairwise", i % 2 == 0 ? "prior=1/4" : "prior=2", n);
      g_autoptr (PlenumTally) tally = NULL;
      double prior = i % 2 == 0 ? 0.25 : 2;

      for (guint j = 0; j < n * n; j++)
        if (j % n != j / n && g_rand_boolean (random))
          wins[j] = g_rand_int_range (random, 0, i % 10 == 0 ? 200 : 4);
      cast_wins (poll, wins, n);
      tally = poll_count (poll);
      for (guint a = 0; a < n; a++)
        {
          double p = get_figure (tally, "strengths", "strengths", a);
          double surplus = prior * (0.5 - p / (p + 1));

          for (guint b = 0; b < n; b++)
            surplus += b == a ? 0 : wins[a * n + b] - (wins[a * n + b] + wins[b * n + a])
                                    * p / (p + get_figure (tally, "strengths", "strengths", b));
          g_assert_cmpfloat_with_epsilon (surplus, 0, 1e-5);
        }
    }
}

static void
test_ties (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("pairwise", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  /* a and b drew, and stand alike to c; d was never compared */
  poll_cast (poll, "a=11 b=1 c=20");
  poll_cast (poll, "b=1 c=2");
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "a = b > d > c");
  assert_text (tally_winners (tally), "a b");
  g_assert_cmpuint (plenum_tally_get_n_ties (tally), ==, 1);
  g_assert_cmpint (plenum_tally_get_count (tally, 0, 1), ==, 1);
  g_assert_cmpstr (tally_step (tally, "never-compared"), ==, "“D” was never compared, and is taken for average.");
  assert_text (plenum_tally_describe_score (tally, 3), "50 % ± 49.9");
}

/* Without draws where nothing can be estimated: an option that only won. */
static void
test_unconnected (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("pairwise", "prior=0", 4);
  g_autoptr (PlenumProfile) same = poll_new ("pairwise", "prior=1", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTally) other = NULL;
  g_autofree char *scores = NULL;

  poll_cast (poll, "a=1 b=2");
  poll_cast (poll, "c=1 d=2");
  poll_cast (same, "a=1 b=2");
  poll_cast (same, "c=1 d=2");
  tally = poll_count (poll);
  other = poll_count (same);
  scores = tally_scores (other);
  assert_text (tally_scores (tally), scores);
  assert_text (tally_ranking (tally), "a = c > b = d");
  g_assert_true (g_str_has_prefix (tally_step (tally, "unconnected"), "The comparisons leave 2 groups"));
  g_assert_true (g_str_has_prefix (tally_step (tally, "prior"), "Some options only won"));
  g_assert_true (g_str_has_prefix (tally_step (other, "prior"), "So that an option"));
}

static void
test_weights (void)
{
  g_autoptr (PlenumProfile) heavy = poll_new ("pairwise", "", 3);
  g_autoptr (PlenumProfile) light = poll_new ("pairwise", "", 3);
  g_autoptr (PlenumTally) one = NULL;
  g_autoptr (PlenumTally) other = NULL;
  g_autofree char *scores = NULL;

  poll_weigh (heavy, "a=1 b=2", "3");
  poll_weigh (heavy, "b=1 c=2", "2");
  poll_cast_many (light, 3, "a=1 b=2");
  poll_cast_many (light, 2, "b=1 c=2");
  one = poll_count (heavy);
  other = poll_count (light);
  scores = tally_scores (other);
  assert_text (tally_scores (one), scores);
}

static void
test_refused (void)
{
  struct { const char *ballot; int code; const char *says; } cases[] = {
    { "a=1", PLENUM_VOTING_ERROR_INVALID_VALUE, "digit" },
    { "a=11 b=22", PLENUM_VOTING_ERROR_REPEATED_OPTION, "“A” and “B”" },
    { "a=21 b=12", PLENUM_VOTING_ERROR_REPEATED_OPTION, "twice" },
    { "a=111 b=2 c=20 d=200", PLENUM_VOTING_ERROR_TOO_MUCH, "3 comparisons, and at most 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("pairwise", "comparisons=2", 4);
      g_autoptr (GError) error = NULL;

      g_assert_false (poll_try (poll, cases[i].ballot, "screen", 1, NULL, &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_limits (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("pairwise", "", PLENUM_MOST_STRENGTHS + 1);
  g_autoptr (PlenumProfile) small = poll_new ("pairwise", "", 2);
  g_autoptr (PlenumProfile) single = poll_new ("pairwise", "", 1);
  g_autoptr (PlenumTally) nothing = poll_count (single);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_tally_count (poll, NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_OUT_OF_REACH);
  g_clear_error (&error);

  poll_cast (small, "a=1 b=2");
  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_tally_count (small, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  assert_text (plenum_tally_sentence (nothing), "Nobody has voted.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pairwise/ballots", test_ballots);
  g_test_add_func ("/pairwise/written", test_written);
  g_test_add_func ("/pairwise/proposed", test_proposed);
  g_test_add_func ("/pairwise/published", test_published);
  g_test_add_func ("/pairwise/published-league", test_published_league);
  g_test_add_func ("/pairwise/likelihood", test_likelihood);
  g_test_add_func ("/pairwise/ties", test_ties);
  g_test_add_func ("/pairwise/unconnected", test_unconnected);
  g_test_add_func ("/pairwise/weights", test_weights);
  g_test_add_func ("/pairwise/refused", test_refused);
  g_test_add_func ("/pairwise/limits", test_limits);
  return g_test_run ();
}
