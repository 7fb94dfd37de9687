/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store behind a main loop: what is asked, when it is told, what lists show. */
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-history.h"
#include "plenum-workshop-model.h"
#include "store-fixture.h"

typedef struct
{
  Fixture        store;
  PlenumLibrary *library;
  GAsyncResult  *result;
  guint          announced;
} Scene;

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ((Scene *) user_data)->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Scene *scene)
{
  while (scene->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&scene->result);
}

static void
count_cb (PlenumLibrary *library, PlenumChanges *changes, gpointer user_data)
{
  ((Scene *) user_data)->announced += plenum_changes_get_length (changes);
}

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fixture_set_up (&scene->store, data);
  scene->library = plenum_library_new (scene->store.path);
  g_signal_connect (scene->library, "changed", G_CALLBACK (count_cb), scene);
  plenum_library_open_async (scene->library, keep_result_cb, scene);
  result = wait_for_result (scene);
  g_assert_true (plenum_library_open_finish (scene->library, result, &error));
  g_assert_no_error (error);
}

/* What the store's thread has sent to the main loop, answered tasks among it. */
static void
settle (PlenumLibrary *library)
{
  plenum_library_close (library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  settle (scene->library);
  g_assert_finalize_object (scene->library);
  fixture_tear_down (&scene->store, data);
}

static void
wait_for_items (GListModel *model, guint n_items)
{
  while (g_list_model_get_n_items (model) != n_items)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_announces_before_done (Scene *scene, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (scene->store.store, "W");
  g_autoptr (PlenumRecord) idea = fixture_new_idea (workshop, "one");
  g_autoptr (PlenumAction) action = fixture_action_insert (idea);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  while (scene->announced < 3) /* what the other store made */
    g_main_context_iteration (NULL, TRUE);

  plenum_library_perform_async (scene->library, action, NULL, keep_result_cb, scene);
  result = wait_for_result (scene);
  g_assert_true (plenum_library_perform_finish (scene->library, result, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (scene->announced, ==, 4);
}

static void
test_list_follows (Scene *scene, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (scene->store.store, "W");
  g_autofree char *elsewhere = fixture_add_workshop (scene->store.store, "Other");
  g_autofree char *idea = fixture_add_idea (scene->store.store, workshop, "one");
  g_autoptr (PlenumWorkshopModel) model = plenum_workshop_model_new (scene->library, workshop);
  PlenumRecordList *ideas = plenum_workshop_model_get_list (model, PLENUM_IDEA);
  g_autoptr (PlenumRecord) first = NULL;
  g_autofree char *other = NULL;
  g_autofree char *not_here = NULL;

  wait_for_items (G_LIST_MODEL (ideas), 1);
  g_assert_true (plenum_record_list_get_loaded (ideas));
  first = g_list_model_get_item (G_LIST_MODEL (ideas), 0);

  /* Another program: the list hears of it, the row's object stays the same. */
  not_here = fixture_add_idea (scene->store.store, elsewhere, "not here");
  other = fixture_add_idea (scene->store.store, workshop, "two");
  fixture_set_text (scene->store.store, idea, "changed");
  wait_for_items (G_LIST_MODEL (ideas), 2);
  while (g_strcmp0 (plenum_record_get_text (first, PLENUM_IDEA_TEXT), "changed") != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (plenum_record_list_lookup (ideas, idea) == first);
  g_assert_null (plenum_record_list_lookup (ideas, not_here));

  g_assert_true (plenum_store_undo (scene->store.store, workshop, NULL));
  g_assert_true (plenum_store_undo (scene->store.store, workshop, NULL));
  wait_for_items (G_LIST_MODEL (ideas), 1);
}

static void
test_undo_says_what (Scene *scene, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (scene->store.store, "W");
  g_autofree char *idea = fixture_add_idea (scene->store.store, workshop, "one");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  plenum_library_undo_async (scene->library, workshop, keep_result_cb, scene);
  result = wait_for_result (scene);
  label = plenum_library_undo_finish (scene->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Add card");

  plenum_library_redo_async (scene->library, "no such workshop", keep_result_cb, scene);
  again = wait_for_result (scene);
  g_assert_null (plenum_library_undo_finish (scene->library, again, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOTHING);
}

/* The whole of a workshop, or one record. */
static void
test_tells_history (Scene *scene, gconstpointer data)
{
  g_autofree char *workshop = fixture_add_workshop (scene->store.store, "W");
  g_autofree char *idea = fixture_add_idea (scene->store.store, workshop, "one");
  g_autofree char *other = fixture_add_idea (scene->store.store, workshop, "two");
  const struct { const char *record; guint n; } cases[] = { { NULL, 3 }, { idea, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GPtrArray) entries = NULL;
      g_autoptr (GError) error = NULL;

      plenum_library_get_history_async (scene->library, workshop, cases[i].record, NULL, keep_result_cb, scene);
      result = wait_for_result (scene);
      entries = plenum_library_get_history_finish (scene->library, result, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (entries->len, ==, cases[i].n);
    }
}

static void
test_failed_open_fails_the_rest (void)
{
  g_autoptr (PlenumLibrary) library = plenum_library_new ("/nowhere/at/all/library.db");
  g_autoptr (GAsyncResult) opened = NULL, performed = NULL;
  g_autoptr (PlenumRecord) idea = fixture_new_idea ("w", "t");
  g_autoptr (PlenumAction) action = fixture_action_insert (idea);
  g_autoptr (GError) error = NULL;
  Scene scene = { .library = library };

  plenum_library_open_async (library, keep_result_cb, &scene);
  opened = wait_for_result (&scene);
  g_assert_false (plenum_library_open_finish (library, opened, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN);
  g_clear_error (&error);

  plenum_library_perform_async (library, action, NULL, keep_result_cb, &scene);
  performed = wait_for_result (&scene);
  g_assert_false (plenum_library_perform_finish (library, performed, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN);
  settle (library);
}

static void
test_read_only (Scene *scene, gconstpointer data)
{
  g_autofree char *path = g_strconcat (scene->store.path, "-old", NULL);
  g_autoptr (PlenumLibrary) old = plenum_library_new (path);
  g_autoptr (PlenumAction) action = fixture_action_that_fails ("none");
  g_autoptr (GAsyncResult) opened = NULL, performed = NULL, undone = NULL;
  g_autoptr (GError) error = NULL;

  plenum_library_set_read_only (old);
  plenum_library_open_async (old, keep_result_cb, scene);
  opened = wait_for_result (scene);
  g_assert_true (plenum_library_open_finish (old, opened, NULL));
  plenum_library_perform_async (old, action, NULL, keep_result_cb, scene);
  performed = wait_for_result (scene);
  g_assert_false (plenum_library_perform_finish (old, performed, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "old copy"));
  g_clear_error (&error);
  plenum_library_undo_async (old, NULL, keep_result_cb, scene);
  undone = wait_for_result (scene);
  g_assert_null (plenum_library_undo_finish (old, undone, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);
  settle (old);
  g_unlink (path);
}

/* Once nobody wants anything; nobody is told of it. */
static void
test_warms_up (Scene *scene, gconstpointer data)
{
  g_autofree char *log = g_strconcat (scene->store.path, "-wal", NULL);
  GStatBuf info = { 0 };

  g_clear_pointer (&scene->store.store, plenum_store_close);
  while (g_stat (log, &info) != 0 || info.st_size == 0)
    g_main_context_iteration (NULL, FALSE);
  settle (scene->library);
  g_assert_cmpint (scene->announced, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/library/announces-before-done", Scene, NULL, set_up, test_announces_before_done, tear_down);
  g_test_add ("/library/list-follows", Scene, NULL, set_up, test_list_follows, tear_down);
  g_test_add ("/library/undo-says-what", Scene, NULL, set_up, test_undo_says_what, tear_down);
  g_test_add ("/library/tells-history", Scene, NULL, set_up, test_tells_history, tear_down);
  g_test_add ("/library/read-only", Scene, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/library/warms-up", Scene, NULL, set_up, test_warms_up, tear_down);
  g_test_add_func ("/library/failed-open-fails-the-rest", test_failed_open_fails_the_rest);
  return g_test_run ();
}
