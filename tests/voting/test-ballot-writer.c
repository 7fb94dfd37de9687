/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written as a file of ballots is read again as the same ballots, with the
 * same result; and nothing stands in it but what the ballots say. */
#include "elections.h"

#include <string.h>

#include "plenum-ballot-writer.h"

#define N_ELECTIONS 40 /* of each method and form */

static char *
write_file (PlenumProfile *poll, PlenumBallotFormat format, const char *title)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  gsize length;

  plenum_ballot_file_write (poll, format, title, stream, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  length = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpuint (strlen (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream))), ==, length - 1);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* With its settings. */
static PlenumProfile *
read_file (const char *text, PlenumBallotFormat format, const PlenumProfile *like)
{
  const PlenumMethod *method = plenum_profile_get_method (like);
  g_autoptr (PlenumSettings) settings = plenum_settings_new ();
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (GError) error = NULL;
  const PlenumSetting *setting;
  PlenumProfile *poll;

  for (guint i = 0; (setting = plenum_method_get_setting (method, i)) != NULL; i++)
    plenum_settings_set (settings, setting->name, plenum_profile_get_setting (like, setting->name));
  poll = plenum_ballot_file_read (stream, "f", format, plenum_method_get_id (method), settings, NULL, &error);
  g_assert_no_error (error);

  return poll;
}

/* Places, scores, winners and the number of ballots, with options by their numbers. */
static char *
describe (const PlenumProfile *poll)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumTally) tally = plenum_tally_count (poll, NULL, &error);
  GString *text = g_string_new (NULL);

  if (tally == NULL)
    {
      g_string_append (text, error->message);
      return g_string_free (text, FALSE);
    }

  g_string_append_printf (text, "%d by %d:", (int) plenum_tally_get_ballots (tally), (int) plenum_tally_get_voters (tally));
  for (guint i = 0; i < plenum_tally_get_n_options (tally); i++)
    {
      g_autofree char *score = plenum_rational_to_text (plenum_tally_get_score (tally, i));

      g_string_append_printf (text, " %u. %s%s", plenum_tally_get_option_place (tally, i), score,
                              plenum_tally_is_winner (tally, i) ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

static void
check_format (PlenumProfile *poll, PlenumBallotFormat format)
{
  g_autofree char *written = write_file (poll, format, "Which one?");
  g_autoptr (PlenumProfile) read = read_file (written, format, poll);
  g_autofree char *again = write_file (read, format, "Which one?");
  g_autofree char *result = describe (poll);
  g_autofree char *recount = describe (read);

  g_assert_cmpstr (written, ==, again);
  g_assert_cmpstr (result, ==, recount);
}

/* Which formats took them, as letters. */
static char *
check_formats (PlenumProfile *poll)
{
  GString *taken = g_string_new (NULL);

  for (guint format = PLENUM_BALLOT_FORMAT_TABLE; format <= PLENUM_BALLOT_FORMAT_PABULIB; format++)
    {
      g_autoptr (GError) error = NULL;

      if (plenum_ballot_format_takes (format, poll, &error))
        {
          check_format (poll, format);
          g_string_append (taken, plenum_ballot_format_get_suffix (format, poll));
          g_string_append_c (taken, ' ');
        }
      else
        {
          g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS);
        }
    }

  return g_string_free (taken, FALSE);
}

static void
test_round_trip (gconstpointer data)
{
  const PlenumMethod *method = data;
  const char *settings = plenum_method_find_setting (method, "budget") != NULL ? "budget=9"
                         : plenum_method_find_setting (method, "seats") != NULL ? "seats=2" : "";
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint run = 0; run < 2 * election_runs (N_ELECTIONS); run++)
    {
      Election election;
      g_autoptr (PlenumProfile) poll = NULL;
      g_autofree char *taken = NULL;

      election_init (&election, plenum_method_get_id (method), settings, g_rand_int_range (random, 1, 8));
      election_generate (&election, random);
      for (guint i = 0; i < election.n; i++)
        election.costs[i] = g_rand_int_range (random, 1, 8);
      poll = election_put_otherwise (&election, NULL, run % 2 == 0 ? ELECTION_GROUPED : ELECTION_WEIGHTED, random);
      taken = check_formats (poll);
      g_assert_true (g_str_has_prefix (taken, "csv "));
      if (run % 2 == 0 && election.kind == PLENUM_PAPER_RANKING)
        g_assert_nonnull (strstr (taken, "blt "));
      if (run % 2 == 0 && election.kind == PLENUM_PAPER_UTILITIES)
        g_assert_nonnull (strstr (taken, "pb "));
      if (run % 2 == 0 && election.kind == PLENUM_PAPER_GRADES)
        g_assert_nonnull (strstr (taken, "cat "));
    }
}

/* The order of a file follows from the ballots, so it tells nothing of who came when. */
static void
test_order (void)
{
  for (guint format = PLENUM_BALLOT_FORMAT_TABLE; format <= PLENUM_BALLOT_FORMAT_PREFLIB; format++)
    {
      g_autoptr (PlenumProfile) one = poll_new ("borda", "", 3);
      g_autoptr (PlenumProfile) other = poll_new ("borda", "", 3);
      g_autofree char *first = NULL, *second = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (poll_try (one, "a=1 b=2", "screen", 1, NULL, &error));
      g_assert_true (poll_try (one, "c=1", "paper", 1, NULL, &error));
      g_assert_true (poll_try (one, "a=1 b=2", "paper", 1, NULL, &error));
      g_assert_true (poll_try (other, "a=1 b=2", "secret", 1, NULL, &error));
      g_assert_true (poll_try (other, "a=1 b=2", "secret", 1, NULL, &error));
      g_assert_true (poll_try (other, "c=1", "secret", 1, NULL, &error));
      first = write_file (one, format, "Q");
      second = write_file (other, format, "Q");
      g_assert_cmpstr (first, ==, second);
      g_assert_null (strstr (first, "screen"));
      g_assert_null (strstr (second, "secret"));
    }
}

static void
test_texts (void)
{
  g_autoptr (PlenumProfile) ranked = poll_new ("stv", "seats=2", 3);
  g_autoptr (PlenumProfile) budget = poll_new ("equal-shares", "budget=12.50", 0);
  g_autoptr (PlenumProfile) dots = poll_new ("dots", "points=9", 2);
  g_autoptr (GError) error = NULL;

  plenum_profile_set_option_text (ranked, 2, " Cem \"C\"\nD ");
  poll_rank (ranked, 3, "a > b = c");
  poll_rank (ranked, 2, "c");
  g_assert_true (poll_try (ranked, "b=3", "paper", 1, "3/2", &error));
  g_assert_true (poll_try (ranked, "b=1", "paper", 1, "2", &error));
  assert_text (write_file (ranked, PLENUM_BALLOT_FORMAT_BLT, "Who\n?"),
               "3 2\n3 1 2=3 0\n2 3 0\n2.0 2 0\n1.5 - 2 0\n0\n\"A\"\n\"B\"\n\"Cem \"C\" D\"\n\"Who ?\"\n");
  assert_text (write_file (ranked, PLENUM_BALLOT_FORMAT_TABLE, NULL),
               "#weight,A,B,\"Cem \"\"C\"\" D\"\r\n" ",1,2,2\r\n,1,2,2\r\n,1,2,2\r\n,,,1\r\n,,,1\r\n" "2,,1,\r\n3/2,,2,\r\n");

  plenum_profile_add_option (budget, "x", "Bench; \"green\"", "5/2", &error);
  plenum_profile_add_option (budget, "y", "Tree", "7", &error);
  poll_cast_many (budget, 2, "x=1");
  g_assert_no_error (error);
  {
    g_autofree char *text = write_file (budget, PLENUM_BALLOT_FORMAT_PABULIB, "What?");

    g_assert_nonnull (strstr (text, "\nnum_votes;2\nbudget;12.5\nvote_type;approval\nrule;equalshares\n"));
    assert_text (write_file (budget, PLENUM_BALLOT_FORMAT_TABLE, NULL),
                 "#row,\"Bench; \"\"green\"\"\",Tree\r\ncost,5/2,7\r\n,1,\r\n,1,\r\n");
    g_assert_nonnull (strstr (text, "\n1;2.5;\"Bench; \"\"green\"\"\"\n2;7;Tree\nVOTES\nvoter_id;vote\n1;1\n2;1\n"));
  }

  poll_cast (dots, "a=3");
  poll_hands (dots, "a=7 b=2", 4);
  plenum_profile_set_option_text (dots, 1, "A");
  assert_text (write_file (dots, PLENUM_BALLOT_FORMAT_TABLE, NULL), "#hands,A,A (2)\r\n,3,\r\n4,7,2\r\n");
}

/* A name that is only the mark of an encoding. */
static void
test_mark (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("borda", "", 1);

  plenum_profile_set_option_text (poll, 0, "\xef\xbb\xbf");
  poll_rank (poll, 1, "a");
  check_format (poll, PLENUM_BALLOT_FORMAT_TABLE);
}

static void
test_preflib_text (void)
{
  g_autoptr (PlenumProfile) judged = poll_new ("consensing", "maximum=2 passive=b", 2);
  g_autofree char *text = NULL;

  poll_cast_many (judged, 3, "a=0 b=2");
  poll_cast (judged, "b=1");
  text = write_file (judged, PLENUM_BALLOT_FORMAT_PREFLIB, "Where to?");
  g_assert_nonnull (strstr (text, "# TITLE: Where to?\n"));
  g_assert_nonnull (strstr (text, " passive=2 "));
  g_assert_nonnull (strstr (text, "# NUMBER VOTERS: 4\n# NUMBER UNIQUE PREFERENCES: 2\n# NUMBER CATEGORIES: 3\n"));
  g_assert_nonnull (strstr (text, "\n3: {1},{},{2}\n1: {},{2},{}\n"));
}

static void
assert_unfit (PlenumProfile *poll, PlenumBallotFormat format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) same = NULL;

  g_assert_false (plenum_ballot_format_takes (format, poll, &error));
  g_assert_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS);
  g_assert_false (plenum_ballot_file_write (poll, format, NULL, stream, NULL, &same));
  g_assert_cmpstr (error->message, ==, same->message);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
test_unfit (void)
{
  g_autoptr (PlenumProfile) dots = poll_new ("dots", "", 2);
  g_autoptr (PlenumProfile) gap = poll_new ("borda", "", 3);
  g_autoptr (PlenumProfile) third = poll_new ("borda", "", 3);
  g_autoptr (PlenumProfile) free = poll_new ("equal-shares", "budget=9", 2);
  g_autoptr (PlenumProfile) odd = poll_new ("greedy-budget", "budget=9", 0);
  g_autoptr (PlenumProfile) hands = poll_new ("approval", "", 2);
  g_autoptr (PlenumProfile) many = poll_new ("dots", "", 0);
  g_autoptr (PlenumProfile) none = poll_new ("borda", "", 0);
  g_autoptr (GError) error = NULL;

  for (guint format = PLENUM_BALLOT_FORMAT_TABLE; format <= PLENUM_BALLOT_FORMAT_PREFLIB; format++)
    assert_unfit (none, format);
  assert_unfit (dots, PLENUM_BALLOT_FORMAT_BLT);
  assert_unfit (dots, PLENUM_BALLOT_FORMAT_PREFLIB);
  assert_unfit (dots, PLENUM_BALLOT_FORMAT_PABULIB);
  g_assert_true (poll_try (gap, "a=1 b=3", "paper", 1, NULL, &error));
  assert_unfit (gap, PLENUM_BALLOT_FORMAT_PREFLIB);
  poll_weigh (third, "a=1", "1/3");
  assert_unfit (third, PLENUM_BALLOT_FORMAT_BLT);
  assert_unfit (third, PLENUM_BALLOT_FORMAT_PREFLIB);
  assert_unfit (free, PLENUM_BALLOT_FORMAT_PABULIB);
  plenum_profile_add_option (odd, "x", "X", "1/3", &error);
  assert_unfit (odd, PLENUM_BALLOT_FORMAT_PABULIB);
  poll_hands (hands, "a=2", 3);
  assert_unfit (hands, PLENUM_BALLOT_FORMAT_PREFLIB);
  for (guint i = 0; i < 4095; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      plenum_profile_add_option (many, id, id, NULL, &error);
    }
  assert_unfit (many, PLENUM_BALLOT_FORMAT_TABLE);
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (PlenumProfile) poll = poll_new ("borda", "", 3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  poll_rank (poll, 1, "a > b");
  g_cancellable_cancel (cancellable);
  for (guint format = PLENUM_BALLOT_FORMAT_TABLE; format <= PLENUM_BALLOT_FORMAT_PREFLIB; format++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError) error = NULL;

      g_assert_false (plenum_ballot_file_write (poll, format, NULL, stream, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < plenum_method_count (); i++)
    {
      g_autofree char *path = g_strconcat ("/ballot-writer/round-trip/", plenum_method_get_id (plenum_method_get (i)), NULL);

      g_test_add_data_func (path, plenum_method_get (i), test_round_trip);
    }
  g_test_add_func ("/ballot-writer/order", test_order);
  g_test_add_func ("/ballot-writer/texts", test_texts);
  g_test_add_func ("/ballot-writer/mark", test_mark);
  g_test_add_func ("/ballot-writer/preflib", test_preflib_text);
  g_test_add_func ("/ballot-writer/unfit", test_unfit);
  g_test_add_func ("/ballot-writer/cancelled", test_cancelled);
  return g_test_run ();
}
