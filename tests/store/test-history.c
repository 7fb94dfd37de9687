/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any order of changes, undo and redo leaves exactly what was there at that
 * point before, in the rows and in the search index. */
#include <sqlite3.h>

#include "plenum-database.h"
#include "plenum-history.h"
#include "store-fixture.h"

#define STEPS 600

/* Every row of every type, as one checksum. */
static char *
dump (PlenumDatabase *database)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint t = 0; t < PLENUM_N_TYPES; t++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (t);
      g_autoptr (GString) sql = g_string_new ("SELECT group_concat (row, char (10)) FROM (SELECT id");
      g_autofree char *rows = NULL;

      for (guint i = 0; i < info->n_fields; i++)
        g_string_append_printf (sql, " || '|' || quote (%s)", info->fields[i].name);
      g_string_append_printf (sql, " AS row FROM %s ORDER BY id)", info->name);
      rows = plenum_database_text (database, sql->str, "");
      g_checksum_update (checksum, (const guchar *) (rows != NULL ? rows : "-"), -1);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

typedef struct
{
  GRand *random;
  char  *workshop;
} Chaos;

static char *
random_text (GRand *random)
{
  static const char * const words[] = { "Straße", "Bäume", "Rad", "weg", "für", "alle", "Öffi", "Nacht" };
  GString *text = g_string_new (NULL);

  for (int i = g_rand_int_range (random, 1, 6); i > 0; i--)
    g_string_append_printf (text, "%s ", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* One to four inserts, edits and deletions, in one action. */
static gboolean
make_chaos (PlenumEdit *edit, gpointer data, GError **error)
{
  Chaos *chaos = data;

  for (int i = g_rand_int_range (chaos->random, 1, 5); i > 0; i--)
    {
      g_autoptr (GPtrArray) ideas = plenum_store_list (plenum_edit_get_store (edit), PLENUM_IDEA,
                                                       PLENUM_IDEA_WORKSHOP, chaos->workshop, NULL);
      g_autofree char *text = random_text (chaos->random);
      int kind = g_rand_int_range (chaos->random, 0, 3);

      if (kind == 0 || ideas->len == 0)
        {
          g_autoptr (PlenumRecord) idea = fixture_new_idea (chaos->workshop, text);

          if (!plenum_edit_insert (edit, idea, error))
            return FALSE;
        }
      else
        {
          const char *id = plenum_record_get_id (ideas->pdata[g_rand_int_range (chaos->random, 0, ideas->len)]);
          guint field = g_rand_boolean (chaos->random) ? PLENUM_IDEA_TEXT : PLENUM_IDEA_TITLE;

          if (kind == 1 ? !plenum_edit_set_text (edit, PLENUM_IDEA, id, field, text, error)
                        : !plenum_edit_delete (edit, PLENUM_IDEA, id, error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
change (Fixture *fixture, Chaos *chaos, GPtrArray *states, guint *current, PlenumDatabase *database)
{
  g_autoptr (PlenumAction) action = plenum_action_new (plenum_label_new ("Change"), make_chaos, chaos, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  plenum_store_perform (fixture->store, action, &error);
  g_assert_no_error (error);
  after = dump (database);
  if (g_strcmp0 (after, states->pdata[*current]) == 0)
    return; /* changed to what it was: no entry */

  g_ptr_array_set_size (states, *current + 1);
  g_ptr_array_add (states, g_steal_pointer (&after));
  ++*current;
}

static void
test_random_walk (Fixture *fixture, gconstpointer data)
{
  Chaos chaos = { g_rand_new_with_seed (g_test_rand_int ()), fixture_add_workshop (fixture->store, "W") };
  g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint current = 0;

  g_ptr_array_add (states, dump (database));
  for (int step = 0; step < STEPS; step++)
    {
      g_autofree char *now = NULL;
      int choice = g_rand_int_range (chaos.random, 0, 10);

      if (choice < 3 && current > 0)
        {
          g_assert_true (plenum_store_undo (fixture->store, chaos.workshop, NULL));
          current--;
        }
      else if (choice < 5 && current + 1 < states->len)
        {
          g_assert_true (plenum_store_redo (fixture->store, chaos.workshop, NULL));
          current++;
        }
      else if (choice == 5)
        fixture_reopen (fixture);
      else
        change (fixture, &chaos, states, &current, database);

      now = dump (database);
      g_assert_cmpstr (now, ==, states->pdata[current]);
    }
  fixture_assert_clean (fixture->store);

  while (current > 0)
    {
      g_assert_true (plenum_store_undo (fixture->store, chaos.workshop, NULL));
      current--;
    }
  fixture_assert_clean (fixture->store);
  g_rand_free (chaos.random);
  g_free (chaos.workshop);
}

static void
test_damaged_entry (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *idea = fixture_add_idea (fixture->store, workshop, "one");
  g_autoptr (GError) error = NULL;

  /* Something changed the row behind the history's back. */
  {
    g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);

    g_assert_true (plenum_database_exec (database, "UPDATE idea SET kind = 'need'", NULL));
  }
  g_assert_false (plenum_store_undo (fixture->store, workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT);
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, -1, NULL), ==, 1);
}

static gint64
get_entry (Fixture *fixture, const char *workshop, guint index)
{
  g_autoptr (GPtrArray) entries = plenum_store_get_history (fixture->store, workshop, NULL);

  return ((PlenumHistoryEntry *) entries->pdata[index])->id;
}

/* Each entry as a letter: done, undone, abandoned. */
static void
assert_states (Fixture *fixture, const char *workshop, const char *expected)
{
  g_autoptr (GPtrArray) entries = plenum_store_get_history (fixture->store, workshop, NULL);
  g_autoptr (GString) states = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_c (states, "dua"[((PlenumHistoryEntry *) entries->pdata[i])->state]);
  g_assert_cmpstr (states->str, ==, expected);
}

/* Several steps back or forward at once, in one workshop only. */
static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *other = fixture_add_workshop (fixture->store, "Other");
  g_autofree char *elsewhere = fixture_add_idea (fixture->store, other, "elsewhere");
  g_autoptr (GError) error = NULL;
  gint64 entry;

  for (int i = 0; i < 4; i++)
    g_free (fixture_add_idea (fixture->store, workshop, "idea"));

  g_assert_true (plenum_store_go_to (fixture->store, workshop, get_entry (fixture, workshop, 1), &error));
  g_assert_no_error (error);
  assert_states (fixture, workshop, "dduuu");
  assert_states (fixture, other, "dd");
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, workshop), ==, 1);
  g_assert_true (plenum_store_go_to (fixture->store, workshop, get_entry (fixture, workshop, 3), &error));
  assert_states (fixture, workshop, "ddddu");
  /* Where one is already. */
  g_assert_true (plenum_store_go_to (fixture->store, workshop, get_entry (fixture, workshop, 3), &error));
  assert_states (fixture, workshop, "ddddu");
  fixture_assert_clean (fixture->store);

  entry = get_entry (fixture, workshop, 4);
  g_free (fixture_add_idea (fixture->store, workshop, "instead"));
  assert_states (fixture, workshop, "ddddad");
  g_assert_false (plenum_store_go_to (fixture->store, workshop, entry, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (plenum_store_go_to (fixture->store, workshop, get_entry (fixture, other, 1), &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
  assert_states (fixture, workshop, "ddddad");
}

/* Where one of the steps cannot be taken back, none is. */
static void
test_go_to_conflict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (fixture->store, "W");
  g_autofree char *first = fixture_add_idea (fixture->store, workshop, "one");
  g_autofree char *second = fixture_add_idea (fixture->store, workshop, "two");
  g_autoptr (PlenumDatabase) database = plenum_database_open (fixture->path, FALSE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_database_exec (database, "UPDATE idea SET kind = 'need' WHERE text = 'one'", NULL));
  g_assert_false (plenum_store_go_to (fixture->store, workshop, get_entry (fixture, workshop, 0), &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT);
  assert_states (fixture, workshop, "ddd");
  g_assert_cmpint (plenum_store_count (fixture->store, PLENUM_IDEA, -1, NULL), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/history/random-walk", test_random_walk);
  ADD ("/history/damaged-entry", test_damaged_entry);
  ADD ("/history/go-to", test_go_to);
  ADD ("/history/go-to-conflict", test_go_to_conflict);
  return g_test_run ();
}
