/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a board shows, and that it is announced with as little as possible. */
#include "plenum-board-actions.h"
#include "plenum-board-model.h"
#include "plenum-fold.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"
#include "store-fixture.h"

typedef struct
{
  Fixture              store;
  PlenumLibrary       *library;
  PlenumWorkshopModel *workshop;
  PlenumBoardModel    *model;
  char                *area;
  char                *other;
  gboolean             done;
  GString             *said; /* "position-removed+added" of the area, each with a space */
} Scene;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_library_perform_finish (PLENUM_LIBRARY (source), result, &error));
  ((Scene *) user_data)->done = TRUE;
}

/* Returns the result's id. */
static char *
perform (Scene *scene, PlenumAction *action)
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

static PlenumBoardArea *
area_of (Scene *scene)
{
  return plenum_board_model_get_area (scene->model, scene->area);
}

static void
set_up (Scene *scene, gconstpointer data)
{
  g_autofree char *workshop = NULL;
  g_autoptr (PlenumRecord) board = NULL;
  PlenumRecordList *boards;

  fixture_set_up (&scene->store, data);
  scene->library = plenum_library_new (scene->store.path);
  plenum_library_open_async (scene->library, opened_cb, scene);
  while (!scene->done)
    g_main_context_iteration (NULL, TRUE);
  workshop = perform (scene, plenum_action_add_workshop ("Probe", "de"));
  scene->workshop = plenum_workshop_model_new (scene->library, workshop);
  scene->model = plenum_board_model_new (scene->workshop);
  boards = plenum_workshop_model_get_list (scene->workshop, PLENUM_BOARD);
  while (!plenum_record_list_get_loaded (boards)
         || !plenum_record_list_get_loaded (plenum_workshop_model_get_list (scene->workshop, PLENUM_IDEA)))
    g_main_context_iteration (NULL, TRUE);

  board = g_list_model_get_item (G_LIST_MODEL (boards), 0);
  plenum_board_model_set_board (scene->model, plenum_record_get_id (board));
  scene->area = perform (scene, plenum_action_add_area (plenum_record_get_id (board), "Ideen"));
  scene->other = perform (scene, plenum_action_add_area (plenum_record_get_id (board), "Fragen"));
  scene->said = g_string_new (NULL);
  g_signal_connect (area_of (scene), "items-changed", G_CALLBACK (said_cb), scene);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (area_of (scene), scene);
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

static char *
add (Scene *scene, const char *text, gboolean at_top)
{
  return perform (scene, plenum_action_add_idea (plenum_workshop_model_get_id (scene->workshop), scene->area,
                                                 NULL, text, NULL, at_top));
}

/* Names of the rows, in brackets those of stacks. */
static void
assert_rows (Scene *scene, const char *area, const char *expected)
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

static void
assert_said (Scene *scene, const char *expected)
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

static void
undo (Scene *scene)
{
  scene->done = FALSE;
  plenum_library_undo_async (scene->library, plenum_workshop_model_get_id (scene->workshop), undone_cb, scene);
  while (!scene->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_add_and_move (Scene *scene, gconstpointer data)
{
  g_autofree char *a = add (scene, "a", TRUE), *b = add (scene, "b", TRUE), *c = add (scene, "c", FALSE);

  assert_rows (scene, scene->area, "b a c ");
  assert_said (scene, "0-0+1 0-0+1 2-0+1 ");

  perform (scene, plenum_action_move_ideas ((const char *const[]) { c, NULL }, scene->area, b));
  assert_rows (scene, scene->area, "c b a ");
  assert_said (scene, "2-1+0 0-0+1 ");

  perform (scene, plenum_action_move_ideas ((const char *const[]) { b, NULL }, scene->other, NULL));
  assert_rows (scene, scene->area, "c a ");
  assert_rows (scene, scene->other, "b ");
  assert_said (scene, "1-1+0 ");
  g_assert_cmpuint (plenum_board_area_count_cards (area_of (scene)), ==, 2);

  undo (scene);
  assert_rows (scene, scene->area, "c b a ");
  perform (scene, plenum_action_delete_ideas ((const char *const[]) { a, c, NULL }));
  assert_rows (scene, scene->area, "b ");
  g_assert_null (plenum_board_model_lookup (scene->model, a));
  undo (scene);
  assert_rows (scene, scene->area, "c b a ");
}

static void
changed_cb (PlenumBoardEntry *entry, guint *n)
{
  (*n)++;
}

static void
test_edit (Scene *scene, gconstpointer data)
{
  g_autofree char *a = add (scene, "a", TRUE);
  PlenumBoardEntry *entry = plenum_board_model_lookup (scene->model, a);
  guint n = 0;

  assert_said (scene, "0-0+1 ");
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), &n);
  perform (scene, plenum_action_set_ideas_text ((const char *const[]) { a, NULL }, PLENUM_IDEA_KIND, "need"));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (plenum_board_entry_get_kind (entry), ==, "need");
  perform (scene, plenum_action_add_tag ((const char *const[]) { a, NULL }, "Rad"));
  perform (scene, plenum_action_add_tag ((const char *const[]) { a, NULL }, "Bus"));
  g_assert_cmpstr (plenum_board_entry_get_tags (entry), ==, "Bus, Rad");
  g_free (perform (scene, plenum_action_add_comment (a, "Gut", NULL)));
  g_assert_cmpuint (plenum_board_entry_get_n_comments (entry), ==, 1);
  perform (scene, plenum_action_remove_tag ((const char *const[]) { a, NULL }, "Bus"));
  g_assert_cmpstr (plenum_board_entry_get_tags (entry), ==, "Rad");
  /* What stays in its place is not announced as another row. */
  assert_said (scene, "");
}

static void
test_theme (Scene *scene, gconstpointer data)
{
  g_autofree char *a = add (scene, "a", FALSE), *b = add (scene, "b", FALSE), *c = add (scene, "c", FALSE);
  g_autofree char *theme = perform (scene, plenum_action_group_ideas ((const char *const[]) { a, c, NULL }, "T"));
  PlenumBoardEntry *stack = plenum_board_model_lookup (scene->model, theme);

  assert_rows (scene, scene->area, "[T] b ");
  g_assert_cmpuint (plenum_board_entry_count_cards (stack), ==, 2);
  g_assert_cmpuint (plenum_board_area_count_cards (area_of (scene)), ==, 3);
  g_string_truncate (scene->said, 0);
  plenum_board_model_set_open (scene->model, stack, TRUE);
  assert_rows (scene, scene->area, "[T] a c b ");
  assert_said (scene, "1-0+2 ");

  perform (scene, plenum_action_move_theme (theme, scene->other, NULL));
  assert_rows (scene, scene->area, "b ");
  assert_rows (scene, scene->other, "[T] a c ");
  undo (scene);
  assert_rows (scene, scene->area, "[T] a c b ");

  perform (scene, plenum_action_remove_from_theme ((const char *const[]) { a, NULL }, NULL, NULL));
  assert_rows (scene, scene->area, "[T] c a b ");
  perform (scene, plenum_action_dissolve_theme (theme));
  assert_rows (scene, scene->area, "c a b ");
  undo (scene);
  undo (scene);
  undo (scene);
  assert_rows (scene, scene->area, "a b c ");
}

static void
test_search (Scene *scene, gconstpointer data)
{
  const char *texts[] = { "Straße", "Öffnungszeiten", "Bäcker und Café", "strasse am café" };
  const char *queries[] = { "strasse", "oeffn", "offn", "cafe strasse", "backer", "baecker", "und  CAFÉ", "nichts" };
  g_autofree char *tagged = add (scene, "leer", FALSE);
  g_autofree char *theme = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (add (scene, texts[i], FALSE));
  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      guint found = 0;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        found += plenum_fold_contains (texts[i], queries[q]);
      plenum_board_model_set_query (scene->model, queries[q]);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (area_of (scene))), ==, found);
      g_assert_cmpuint (plenum_board_model_count_found (scene->model), ==, found);
    }

  perform (scene, plenum_action_add_tag ((const char *const[]) { tagged, NULL }, "nichts"));
  assert_rows (scene, scene->area, "leer ");
  theme = perform (scene, plenum_action_group_ideas ((const char *const[]) { tagged, NULL }, "T"));
  assert_rows (scene, scene->area, "[T] leer ");
  plenum_board_model_set_query (scene->model, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (area_of (scene))), ==, 5);
}

static void
test_areas (Scene *scene, gconstpointer data)
{
  const char *workshop = plenum_workshop_model_get_id (scene->workshop);
  g_autofree char *card = add (scene, "a", FALSE);
  g_autofree char *loose = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (scene->model));

  loose = perform (scene, plenum_action_add_idea (workshop, NULL, NULL, "lose", NULL, FALSE));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene->model)), ==, n + 1);
  assert_rows (scene, NULL, "lose ");
  perform (scene, plenum_action_move_ideas ((const char *const[]) { loose, NULL }, scene->area, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene->model)), ==, n);

  g_signal_handlers_disconnect_by_data (area_of (scene), scene);
  perform (scene, plenum_action_delete_area (scene->area, scene->other));
  g_assert_null (plenum_board_model_get_area (scene->model, scene->area));
  assert_rows (scene, scene->other, "a lose ");
  undo (scene);
  assert_rows (scene, scene->area, "a lose ");
  assert_rows (scene, scene->other, "");
}

static void
test_select (Scene *scene, gconstpointer data)
{
  g_autofree char *a = add (scene, "a", FALSE), *b = add (scene, "b", FALSE);
  g_autoptr (GPtrArray) cards = NULL;

  plenum_board_model_select (scene->model, plenum_board_model_lookup (scene->model, b), TRUE);
  plenum_board_model_select (scene->model, plenum_board_model_lookup (scene->model, a), TRUE);
  cards = plenum_board_model_list_cards (scene->model, TRUE);
  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_cmpstr (plenum_board_entry_get_id (cards->pdata[0]), ==, a);
  perform (scene, plenum_action_delete_ideas ((const char *const[]) { a, NULL }));
  g_assert_cmpuint (plenum_board_model_n_selected (scene->model), ==, 1);
  plenum_board_model_select_none (scene->model);
  g_assert_false (plenum_board_entry_get_selected (plenum_board_model_lookup (scene->model, b)));
}

#define ADD(path, func) g_test_add (path, Scene, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/board-model/add-and-move", test_add_and_move);
  ADD ("/board-model/edit", test_edit);
  ADD ("/board-model/theme", test_theme);
  ADD ("/board-model/search", test_search);
  ADD ("/board-model/areas", test_areas);
  ADD ("/board-model/select", test_select);
  return g_test_run ();
}
