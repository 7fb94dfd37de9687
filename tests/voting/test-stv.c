/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The single transferable vote, and the files such elections are published in. */
#include "polls.h"

#include <string.h>

#include "plenum-ballot-file.h"

static PlenumTally *
count_text (const char *text, PlenumBallotFormat format, const char *method, const char *setting, const char *value)
{
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (PlenumProfile) poll = NULL;
  g_autoptr (GError) error = NULL;
  guint64 line;

  if (setting != NULL)
    plenum_settings_set (settings, setting, value);
  poll = plenum_ballot_file_read (stream, format, method, settings, &line, NULL, &error);
  g_assert_no_error (error);

  return poll_count (poll);
}

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
                   "The quota is 6 votes: valid ballots, 20, divided by seats and one more, 4, cut, and one more.");
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
                   "The quota is 5 votes: valid ballots, 8, divided by seats and one more, 2, cut, and one more.");
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

static const char blt[] =
  "# an election\n"
  "4 2\n"
  "-2\n"
  "3 1 2 3 0\n"
  "(B2) 2 2 3 0\n"
  "1 - 4 0\n"
  "1/2 1=3 4 0\n"
  "2 0\n"
  "0\n"
  "\"Ana\"\n"
  "\"Bo\"\n"
  "\"Cem \"\"C\"\" D\"\n"
  "\"Dora\"\n"
  "\"Title\"\n";

static void
test_blt (void)
{
  g_autoptr (PlenumTally) tally = count_text (blt, PLENUM_BALLOT_FORMAT_BLT, "stv", NULL, NULL);
  g_autoptr (PlenumTally) borda = count_text (blt, PLENUM_BALLOT_FORMAT_BLT, "borda", NULL, NULL);

  assert_text (tally_winners (tally), "1 3");
  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 9);
  g_assert_cmpuint (plenum_tally_get_n_options (tally), ==, 3);
  g_assert_cmpstr (plenum_tally_get_option_text (tally, 2), ==, "Dora");
  assert_text (tally_scores (borda), "1=33/4 3=33/4 4=3");
}

static void
test_preflib (void)
{
  static const char toc[] = "# FILE NAME: x.toc\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Ana\n# ALTERNATIVE NAME 2: Bo\n"
                            "2: 1,{2,3}\n1: {3, 2},1\n";
  static const char old[] = "3\n1,Ana\n2,Bo\n3,Cem\n3,3,2\n2,1,{2,3}\n1,{3,2},1\n";
  static const char cat[] = "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n"
                            "5: 1,{2,3}\n2: {1,2},3\n1: {},{1,2,3}\n";
  g_autoptr (PlenumTally) modern = count_text (toc, PLENUM_BALLOT_FORMAT_PREFLIB, "borda", NULL, NULL);
  g_autoptr (PlenumTally) older = count_text (old, PLENUM_BALLOT_FORMAT_PREFLIB, "borda", NULL, NULL);
  g_autoptr (PlenumTally) approval = count_text (cat, PLENUM_BALLOT_FORMAT_PREFLIB, "approval", NULL, NULL);
  g_autoptr (PlenumTally) judged = count_text (cat, PLENUM_BALLOT_FORMAT_PREFLIB, "majority-judgement", NULL, NULL);

  assert_text (tally_scores (modern), "1=4 2=5/2 3=5/2");
  assert_text (tally_scores (older), "1=4 2=5/2 3=5/2");
  g_assert_cmpstr (plenum_tally_get_option_text (modern, 1), ==, "Bo");
  g_assert_cmpstr (plenum_tally_get_option_text (modern, 2), ==, "3");
  assert_text (tally_scores (approval), "1=7 2=2 3=0");
  assert_text (tally_scores (judged), "1=1 2=2 3=2");
}

static void
test_refuses_files (void)
{
  struct { PlenumBallotFormat format; const char *method, *text; guint64 line; int code; } cases[] = {
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "", 0, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3\n", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 0\n", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "10001 2\n0\n", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n-4\n0\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n1 4 0\n0\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n1 1 2\n0\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n1 1= 0\n0\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n1 1 0 2\n0\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n1 1 1 0\n0\n", 2, PLENUM_VOTING_ERROR_REPEATED_OPTION },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n99999999999 1 0\n0\n", 2, PLENUM_VOTING_ERROR_INVALID_WEIGHT },
    { PLENUM_BALLOT_FORMAT_BLT, "stv", "3 2\n1 1 0\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_BLT, "dots", "3 2\n1 1 0\n0\n", 0, PLENUM_VOTING_ERROR_UNFIT_BALLOTS },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "", 0, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "# TITLE: x\n1: 1\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "# NUMBER ALTERNATIVES: 2\n1: 3\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "# NUMBER ALTERNATIVES: 2\n1: {1\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "# NUMBER ALTERNATIVES: 2\n1 1,2\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "# NUMBER ALTERNATIVES: 2\n1: 1,1\n", 2, PLENUM_VOTING_ERROR_REPEATED_OPTION },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "dots", "# NUMBER ALTERNATIVES: 2\n1: 1\n", 2, PLENUM_VOTING_ERROR_UNFIT_BALLOTS },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "hello\n", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PREFLIB, "stv", "3\n1,A\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PABULIB, "approval", "", 0, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PABULIB, "approval", "PROJECTS\n", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PABULIB, "approval", "META\nkey;value\nvote_type;odd\n", 3, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_PABULIB, "stv", "META\nkey;value\nPROJECTS\n", 3, PLENUM_VOTING_ERROR_UNFIT_BALLOTS },
    { PLENUM_BALLOT_FORMAT_PABULIB, "approval", "META\nk;v\nPROJECTS\nproject_id;cost\n1;x\n", 5, PLENUM_VOTING_ERROR_INVALID_COST },
    { PLENUM_BALLOT_FORMAT_PABULIB, "approval", "META\nk;v\nPROJECTS\nproject_id;cost\n1;5\nVOTES\nvoter_id;vote\n1;2\n", 8, PLENUM_VOTING_ERROR_INVALID_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (cases[i].text, strlen (cases[i].text), NULL);
      g_autoptr (GError) error = NULL;
      guint64 line = 99;

      g_assert_null (plenum_ballot_file_read (stream, cases[i].format, cases[i].method, NULL, &line, NULL, &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, cases[i].code);
      g_assert_cmpuint (line, ==, cases[i].line);
    }
}

static void
test_refuses_nul (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("3 1\n1 \0001 0\n0\n", 14, NULL);
  g_autoptr (GError) error = NULL;
  guint64 line;

  g_assert_null (plenum_ballot_file_read (stream, PLENUM_BALLOT_FORMAT_BLT, "stv", NULL, &line, NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_FILE);
  g_assert_cmpuint (line, ==, 2);
}

static void
test_recognises (void)
{
  struct { const char *path, *start; int format; } cases[] = {
    { "a.BLT", "", PLENUM_BALLOT_FORMAT_BLT },
    { "a.soi", "", PLENUM_BALLOT_FORMAT_PREFLIB },
    { "-", "# FILE NAME: 1.soc", PLENUM_BALLOT_FORMAT_PREFLIB },
    { "-", "META\nkey;value\n", PLENUM_BALLOT_FORMAT_PABULIB },
    { "a.csv", "META\nkey;value\n", -1 },
    { "-", "METAL,WOOD\n", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlenumBallotFormat format = 99;

      g_assert_cmpint (plenum_ballot_format_recognise (cases[i].path, cases[i].start, &format), ==, cases[i].format >= 0);
      g_assert_cmpint (format, ==, cases[i].format >= 0 ? cases[i].format : 99);
    }
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
  g_test_add_func ("/ballot-file/blt", test_blt);
  g_test_add_func ("/ballot-file/preflib", test_preflib);
  g_test_add_func ("/ballot-file/refuses", test_refuses_files);
  g_test_add_func ("/ballot-file/refuses-nul", test_refuses_nul);
  g_test_add_func ("/ballot-file/recognises", test_recognises);
  return g_test_run ();
}
