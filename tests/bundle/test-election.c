/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of ballots as others publish them, into a library as a closed poll. */
#include <string.h>

#include "fixture.h"
#include "plenum-ballot-election.h"
#include "plenum-voting-error.h"

static const char pabulib[] =
  "META\nkey;value\ndescription;Bürgerhaushalt\ncountry;Germany\nunit;Bonn\ninstance;2024\n"
  "num_projects;3\nnum_votes;4\nbudget;1000\nvote_type;approval\nrule;greedy\n"
  "PROJECTS\nproject_id;cost;votes;name;selected\n1;600;3;Brunnen;1\n2;500;2;Bänke;0\n7;300.50;1;Bäume;1\n"
  "VOTES\nvoter_id;vote\na;1,2\nb;1\nc;1,2\nd;7\n";

static const char blt[] = "4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n0\n\"Adam\"\n\"Basil\"\n\"Charlotte\"\n\"Donald\"\n\"Garden Club\"\n";

static const char preflib[] =
  "# FILE NAME: x.toc\n# TITLE: Lunch\n# DATA TYPE: toc\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n# NUMBER UNIQUE ORDERS: 2\n"
  "# ALTERNATIVE NAME 1: Pizza\n# ALTERNATIVE NAME 2: Soup\n# ALTERNATIVE NAME 3: Salad\n3: 1,{2,3}\n2: 2,1,3\n";

static PlenumImport *
open_file (const char *name, const char *text, const char *format, GError **error)
{
  g_autofree char *path = fixture_write (name, text, -1);

  return plenum_import_open_elections ((const char * const []) { path, NULL }, format, &plenum_ballot_election_reader, NULL, error);
}

/* The poll of a file that is imported, and imported again without any change. */
static PlenumRecord *
import_poll (PlenumStore *store, const char *name, const char *text, const char *format)
{
  g_autoptr (GPtrArray) polls = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumImport) import = open_file (name, text, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (plenum_import_get_preview (import, 0)->format, ==, format);
      plenum_import_perform (import, store, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (plenum_import_count (import, PLENUM_IMPORT_ADDED) > 0, ==, i == 0);
      g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_CHANGED), ==, 0);
    }

  polls = plenum_store_list (store, PLENUM_POLL, -1, NULL, NULL);
  g_assert_cmpuint (polls->len, ==, 1);
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_STATE), ==, "closed");
  g_assert_cmpint (plenum_record_get_integer (polls->pdata[0], PLENUM_POLL_SHOWN), >, 0);

  return g_object_ref (polls->pdata[0]);
}

static char *
find_option (PlenumStore *store, const char *text)
{
  g_autoptr (GPtrArray) options = plenum_store_list (store, PLENUM_OPTION, PLENUM_OPTION_TEXT, text, NULL);

  g_assert_cmpuint (options->len, ==, 1);

  return g_strdup (plenum_record_get_id (options->pdata[0]));
}

/* How many ballots give that option that value. */
static guint
count_choices (PlenumStore *store, const char *text, int value)
{
  g_autoptr (GPtrArray) ballots = plenum_store_list (store, PLENUM_BALLOT, -1, NULL, NULL);
  g_autofree char *option = find_option (store, text);
  g_autofree char *wanted = g_strdup_printf ("\"%s\":%d", option, value);
  guint n = 0;

  for (guint i = 0; i < ballots->len; i++)
    n += strstr (plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_CHOICES), wanted) != NULL;

  return n;
}

static void
test_pabulib (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  /* What it is stands in it, not in its name. */
  g_autoptr (PlenumRecord) poll = import_poll (store, "Haushalt.txt", pabulib, PLENUM_IMPORT_PABULIB);

  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_QUESTION), ==, "Haushalt");
  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_METHOD), ==, "greedy-budget");
  g_assert_nonnull (strstr (plenum_record_get_text (poll, PLENUM_POLL_SETTINGS), "\"budget\":\"1000\""));
  g_assert_cmpint (plenum_store_count (store, PLENUM_OPTION, -1, NULL), ==, 3);
  g_assert_cmpint (plenum_store_count (store, PLENUM_OPTION, PLENUM_OPTION_COST, "600"), ==, 1);
  g_assert_cmpint (plenum_store_count (store, PLENUM_OPTION, PLENUM_OPTION_COST, "601/2"), ==, 1);
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 4);
  g_assert_cmpuint (count_choices (store, "Brunnen", 1), ==, 3);
  g_assert_cmpuint (count_choices (store, "Bäume", 1), ==, 1);
}

static void
test_blt (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumRecord) poll = import_poll (store, "club", blt, PLENUM_IMPORT_BLT);

  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_METHOD), ==, "stv");
  g_assert_nonnull (strstr (plenum_record_get_text (poll, PLENUM_POLL_SETTINGS), "\"seats\":\"2\""));
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 9);
  g_assert_cmpuint (count_choices (store, "Adam", 1), ==, 7);
  g_assert_cmpuint (count_choices (store, "Donald", 1), ==, 2);
}

static void
test_preflib (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumRecord) poll = import_poll (store, "lunch.dat", preflib, PLENUM_IMPORT_PREFLIB);

  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_METHOD), ==, "schulze");
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 5);
  g_assert_cmpuint (count_choices (store, "Pizza", 1), ==, 3);
  g_assert_cmpuint (count_choices (store, "Soup", 2), ==, 3);
  g_assert_cmpuint (count_choices (store, "Salad", 2), ==, 3);
  g_assert_cmpuint (count_choices (store, "Salad", 3), ==, 2);
}

/* Votes that are an order are no approvals, so another method takes them. */
static void
test_ordinal (void)
{
  g_autofree char *text = g_strdup (pabulib);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumRecord) poll = NULL;

  memcpy (strstr (text, "approval"), "ordinal\n", 8);
  poll = import_poll (store, "order.pb", text, PLENUM_IMPORT_PABULIB);
  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_METHOD), ==, "schulze");
  g_assert_cmpuint (count_choices (store, "Bänke", 2), ==, 2);
}

static void
refuse (const char *text, GQuark domain, int code, const char *place)
{
  g_autofree char *path = fixture_path ("bad.pb");
  g_autofree char *prefix = g_strdup_printf ("%s:%s", path, place);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = open_file ("bad.pb", text, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, domain, code);
  if (!g_str_has_prefix (error->message, prefix))
    g_error ("“%s” does not begin with “%s”", error->message, prefix);
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = NULL;

  refuse ("META\nkey;value\nbudget;much\n", PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_FILE, "3: ");
  refuse ("2 1\n1000000 1 0\n0\n\"A\"\n\"B\"\n\"T\"\n", PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TOO_LARGE, " ");
  import = open_file ("x.pb", pabulib, PLENUM_IMPORT_BUNDLE, &error);
  g_assert_null (import);
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_UNKNOWN);
}

/* Numbers alone do not make a table an election. */
static void
test_no_election (void)
{
  static const char * const tables[] = { "1 2\nfirst idea\n", "text\n1 2\n", "10 20 30\n1 2 0\n", "title\tbody\n3 1\t2\n" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PlenumImport) import = open_file ("t.csv", tables[i], NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (plenum_import_get_preview (import, 0)->format, ==, PLENUM_IMPORT_TABLE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_isolate ();
  g_test_add_func ("/election/pabulib", test_pabulib);
  g_test_add_func ("/election/blt", test_blt);
  g_test_add_func ("/election/preflib", test_preflib);
  g_test_add_func ("/election/ordinal", test_ordinal);
  g_test_add_func ("/election/refused", test_refused);
  g_test_add_func ("/election/no-election", test_no_election);
  argc = g_test_run ();
  fixture_clean_up ();

  return argc;
}
