/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history as a list that follows the library: what is done, undone, and where one is. */
#include <string.h>

#include "plenum-database.h"
#include "plenum-history-list.h"
#include "store-fixture.h"

typedef struct
{
  Fixture            store;
  PlenumLibrary     *library;
  char              *workshop;
  PlenumHistoryList *list;
} Scene;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) user_data = plenum_library_open_finish (PLENUM_LIBRARY (source), result, &error);
  g_assert_no_error (error);
}

/* Newest first: the label's first word, "*" where one is, "-" undone, "x" undone for
 * good, "|" at the top of a day. */
static char *
describe (PlenumHistoryList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PlenumHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      const PlenumHistoryEntry *entry = plenum_history_item_get_entry (item);

      g_assert_true (plenum_history_item_can_go_to (item)
                     == (!plenum_history_item_is_current (item) && entry->state != PLENUM_HISTORY_ABANDONED));
      g_string_append_printf (text, "%s%s%.*s%s", i > 0 ? " " : "", plenum_history_item_is_first (item) ? "|" : "",
                              (int) strcspn (entry->label, " "), entry->label,
                              plenum_history_item_is_current (item) ? "*"
                              : entry->state == PLENUM_HISTORY_UNDONE ? "-"
                              : entry->state == PLENUM_HISTORY_ABANDONED ? "x" : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
wait_for (Scene *scene, const char *expected)
{
  while (TRUE)
    {
      g_autofree char *now = describe (scene->list);

      if (plenum_history_list_loaded (scene->list) && g_str_equal (now, expected))
        break;
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
set_up (Scene *scene, gconstpointer data)
{
  gboolean opened = FALSE;

  fixture_set_up (&scene->store, data);
  scene->workshop = fixture_add_workshop (scene->store.store, "W");
  scene->library = plenum_library_new (scene->store.path);
  plenum_library_open_async (scene->library, opened_cb, &opened);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  scene->list = plenum_history_list_new (scene->library, scene->workshop);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  plenum_library_close (scene->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (scene->list);
  g_assert_finalize_object (scene->library);
  g_free (scene->workshop);
  fixture_tear_down (&scene->store, data);
}

static void
changed_cb (GListModel *list, guint position, guint removed, guint added, gpointer user_data)
{
  guint *replaced = user_data;

  *replaced += removed;
}

/* What another program does shows here, and rows that stay are the same objects. */
static void
test_follows (Scene *scene, gconstpointer data)
{
  PlenumStore *store = scene->store.store;
  g_autofree char *idea = NULL;
  g_autofree char *other = NULL;
  guint replaced = 0;

  wait_for (scene, "|Add*");
  g_signal_connect (scene->list, "items-changed", G_CALLBACK (changed_cb), &replaced);
  idea = fixture_add_idea (store, scene->workshop, "one");
  fixture_set_text (store, idea, "changed");
  wait_for (scene, "|Edit* Add Add");
  g_assert_true (plenum_store_undo (store, scene->workshop, NULL));
  wait_for (scene, "|Edit- Add* Add");
  other = fixture_add_idea (store, scene->workshop, "two");
  wait_for (scene, "|Add* Editx Add Add");
  g_assert_true (plenum_store_undo (store, scene->workshop, NULL));
  g_assert_true (plenum_store_undo (store, scene->workshop, NULL));
  g_assert_true (plenum_store_undo (store, scene->workshop, NULL));
  wait_for (scene, "|Add- Editx Add- Add-");
  g_assert_cmpuint (replaced, ==, 0);
}

/* A day has its heading, however many steps it had. */
static void
test_days (Scene *scene, gconstpointer data)
{
  g_autoptr (PlenumDatabase) database = plenum_database_open (scene->store.path, FALSE, NULL);
  g_autofree char *first = fixture_add_idea (scene->store.store, scene->workshop, "one");
  g_autofree char *second = fixture_add_idea (scene->store.store, scene->workshop, "two");

  wait_for (scene, "|Add* Add Add");
  g_assert_true (plenum_database_exec (database, "UPDATE action SET time = time - 100000000 WHERE id < 3", NULL));
  g_free (fixture_add_idea (scene->store.store, scene->workshop, "three"));
  wait_for (scene, "|Add* Add |Add Add");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/history-list/follows", Scene, NULL, set_up, test_follows, tear_down);
  g_test_add ("/history-list/days", Scene, NULL, set_up, test_days, tear_down);
  return g_test_run ();
}
