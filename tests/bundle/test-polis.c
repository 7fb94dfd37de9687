/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"

/* Agree, disagree and pass by statement, counted from the ballots. */
static GHashTable *
count_ballots (PlenumStore *store, guint *n_votes)
{
  g_autoptr (GPtrArray) ballots = plenum_store_list (store, PLENUM_BALLOT, -1, NULL, NULL);
  g_autoptr (GPtrArray) options = plenum_store_list (store, PLENUM_OPTION, -1, NULL, NULL);
  g_autoptr (GHashTable) by_option = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTable *by_statement = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  *n_votes = 0;
  for (guint i = 0; i < options->len; i++)
    g_hash_table_insert (by_option, g_strdup (plenum_record_get_id (options->pdata[i])), g_new0 (guint, 3));
  for (guint i = 0; i < ballots->len; i++)
    {
      g_auto (GStrv) choices = g_strsplit_set (plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_CHOICES), "{},", -1);

      for (char **choice = choices; *choice != NULL; choice++)
        if (**choice == '"')
          {
            g_autofree char *id = g_strndup (*choice + 1, 36);
            guint *counts = g_hash_table_lookup (by_option, id);

            g_assert_nonnull (counts);
            counts[1 - g_ascii_strtoll (*choice + 39, NULL, 10)]++;
            (*n_votes)++;
          }
    }

  for (guint i = 0; i < options->len; i++)
    {
      g_autoptr (PlenumRecord) idea = plenum_store_get (store, PLENUM_IDEA, plenum_record_get_text (options->pdata[i], PLENUM_OPTION_IDEA), NULL);

      g_hash_table_insert (by_statement, g_strdup (plenum_record_get_text (idea, PLENUM_IDEA_SOURCE_ID)),
                           g_memdup2 (g_hash_table_lookup (by_option, plenum_record_get_id (options->pdata[i])), 3 * sizeof (guint)));
    }

  return by_statement;
}

/* The same from votes.csv, by a few lines of their own. */
static GHashTable *
count_file (const char *path)
{
  g_autofree char *text = fixture_read (path, NULL);
  char *line = strchr (text, '\n') + 1;
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  GHashTable *by_statement = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;

  /* Not g_strsplit(): under the address sanitizer it looks at all of the rest for each line. */
  for (char *end = strchr (line, '\n'); end != NULL; line = end + 1, end = strchr (line, '\n'))
    {
      g_autofree char *text_line = g_strchomp (g_strndup (line, end - line));
      g_auto (GStrv) fields = g_strsplit (text_line, ",", -1);
      g_autofree char *vote = NULL;
      char **before;

      if (g_strv_length (fields) != 5)
        continue;
      vote = g_strdup_printf ("%s %s", fields[3], fields[2]);
      before = g_hash_table_lookup (last, vote);
      if (before == NULL || g_ascii_strtoll (before[0], NULL, 10) <= g_ascii_strtoll (fields[0], NULL, 10))
        g_hash_table_insert (last, g_steal_pointer (&vote), g_steal_pointer (&fields));
    }

  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      char **fields = value;
      guint *counts = g_hash_table_lookup (by_statement, fields[2]);

      if (counts == NULL)
        {
          counts = g_new0 (guint, 3);
          g_hash_table_insert (by_statement, g_strdup (fields[2]), counts);
        }
      counts[1 - g_ascii_strtoll (fields[4], NULL, 10)]++;
    }

  return by_statement;
}

static void
test_klimarat (void)
{
  g_autofree char *folder = fixture_find_data ("klimarat-konsum");
  g_autofree char *comments = NULL, *votes = NULL, *summary = NULL;
  g_autoptr (PlenumStore) store = NULL;
  g_autoptr (PlenumImport) import = NULL;
  g_autoptr (GHashTable) imported = NULL, counted = NULL;
  g_autoptr (GPtrArray) polls = NULL, workshops = NULL;
  PlenumImportPreview *preview;
  GHashTableIter iter;
  gpointer statement, counts;
  guint n_votes;

  if (folder == NULL)
    return;
  comments = g_build_filename (folder, "comments.csv", NULL);
  votes = g_build_filename (folder, "votes.csv", NULL);
  summary = g_build_filename (folder, "summary.csv", NULL);
  store = fixture_new ();
  import = fixture_import_files (store, (const char * const []) { votes, comments, summary, NULL });

  g_assert_cmpuint (plenum_import_get_n_previews (import), ==, 1);
  preview = plenum_import_get_preview (import, 0);
  g_assert_cmpstr (preview->format, ==, PLENUM_IMPORT_POLIS);
  g_assert_true (g_str_has_prefix (preview->notes->pdata[0], "In the votes, +1 means agreement: that gives exactly what 351 of 522"));

  workshops = plenum_store_list (store, PLENUM_WORKSHOP, -1, NULL, NULL);
  polls = plenum_store_list (store, PLENUM_POLL, -1, NULL, NULL);
  g_assert_cmpuint (workshops->len, ==, 1);
  g_assert_cmpuint (polls->len, ==, 1);
  g_assert_cmpstr (plenum_record_get_text (workshops->pdata[0], PLENUM_WORKSHOP_TITLE), ==, "Produktion und Konsum");
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_METHOD), ==, "agreement");
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_STATE), ==, "closed");
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 522);
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 1116);

  imported = count_ballots (store, &n_votes);
  g_assert_cmpuint (n_votes, ==, 61384);
  counted = count_file (votes);
  g_assert_cmpuint (g_hash_table_size (imported), ==, 522);
  g_hash_table_iter_init (&iter, counted);
  while (g_hash_table_iter_next (&iter, &statement, &counts))
    g_assert_cmpmem (counts, 3 * sizeof (guint), g_hash_table_lookup (imported, statement), 3 * sizeof (guint));

  fixture_assert_nothing_new (store, (const char * const []) { comments, votes, summary, NULL });
}

static const char comments_csv[] =
  "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
  "1651045893819,Wed Apr 27 2022,0,1,1,1,1,\"Klimarat\" sagt: mehr Bäume, bitte\n"
  "1651045893820,Wed Apr 27 2022,1,2,2,0,-1,\"Text, in \"\"Anführung\"\"\"\n";
static const char votes_csv[] =
  "timestamp,datetime,comment-id,voter-id,vote\n"
  "1651046000300,x,0,3,-1\n"
  "1651046000100,x,0,3,1\n"
  "1651046000200,x,0,4,1\n"
  "1651046000200,x,1,3,-1\n"
  "1651046000200,x,1,4,-1\n"
  "1651046000200,x,1,5,0\n";

/* Here -1 means agreement, since only that gives the statements' own counts. */
static void
test_polis (void)
{
  g_autofree char *comments = fixture_write ("comments.csv", comments_csv, -1);
  g_autofree char *votes = fixture_write ("votes.csv", votes_csv, -1);
  const char * const paths[] = { comments, votes, NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumImport) import = fixture_import_files (store, paths);
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, -1, NULL, NULL);
  g_autoptr (GPtrArray) polls = plenum_store_list (store, PLENUM_POLL, -1, NULL, NULL);
  g_autoptr (PlenumImport) later_import = NULL;
  g_autofree char *later = NULL, *later_votes = NULL;
  PlenumImportResult *result = plenum_import_get_results (import)->pdata[0];
  guint *first;
  guint n_votes;

  g_assert_true (g_str_has_prefix (plenum_import_get_preview (import, 0)->notes->pdata[0], "In the votes, −1 means agreement: that gives exactly what 2 of 2"));
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_TEXT), ==, "\"Klimarat\" sagt: mehr Bäume, bitte");
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[1], PLENUM_IDEA_TEXT), ==, "Text, in \"Anführung\"");
  g_assert_cmpint (plenum_record_get_integer (ideas->pdata[1], PLENUM_IDEA_MODERATED), ==, -1);
  /* Whoever exported it has seen its result, so it stays closed. */
  g_assert_cmpint (plenum_record_get_integer (polls->pdata[0], PLENUM_POLL_CLOSED), >, 0);
  g_assert_cmpint (plenum_record_get_integer (polls->pdata[0], PLENUM_POLL_SHOWN), ==,
                   plenum_record_get_integer (polls->pdata[0], PLENUM_POLL_CLOSED));
  counts = count_ballots (store, &n_votes);
  g_assert_cmpuint (n_votes, ==, 5);
  first = g_hash_table_lookup (counts, "0");
  g_assert_cmpuint (first[0], ==, 1);
  g_assert_cmpuint (first[2], ==, 1);
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 3);
  g_assert_cmpuint (result->lost->len, ==, 1);
  fixture_assert_nothing_new (store, paths);

  /* A later export has a vote more: that person's ballot is another one now. */
  later = g_strconcat (votes_csv, "1651046000900,x,0,5,1\n", NULL);
  later_votes = fixture_write ("votes.csv", later, -1);
  later_import = fixture_import_files (store, paths);
  result = plenum_import_get_results (later_import)->pdata[0];
  g_assert_cmpuint (plenum_import_result_get (result, "ballot", PLENUM_IMPORT_ADDED), ==, 1);
  g_assert_cmpuint (plenum_import_result_get (result, "ballot", PLENUM_IMPORT_UNCHANGED), ==, 2);
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 3);
  g_free (fixture_write ("votes.csv", votes_csv, -1));
}

static void
test_polis_setting (void)
{
  g_autofree char *comments = fixture_write ("comments.csv", comments_csv, -1);
  g_autofree char *votes = fixture_write ("votes.csv", votes_csv, -1);
  const char * const paths[] = { comments, votes, NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = plenum_import_open (paths, NULL, NULL, &error);
  g_autoptr (GHashTable) counts = NULL;
  guint *second;
  guint n_votes;

  plenum_import_set_agreement (import, 1);
  g_assert_true (plenum_import_perform (import, store, NULL, &error));
  counts = count_ballots (store, &n_votes);
  second = g_hash_table_lookup (counts, "1");
  g_assert_cmpuint (second[0], ==, 0);
  g_assert_cmpuint (second[1], ==, 1);
  g_assert_cmpuint (second[2], ==, 2);
}

static void
refuse_votes (const char *votes_text, const char *message)
{
  g_autofree char *comments = fixture_write ("comments.csv", comments_csv, -1);
  g_autofree char *votes = fixture_write ("votes.csv", votes_text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_import_open ((const char * const []) { comments, votes, NULL }, NULL, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” does not hold “%s”", error->message, message);
}

static void
test_polis_errors (void)
{
  g_autofree char *votes = fixture_write ("alone-votes.csv", votes_csv, -1);
  g_autofree char *twice = g_strconcat (comments_csv, "1,x,1,2,0,0,1,again\n", NULL);
  g_autofree char *comments = fixture_write ("twice.csv", twice, -1);
  g_autoptr (GError) error = NULL;

  refuse_votes ("timestamp,datetime,comment-id,voter-id,vote\n1,x,0,3,1\n1,x,9,3,1\n", "votes.csv:3: The vote is on a statement");
  refuse_votes ("timestamp,datetime,comment-id,voter-id,vote\n1,x,0,3,2\n", "votes.csv:2: A vote is 1, 0 or −1");
  refuse_votes ("timestamp,datetime,comment-id,voter-id,vote\n1,x,0,,1\n", "votes.csv:2: The vote has no voter");
  g_assert_null (plenum_import_open ((const char * const []) { votes, NULL }, NULL, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE);
  g_clear_error (&error);
  g_assert_null (plenum_import_open ((const char * const []) { comments, NULL }, NULL, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE);
  g_assert_nonnull (strstr (error->message, "twice.csv:4: "));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/polis/klimarat", test_klimarat);
  g_test_add_func ("/polis/polis", test_polis);
  g_test_add_func ("/polis/polis-setting", test_polis_setting);
  g_test_add_func ("/polis/polis-errors", test_polis_errors);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
