/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "plenum-csv.h"
#include "plenum-history.h"
#include "plenum-maintenance.h"

static PlenumImport *
import_files (PlenumStore *store, const char * const *paths)
{
  g_autoptr (GError) error = NULL;
  PlenumImport *import = plenum_import_open (paths, NULL, NULL, &error);

  g_assert_no_error (error);
  plenum_import_perform (import, store, NULL, &error);
  g_assert_no_error (error);

  return import;
}

static void
assert_nothing_new (PlenumStore *store, const char * const *paths)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (PlenumImport) import = NULL;

  g_free (fixture_export (store, PLENUM_PRIVACY_FULL, &before));
  import = import_files (store, paths);
  g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_ADDED), ==, 0);
  g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_CHANGED), ==, 0);
  g_free (fixture_export (store, PLENUM_PRIVACY_FULL, &after));
  g_assert_cmpstr (before, ==, after);
}

/* The folder of real data, or NULL with the test skipped. */
static char *
find_data (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "..", "shared", "data", name, NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);

  g_test_skip ("The real data is not beside the project");

  return NULL;
}

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
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable *by_statement = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key, value;

  for (char **line = lines + 1; *line != NULL; line++)
    {
      g_auto (GStrv) fields = g_strsplit (g_strchomp (*line), ",", -1);
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
  g_autofree char *folder = find_data ("klimarat-konsum");
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
  import = import_files (store, (const char * const []) { votes, comments, summary, NULL });

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

  assert_nothing_new (store, (const char * const []) { comments, votes, summary, NULL });
}

static void
test_raddialog (void)
{
  g_autofree char *folder = find_data ("raddialog-bonn");
  g_autofree char *path = NULL, *digest = NULL, *again = NULL, *exported = NULL;
  g_autoptr (PlenumStore) store = NULL, other = NULL;
  g_autoptr (PlenumImport) import = NULL, second = NULL;
  g_autoptr (GPtrArray) themes = NULL, lessons = NULL, backups = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "submissions.csv", NULL);
  store = fixture_new ();
  import = import_files (store, (const char * const []) { path, NULL });
  themes = plenum_store_list (store, PLENUM_THEME, -1, NULL, NULL);
  g_assert_cmpuint (themes->len, ==, 8);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 2314);
  g_assert_cmpint (plenum_store_count (store, PLENUM_MEMBERSHIP, -1, NULL), ==, 2314);
  for (guint i = 0; i < themes->len; i++)
    if (strcmp (plenum_record_get_text (themes->pdata[i], PLENUM_THEME_TITLE), "cycling_traffic_management") == 0)
      g_assert_cmpint (plenum_store_count (store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, plenum_record_get_id (themes->pdata[i])), ==, 1020);

  assert_nothing_new (store, (const char * const []) { path, NULL });
  backups = plenum_store_list_backups (plenum_store_get_path (store));
  g_assert_cmpuint (backups->len, >=, 1);

  exported = fixture_export (store, PLENUM_PRIVACY_FULL, &digest);
  other = fixture_new ();
  second = fixture_import (other, exported);
  g_free (fixture_export (other, PLENUM_PRIVACY_FULL, &again));
  g_assert_cmpstr (digest, ==, again);
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
  g_autoptr (PlenumImport) import = import_files (store, paths);
  g_autoptr (GHashTable) counts = NULL;
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, -1, NULL, NULL);
  g_autoptr (PlenumImport) later_import = NULL;
  g_autofree char *later = NULL, *later_votes = NULL;
  PlenumImportResult *result = plenum_import_get_results (import)->pdata[0];
  guint *first;
  guint n_votes;

  g_assert_true (g_str_has_prefix (plenum_import_get_preview (import, 0)->notes->pdata[0], "In the votes, −1 means agreement: that gives exactly what 2 of 2"));
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_TEXT), ==, "\"Klimarat\" sagt: mehr Bäume, bitte");
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[1], PLENUM_IDEA_TEXT), ==, "Text, in \"Anführung\"");
  g_assert_cmpint (plenum_record_get_integer (ideas->pdata[1], PLENUM_IDEA_MODERATED), ==, -1);
  counts = count_ballots (store, &n_votes);
  g_assert_cmpuint (n_votes, ==, 5);
  first = g_hash_table_lookup (counts, "0");
  g_assert_cmpuint (first[0], ==, 1);
  g_assert_cmpuint (first[2], ==, 1);
  g_assert_cmpint (plenum_store_count (store, PLENUM_BALLOT, -1, NULL), ==, 3);
  g_assert_cmpuint (result->lost->len, ==, 1);
  assert_nothing_new (store, paths);

  /* A later export has a vote more: that person's ballot is another one now. */
  later = g_strconcat (votes_csv, "1651046000900,x,0,5,1\n", NULL);
  later_votes = fixture_write ("votes.csv", later, -1);
  later_import = import_files (store, paths);
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

static const char table_csv[] =
  "Nr.;Titel;Beschreibung;Kategorie;Schlagworte;Urheber;Erstellt am;Art;Haushalt\n"
  "1;'=Radweg;Mehr davon;Verkehr;rot, blau;Anna;13.09.2017 8:08;Idee;500\n"
  "2;Bank;;verkehr;;Anna;irgendwann;Wunsch;\n"
  "2;Baum;\"Am\nPlatz\";Grün;;Bo;2017-09-13T08:08:40+02:00;Bedarf;7\n"
  ";;;;;;;;\n";

static void
test_table (void)
{
  g_autofree char *path = fixture_write ("Ideen 2017.csv", table_csv, -1);
  const char * const paths[] = { path, NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumImport) import = import_files (store, paths);
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, -1, NULL, NULL);
  g_autoptr (GPtrArray) workshops = plenum_store_list (store, PLENUM_WORKSHOP, -1, NULL, NULL);
  PlenumImportResult *result = plenum_import_get_results (import)->pdata[0];
  const char *lost = "";

  g_assert_cmpstr (plenum_record_get_text (workshops->pdata[0], PLENUM_WORKSHOP_TITLE), ==, "Ideen 2017");
  g_assert_cmpuint (ideas->len, ==, 3);
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_TITLE), ==, "=Radweg");
  g_assert_cmpint (plenum_record_get_integer (ideas->pdata[0], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1505290080000));
  g_assert_cmpint (plenum_record_get_integer (ideas->pdata[2], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1505282920000));
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[1], PLENUM_IDEA_TEXT), ==, "");
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[2], PLENUM_IDEA_TEXT), ==, "Am\nPlatz");
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[2], PLENUM_IDEA_KIND), ==, "need");
  g_assert_cmpint (plenum_store_count (store, PLENUM_TAG, -1, NULL), ==, 2);
  g_assert_cmpint (plenum_store_count (store, PLENUM_THEME, -1, NULL), ==, 2);
  g_assert_cmpint (plenum_store_count (store, PLENUM_PARTICIPANT, -1, NULL), ==, 2);

  for (guint i = 0; i < result->lost->len; i++)
    {
      PlenumImportLoss *loss = result->lost->pdata[i];

      if (strcmp (loss->column, "Haushalt") == 0)
        lost = loss->why;
    }
  g_assert_cmpstr (lost, !=, "");
  g_assert_cmpuint (result->lost->len, ==, 3);
  assert_nothing_new (store, paths);
}

static gboolean
edit_idea (PlenumEdit *edit, gpointer id, GError **error)
{
  return plenum_edit_set_text (edit, PLENUM_IDEA, id, PLENUM_IDEA_TITLE, "Von Hand", error);
}

static gboolean
delete_workshop (PlenumEdit *edit, gpointer id, GError **error)
{
  for (int type = PLENUM_N_TYPES - 1; type > 0; type--)
    if (!plenum_edit_delete_where (edit, type, 0, id, error))
      return FALSE;

  return plenum_edit_delete (edit, PLENUM_WORKSHOP, id, error);
}

static gboolean
delete_idea (PlenumEdit *edit, gpointer id, GError **error)
{
  return plenum_edit_delete_where (edit, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_IDEA, id, error)
         && plenum_edit_delete_where (edit, PLENUM_TAG, PLENUM_TAG_IDEA, id, error)
         && plenum_edit_delete (edit, PLENUM_IDEA, id, error);
}

static void
perform (PlenumStore *store, PlenumActionFunc func, const char *id)
{
  g_autoptr (PlenumAction) action = plenum_action_new (plenum_label_new ("Test"), func, (gpointer) id, NULL);
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, action, &error);
  g_assert_no_error (error);
}

/* A later file brings what changed in it; what people did here stays. */
static void
test_table_again (void)
{
  g_autofree char *path = fixture_write ("again.csv", "id,title,topic\n1,Eins,A\n2,Zwei,A\n3,Drei,B\n", -1);
  const char * const paths[] = { path, NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumImport) import = import_files (store, paths);
  g_autoptr (PlenumImport) later = NULL, back = NULL;
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, -1, NULL, NULL);
  g_autoptr (PlenumRecord) first = NULL, second = NULL;
  const char *workshop = plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_WORKSHOP);

  perform (store, edit_idea, plenum_record_get_id (ideas->pdata[1]));
  perform (store, delete_idea, plenum_record_get_id (ideas->pdata[2]));
  assert_nothing_new (store, paths);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 2);

  g_free (fixture_write ("again.csv", "id,title,topic\n1,Eins,A\n2,Zwo,A\n3,Drei,B\n4,Vier,A\n", -1));
  later = import_files (store, paths);
  g_assert_cmpint (plenum_store_count (store, PLENUM_WORKSHOP, -1, NULL), ==, 1);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 3);
  second = plenum_store_get (store, PLENUM_IDEA, plenum_record_get_id (ideas->pdata[1]), NULL);
  g_assert_cmpstr (plenum_record_get_text (second, PLENUM_IDEA_TITLE), ==, "Von Hand");

  /* Who deleted the whole workshop and imports its file wants it again. */
  perform (store, delete_workshop, workshop);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 0);
  back = import_files (store, paths);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 4);
}

static void
test_mapping (void)
{
  g_autofree char *path = fixture_write ("mapping.csv", "Thema,Was,Wo\nA,Bank,Park\nB,Baum,Platz\n", -1);
  const char * const paths[] = { path, NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = plenum_import_open (paths, NULL, NULL, &error);
  g_autoptr (PlenumImport) again = NULL;
  PlenumTableMapping *mapping = plenum_import_get_preview (import, 0)->mapping;
  GPtrArray *rows = plenum_import_get_preview (import, 0)->rows;

  g_assert_cmpint (plenum_table_mapping_get (mapping, 0), ==, PLENUM_COLUMN_THEME);
  g_assert_cmpint (plenum_table_mapping_get (mapping, 1), ==, PLENUM_COLUMN_NONE);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((GStrv) rows->pdata[1])[2], ==, "Platz");
  g_assert_false (plenum_import_perform (import, store, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE);
  g_clear_error (&error);

  plenum_table_mapping_set (mapping, 1, PLENUM_COLUMN_TEXT);
  plenum_table_mapping_set (mapping, 2, PLENUM_COLUMN_LOCATION);
  g_assert_true (plenum_import_perform (import, store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, PLENUM_IDEA_LOCATION, "Park"), ==, 1);

  /* The next table with that header is mapped the same way. */
  again = plenum_import_open (paths, NULL, NULL, &error);
  plenum_import_recall (again, store);
  g_assert_cmpint (plenum_table_mapping_get (plenum_import_get_preview (again, 0)->mapping, 2), ==, PLENUM_COLUMN_LOCATION);

  /* One meaning, one column. */
  plenum_table_mapping_set (mapping, 0, PLENUM_COLUMN_TEXT);
  g_assert_cmpint (plenum_table_mapping_find (mapping, PLENUM_COLUMN_TEXT), ==, 0);
  g_assert_cmpint (plenum_table_mapping_get (mapping, 1), ==, PLENUM_COLUMN_NONE);
  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    g_assert_nonnull (plenum_column_get_title (i));
}

/* Into a workshop that is there, and undone in one step. */
static void
test_workshop (void)
{
  g_autofree char *first_path = fixture_write ("first.csv", "text\nIch, und du\nMüllers Kuh\n", -1);
  g_autofree char *second_path = fixture_write ("second.csv", "idee\nMüllers Esel\n", -1);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumImport) first = import_files (store, (const char * const []) { first_path, NULL });
  const char *workshop = ((PlenumImportResult *) plenum_import_get_results (first)->pdata[0])->workshops->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) second = plenum_import_open ((const char * const []) { second_path, NULL }, "table", NULL, &error);
  g_autoptr (GPtrArray) ideas = NULL;
  g_autofree char *bundle = NULL;
  g_autoptr (PlenumImport) third = NULL;

  plenum_import_set_workshop (second, workshop);
  g_assert_true (plenum_import_perform (second, store, NULL, &error));
  g_assert_no_error (error);
  ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop, &error);
  g_assert_cmpuint (ideas->len, ==, 3);
  g_assert_cmpstr (plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_AREA), ==, plenum_record_get_text (ideas->pdata[2], PLENUM_IDEA_AREA));

  g_assert_true (plenum_store_undo (store, workshop, &error));
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 2);
  g_assert_true (plenum_store_undo (store, workshop, &error));
  g_assert_cmpint (plenum_store_count (store, PLENUM_WORKSHOP, -1, NULL), ==, 0);
  g_assert_true (plenum_store_redo (store, workshop, &error));
  g_assert_no_error (error);

  bundle = fixture_export (store, PLENUM_PRIVACY_FULL, NULL);
  third = plenum_import_open ((const char * const []) { bundle, NULL }, NULL, NULL, &error);
  plenum_import_set_workshop (third, workshop);
  g_assert_false (plenum_import_perform (third, store, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_FORMAT);
}

static void
test_recognise (void)
{
  static const struct { const char *text; const char *format; } files[] = {
    { "{\"format\":\"plenum-bundle\"}", "bundle" }, { " \n[", "bundle" }, { "text\nx\n", "table" },
    { comments_csv, "polis" }, { votes_csv, "polis" }, { "topic,A\nurl,B\n", "polis" }, { "topic,text\nurl2,B\n", "table" },
    { "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n1,0,0,1,1,0,1\n", "polis" },
  };
  g_autofree char *empty = fixture_write ("empty.csv", "\n", -1);
  g_autofree char *table = fixture_write ("any", "text\nx\n", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = fixture_write ("any", files[i].text, -1);
      g_autofree char *format = plenum_import_recognise (path, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (format, ==, files[i].format);
    }

  g_assert_null (plenum_import_recognise (empty, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_free (fixture_write ("any", "text\nx\n", -1));
  g_assert_null (plenum_import_open ((const char * const []) { table, NULL }, "bundle", NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (plenum_import_open ((const char * const []) { "/no/such/file", NULL }, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Several files, and one of them is wrong: nothing of any is taken. */
static void
test_all_or_nothing (void)
{
  g_autofree char *good = fixture_write ("good.csv", "text\nx\n", -1);
  g_autofree char *wrong = fixture_write ("wrong.csv", "Was,Wo\nx,y\n", -1);
  const char * const paths[] = { good, wrong, NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = plenum_import_open (paths, NULL, NULL, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PlenumImport) other = NULL;

  g_assert_no_error (error);
  g_assert_false (plenum_import_perform (import, store, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 0);
  g_clear_error (&error);

  other = plenum_import_open ((const char * const []) { good, NULL }, NULL, NULL, &error);
  g_cancellable_cancel (cancellable);
  g_assert_false (plenum_import_perform (other, store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (plenum_store_count (store, PLENUM_WORKSHOP, -1, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/klimarat", test_klimarat);
  g_test_add_func ("/import/raddialog", test_raddialog);
  g_test_add_func ("/import/polis", test_polis);
  g_test_add_func ("/import/polis-setting", test_polis_setting);
  g_test_add_func ("/import/polis-errors", test_polis_errors);
  g_test_add_func ("/import/table", test_table);
  g_test_add_func ("/import/table-again", test_table_again);
  g_test_add_func ("/import/mapping", test_mapping);
  g_test_add_func ("/import/workshop", test_workshop);
  g_test_add_func ("/import/recognise", test_recognise);
  g_test_add_func ("/import/all-or-nothing", test_all_or_nothing);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
