/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-ballot-draft.h"
#include "plenum-ballot-words.h"

static const char * const texts[] = { "Bike lanes", "Open kitchen", "Library of things" };

static const char *costs[G_N_ELEMENTS (texts)]; /* what the next ballot's options cost */

/* @settings: names and values, the last of them %NULL */
static PlenumBallotDraft *
make_draft (const char *method, const char * const *settings)
{
  PlenumPollForm form = {
    .poll = plenum_record_new (PLENUM_POLL, NULL),
    .options = g_ptr_array_new_with_free_func (g_object_unref),
    .settings = g_ptr_array_new (),
  };
  g_autoptr (GError) error = NULL;
  PlenumBallotDraft *draft;

  plenum_record_set_text (form.poll, PLENUM_POLL_METHOD, method);
  plenum_record_set_text (form.poll, PLENUM_POLL_QUESTION, "What first?");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *id = g_strdup_printf ("0000000%u-89ab-7def-8123-456789abcdef", 9 - i);
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, id);

      plenum_record_set_text (option, PLENUM_OPTION_TEXT, texts[i]);
      if (costs[i] != NULL)
        plenum_record_set_text (option, PLENUM_OPTION_COST, costs[i]);
      g_ptr_array_add (form.options, option);
    }
  for (guint i = 0; settings[i] != NULL; i++)
    g_ptr_array_add (form.settings, (gpointer) settings[i]);
  g_ptr_array_add (form.settings, NULL);

  draft = plenum_ballot_draft_new (&form, &error);
  g_assert_no_error (error);
  g_object_unref (form.poll);
  g_ptr_array_unref (form.options);
  g_ptr_array_unref (form.settings);

  return draft;
}

#define SETTINGS(...) ((const char *[]) { __VA_ARGS__ __VA_OPT__ (,) NULL })

static void
assert_left (PlenumBallotDraft *draft, const char *sentence)
{
  g_autofree char *left = plenum_ballot_draft_describe_left (draft);

  g_assert_cmpstr (left, ==, sentence);
}

static void
assert_choices (PlenumBallotDraft *draft, const char *json)
{
  g_autoptr (PlenumRecord) ballot = plenum_ballot_draft_to_record (draft, "paper");

  g_assert_cmpstr (plenum_record_get_text (ballot, PLENUM_BALLOT_CHOICES), ==, json);
  g_assert_cmpstr (plenum_record_get_text (ballot, PLENUM_BALLOT_CHANNEL), ==, "paper");
  g_assert_cmpint (plenum_record_get_integer (ballot, PLENUM_BALLOT_VOTERS), ==, 1);
}

static void
test_points (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("dots", SETTINGS ("points", "5", "most", "3"));

  assert_left (draft, "5 points left");
  g_assert_true (plenum_ballot_draft_set_value (draft, 0, 3));
  g_assert_false (plenum_ballot_draft_set_value (draft, 1, 3));
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 1), ==, 0);
  g_assert_cmpint (plenum_ballot_draft_get_most (draft, 1), ==, 2);
  g_assert_true (plenum_ballot_draft_set_value (draft, 1, 2));
  assert_left (draft, "All points are given");
  g_assert_false (plenum_ballot_draft_set_value (draft, 2, 1));
  g_assert_false (plenum_ballot_draft_set_value (draft, 0, -1));
  assert_choices (draft, "{\"00000008-89ab-7def-8123-456789abcdef\":2,\"00000009-89ab-7def-8123-456789abcdef\":3}");
  plenum_ballot_draft_unset (draft, 0);
  assert_left (draft, "3 points left");
  plenum_ballot_draft_clear (draft);
  g_assert_true (plenum_ballot_draft_is_empty (draft));
  assert_choices (draft, "{}");
}

static void
test_set (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("approval", SETTINGS ("most", "2"));
  g_autoptr (PlenumBallotDraft) open = make_draft ("approval", SETTINGS ());

  g_assert_true (plenum_ballot_draft_set_value (draft, 0, 1));
  g_assert_false (plenum_ballot_draft_set_value (draft, 0, 2));
  g_assert_true (plenum_ballot_draft_set_value (draft, 2, 1));
  g_assert_false (plenum_ballot_draft_set_value (draft, 1, 1));
  assert_left (draft, "0 more can be chosen");
  for (guint i = 0; i < 3; i++)
    g_assert_true (plenum_ballot_draft_set_value (open, i, 1));
  assert_left (open, "3 chosen");
}

static void
test_stances (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("agreement", SETTINGS ());

  g_assert_true (plenum_ballot_draft_set_value (draft, 0, 0));
  g_assert_true (plenum_ballot_draft_is_given (draft, 0));
  g_assert_true (plenum_ballot_draft_set_value (draft, 1, -1));
  assert_left (draft, "2 of 3 answered");
  assert_choices (draft, "{\"00000008-89ab-7def-8123-456789abcdef\":-1,\"00000009-89ab-7def-8123-456789abcdef\":0}");
}

static void
assert_typed (PlenumBallotDraft *draft, const char *typed, gint64 first, gint64 second, gint64 third)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_ballot_draft_parse (draft, typed, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 0), ==, first);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 1), ==, second);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 2), ==, third);
}

static void
test_typed (void)
{
  g_autoptr (PlenumBallotDraft) dots = make_draft ("dots", SETTINGS ("points", "5", "most", "3"));
  g_autoptr (PlenumBallotDraft) stances = make_draft ("agreement", SETTINGS ());

  assert_typed (dots, "1 1 3", 2, 0, 1);
  assert_typed (dots, " 3x2,1*3 ", 3, 0, 2);
  assert_typed (dots, "0", 0, 0, 0);
  assert_typed (dots, "", 0, 0, 0);
  assert_typed (stances, "1 -2 03", 1, -1, 0);
  g_assert_true (plenum_ballot_draft_is_given (stances, 2));
}

static void
test_typed_wrong (void)
{
  g_autoptr (PlenumBallotDraft) dots = make_draft ("dots", SETTINGS ("points", "5", "most", "3"));
  static const struct { const char *typed; int code; } cases[] = {
    { "4", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION },
    { "1 99999999999999999999", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION },
    { "1 1 1 1", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH },
    { "1x9223372036854775807", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH },
    { "one", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX },
    { "1x", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX },
    { "-1", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (plenum_ballot_draft_parse (dots, cases[i].typed, &error));
      g_assert_error (error, PLENUM_BALLOT_DRAFT_ERROR, cases[i].code);
    }
}

static void
test_ranking (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("irv", SETTINGS ());

  plenum_ballot_draft_place (draft, 2, 1);
  plenum_ballot_draft_place (draft, 0, 1);
  assert_left (draft, "2 of 3 in order");
  assert_choices (draft, "{\"00000007-89ab-7def-8123-456789abcdef\":2,\"00000009-89ab-7def-8123-456789abcdef\":1}");
  g_assert_true (plenum_ballot_draft_step (draft, 1, 1));
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 1), ==, 3);
  g_assert_true (plenum_ballot_draft_step (draft, 1, 1));
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 1), ==, 2);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 2), ==, 3);
  g_assert_false (plenum_ballot_draft_step (draft, 0, 1));
  g_assert_true (plenum_ballot_draft_type_digit (draft, 2, 1));
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 2), ==, 1);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 0), ==, 2);
  g_assert_false (plenum_ballot_draft_type_digit (draft, 2, 0));
  plenum_ballot_draft_unset (draft, 2);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 0), ==, 1);
  g_assert_false (plenum_ballot_draft_is_given (draft, 2));
}

static void
test_numbers (void)
{
  g_autoptr (PlenumBallotDraft) resistances = make_draft ("consensing", SETTINGS ());
  g_autoptr (PlenumBallotDraft) grades = make_draft ("majority-judgement", SETTINGS ());
  g_autoptr (PlenumBallotDraft) consent = make_draft ("consent", SETTINGS ());

  g_assert_true (plenum_ballot_draft_type_digit (resistances, 0, 1));
  g_assert_true (plenum_ballot_draft_type_digit (resistances, 0, 0));
  g_assert_cmpint (plenum_ballot_draft_get_value (resistances, 0), ==, 10);
  g_assert_false (plenum_ballot_draft_step (resistances, 0, 1));
  g_assert_true (plenum_ballot_draft_type_digit (resistances, 0, 7));
  g_assert_cmpint (plenum_ballot_draft_get_value (resistances, 0), ==, 7);
  g_assert_true (plenum_ballot_draft_step (resistances, 1, 1));
  g_assert_cmpint (plenum_ballot_draft_get_value (resistances, 1), ==, 0);
  g_assert_true (plenum_ballot_draft_is_given (resistances, 1));
  assert_left (resistances, "2 of 3 answered");

  g_assert_true (plenum_ballot_draft_set_value (grades, 0, 6));
  g_assert_false (plenum_ballot_draft_set_value (grades, 0, 7));
  g_assert_false (plenum_ballot_draft_set_value (grades, 0, 0));
  g_assert_true (plenum_ballot_draft_step (grades, 0, 1));
  g_assert_cmpint (plenum_ballot_draft_get_value (grades, 0), ==, 5);
  g_assert_true (plenum_ballot_draft_type_digit (consent, 2, 3));
  g_assert_cmpint (plenum_ballot_draft_get_value (consent, 2), ==, 2);
  g_assert_false (plenum_ballot_draft_type_digit (consent, 2, 4));
}

static void
test_credits (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("quadratic", SETTINGS ("credits", "20"));

  g_assert_true (plenum_ballot_draft_type_digit (draft, 0, 4));
  assert_left (draft, "4 credits left");
  g_assert_false (plenum_ballot_draft_step (draft, 0, 1));
  g_assert_true (plenum_ballot_draft_step (draft, 1, -1));
  g_assert_true (plenum_ballot_draft_step (draft, 1, -1));
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, 1), ==, -4);
  g_assert_cmpint (plenum_ballot_draft_get_votes (draft, 1), ==, -2);
  assert_left (draft, "0 credits left");
  g_assert_false (plenum_ballot_draft_step (draft, 2, -1));
}

static void
assert_refused (PlenumBallotDraft *draft, const char *typed, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (plenum_ballot_draft_parse (draft, typed, &error));
  g_assert_error (error, PLENUM_BALLOT_DRAFT_ERROR, code);
}

static void
test_typed_kinds (void)
{
  g_autoptr (PlenumBallotDraft) ranking = make_draft ("irv", SETTINGS ());
  g_autoptr (PlenumBallotDraft) equal = make_draft ("borda", SETTINGS ());
  g_autoptr (PlenumBallotDraft) resistances = make_draft ("consensing", SETTINGS ());
  g_autoptr (PlenumBallotDraft) credits = make_draft ("quadratic", SETTINGS ());

  assert_typed (ranking, "3 1", 2, 0, 1);
  assert_typed (ranking, "0", 0, 0, 0);
  assert_refused (ranking, "3 3", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (ranking, "4", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION);
  assert_refused (ranking, "1=", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (ranking, "x", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX);
  assert_refused (plenum_method_takes_ties (plenum_method_find ("borda")) ? ranking : equal, "1=2",
                  PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);

  assert_typed (resistances, "7 0 10", 7, 0, 10);
  assert_typed (resistances, ". 3", 0, 3, 0);
  g_assert_false (plenum_ballot_draft_is_given (resistances, 0));
  assert_typed (resistances, "0", 0, 0, 0);
  g_assert_true (plenum_ballot_draft_is_given (resistances, 0));
  assert_refused (resistances, "11", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (resistances, "-1", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (resistances, "1 2 3 4", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION);
  assert_refused (resistances, "a", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX);

  assert_typed (credits, "3=16 1=-4", -4, 0, 16);
  assert_refused (credits, "3=101", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (credits, "4=1", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION);
  assert_refused (credits, "3", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX);
}

static void
test_budget (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumBallotDraft) unknown = make_draft ("greedy-budget", SETTINGS ("budget", "20000"));
  g_autoptr (PlenumBallotDraft) draft = NULL;
  g_autofree char *cost = NULL;

  g_assert_false (plenum_ballot_draft_can_count (unknown, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_NO_COST);
  g_assert_null (plenum_ballot_draft_get_cost (unknown, 0));

  costs[0] = "12000", costs[1] = "7000.50", costs[2] = "900";
  draft = make_draft ("greedy-budget", SETTINGS ("budget", "20000"));
  costs[0] = costs[1] = costs[2] = NULL;
  g_clear_error (&error);
  g_assert_true (plenum_ballot_draft_can_count (draft, &error));
  cost = plenum_ballot_draft_get_cost (draft, 1);
  g_assert_cmpstr (cost, ==, "7000.50");
  assert_left (draft, "0 chosen, which cost 0. The budget is 20000.");
  assert_typed (draft, "3 1", 1, 0, 1);
  assert_left (draft, "2 chosen, which cost 12900. The budget is 20000.");
  assert_choices (draft, "{\"00000007-89ab-7def-8123-456789abcdef\":1,\"00000009-89ab-7def-8123-456789abcdef\":1}");
  g_assert_true (plenum_ballot_draft_set_value (draft, 0, 0));
  g_assert_false (plenum_ballot_draft_is_given (draft, 0));
}

/* Where a budget is spent by points, the ballot is one of points, with the costs. */
static void
test_budget_points (void)
{
  g_autoptr (PlenumBallotDraft) draft = NULL;
  g_autofree char *cost = NULL;

  costs[0] = "12000", costs[1] = "7000.50", costs[2] = "900";
  draft = make_draft ("equal-shares", SETTINGS ("budget", "20000", "points", "5", "most", "3"));
  costs[0] = costs[1] = costs[2] = NULL;
  g_assert_cmpint (plenum_ballot_draft_get_kind (draft), ==, PLENUM_PAPER_POINTS);
  cost = plenum_ballot_draft_get_cost (draft, 1);
  g_assert_cmpstr (cost, ==, "7000.50");
  assert_left (draft, "5 points left");
  assert_typed (draft, "1x3 3 3", 3, 0, 2);
  assert_left (draft, "All points are given");
  assert_refused (draft, "1x4", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (draft, "1x3 2x3", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
}

static void
test_pairs (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("pairwise", SETTINGS ("comparisons", "2"));
  guint first_left, first_right, left, right;
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (plenum_ballot_draft_get_n_pairs (draft), ==, 2);
  g_assert_false (plenum_ballot_draft_take_back (draft));
  plenum_ballot_draft_get_pair (draft, &first_left, &first_right);
  plenum_ballot_draft_answer (draft, PLENUM_PAIR_RIGHT);
  assert_left (draft, "1 of 2 pairs");
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, first_right), ==, 1);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, first_left), ==, 2);
  plenum_ballot_draft_answer (draft, PLENUM_PAIR_EQUAL);
  g_assert_false (plenum_ballot_draft_get_pair (draft, &left, &right));
  plenum_ballot_draft_answer (draft, PLENUM_PAIR_LEFT);
  g_assert_cmpuint (plenum_ballot_draft_get_n_answers (draft), ==, 2);
  sentence = plenum_ballot_draft_describe_answer (draft, 1);
  g_assert_true (g_str_has_suffix (sentence, "are equally good."));
  g_assert_true (plenum_ballot_draft_take_back (draft));
  plenum_ballot_draft_answer (draft, PLENUM_PAIR_UNSAID);
  g_assert_cmpuint (plenum_ballot_draft_get_n_answers (draft), ==, 2);
  g_assert_cmpint (plenum_ballot_draft_get_value (draft, first_right), ==, 1);
  g_assert_true (plenum_ballot_draft_take_back (draft));
  g_assert_true (plenum_ballot_draft_take_back (draft));
  g_assert_true (plenum_ballot_draft_is_empty (draft));
}

/* Three people with one comparison each are asked about all three pairs. */
static void
test_pairs_turns (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("pairwise", SETTINGS ("comparisons", "1"));
  guint asked[3][3] = { 0 };

  for (guint turn = 0; turn < 6; turn++)
    {
      guint left = 0, right = 0;

      plenum_ballot_draft_set_turn (draft, turn);
      g_assert_true (plenum_ballot_draft_get_pair (draft, &left, &right));
      asked[left][right]++;
      plenum_ballot_draft_answer (draft, PLENUM_PAIR_LEFT);
      plenum_ballot_draft_clear (draft);
      plenum_ballot_draft_clear (draft);
      g_assert_cmpuint (plenum_ballot_draft_get_n_answers (draft), ==, 0);
    }
  for (guint one = 0; one < 3; one++)
    for (guint other = one + 1; other < 3; other++)
      g_assert_cmpuint (asked[one][other] + asked[other][one], ==, 2);
}

static void
test_pairs_typed (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("pairwise", SETTINGS ("comparisons", "2"));
  guint left, right;

  assert_typed (draft, "3>1 2=3", 2, 10, 11);
  g_assert_false (plenum_ballot_draft_get_pair (draft, &left, &right));
  assert_left (draft, "2 of 2 pairs");
  assert_typed (draft, "0", 0, 0, 0);
  assert_refused (draft, "3>1 1>3", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (draft, "3>1 1=2 2>3", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (draft, "1>1", PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH);
  assert_refused (draft, "1>4", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION);
  assert_refused (draft, "0=1", PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION);
  assert_refused (draft, "1", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX);
  assert_refused (draft, "1>", PLENUM_BALLOT_DRAFT_ERROR_SYNTAX);
}

static void
assert_reasons (PlenumBallotDraft *draft, const char *json)
{
  g_autoptr (PlenumRecord) ballot = plenum_ballot_draft_to_record (draft, "screen");

  g_assert_cmpstr (plenum_record_get_text (ballot, PLENUM_BALLOT_EXTRA), ==, json);
}

static void
test_reasons (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("consent", SETTINGS ());
  g_autoptr (PlenumBallotDraft) stances = make_draft ("agreement", SETTINGS ());

  g_assert_false (plenum_ballot_draft_takes_reason (draft, 0));
  plenum_ballot_draft_set_value (draft, 0, 2);
  g_assert_true (plenum_ballot_draft_takes_reason (draft, 0));
  assert_reasons (draft, NULL);
  plenum_ballot_draft_set_reason (draft, 0, " Too \"steep\" ");
  assert_reasons (draft, "{\"reasons\":{\"00000009-89ab-7def-8123-456789abcdef\":\"Too \\\"steep\\\"\"}}");
  plenum_ballot_draft_set_value (draft, 0, 0);
  assert_reasons (draft, NULL);
  plenum_ballot_draft_set_value (draft, 0, 1);
  g_assert_cmpstr (plenum_ballot_draft_get_reason (draft, 0), ==, " Too \"steep\" ");
  plenum_ballot_draft_clear (draft);
  g_assert_cmpstr (plenum_ballot_draft_get_reason (draft, 0), ==, "");

  plenum_ballot_draft_set_value (stances, 0, 1);
  g_assert_false (plenum_ballot_draft_takes_reason (stances, 0));
}

static void
test_hands (void)
{
  g_autoptr (PlenumBallotDraft) draft = make_draft ("dots", SETTINGS ());
  static const gint64 totals[] = { 12, 0, 7 };
  g_autoptr (PlenumRecord) ballot = plenum_ballot_draft_count_hands (draft, 4, totals);

  g_assert_cmpstr (plenum_record_get_text (ballot, PLENUM_BALLOT_CHANNEL), ==, "hands");
  g_assert_cmpint (plenum_record_get_integer (ballot, PLENUM_BALLOT_VOTERS), ==, 4);
  g_assert_cmpstr (plenum_record_get_text (ballot, PLENUM_BALLOT_CHOICES), ==,
                   "{\"00000007-89ab-7def-8123-456789abcdef\":7,\"00000009-89ab-7def-8123-456789abcdef\":12}");
}

static void
assert_word (PlenumBallotDraft *draft, gint64 value, const char *expected)
{
  g_autofree char *word = plenum_ballot_words_name (draft, value);

  g_assert_cmpstr (word, ==, expected);
}

static void
test_words (void)
{
  g_autoptr (PlenumBallotDraft) stances = make_draft ("agreement", SETTINGS ());
  g_autoptr (PlenumBallotDraft) consent = make_draft ("consent", SETTINGS ());
  g_autoptr (PlenumBallotDraft) grades = make_draft ("majority-judgement", SETTINGS ("grades", "yes,perhaps,no"));
  g_autoptr (PlenumBallotDraft) scores = make_draft ("score", SETTINGS ());

  assert_word (stances, 1, "Agree");
  assert_word (stances, 0, "Pass");
  assert_word (stances, -1, "Disagree");
  assert_word (stances, 2, NULL);
  assert_word (consent, 0, "Consent");
  assert_word (consent, 2, "Objection");
  assert_word (grades, 1, "yes");
  assert_word (grades, 3, "no");
  assert_word (grades, 4, NULL);
  assert_word (scores, 1, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ballot-draft/points", test_points);
  g_test_add_func ("/ballot-draft/set", test_set);
  g_test_add_func ("/ballot-draft/stances", test_stances);
  g_test_add_func ("/ballot-draft/typed", test_typed);
  g_test_add_func ("/ballot-draft/typed-wrong", test_typed_wrong);
  g_test_add_func ("/ballot-draft/ranking", test_ranking);
  g_test_add_func ("/ballot-draft/numbers", test_numbers);
  g_test_add_func ("/ballot-draft/credits", test_credits);
  g_test_add_func ("/ballot-draft/typed-kinds", test_typed_kinds);
  g_test_add_func ("/ballot-draft/budget", test_budget);
  g_test_add_func ("/ballot-draft/budget-points", test_budget_points);
  g_test_add_func ("/ballot-draft/pairs", test_pairs);
  g_test_add_func ("/ballot-draft/pairs-turns", test_pairs_turns);
  g_test_add_func ("/ballot-draft/pairs-typed", test_pairs_typed);
  g_test_add_func ("/ballot-draft/reasons", test_reasons);
  g_test_add_func ("/ballot-draft/hands", test_hands);

  g_test_add_func ("/ballot-draft/words", test_words);
  return g_test_run ();
}
