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
  g_test_add_func ("/ballot-files/refuses", test_refuses_files);
  g_test_add_func ("/ballot-files/refuses-nul", test_refuses_nul);
  g_test_add_func ("/ballot-files/recognises", test_recognises);
  return g_test_run ();
}
