/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "plenum-exchange.h"
#include "plenum-history.h"
#include "plenum-maintenance.h"
#include "plenum-position.h"
#include "plenum-store.h"
#include "store-fixture.h"

static void
test_add_and_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "Rotterdam");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "Straße beruhigen");
  g_autoptr (PlenumRecord) record = plenum_store_get (fixture->store, PLENUM_IDEA, idea, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_IDEA_TEXT), ==, "Straße beruhigen");
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop), ==, 1);
  fixture_assert_clean (fixture->store);
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "one");
  g_autofree char *label = NULL;

  fixture_set_text (fixture->store, idea, "two");
  g_assert_true (plenum_store_undo (fixture->store, workshop, &error));
  g_assert_no_error (error);
  fixture_assert_text (fixture->store, idea, "one");
  g_assert_true (plenum_store_undo (fixture->store, workshop, &error));
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, -1, NULL), ==, 0);
  label = plenum_store_get_redo_label (fixture->store, workshop);
  g_assert_cmpstr (label, ==, "Add card");

  fixture_reopen (fixture);
  g_assert_true (plenum_store_redo (fixture->store, workshop, &error));
  g_assert_true (plenum_store_redo (fixture->store, workshop, &error));
  g_assert_no_error (error);
  fixture_assert_text (fixture->store, idea, "two");
  g_assert_false (plenum_store_redo (fixture->store, workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOTHING);
  fixture_assert_clean (fixture->store);
}

static void
test_new_action_ends_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *gone = fixture_add_idea (fixture->store, workshop, "gone");
  g_autofree char *other = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_true (plenum_store_undo (fixture->store, workshop, &error));
  other = fixture_add_idea (fixture->store, workshop, "other");
  g_assert_false (plenum_store_redo (fixture->store, workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOTHING);

  history = plenum_store_get_history (fixture->store, workshop, NULL);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_cmpint (((PlenumHistoryEntry *) history->pdata[1])->state, ==, PLENUM_HISTORY_ABANDONED);
}

static void
test_each_workshop_its_line (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = fixture_add_workshop (fixture->store, "A");
  g_autofree char *b = fixture_add_workshop (fixture->store, "B");
  g_autofree char *in_a = fixture_add_idea (fixture->store, a, "in a");
  g_autofree char *in_b = fixture_add_idea (fixture->store, b, "in b");
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_store_undo (fixture->store, a, &error));
  g_assert_no_error (error);
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, a), ==, 0);
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, b), ==, 1);
}

static void
test_failing_action_leaves_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumAction) action = fixture_action_that_fails (workshop);
  g_autoptr (GPtrArray) history = NULL;

  g_assert_false (plenum_store_perform (fixture->store, action, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, -1, NULL), ==, 0);
  history = plenum_store_get_history (fixture->store, workshop, NULL);
  g_assert_cmpuint (history->len, ==, 1);
}

static gboolean
hear_and_fail (PlenumEdit *edit, gpointer stamp, GError **error)
{
  plenum_edit_observe (edit, stamp);
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, "no");

  return FALSE;
}

/* An import from a computer whose clock is wrong, which fails or was only tried out,
 * leaves the times of what is written later alone. */
static void
test_failing_action_leaves_the_clock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumAction) action = plenum_action_new (plenum_label_new ("Fail"), hear_and_fail,
                                                       (gpointer) "e00000000000-0000-00000000", NULL);
  g_autofree char *workshop = NULL;
  g_autofree char *clock = NULL;

  g_assert_false (plenum_store_perform (fixture->store, action, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
  workshop = fixture_add_workshop (fixture->store, "W");
  clock = plenum_store_get_setting (fixture->store, "clock");
  g_assert_cmpstr (clock, <, "e0");
}

static void
test_missing_reference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumRecord) idea = fixture_new_idea ("no such workshop", "text");
  g_autoptr (PlenumAction) action = fixture_action_insert (idea);

  g_assert_false (plenum_store_perform (fixture->store, action, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, -1, NULL), ==, 0);
}

static guint
found (Fixture *fixture, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = plenum_store_search_ideas (fixture->store, NULL, query, &error);

  g_assert_no_error (error);
  return ids->len;
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *street = fixture_add_idea (fixture->store, workshop, "Die Straße für alle öffnen");
  g_autofree char *plain = fixture_add_idea (fixture->store, workshop, "Fuer die Strasse");

  g_assert_cmpuint (found (fixture, "strasse"), ==, 2);
  g_assert_cmpuint (found (fixture, "Straße"), ==, 2);
  g_assert_cmpuint (found (fixture, "für"), ==, 2);
  g_assert_cmpuint (found (fixture, "fuer"), ==, 2);
  g_assert_cmpuint (found (fixture, "fur"), ==, 1);
  g_assert_cmpuint (found (fixture, "oeffnen"), ==, 1);
  g_assert_cmpuint (found (fixture, "offn"), ==, 1);
  g_assert_cmpuint (found (fixture, "straße alle"), ==, 1);
  g_assert_cmpuint (found (fixture, "nirgends"), ==, 0);
  g_assert_cmpuint (found (fixture, "\" OR * NEAR( -"), ==, 0);
  g_assert_cmpuint (found (fixture, ""), ==, 0);

  fixture_set_text (fixture->store, street, "Plätze");
  g_assert_cmpuint (found (fixture, "strasse"), ==, 1);
  g_assert_cmpuint (found (fixture, "plaetze"), ==, 1);
  g_assert_true (plenum_store_undo (fixture->store, workshop, NULL));
  g_assert_cmpuint (found (fixture, "strasse"), ==, 2);
  g_assert_cmpuint (found (fixture, "plaetze"), ==, 0);
}

static void
test_resolve (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = fixture_add_workshop (fixture->store, "Twice");
  g_autofree char *b = fixture_add_workshop (fixture->store, "Twice");
  g_autofree char *c = fixture_add_workshop (fixture->store, "Once");
  g_autofree char *by_title = plenum_store_resolve (fixture->store, PLENUM_WORKSHOP, "Once", NULL);
  g_autofree char *by_id = plenum_store_resolve (fixture->store, PLENUM_WORKSHOP, a, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (by_title, ==, c);
  g_assert_cmpstr (by_id, ==, a);
  g_assert_null (plenum_store_resolve (fixture->store, PLENUM_WORKSHOP, "Twice", &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  g_assert_null (plenum_store_resolve (fixture->store, PLENUM_WORKSHOP, "%", &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_stamps (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "one");
  g_autoptr (PlenumStamps) at_birth = plenum_store_get_stamps (fixture->store, idea);
  g_autoptr (PlenumStamps) edited = NULL, undone = NULL;
  g_autoptr (PlenumTombstone) tombstone = NULL;

  g_assert_nonnull (plenum_stamps_get (at_birth, "text", FALSE));
  g_assert_null (plenum_stamps_get (at_birth, "title", TRUE));

  fixture_set_text (fixture->store, idea, "two");
  edited = plenum_store_get_stamps (fixture->store, idea);
  g_assert_cmpstr (plenum_stamps_get (edited, "text", FALSE), >, plenum_stamps_get (at_birth, "text", FALSE));
  g_assert_cmpstr (plenum_stamps_get (edited, "kind", FALSE), ==, plenum_stamps_get (at_birth, "kind", FALSE));

  /* Undo is a change like any other for those who have the newer text already. */
  g_assert_true (plenum_store_undo (fixture->store, workshop, NULL));
  undone = plenum_store_get_stamps (fixture->store, idea);
  g_assert_cmpstr (plenum_stamps_get (undone, "text", FALSE), >, plenum_stamps_get (edited, "text", FALSE));

  g_assert_true (plenum_store_undo (fixture->store, workshop, NULL));
  tombstone = plenum_store_get_tombstone (fixture->store, idea);
  g_assert_cmpstr (tombstone->workshop, ==, workshop);
  g_assert_null (plenum_store_get_stamps (fixture->store, idea));
  g_assert_true (plenum_store_redo (fixture->store, workshop, NULL));
  g_assert_null (plenum_store_get_tombstone (fixture->store, idea));
  fixture_assert_clean (fixture->store);
}

static void
count_changes (PlenumChanges *changes, gpointer user_data)
{
  *(guint *) user_data += plenum_changes_get_everything (changes) ? 1000 : plenum_changes_get_length (changes);
}

static void
test_second_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumStore) other = plenum_store_open (fixture->path, &error);
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *idea = NULL;
  guint heard_here = 0, heard_there = 0;

  g_assert_no_error (error);
  plenum_store_set_listener (fixture->store, count_changes, &heard_here);
  plenum_store_set_listener (other, count_changes, &heard_there);
  g_assert_true (plenum_store_follow (other, &error));
  g_assert_cmpuint (heard_there, ==, 3);

  heard_there = 0;
  idea = fixture_add_idea (other, workshop, "from there");
  g_assert_cmpuint (heard_there, ==, 1);
  g_assert_cmpuint (heard_here, ==, 0);
  g_assert_true (plenum_store_follow (fixture->store, &error));
  g_assert_cmpuint (heard_here, ==, 1);
  g_assert_true (plenum_store_follow (fixture->store, &error));
  g_assert_cmpuint (heard_here, ==, 1);

  g_assert_true (plenum_store_undo (fixture->store, workshop, &error));
  g_assert_true (plenum_store_follow (other, &error));
  g_assert_cmpuint (heard_there, ==, 2);
  g_assert_cmpint (plenum_store_count (other, PLENUM_IDEA, -1, NULL), ==, 0);
}

/* That an area is gone shows only when all is done. */
static gboolean
move_nowhere (PlenumEdit *edit, gpointer idea, GError **error)
{
  return plenum_edit_set_text (edit, PLENUM_IDEA, idea, PLENUM_IDEA_AREA, "0190c0de-0000-7000-8000-000000000000", error);
}

/* What failed when it was to be kept takes no announcement away from what comes after it. */
static void
test_after_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "first");
  g_autofree char *other = NULL;
  g_autoptr (PlenumAction) action = plenum_action_new (plenum_label_new ("Move"), move_nowhere, idea, NULL);
  g_autoptr (GError) error = NULL;
  guint heard = 0;

  plenum_store_set_listener (fixture->store, count_changes, &heard);
  g_assert_false (plenum_store_perform (fixture->store, action, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (heard, ==, 0);
  other = fixture_add_idea (fixture->store, workshop, "second");
  g_assert_cmpuint (heard, ==, 1);
}

static void
test_backups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (PlenumStore) copy = NULL;

  for (int i = 0; i < 7; i++)
    {
      g_autofree char *path = plenum_store_back_up (fixture->store, "import", &error);

      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }

  copies = plenum_store_list_backups (fixture->path);
  g_assert_cmpuint (copies->len, ==, 5);
  copy = plenum_store_open_foreign (copies->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpint (plenum_store_count (copy, PLENUM_WORKSHOP, -1, NULL), ==, 1);
}

/* Whether any file of the library, copies included, holds @text. */
static gboolean
files_hold (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean held = FALSE;
  const char *name;

  while (!held && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        held = files_hold (path, text);
      else if (g_file_get_contents (path, &contents, &length, NULL))
        held = memmem (contents, length, text, strlen (text)) != NULL;
    }

  return held;
}

static void
test_erase (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *kept = fixture_add_workshop (fixture->store, "Kept");
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "Verschwindibus");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "Geheimniskrämerei");
  g_autofree char *copy = plenum_store_back_up (fixture->store, "import", &error);

  fixture_set_text (fixture->store, idea, "harmlos");
  g_assert_true (files_hold (folder, "Geheimnis"));
  g_assert_true (plenum_store_erase_workshop (fixture->store, workshop, &error));
  g_assert_no_error (error);
  g_assert_false (files_hold (folder, "Geheimnis"));
  g_assert_false (files_hold (folder, "geheimnis"));
  g_assert_false (files_hold (folder, "Verschwindibus"));
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_WORKSHOP, -1, NULL), ==, 1);
  fixture_assert_clean (fixture->store);
  g_assert_true (plenum_store_undo (fixture->store, kept, &error));

  g_assert_false (plenum_store_erase_workshop (fixture->store, workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

/* How long the log is into which SQLite writes. */
static gint64
log_length (Fixture *fixture)
{
  g_autofree char *path = g_strconcat (fixture->path, "-wal", NULL);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static void
test_warm_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *node = g_strdup (plenum_store_get_node (fixture->store));
  g_autofree char *kept = NULL;
  gint64 length;

  fixture_reopen (fixture);
  g_assert_cmpint (log_length (fixture), ==, 0);
  plenum_store_rest (fixture->store);
  length = log_length (fixture);
  g_assert_cmpint (length, >, 0);
  plenum_store_rest (fixture->store);
  g_assert_cmpint (log_length (fixture), ==, length);
  kept = plenum_store_get_setting (fixture->store, "node");
  g_assert_cmpstr (kept, ==, node);
  fixture_assert_clean (fixture->store);
}

/* Who reads meanwhile shall not wait for it either. */
static void
test_warm_up_waits_for_nobody (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  sqlite3 *other = NULL;
  gint64 length;

  fixture_reopen (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  length = log_length (fixture);
  plenum_store_rest (fixture->store);
  g_assert_cmpint (log_length (fixture), ==, length);
  sqlite3_close (other);
  /* What is written later waits again. */
  g_free (fixture_add_idea (fixture->store, workshop, "one"));
  fixture_assert_clean (fixture->store);
}

static void
test_opens_no_other_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Dear minister, this is no database at all.", -1, NULL));
  g_assert_null (plenum_store_open (path, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "Dear minister, this is no database at all.");
  g_clear_error (&error);
  g_assert_null (plenum_store_open ("/nowhere/at/all/library.db", &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN);
}

/* How much the library's own file holds, without the log beside it. */
static goffset
get_file_size (Fixture *fixture)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);

  return status.st_size;
}

static void
test_rest (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = NULL;
  goffset before;

  plenum_store_put_off (fixture->store);
  workshop = fixture_add_workshop (fixture->store, "Long evening");
  before = get_file_size (fixture);
  for (int i = 0; i < 100; i++)
    g_free (fixture_add_idea (fixture->store, workshop, "One card after the other"));

  /* Nobody who writes has waited for the library's file, */
  g_assert_cmpint (get_file_size (fixture), ==, before);
  /* which has it all as soon as there is time. */
  plenum_store_rest (fixture->store);
  g_assert_cmpint (get_file_size (fixture), >, before);
  fixture_assert_clean (fixture->store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/store/add-and-read", test_add_and_read);
  ADD ("/store/undo-redo", test_undo_redo);
  ADD ("/store/new-action-ends-redo", test_new_action_ends_redo);
  ADD ("/store/each-workshop-its-line", test_each_workshop_its_line);
  ADD ("/store/failing-action-leaves-nothing", test_failing_action_leaves_nothing);
  ADD ("/store/failing-action-leaves-the-clock", test_failing_action_leaves_the_clock);
  ADD ("/store/missing-reference", test_missing_reference);
  ADD ("/store/search", test_search);
  ADD ("/store/resolve", test_resolve);
  ADD ("/store/stamps", test_stamps);
  ADD ("/store/second-process", test_second_process);
  ADD ("/store/after-failure", test_after_failure);
  ADD ("/store/backups", test_backups);
  ADD ("/store/erase", test_erase);
  ADD ("/store/warm-up", test_warm_up);
  ADD ("/store/warm-up-waits-for-nobody", test_warm_up_waits_for_nobody);
  ADD ("/store/rest", test_rest);
  ADD ("/store/opens-no-other-file", test_opens_no_other_file);
  return g_test_run ();
}
