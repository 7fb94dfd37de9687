/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's file: its schema is the one that was released under that number,
 * its columns are those of the types, and every older one can be opened. */
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include "plenum-changeset.h"
#include "plenum-database.h"
#include "plenum-exchange.h"
#include "plenum-maintenance.h"
#include "store-fixture.h"

static void
test_is_as_released (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);
  g_autofree char *name = g_strdup_printf ("schemas/%03d.sql", PLENUM_DATABASE_VERSION);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
  g_autofree char *released = NULL;
  g_autofree char *ours = plenum_database_text (
    database, "SELECT '-- SPDX-License-" "Identifier: GPL-3.0-or-later' || char (10) || group_concat (sql || ';', char (10)) || char (10) FROM (SELECT sql FROM sqlite_schema"
    " WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'idea_search_*' ORDER BY rowid)", "");

  if (g_getenv ("PLENUM_WRITE_SCHEMA") != NULL)
    g_assert_true (g_file_set_contents (path, ours, -1, NULL));
  g_assert_true (g_file_get_contents (path, &released, NULL, NULL));
  g_assert_cmpstr (ours, ==, released);
}

static void
test_columns_are_the_fields (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);

  for (guint t = 0; t < PLENUM_N_TYPES; t++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (t);
      g_autofree char *columns = plenum_database_text (
        database, "SELECT group_concat (name || (CASE WHEN \"notnull\" THEN '!' ELSE '' END), ' ')"
        " FROM pragma_table_info (?1)", "t", info->name);
      g_autoptr (GString) fields = g_string_new ("id!");

      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (fields, " %s%s", info->fields[i].name, info->fields[i].required ? "!" : "");
      g_assert_cmpstr (columns, ==, fields->str);
    }
}

/* Makes a library of an older version from its fixture and opens it. */
static void
test_older_versions_open (Fixture *fixture, gconstpointer data)
{
  for (int version = 1; version < PLENUM_DATABASE_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("schemas/%03d.sql", version);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, name, NULL);
      g_autofree char *old_path = g_strdup_printf ("%s/old-%d.db", fixture->folder, version);
      g_autofree char *mark = g_strdup_printf ("PRAGMA application_id = 0x506c6e6d; PRAGMA user_version = %d", version);
      g_autofree char *schema = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) copies = NULL;
      g_autoptr (PlenumStore) store = NULL;

      g_assert_true (g_file_get_contents (path, &schema, NULL, NULL));
      {
        g_autoptr (PlenumDatabase) old = plenum_database_open (old_path, FALSE, &error);

        g_assert_no_error (error);
        g_assert_true (plenum_database_exec (old, schema, &error));
        g_assert_true (plenum_database_exec (old, mark, &error));
      }

      store = plenum_store_open (old_path, &error);
      g_assert_no_error (error);
      fixture_assert_clean (store);
      copies = plenum_store_list_backups (old_path);
      g_assert_cmpuint (copies->len, ==, 1);
    }
}

/* What version 1 recorded counts fewer columns than the tables have by now. */
static void
test_older_changes_are_undone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "schemas/001.sql", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "old.db", NULL);
  g_autofree char *schema = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumRecord) idea = NULL;
  g_autoptr (PlenumRecord) deleted = NULL;
  g_autoptr (PlenumStore) store = NULL;

  g_assert_true (g_file_get_contents (source, &schema, NULL, NULL));
  {
    g_autoptr (PlenumDatabase) old = plenum_database_open (path, FALSE, &error);
    g_autoptr (GBytes) changeset = NULL;
    sqlite3_session *session;

    g_assert_no_error (error);
    g_assert_true (plenum_database_exec (old, schema, &error));
    g_assert_true (plenum_database_exec (
      old, "PRAGMA application_id = 0x506c6e6d; PRAGMA user_version = 1;"
      "INSERT INTO workshop (id, title, state, archived, created) VALUES ('w', 'W', 'planned', 0, 1);"
      "INSERT INTO idea (id, workshop, text, kind, position, created) VALUES ('a', 'w', 'before', 'idea', 'a', 1);"
      "INSERT INTO idea (id, workshop, text, kind, position, created) VALUES ('b', 'w', 'gone', 'idea', 'b', 1);"
      "INSERT INTO stamp (record, base) VALUES ('w', '019000000000-0000-00000001'), ('a', '019000000000-0000-00000001'),"
      " ('b', '019000000000-0000-00000001');"
      "INSERT INTO idea_row (id) VALUES ('a'), ('b'); INSERT INTO idea_search (idea_search) VALUES ('rebuild')", &error));
    session = plenum_changeset_record (old, FALSE, &error);
    g_assert_true (plenum_database_exec (old, "UPDATE idea SET text = 'after' WHERE id = 'a'; DELETE FROM idea WHERE id = 'b'", &error));
    changeset = plenum_changeset_finish (old, session, &error);
    g_assert_no_error (error);
    g_assert_true (plenum_changeset_write_down (old, changeset, "019000000001-0000-00000001", &error));
    g_assert_true (plenum_database_run (
      old, &error, "INSERT INTO action (time, kind, label, changeset) VALUES (1, 'edit', 'Edit card', ?1)", "b", changeset));
    g_assert_true (plenum_database_exec (old, "INSERT INTO action_workshop (workshop, action) VALUES ('w', 1)", &error));
  }

  store = plenum_store_open (path, &error);
  g_assert_no_error (error);
  plenum_store_undo (store, "w", &error);
  g_assert_no_error (error);
  idea = plenum_store_get (store, PLENUM_IDEA, "a", NULL);
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_TEXT), ==, "before");
  deleted = plenum_store_get (store, PLENUM_IDEA, "b", NULL);
  g_assert_cmpstr (plenum_record_get_text (deleted, PLENUM_IDEA_TEXT), ==, "gone");
  g_assert_true (plenum_record_is_null (deleted, PLENUM_IDEA_X));
  plenum_store_redo (store, "w", &error);
  g_assert_no_error (error);
  g_clear_object (&deleted);
  deleted = plenum_store_get (store, PLENUM_IDEA, "b", NULL);
  g_assert_null (deleted);
}

static void
test_newer_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, plenum_store_close);
  {
    g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);

    g_assert_true (plenum_database_exec (database, "PRAGMA user_version = 4711", NULL));
  }
  g_assert_null (plenum_store_open (fixture->path, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NEWER);
  g_assert_nonnull (strstr (error->message, "4711"));

  {
    sqlite3 *handle = NULL;

    g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = " G_STRINGIFY (PLENUM_DATABASE_VERSION), NULL, NULL, NULL), ==, SQLITE_OK);
    sqlite3_close (handle);
  }
  g_clear_error (&error);
  fixture->store = plenum_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
test_check_finds_and_mends (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "one");
  g_autoptr (GPtrArray) found = NULL, left = NULL;
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);

    g_assert_true (plenum_database_exec (database, "DELETE FROM stamp", NULL));
    g_assert_true (plenum_database_exec (database, "INSERT INTO idea_search (idea_search) VALUES ('delete-all')", NULL));
  }
  found = plenum_store_check (fixture->store, FALSE, &error);
  g_assert_cmpuint (found->len, >=, 2);
  left = plenum_store_check (fixture->store, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (left->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/schema/is-as-released", test_is_as_released);
  ADD ("/schema/columns-are-the-fields", test_columns_are_the_fields);
  ADD ("/schema/older-versions-open", test_older_versions_open);
  ADD ("/schema/older-changes-are-undone", test_older_changes_are_undone);
  ADD ("/schema/newer-is-refused", test_newer_is_refused);
  ADD ("/schema/check-finds-and-mends", test_check_finds_and_mends);
  return g_test_run ();
}
