/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

#include "plenum-maintenance.h"
#include "plenum-position.h"

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("plenum-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->store = plenum_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->store, plenum_store_close);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
fixture_reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->store, plenum_store_close);
  fixture->store = plenum_store_open (fixture->path, &error);
  g_assert_no_error (error);
}

static void
perform (PlenumStore *store, PlenumAction *action)
{
  g_autoptr (PlenumAction) owned = action;
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, owned, &error);
  g_assert_no_error (error);
}

static gboolean
insert_all (PlenumEdit *edit, gpointer data, GError **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!plenum_edit_insert (edit, records->pdata[i], error))
      return FALSE;

  return TRUE;
}

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

char *
fixture_add_workshop (PlenumStore *store, const char *title)
{
  PlenumRecord *workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);
  PlenumRecord *board = plenum_record_new (PLENUM_BOARD, NULL);
  PlenumRecord *area = plenum_record_new (PLENUM_AREA, NULL);
  const char *id = plenum_record_get_id (workshop);
  GPtrArray *records = new_records ();
  char *copy = g_strdup (id);

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, 1);
  plenum_record_set_text (board, PLENUM_BOARD_WORKSHOP, id);
  plenum_record_set_text (board, PLENUM_BOARD_TITLE, "Board");
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, "columns");
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, "a0");
  plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, id);
  plenum_record_set_text (area, PLENUM_AREA_BOARD, plenum_record_get_id (board));
  plenum_record_set_text (area, PLENUM_AREA_TITLE, "Ideas");
  plenum_record_set_text (area, PLENUM_AREA_POSITION, "a0");
  g_ptr_array_add (records, workshop);
  g_ptr_array_add (records, board);
  g_ptr_array_add (records, area);
  perform (store, plenum_action_new (plenum_label_new_named ("Add workshop “{name}”", title), insert_all, records,
                                     (GDestroyNotify) g_ptr_array_unref));

  return copy;
}

PlenumRecord *
fixture_new_idea (const char *workshop, const char *text)
{
  PlenumRecord *idea = plenum_record_new (PLENUM_IDEA, NULL);

  plenum_record_set_text (idea, PLENUM_IDEA_WORKSHOP, workshop);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, text);
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, "a0");
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, 1);

  return idea;
}

PlenumAction *
fixture_action_insert (PlenumRecord *record)
{
  GPtrArray *records = new_records ();

  g_ptr_array_add (records, g_object_ref (record));
  return plenum_action_new (plenum_label_new ("Add card"), insert_all, records, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
delete_it (PlenumEdit *edit, gpointer data, GError **error)
{
  return plenum_edit_delete (edit, plenum_record_get_record_type (data), plenum_record_get_id (data), error);
}

PlenumAction *
fixture_action_delete (PlenumRecord *record)
{
  return plenum_action_new (plenum_label_new ("Delete"), delete_it, g_object_ref (record), g_object_unref);
}

char *
fixture_add_idea (PlenumStore *store, const char *workshop, const char *text)
{
  g_autoptr (PlenumRecord) idea = fixture_new_idea (workshop, text);

  perform (store, fixture_action_insert (idea));
  return g_strdup (plenum_record_get_id (idea));
}

/* Its second record lacks what it needs, after the first was written. */
PlenumAction *
fixture_action_that_fails (const char *workshop)
{
  GPtrArray *records = new_records ();

  g_ptr_array_add (records, fixture_new_idea (workshop, "good"));
  g_ptr_array_add (records, fixture_new_idea (workshop, NULL));
  return plenum_action_new (plenum_label_new ("Fail"), insert_all, records, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
set_text (PlenumEdit *edit, gpointer data, GError **error)
{
  char **parts = data;

  return plenum_edit_set_text (edit, PLENUM_IDEA, parts[0], PLENUM_IDEA_TEXT, parts[1], error);
}

void
fixture_set_text (PlenumStore *store, const char *idea, const char *text)
{
  char **parts = g_new0 (char *, 3);

  parts[0] = g_strdup (idea);
  parts[1] = g_strdup (text);
  perform (store, plenum_action_new (plenum_label_new ("Edit card"), set_text, parts, (GDestroyNotify) g_strfreev));
}

void
fixture_assert_text (PlenumStore *store, const char *idea, const char *text)
{
  g_autoptr (PlenumRecord) record = plenum_store_get (store, PLENUM_IDEA, idea, NULL);

  g_assert_nonnull (record);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_IDEA_TEXT), ==, text);
}

void
fixture_assert_clean (PlenumStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = plenum_store_check (store, FALSE, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}
