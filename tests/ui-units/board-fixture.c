/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "board-fixture.h"

#include "plenum-board-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-workshop-actions.h"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_library_perform_finish (PLENUM_LIBRARY (source), result, &error));
  ((Scene *) user_data)->done = TRUE;
}

/* Returns the result's id. */
char *
scene_perform (Scene *scene, PlenumAction *action)
{
  char *id = g_strdup (plenum_action_get_result (action));

  scene->done = FALSE;
  plenum_library_perform_async (scene->library, action, NULL, done_cb, scene);
  while (!scene->done)
    g_main_context_iteration (NULL, TRUE);
  g_object_unref (action);

  return id;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (plenum_library_open_finish (PLENUM_LIBRARY (source), result, NULL));
  ((Scene *) user_data)->done = TRUE;
}

static void
said_cb (GListModel *model, guint position, guint removed, guint added, Scene *scene)
{
  g_string_append_printf (scene->said, "%u-%u+%u ", position, removed, added);
}

PlenumBoardArea *
scene_area (Scene *scene)
{
  return plenum_board_model_get_area (scene->model, scene->area);
}

void
scene_set_up (Scene *scene, gconstpointer data)
{
  g_autofree char *workshop = NULL;
  g_autoptr (PlenumRecord) board = NULL;
  PlenumRecordList *boards;

  fixture_set_up (&scene->store, data);
  scene->library = plenum_library_new (scene->store.path);
  plenum_library_open_async (scene->library, opened_cb, scene);
  while (!scene->done)
    g_main_context_iteration (NULL, TRUE);
  workshop = scene_perform (scene, plenum_action_add_workshop ("Probe", "de"));
  scene->workshop = plenum_workshop_model_new (scene->library, workshop);
  scene->model = plenum_board_model_new (scene->workshop);
  boards = plenum_workshop_model_get_list (scene->workshop, PLENUM_BOARD);
  while (!plenum_record_list_get_loaded (boards)
         || !plenum_record_list_get_loaded (plenum_workshop_model_get_list (scene->workshop, PLENUM_IDEA)))
    g_main_context_iteration (NULL, TRUE);

  board = g_list_model_get_item (G_LIST_MODEL (boards), 0);
  plenum_board_model_set_board (scene->model, plenum_record_get_id (board));
  scene->area = scene_perform (scene, plenum_action_add_area (plenum_record_get_id (board), "Ideen"));
  scene->other = scene_perform (scene, plenum_action_add_area (plenum_record_get_id (board), "Fragen"));
  scene->said = g_string_new (NULL);
  g_signal_connect (scene_area (scene), "items-changed", G_CALLBACK (said_cb), scene);
}

void
scene_tear_down (Scene *scene, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (scene_area (scene), scene);
  g_object_unref (scene->model);
  g_object_unref (scene->workshop);
  plenum_library_close (scene->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (scene->library);
  g_string_free (scene->said, TRUE);
  g_free (scene->area);
  g_free (scene->other);
  fixture_tear_down (&scene->store, data);
}

char *
scene_add (Scene *scene, const char *text, gboolean at_top)
{
  return scene_perform (scene, plenum_action_add_idea (plenum_workshop_model_get_id (scene->workshop), scene->area,
                                                 NULL, text, NULL, at_top));
}

/* Names of the rows, in brackets those of stacks. */
void
scene_assert_rows (Scene *scene, const char *area, const char *expected)
{
  GListModel *rows = G_LIST_MODEL (plenum_board_model_get_area (scene->model, area));
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlenumBoardEntry) entry = g_list_model_get_item (rows, i);
      g_autofree char *name = plenum_board_entry_dup_name (entry);

      g_assert_cmpint (plenum_board_area_find (PLENUM_BOARD_AREA (rows), entry), ==, i);
      g_string_append_printf (names, plenum_board_entry_is_stack (entry) ? "[%s] " : "%s ", name);
    }
  g_assert_cmpstr (names->str, ==, expected);
}

void
scene_assert_said (Scene *scene, const char *expected)
{
  g_assert_cmpstr (scene->said->str, ==, expected);
  g_string_truncate (scene->said, 0);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *label = plenum_library_undo_finish (PLENUM_LIBRARY (source), result, NULL);

  g_assert_nonnull (label);
  ((Scene *) user_data)->done = TRUE;
}

void
scene_undo (Scene *scene)
{
  scene->done = FALSE;
  plenum_library_undo_async (scene->library, plenum_workshop_model_get_id (scene->workshop), undone_cb, scene);
  while (!scene->done)
    g_main_context_iteration (NULL, TRUE);
}
