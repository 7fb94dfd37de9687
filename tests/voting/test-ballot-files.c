/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files in which the world publishes elections. */
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

  if (setting != NULL)
    plenum_settings_set (settings, setting, value);
  poll = plenum_ballot_file_read (stream, "f", format, method, settings, NULL, &error);
  g_assert_no_error (error);

  return poll_count (poll);
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

/* The same election in every way that is found: comments, line ends and marks of other
 * systems, withdrawn options, ids of ballots, equal ranks, ballots of nobody. */
static void
test_blt_as_found (void)
{
  static const char commented[] = "\xef\xbb\xbf# of a club\r\n4 2 # four for two seats\r\n\r\n-2 # Bo has withdrawn\r\n"
                                  "[tie 4 3 1]\r\n3 1 3 4 0 # the first\r\n  # none\r\n(B7) 1 2 3=4 0\r\n0 4 0\r\n1 0\r\n"
                                  "0 # end\r\n\"Ana\" # 1\r\n\"Bo\"\r\n\"Cem #3\"\r\n\"Dora \"D\" Day\"\r\n\"Club\" # title";
  static const char several[] = "4 2\n-2 -4\n3\t1\t3\t0\n2 2 0\n0\n";
  static const char named[] = "# ALTERNATIVE NAME 1: of the head\n2 1\n1 1 0\n0\n# ALTERNATIVE NAME 2: \"Bo\"\n";
  g_autoptr (PlenumTally) tally = count_text (commented, PLENUM_BALLOT_FORMAT_BLT, "borda", "unranked", "zero");
  g_autoptr (PlenumTally) two = count_text (several, PLENUM_BALLOT_FORMAT_BLT, "plurality", NULL, NULL);
  g_autoptr (PlenumTally) one = count_text (named, PLENUM_BALLOT_FORMAT_BLT, "plurality", NULL, NULL);

  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 5);
  assert_text (tally_scores (tally), "1=6 3=9/2 4=3/2");
  g_assert_cmpstr (plenum_tally_get_option_text (tally, 0), ==, "Ana");
  g_assert_cmpstr (plenum_tally_get_option_text (tally, 1), ==, "Cem #3");
  g_assert_cmpstr (plenum_tally_get_option_text (tally, 2), ==, "Dora \"D\" Day");
  assert_text (tally_scores (two), "1=3 3=0");
  g_assert_cmpint (plenum_tally_get_ballots (two), ==, 5);
  g_assert_cmpstr (plenum_tally_get_option_text (one, 0), ==, "1");
  g_assert_cmpstr (plenum_tally_get_option_text (one, 1), ==, "Bo");
}

#define PREFLIB_HEAD(type) "# FILE NAME: 00001-1." type "\r\n# TITLE: Lunch: where?\r\n# DESCRIPTION:\r\n# DATA TYPE: " type "\r\n" \
  "# MODIFICATION TYPE: original\r\n# RELATES TO:\r\n# RELATED FILES: 00001-2.toc\r\n# PUBLICATION DATE: 2013-08-17\r\n" \
  "# NUMBER ALTERNATIVES: 3\r\n# NUMBER VOTERS: 6\r\n# NUMBER UNIQUE ORDERS: 3\r\n" \
  "# ALTERNATIVE NAME 1: Ana\r\n# ALTERNATIVE NAME 2: Bo: the \"second\"\r\n# ALTERNATIVE NAME 3: J\xfcrgen\r\n"

static void
test_preflib_as_found (void)
{
  struct { const char *text, *scores; } cases[] = {
    { PREFLIB_HEAD ("soc") "3: 1,2,3\r\n2: 2, 1, 3\r\n1: 3,2,1\r\n", "1=8 2=8 3=2" },
    { "\xef\xbb\xbf" PREFLIB_HEAD ("soi") "3: 1\r\n2: 2,1\r\n1: 3,2,1\r\n\r\n", "1=8 2=5 3=2" },
    { PREFLIB_HEAD ("toc") "3: {1,2},3\r\n2: {1, 2, 3}\r\n1: 3,{2,1}\r\n", "1=7 2=7 3=4" },
    { PREFLIB_HEAD ("toi") "3: {1,2}\r\n# a comment\r\n2: {3}\r\n0: 2\r\n1: 3,{2,1}\r\n", "1=5 2=5 3=6" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumTally) tally = count_text (cases[i].text, PLENUM_BALLOT_FORMAT_PREFLIB, "borda", "unranked", "zero");

      g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 6);
      assert_text (tally_scores (tally), cases[i].scores);
      g_assert_cmpstr (plenum_tally_get_option_text (tally, 1), ==, "Bo: the \"second\"");
      g_assert_cmpstr (plenum_tally_get_option_text (tally, 2), ==, "Jürgen");
    }
}

#define PABULIB_HEAD(type) "META\r\nkey;value\r\ndescription;\"Parks; and \"\"trees\"\"\"\r\ncountry;Poland\r\nnum_projects;3\r\n" \
  "budget;12,50\r\nvote_type;" type "\r\nrule;greedy\r\nmin_length;1\r\ncomment;\r\n" \
  "PROJECTS\r\nproject_id;name;cost;votes;selected\r\n1;\"Bench; \"\"green\"\"\";5;3;1\r\n7b;Tree;2.5;2;0\r\nW/3;;8;1;0\r\n"

/* Columns in any order, quoted fields, votes that name nothing. */
static void
test_pabulib_as_found (void)
{
  struct { const char *method, *text, *scores; gint64 ballots; } cases[] = {
    { "approval", PABULIB_HEAD ("approval") "VOTES\r\nvoter_id;age;vote;voting_method\r\n1;30;1,7b;internet\r\n2;;\"7b, W/3\";\r\n3;41;;paper\r\n",
      "1=1 7b=2 W/3=1", 3 },
    { "dots", PABULIB_HEAD ("cumulative") "VOTES\r\nvoter_id;vote;points\r\n1;1,7b;2,1\r\n2;W/3;\"3\"\r\n3;;\r\n", "1=2 7b=1 W/3=3", 3 },
    { "score", "\xef\xbb\xbf" PABULIB_HEAD ("scoring") "\r\nVOTES\r\npoints;voter_id;vote\r\n5,0;1;1,7b\r\n4;2;1\r\n", "1=9 7b=0 W/3=0", 2 },
    { "borda", PABULIB_HEAD ("ordinal") "VOTES\r\nvoter_id;vote\r\n1;7b,1,W/3\r\n2;1,7b,W/3", "1=3 7b=3 W/3=0", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlenumTally) tally = count_text (cases[i].text, PLENUM_BALLOT_FORMAT_PABULIB, cases[i].method, NULL, NULL);

      g_assert_cmpint (plenum_tally_get_ballots (tally), ==, cases[i].ballots);
      assert_text (tally_scores (tally), cases[i].scores);
      g_assert_cmpstr (plenum_tally_get_option_text (tally, 0), ==, "Bench; \"green\"");
      g_assert_cmpstr (plenum_tally_get_option_text (tally, 2), ==, "W/3");
    }
}

static void
test_table (void)
{
  g_autoptr (PlenumTally) dots = count_text ("\xef\xbb\xbf#hands;#weight;Tea, hot;Coffee\r\n;3/2;2;\r\n4;;5;1\r\n;;;\r\n", PLENUM_BALLOT_FORMAT_TABLE, "dots", NULL, NULL);
  g_autoptr (PlenumTally) budget = count_text ("#row,a,b\ncost,7/3,9\n,1,x\n,,1\n", PLENUM_BALLOT_FORMAT_TABLE, "greedy-budget", "budget", "9");

  assert_text (tally_scores (dots), "Tea, hot=8 Coffee=1");
  g_assert_cmpint (plenum_tally_get_ballots (dots), ==, 3);
  g_assert_cmpint (plenum_tally_get_voters (dots), ==, 6);
  assert_text (tally_winners (budget), "b");
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
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "", 0, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "#weight", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "a,,b\n", 1, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "a,a\n", 1, PLENUM_VOTING_ERROR_REPEATED_OPTION },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "a,b\n1\n1,2,3\n", 3, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "a,b\n1,x\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "#weight,a\n1.5,1\n", 2, PLENUM_VOTING_ERROR_INVALID_WEIGHT },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "#hands,a\n0,1\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "#row,a\nprice,1\n", 2, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "#row,a\n,1\ncost,1\n", 3, PLENUM_VOTING_ERROR_INVALID_FILE },
    { PLENUM_BALLOT_FORMAT_TABLE, "dots", "#row,a\ncost,-1\n", 2, PLENUM_VOTING_ERROR_INVALID_COST },
    { PLENUM_BALLOT_FORMAT_TABLE, "borda", "#hands,a\n3,1\n", 2, PLENUM_VOTING_ERROR_INVALID_CHANNEL },
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
      g_autofree char *place = cases[i].line > 0 ? g_strdup_printf ("f:%u: ", (guint) cases[i].line) : g_strdup ("f: ");

      g_assert_null (plenum_ballot_file_read (stream, "f", cases[i].format, cases[i].method, NULL, NULL, &error));
      g_assert_error (error, PLENUM_VOTING_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, place));
    }
}

static void
test_refuses_nul (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("3 1\n1 \0001 0\n0\n", 14, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_ballot_file_read (stream, "f", PLENUM_BALLOT_FORMAT_BLT, "stv", NULL, NULL, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_FILE);
  g_assert_true (g_str_has_prefix (error->message, "f:2: "));
}

static void
test_recognises (void)
{
  struct { const char *path, *start; PlenumBallotFormat format; } cases[] = {
    { "a.BLT", "", PLENUM_BALLOT_FORMAT_BLT },
    { "a.soi", "", PLENUM_BALLOT_FORMAT_PREFLIB },
    { "-", "# FILE NAME: 1.soc", PLENUM_BALLOT_FORMAT_PREFLIB },
    { "-", "META\nkey;value\n", PLENUM_BALLOT_FORMAT_PABULIB },
    { "-", "\xef\xbb\xbf" "META\r\nkey;value\r\n", PLENUM_BALLOT_FORMAT_PABULIB },
    { "a.csv", "META\nkey;value\n", PLENUM_BALLOT_FORMAT_TABLE },
    { "-", "METAL,WOOD\n", PLENUM_BALLOT_FORMAT_TABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plenum_ballot_format_recognise (cases[i].path, cases[i].start), ==, cases[i].format);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ballot-files/blt", test_blt);
  g_test_add_func ("/ballot-files/preflib", test_preflib);
  g_test_add_func ("/ballot-files/blt-as-found", test_blt_as_found);
  g_test_add_func ("/ballot-files/preflib-as-found", test_preflib_as_found);
  g_test_add_func ("/ballot-files/pabulib-as-found", test_pabulib_as_found);
  g_test_add_func ("/ballot-files/table", test_table);
  g_test_add_func ("/ballot-files/refuses", test_refuses_files);
  g_test_add_func ("/ballot-files/refuses-nul", test_refuses_nul);
  g_test_add_func ("/ballot-files/recognises", test_recognises);
  return g_test_run ();
}
