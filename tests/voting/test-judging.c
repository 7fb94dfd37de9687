/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Methods whose ballots judge each option by itself. */
#include "plenum-reasons.h"
#include "polls.h"

#include <string.h>

static void
test_score (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("score", "", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=5 b=3 c=0");
  poll_cast (poll, "a=0 b=4");
  poll_weigh (poll, "b=1 c=5", "1/2");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=5 b=15/2 c=5/2");
  assert_text (tally_ranking (tally), "b > a > c");
  assert_text (plenum_tally_describe_score (tally, 1), "7.50 points");
  g_assert_cmpint (plenum_tally_get_count (tally, 0, 0), ==, 2);
}

/* Of the same ballots: by mean among those who scored it, or with the lowest number
 * from the others. */
static void
test_score_settings (void)
{
  struct { const char *settings, *scores, *ranking; } cases[] = {
    { "by=sum", "a=5 b=6 c=4", "b > a > c" },
    { "by=mean", "a=5 b=3 c=4", "a > c > b" },
    { "by=mean unscored=lowest", "a=5/2 b=3 c=2", "b > a > c" },
    { "by=sum unscored=lowest minimum=1", "a=6 b=6 c=5", "a = b > c" },
    { "by=sum minimum=-5", "a=5 b=6 c=4", "b > a > c" },
    { "by=sum minimum=-5 unscored=lowest", "a=0 b=6 c=-1", "b > a > c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("score", cases[i].settings, 3);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast (poll, "a=5 b=3");
      poll_cast (poll, "b=3 c=4");
      tally = poll_count (poll);
      assert_text (tally_scores (tally), cases[i].scores);
      assert_text (tally_ranking (tally), cases[i].ranking);
    }
}

/* Four of ten candidates of the 2012 French presidential election, in hundredths of
 * a percent: Balinski and Laraki, "Judge: Don't Vote!", Operations Research 62
 * (2014), survey by OpinionWay for Terra Nova. */
static void
test_majority_judgement_published (void)
{
  static const int given[4][7] = {
    { 1248, 1615, 1642, 1167, 1479, 1425, 1424 }, /* Hollande: Acceptable+ */
    { 258, 977, 2171, 2524, 2008, 1194, 868 },    /* Bayrou: Acceptable−; 8.69 in print, where it adds up to 100.01 */
    { 963, 1235, 1628, 1099, 1113, 787, 3175 },   /* Sarkozy: Mediocre+, 49.25 better */
    { 543, 950, 1289, 1465, 1710, 1506, 2537 },   /* Mélenchon: Mediocre+, 42.47 better */
  };
  g_autoptr (PlenumProfile) poll = poll_new ("majority-judgement", "grades=excellent,very_good,good,acceptable,mediocre,poor,reject", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  for (int voter = 0; voter < 10000; voter++)
    {
      PlenumChoice choices[4];
      PlenumPaper paper = { "import", 1, NULL, choices, 4 };

      for (guint i = 0; i < 4; i++)
        {
          int rest = voter, grade = 0;

          while (grade < 6 && rest >= given[i][grade])
            rest -= given[i][grade++];
          choices[i] = (PlenumChoice) { i, grade + 1 };
        }
      plenum_profile_add_ballot (poll, &paper, 1, &error);
      g_assert_no_error (error);
    }

  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=4 b=4 c=5 d=5");
  assert_text (tally_ranking (tally), "a > b > c > d");
  assert_text (plenum_tally_sentence (tally), "“A” is chosen.");
  assert_text (plenum_tally_describe_score (tally, 0), "majority grade “acceptable”");
}

/* The definition, one median after the other. */
static int
compare_by_removing (const int *a, const int *b, guint n)
{
  int one[40], other[40];

  memcpy (one, a, n * sizeof *a);
  memcpy (other, b, n * sizeof *b);
  for (; n > 0; n--)
    {
      guint middle = n % 2 == 1 ? (n - 1) / 2 : n / 2; /* sorted best first: the lower of two is the later */

      if (one[middle] != other[middle])
        return one[middle] < other[middle] ? -1 : 1;
      memmove (one + middle, one + middle + 1, (n - 1 - middle) * sizeof *one);
      memmove (other + middle, other + middle + 1, (n - 1 - middle) * sizeof *other);
    }

  return 0;
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
test_majority_judgement_by_definition (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("majority-judgement", "", 2);
      g_autoptr (PlenumTally) tally = NULL;
      guint n = g_rand_int_range (random, 1, 20);
      int grades[2][40];
      int order;

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *ballot = NULL;

          grades[0][j] = g_rand_int_range (random, 2, 5);
          grades[1][j] = g_rand_int_range (random, 2, 5);
          ballot = g_strdup_printf ("a=%d b=%d", grades[0][j], grades[1][j]);
          poll_cast (poll, ballot);
        }
      qsort (grades[0], n, sizeof (int), compare_ints);
      qsort (grades[1], n, sizeof (int), compare_ints);
      order = compare_by_removing (grades[0], grades[1], n);
      tally = poll_count (poll);
      assert_text (tally_ranking (tally), order < 0 ? "a > b" : order > 0 ? "b > a" : "a = b");
    }
}

/* What is left blank has the worst grade. */
static void
test_majority_judgement_blank (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("majority-judgement", "", 2);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=5 b=1");
  poll_cast (poll, "a=5");
  poll_cast (poll, "a=5");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=5 b=6");
  assert_text (plenum_tally_describe_score (tally, 1), "majority grade “insufficient”");
  assert_text (tally_ranking (tally), "a > b");
}

static void
test_consensing (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("consensing", "passive=c", 4);
  g_autoptr (PlenumTally) tally = NULL;
  const PlenumStep *step = NULL;

  /* a splits the group; b hurts a little; c is the passive one; d is worse than it */
  poll_cast (poll, "a=0 b=3 c=5 d=10");
  poll_cast (poll, "a=0 b=2 c=5 d=9");
  poll_cast (poll, "a=10 b=3 c=5 d=8");
  poll_cast (poll, "a=10 c=5 d=10");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=20 b=8 c=20 d=37");
  assert_text (tally_ranking (tally), "b > a = c > d");
  assert_text (tally_winners (tally), "b");
  g_assert_cmpstr (tally_step (tally, "worse-than-passive"), ==, "“D” meets more resistance than “C”.");

  step = plenum_tally_find_step (tally, "acceptance");
  g_assert_nonnull (step);
  assert_text (plenum_rational_to_text (((PlenumFigure *) step->figures->pdata[0])->values[1]), "4/5");
  assert_text (plenum_rational_to_text (((PlenumFigure *) step->figures->pdata[1])->values[0]), "1");
  assert_text (plenum_rational_to_text (((PlenumFigure *) step->figures->pdata[1])->values[2]), "0");
}

static void
test_consent (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("consent", "quorum=3", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=0 b=1 c=2");
  poll_cast (poll, "a=0 b=0 c=0");
  poll_cast (poll, "a=0 b=1 c=0 d=0");
  tally = poll_count (poll);
  assert_text (tally_winners (tally), "a b");
  assert_text (tally_ranking (tally), "a > b > d > c");
  assert_text (plenum_tally_sentence (tally), "“A” and “B” pass: nobody objects.");
  g_assert_cmpstr (tally_step (tally, "integrate"), ==, "“C” does not pass: 1 objection has to be integrated.");
  g_assert_cmpstr (tally_step (tally, "no-quorum"), ==, "“D” does not pass: 1 person has answered, and 3 are needed.");
}

/* Reasons stand with their proposal, objections first, and in no order of ballots. */
static void
test_consent_reasons (void)
{
  static const struct { guint option; gint64 value; const char *text; } given[] = {
    { 1, 2, "The street is too narrow" }, { 0, 1, "Who pays?" }, { 1, 1, "Not in winter" }, { 1, 2, "No time" },
  };
  static const char * const says[] = {
    "A concern about “A”: Who pays?", "An objection to “B”: No time",
    "An objection to “B”: The street is too narrow", "A concern about “B”: Not in winter",
  };
  g_autoptr (PlenumProfile) poll = poll_new ("consent", "", 2);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  PlenumReason unknown = { 2, 2, (char *) "?" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      g_autofree char *ballot = g_strdup_printf ("%c=%d", 'a' + given[i].option, (int) given[i].value);
      PlenumReason reason = { given[i].option, given[i].value, (char *) given[i].text };

      poll_cast (poll, ballot);
      g_assert_true (plenum_profile_add_reason (poll, &reason, &error));
    }
  g_assert_false (plenum_profile_add_reason (poll, &unknown, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNKNOWN_OPTION);

  tally = poll_count (poll);
  for (guint i = 0; i < plenum_tally_get_n_steps (tally); i++)
    {
      const PlenumStep *step = plenum_tally_get_step (tally, i);

      if (strcmp (step->kind, "objection") == 0 || strcmp (step->kind, "concern") == 0)
        g_assert_cmpstr (step->text, ==, says[n++]);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (says));
}

static void
test_consent_nothing (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("consent", "", 1);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=2");
  tally = poll_count (poll);
  assert_text (tally_winners (tally), "");
  assert_text (plenum_tally_sentence (tally), "No proposal passes yet.");
}

/* b has the greatest sum, and more people prefer a. */
static void
test_star (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("star", "", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast_many (poll, 3, "a=5 b=4");
  poll_cast_many (poll, 2, "b=5 c=3");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=15 b=22 c=6");
  assert_text (tally_ranking (tally), "a > b > c");
  g_assert_cmpstr (tally_step (tally, "final"), ==,
                   "The final is between “A” and “B”. People who score the first one higher: 3; the second: 2.");
}

/* Equal Vote Coalition's protocol: a tie for the final by comparison of the two, a
 * tie in the final by sum; then by highest numbers; then it is a tie. */
static void
test_star_ties (void)
{
  struct { const char *ballots[4]; const char *winners; } cases[] = {
    { { "a=5 b=3 c=2", "a=5 b=0 c=1", "a=5 b=1 c=1", NULL }, "a" },
    { { "a=3 b=2", "a=1 b=3", NULL }, "b" },           /* 1 : 1, 5 over 4 */
    { { "a=5 b=4", "a=0 b=1", NULL }, "a" },           /* 1 : 1, 5 : 5, a has the 5 */
    { { "a=4 b=3", "a=2 b=3", NULL }, "a b" },
    { { "a=4 b=4 c=4", NULL }, "a b c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("star", "", 3);
      g_autoptr (PlenumTally) tally = NULL;

      for (guint j = 0; cases[i].ballots[j] != NULL; j++)
        poll_cast (poll, cases[i].ballots[j]);
      tally = poll_count (poll);
      assert_text (tally_winners (tally), cases[i].winners);
    }
}

static void
test_quadratic (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("quadratic", "", 4);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=81 b=16");
  poll_cast (poll, "b=49 c=49");
  poll_cast (poll, "a=-4 c=2 d=8");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=7 b=11 c=4207106781/500000000 d=707106781/250000000");
}

/* 2 + √8 = √2 + √2 + 2, which no floating point would say for sure. */
static void
test_quadratic_exact (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("quadratic", "", 3);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=8 b=2");
  poll_cast (poll, "a=4 b=2");
  poll_cast (poll, "b=4 c=23");
  tally = poll_count (poll);
  assert_text (tally_ranking (tally), "a = b > c");
  assert_text (tally_winners (tally), "a b");
}

static void
test_refuses (void)
{
  struct { const char *method, *settings, *ballot; int code; const char *says; } cases[] = {
    { "score", "", "a=6", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 0 to 5" },
    { "star", "minimum=1", "a=0", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 1 to 5" },
    { "majority-judgement", "", "a=0", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 1 to 6" },
    { "majority-judgement", "grades=yes,no", "a=3", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 1 to 2" },
    { "consensing", "", "a=11", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 0 to 10" },
    { "consent", "", "a=3", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 0 to 2" },
    { "quadratic", "", "a=101", PLENUM_VOTING_ERROR_INVALID_VALUE, "from -100 to 100" },
    { "quadratic", "", "a=60 b=-41", PLENUM_VOTING_ERROR_TOO_MUCH, "101 credits, but everybody has only 100" },
    { "irv", "", "a=-1", PLENUM_VOTING_ERROR_INVALID_VALUE, "from 1 to" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new (cases[i].method, cases[i].settings, 3);
      g_autoptr (GError) error = NULL;

      g_assert_false (poll_try (poll, cases[i].ballot, "screen", 1, NULL, &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/judging/score", test_score);
  g_test_add_func ("/judging/score-settings", test_score_settings);
  g_test_add_func ("/judging/majority-judgement-published", test_majority_judgement_published);
  g_test_add_func ("/judging/majority-judgement-by-definition", test_majority_judgement_by_definition);
  g_test_add_func ("/judging/majority-judgement-blank", test_majority_judgement_blank);
  g_test_add_func ("/judging/consensing", test_consensing);
  g_test_add_func ("/judging/consent", test_consent);
  g_test_add_func ("/judging/consent-reasons", test_consent_reasons);
  g_test_add_func ("/judging/consent-nothing", test_consent_nothing);
  g_test_add_func ("/judging/star", test_star);
  g_test_add_func ("/judging/star-ties", test_star_ties);
  g_test_add_func ("/judging/quadratic", test_quadratic);
  g_test_add_func ("/judging/quadratic-exact", test_quadratic_exact);
  g_test_add_func ("/judging/refuses", test_refuses);
  return g_test_run ();
}
