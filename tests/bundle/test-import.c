/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fixture.h"
#include "plenum-history.h"
#include "plenum-maintenance.h"

static void
test_raddialog (void)
{
  g_autofree char *folder = fixture_find_data ("raddialog-bonn");
  g_autofree char *path = NULL, *digest = NULL, *again = NULL, *exported = NULL;
  g_autoptr (PlenumStore) store = NULL, other = NULL;
  g_autoptr (PlenumImport) import = NULL, second = NULL;
  g_autoptr (GPtrArray) themes = NULL, lessons = NULL, backups = NULL;

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "submissions.csv", NULL);
  store = fixture_new ();
  import = fixture_import_files (store, (const char * const []) { path, NULL });
  themes = plenum_store_list (store, PLENUM_THEME, -1, NULL, NULL);
  g_assert_cmpuint (themes->len, ==, 8);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 2314);
  g_assert_cmpint (plenum_store_count (store, PLENUM_MEMBERSHIP, -1, NULL), ==, 2314);
  for (guint i = 0; i < themes->len; i++)
    if (strcmp (plenum_record_get_text (themes->pdata[i], PLENUM_THEME_TITLE), "cycling_traffic_management") == 0)
      g_assert_cmpint (plenum_store_count (store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, plenum_record_get_id (themes->pdata[i])), ==, 1020);

  fixture_assert_nothing_new (store, (const char * const []) { path, NULL });
  backups = plenum_store_list_backups (plenum_store_get_path (store));
  g_assert_cmpuint (backups->len, >=, 1);

  exported = fixture_export (store, PLENUM_PRIVACY_FULL, &digest);
  other = fixture_new ();
  second = fixture_import (other, exported);
  g_free (fixture_export (other, PLENUM_PRIVACY_FULL, &again));
  g_assert_cmpstr (digest, ==, again);
}

/* What would come of an import, found out without a trace. */
static PlenumImportResult *
rehearse (PlenumStore *store, PlenumImport *import)
{
  g_autofree char *before = NULL, *after = NULL, *label = NULL, *label_after = NULL;
  g_autoptr (GError) error = NULL;

  g_free (fixture_export (store, PLENUM_PRIVACY_FULL, &before));
  label = plenum_store_get_undo_label (store, NULL);
  g_assert_true (plenum_import_rehearse (import, store, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (plenum_import_get_expected (import, 0));
  g_assert_cmpuint (plenum_import_get_results (import)->len, ==, 0);
  g_free (fixture_export (store, PLENUM_PRIVACY_FULL, &after));
  label_after = plenum_store_get_undo_label (store, NULL);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (label, ==, label_after);

  return plenum_import_get_expected (import, 0);
}

/* A rehearsal says exactly what the import then does, new texts, deleted ones and those in
 * conflict among them. */
static void
test_rehearsal (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (PlenumStore) here = fixture_new (), there = fixture_new ();
  g_autofree char *path = NULL;

  fixture_populate (there, rand, 60);
  for (guint round = 0; round < 4; round++)
    {
      g_autoptr (PlenumImport) import = NULL;
      g_autoptr (GError) error = NULL;
      PlenumImportResult *expected, *result;

      g_free (path);
      path = fixture_export (there, PLENUM_PRIVACY_FULL, NULL);
      import = plenum_import_open ((const char * const []) { path, NULL }, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_null (plenum_import_get_expected (import, 0));
      expected = rehearse (here, import);
      g_assert_true (plenum_import_perform (import, here, NULL, &error));
      g_assert_no_error (error);
      result = plenum_import_get_results (import)->pdata[0];
      for (PlenumImportOutcome outcome = PLENUM_IMPORT_ADDED; outcome <= PLENUM_IMPORT_UNCHANGED; outcome++)
        g_assert_cmpuint (plenum_import_result_get (expected, NULL, outcome), ==, plenum_import_result_get (result, NULL, outcome));
      g_assert_cmpuint (expected->counts->len, ==, result->counts->len);
      g_assert_cmpuint (expected->conflicts, ==, result->conflicts);
      if (round == 0)
        g_assert_cmpuint (plenum_import_result_get (expected, "idea", PLENUM_IMPORT_ADDED), >, 0);

      for (guint i = 0; i < 30; i++)
        {
          fixture_change (here, rand, FALSE);
          fixture_change (there, rand, TRUE);
        }
    }
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
  g_autoptr (PlenumImport) import = fixture_import_files (store, paths);
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
  fixture_assert_nothing_new (store, paths);
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
  g_autoptr (PlenumImport) import = fixture_import_files (store, paths);
  g_autoptr (PlenumImport) later = NULL, back = NULL;
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, -1, NULL, NULL);
  g_autoptr (PlenumRecord) first = NULL, second = NULL;
  const char *workshop = plenum_record_get_text (ideas->pdata[0], PLENUM_IDEA_WORKSHOP);

  perform (store, edit_idea, plenum_record_get_id (ideas->pdata[1]));
  perform (store, delete_idea, plenum_record_get_id (ideas->pdata[2]));
  fixture_assert_nothing_new (store, paths);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 2);

  g_free (fixture_write ("again.csv", "id,title,topic\n1,Eins,A\n2,Zwo,A\n3,Drei,B\n4,Vier,A\n", -1));
  later = fixture_import_files (store, paths);
  g_assert_cmpint (plenum_store_count (store, PLENUM_WORKSHOP, -1, NULL), ==, 1);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 3);
  second = plenum_store_get (store, PLENUM_IDEA, plenum_record_get_id (ideas->pdata[1]), NULL);
  g_assert_cmpstr (plenum_record_get_text (second, PLENUM_IDEA_TITLE), ==, "Von Hand");

  /* Who deleted the whole workshop and imports its file wants it again. */
  perform (store, delete_workshop, workshop);
  g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, -1, NULL), ==, 0);
  back = fixture_import_files (store, paths);
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
  g_autoptr (PlenumImport) first = fixture_import_files (store, (const char * const []) { first_path, NULL });
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
    { "comment-id,author-id,agrees,comment-body\n", "polis" }, { "timestamp,comment-id,voter-id,vote\n", "polis" }, { "topic,A\nurl,B\n", "polis" }, { "topic,text\nurl2,B\n", "table" },
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
  g_test_add_func ("/import/rehearsal", test_rehearsal);
  g_test_add_func ("/import/raddialog", test_raddialog);
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
