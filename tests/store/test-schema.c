/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library's file: its schema is the one that was released under that number,
 * its columns are those of the types, and every older one can be opened. */
#include <sqlite3.h>

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
    database, "SELECT '-- SPDX-License-Identifier: GPL-3.0-or-later' || char (10) || group_concat (sql || ';', char (10)) || char (10) FROM (SELECT sql FROM sqlite_schema"
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
    g_assert_cmpint (sqlite3_exec (handle, "PRAGMA user_version = 1", NULL, NULL, NULL), ==, SQLITE_OK);
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
  ADD ("/schema/newer-is-refused", test_newer_is_refused);
  ADD ("/schema/check-finds-and-mends", test_check_finds_and_mends);
  return g_test_run ();
}
