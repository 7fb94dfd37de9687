/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples counted by hand. */
#include "polls.h"

#include <string.h>

enum { POINTS, VOTERS };
enum { AGREE, DISAGREE, PASS };

static void
test_dots (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  poll_cast (poll, "a=3 b=2");
  poll_cast (poll, "b=3 c=1");
  g_assert_true (poll_try (poll, "c=1", "paper", 1, NULL, &error));
  poll_hands (poll, "a=7 c=4", 4);
  tally = poll_count (poll);

  assert_text (tally_scores (tally), "a=10 b=5 c=6 d=0");
  assert_text (tally_ranking (tally), "a > c > b > d");
  assert_text (tally_winners (tally), "a");
  assert_text (plenum_tally_sentence (tally), "“A” leads with 10 of 21 points, before “C” with 6.");
  assert_text (plenum_tally_describe_score (tally, 0), "10 points");

  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 4);
  g_assert_cmpint (plenum_tally_get_voters (tally), ==, 7);
  g_assert_cmpint (plenum_tally_get_channel_ballots (tally, PLENUM_CHANNEL_HANDS), ==, 1);
  g_assert_cmpint (plenum_tally_get_channel_voters (tally, PLENUM_CHANNEL_HANDS), ==, 4);
  g_assert_cmpint (plenum_tally_get_channel_voters (tally, PLENUM_CHANNEL_SCREEN), ==, 2);
  g_assert_cmpint (plenum_tally_get_count (tally, 2, POINTS), ==, 6);
  g_assert_cmpint (plenum_tally_get_count (tally, 2, VOTERS), ==, 2);
  g_assert_cmpint (plenum_tally_get_channel_count (tally, PLENUM_CHANNEL_HANDS, 0, POINTS), ==, 7);
  g_assert_cmpint (plenum_tally_get_channel_count (tally, PLENUM_CHANNEL_SCREEN, 0, POINTS), ==, 3);
  g_assert_cmpfloat (plenum_tally_get_bar (tally, 0), ==, 1.0);
  g_assert_cmpfloat (plenum_tally_get_bar (tally, 1), ==, 0.5);
}

static void
test_dots_tie (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 4);
  g_autoptr (PlenumTally) tally = NULL;
  const PlenumTie *tie;

  poll_cast (poll, "b=2 c=2 a=1");
  tally = poll_count (poll);

  assert_text (tally_ranking (tally), "b = c > a > d");
  assert_text (tally_winners (tally), "b c");
  assert_text (plenum_tally_sentence (tally), "“B” and “C” are tied for first place with 2 of 5 points each.");
  g_assert_cmpuint (plenum_tally_get_option_place (tally, 1), ==, 1);
  g_assert_cmpuint (plenum_tally_get_option_place (tally, 2), ==, 1);
  g_assert_cmpuint (plenum_tally_get_option_place (tally, 0), ==, 3);
  g_assert_cmpuint (plenum_tally_get_n_ties (tally), ==, 1);
  tie = plenum_tally_get_tie (tally, 0);
  g_assert_cmpuint (tie->n_options, ==, 2);
  g_assert_cmpuint (tie->options[0], ==, 1);
  g_assert_cmpuint (tie->place, ==, 1);
  g_assert_cmpuint (tie->seats, ==, 1);
  g_assert_false (tie->broken);
}

static void
test_weights (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 2);
  g_autoptr (PlenumTally) tally = NULL;

  poll_weigh (poll, "a=3", "1/3");
  poll_weigh (poll, "a=1", "1/2");
  poll_weigh (poll, "b=1", "3/2");
  tally = poll_count (poll);

  assert_text (tally_scores (tally), "a=3/2 b=3/2");
  assert_text (tally_ranking (tally), "a = b");
  assert_text (plenum_tally_describe_score (tally, 0), "1.50 points");
  g_assert_cmpint (plenum_tally_get_count (tally, 0, POINTS), ==, 4);
}

static void
test_approval_seats (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "seats=2", 4);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (PlenumTally) tied = NULL;

  for (int i = 0; i < 3; i++)
    poll_cast (poll, "a=1 b=1");
  poll_cast (poll, "a=1 c=1");
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=4 b=3 c=1 d=0");
  assert_text (tally_winners (tally), "a b");
  assert_text (plenum_tally_sentence (tally), "“A” and “B” are chosen.");
  g_assert_cmpstr (plenum_tally_get_count_names (tally)[0], ==, "approvals");

  poll_hands (poll, "c=2", 2);
  tied = poll_count (poll);
  assert_text (tally_ranking (tied), "a > b = c > d");
  assert_text (tally_winners (tied), "a b c");
  g_assert_cmpuint (plenum_tally_get_tie (tied, 0)->seats, ==, 1);
  assert_text (plenum_tally_sentence (tied), "“A” is chosen; “B” and “C” are tied for what is left: 1.");
}

static void
test_approval_sentences (void)
{
  struct { const char *settings, *ballot, *says; } cases[] = {
    { "", "a=1", "“A” has 1 approval." },
    { "", "a=1 b=1", "“A” and “B” are tied for first place with 1 approval each." },
    { "", "a=1 b=1 c=1", "“A”, “B” and “C” are tied for first place with 1 approval each." },
    { "seats=2", "a=1", "“A” is chosen." },
    { "seats=2", "a=1 b=1 c=1", "“A”, “B” and “C” are tied, and 2 of them can be chosen." },
    { "seats=9", "a=1 b=1 c=1", "“A”, “B” and “C” are chosen." },
    { "", "", "Nobody voted for any of the options." },
  };
  g_autoptr (PlenumProfile) empty = poll_new ("approval", "", 3);
  g_autoptr (PlenumTally) nothing = poll_count (empty);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumProfile) poll = poll_new ("approval", cases[i].settings, 3);
      g_autoptr (PlenumTally) tally = NULL;

      poll_cast (poll, cases[i].ballot);
      tally = poll_count (poll);
      assert_text (plenum_tally_sentence (tally), cases[i].says);
    }

  assert_text (plenum_tally_sentence (nothing), "Nobody has voted.");
  assert_text (tally_ranking (nothing), "a = b = c");
  assert_text (tally_winners (nothing), "");
  g_assert_cmpuint (plenum_tally_get_tie (nothing, 0)->seats, ==, 0);
  g_assert_cmpfloat (plenum_tally_get_bar (nothing, 0), ==, 0.0);
}

/* Many names are counted, not listed. */
static void
test_long_tie (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "", 7);
  g_autoptr (PlenumTally) tally = NULL;

  poll_cast (poll, "a=1 b=1 c=1 d=1 e=1 f=1 g=1");
  tally = poll_count (poll);
  assert_text (plenum_tally_sentence (tally),
               "“A”, “B”, “C”, “D” and 3 others are tied for first place with 1 approval each.");
}

static void
test_agreement (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("agreement", "", 6);
  g_autoptr (PlenumTally) tally = NULL;

  /* a 2 of 3, b 4 of 6 (more voted: before a), c 1 of 1, d only passed, e 0 of 1, f nothing at all */
  poll_cast (poll, "a=1 b=1 c=1 d=0");
  poll_cast (poll, "a=1 b=1 d=0");
  poll_cast (poll, "a=-1 b=1 c=0");
  poll_cast (poll, "b=1 e=-1");
  poll_cast (poll, "b=-1");
  poll_cast (poll, "b=-1");
  tally = poll_count (poll);

  assert_text (tally_scores (tally), "a=2/3 b=2/3 c=1 d=0 e=0 f=0");
  assert_text (tally_ranking (tally), "c > b > a > e > d = f");
  assert_text (tally_winners (tally), "c");
  assert_text (plenum_tally_sentence (tally), "“C” has the most agreement: 100 % of those who agreed or disagreed.");
  assert_text (plenum_tally_describe_score (tally, 0), "66.7 % agreement (2 of 3)");
  assert_text (plenum_tally_describe_score (tally, 5), "no votes");
  g_assert_cmpint (plenum_tally_get_count (tally, 1, AGREE), ==, 4);
  g_assert_cmpint (plenum_tally_get_count (tally, 1, DISAGREE), ==, 2);
  g_assert_cmpint (plenum_tally_get_count (tally, 3, PASS), ==, 2);
  g_assert_cmpfloat (plenum_tally_get_bar (tally, 2), ==, 1.0);
}

/* Shares that differ by less than a double can hold. */
static void
test_agreement_exact (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("agreement", "", 2);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  struct { guint option; gint64 value, copies; } ballots[] = {
    { 0, 1, 333333333 }, { 0, -1, 1 }, { 1, 1, 333333332 }, { 1, -1, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ballots); i++)
    {
      PlenumChoice choice = { ballots[i].option, ballots[i].value };
      PlenumPaper paper = { "import", 1, NULL, &choice, 1 };

      g_assert_true (plenum_profile_add_ballot (poll, &paper, ballots[i].copies, &error));
    }
  tally = poll_count (poll);
  assert_text (tally_scores (tally), "a=333333333/333333334 b=333333332/333333333");
  assert_text (tally_ranking (tally), "a > b");
}

/* The explanation says who voted, the rule, each option in its order, ties, the result. */
static void
test_steps (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("approval", "", 3);
  g_autoptr (PlenumTally) tally = NULL;
  const char *expected[][2] = {
    { "ballots", "1 person voted on the screen." },
    { "ballots", "4 people voted by show of hands." },
    { "rule", "Everybody chooses any number of options; those chosen most often win." },
    { "option", "1. “A”: 4 approvals" },
    { "option", "2. “B”: 1 approval" },
    { "option", "2. “C”: 1 approval" },
    { "tie", "“B” and “C” are tied on place 2." },
    { "result", "“A” leads with 4 approvals, before “B” and “C” with 1." },
  };

  poll_cast (poll, "c=1");
  poll_hands (poll, "a=4 b=1", 4);
  tally = poll_count (poll);

  g_assert_cmpuint (plenum_tally_get_n_steps (tally), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (plenum_tally_get_step (tally, i)->kind, ==, expected[i][0]);
      g_assert_cmpstr (plenum_tally_get_step (tally, i)->text, ==, expected[i][1]);
    }
  g_assert_cmpuint (plenum_tally_get_step (tally, 6)->n_options, ==, 2);
  g_assert_cmpuint (plenum_tally_get_step (tally, 6)->options[1], ==, 2);
}

/* Texts are put into sentences, never read as formats. */
static void
test_hostile_texts (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 0);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_profile_add_option (poll, "x", "100 %n %s %1$s <b>&", 0, &error));
  poll_cast (poll, "x=1");
  tally = poll_count (poll);
  assert_text (plenum_tally_sentence (tally), "“100 %n %s %1$s <b>&” has 1 of 1 point.");
  g_assert_false (poll_try (poll, "x=9", "screen", 1, NULL, &error));
  g_assert_nonnull (strstr (error->message, "“100 %n %s %1$s <b>&”"));
}

static void
test_references (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("dots", "", 2);
  PlenumTally *tally = poll_count (poll);
  PlenumTally *same = plenum_tally_ref (tally);

  g_clear_pointer (&poll, plenum_profile_free); /* a result outlives what it was counted from */
  plenum_tally_unref (tally);
  g_assert_cmpstr (plenum_tally_get_option_text (same, 1), ==, "B");
  g_assert_cmpstr (plenum_method_get_id (plenum_tally_get_method (same)), ==, "dots");
  plenum_tally_unref (same);
}

/* Whatever the method, too few decide nothing; what they said is still there. */
static void
test_quorum (void)
{
  static const struct { const char *method, *settings, *ballot; } polls[] = {
    { "dots", "", "a=2 b=1" }, { "approval", "", "a=1" }, { "majority-judgement", "", "a=1 b=2" },
    { "consent", "", "a=0 b=2" }, { "schulze", "", "a=1 b=2" }, { "irv", "", "a=1 b=2" },
    { "stv", "seats=1", "a=1 b=2" }, { "star", "", "a=5 b=1" }, { "phragmen", "seats=1", "a=1" },
    { "consensing", "", "a=0 b=9" }, { "quadratic", "", "a=4" }, { "plurality", "", "a=1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (polls); i++)
    {
      g_autofree char *settings = g_strjoin (" ", "quorum=3", polls[i].settings, NULL);
      g_autoptr (PlenumProfile) poll = poll_new (polls[i].method, settings, 2);
      g_autoptr (PlenumTally) few = NULL;
      g_autoptr (PlenumTally) enough = NULL;

      poll_cast_many (poll, 2, polls[i].ballot);
      few = poll_count (poll);
      assert_text (tally_winners (few), "");
      assert_text (plenum_tally_sentence (few), "Nothing is decided: 2 people took part, and 3 have to.");
      g_assert_cmpstr (tally_step (few, "result"), ==, "Nothing is decided: 2 people took part, and 3 have to.");
      g_assert_cmpstr (tally_step (few, "provisional"), !=, "");
      g_assert_true (g_str_has_prefix (tally_step (few, "option"), "1. “A”"));
      g_assert_false (plenum_tally_is_winner (few, 0));

      poll_cast (poll, polls[i].ballot);
      enough = poll_count (poll);
      assert_text (tally_winners (enough), "a");
      g_assert_cmpstr (tally_step (enough, "provisional"), ==, "");
      g_assert_cmpstr (tally_step (enough, "quorum"), ==, "3 people took part, and at least 3 have to.");
    }
}

/* A show of hands counts as many as took part, and a weight makes nobody more. */
static void
test_quorum_people (void)
{
  g_autoptr (PlenumProfile) hands = poll_new ("dots", "quorum=4", 2);
  g_autoptr (PlenumProfile) heavy = poll_new ("dots", "quorum=4", 2);
  g_autoptr (PlenumTally) many = NULL;
  g_autoptr (PlenumTally) one = NULL;

  poll_hands (hands, "a=5 b=1", 4);
  many = poll_count (hands);
  assert_text (tally_winners (many), "a");
  poll_weigh (heavy, "a=2", "9");
  one = poll_count (heavy);
  assert_text (tally_winners (one), "");
  assert_text (plenum_tally_sentence (one), "Nothing is decided: 1 person took part, and 4 have to.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/dots", test_dots);
  g_test_add_func ("/tally/dots-tie", test_dots_tie);
  g_test_add_func ("/tally/weights", test_weights);
  g_test_add_func ("/tally/approval-seats", test_approval_seats);
  g_test_add_func ("/tally/approval-sentences", test_approval_sentences);
  g_test_add_func ("/tally/long-tie", test_long_tie);
  g_test_add_func ("/tally/agreement", test_agreement);
  g_test_add_func ("/tally/agreement-exact", test_agreement_exact);
  g_test_add_func ("/tally/steps", test_steps);
  g_test_add_func ("/tally/hostile-texts", test_hostile_texts);
  g_test_add_func ("/tally/references", test_references);
  g_test_add_func ("/tally/quorum", test_quorum);
  g_test_add_func ("/tally/quorum-people", test_quorum_people);

  return g_test_run ();
}
