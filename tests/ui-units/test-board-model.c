/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a board shows, and that it is announced with as little as possible. */
#include "board-fixture.h"
#include "plenum-area-actions.h"
#include "plenum-board-actions.h"
#include "plenum-fold.h"
#include "plenum-idea-actions.h"
#include "plenum-merge-actions.h"
#include "plenum-participant-actions.h"
#include "plenum-theme-actions.h"

static void
test_add_and_move (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", TRUE), *b = scene_add (scene, "b", TRUE), *c = scene_add (scene, "c", FALSE);

  scene_assert_rows (scene, scene->area, "b a c ");
  scene_assert_said (scene, "0-0+1 0-0+1 2-0+1 ");

  scene_perform (scene, plenum_action_move_ideas ((const char *const[]) { c, NULL }, scene->area, b));
  scene_assert_rows (scene, scene->area, "c b a ");
  scene_assert_said (scene, "2-1+0 0-0+1 ");

  scene_perform (scene, plenum_action_move_ideas ((const char *const[]) { b, NULL }, scene->other, NULL));
  scene_assert_rows (scene, scene->area, "c a ");
  scene_assert_rows (scene, scene->other, "b ");
  scene_assert_said (scene, "1-1+0 ");
  g_assert_cmpuint (plenum_board_area_count_cards (scene_area (scene)), ==, 2);

  scene_undo (scene);
  scene_assert_rows (scene, scene->area, "c b a ");
  scene_perform (scene, plenum_action_delete_ideas ((const char *const[]) { a, c, NULL }));
  scene_assert_rows (scene, scene->area, "b ");
  g_assert_null (plenum_board_model_lookup (scene->model, a));
  scene_undo (scene);
  scene_assert_rows (scene, scene->area, "c b a ");
}

static void
changed_cb (PlenumBoardEntry *entry, guint *n)
{
  (*n)++;
}

static void
test_edit (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", TRUE);
  PlenumBoardEntry *entry = plenum_board_model_lookup (scene->model, a);
  guint n = 0;

  scene_assert_said (scene, "0-0+1 ");
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), &n);
  scene_perform (scene, plenum_action_set_ideas_text ((const char *const[]) { a, NULL }, PLENUM_IDEA_KIND, "need"));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (plenum_board_entry_get_kind (entry), ==, "need");
  scene_perform (scene, plenum_action_add_tag ((const char *const[]) { a, NULL }, "Rad"));
  scene_perform (scene, plenum_action_add_tag ((const char *const[]) { a, NULL }, "Bus"));
  g_assert_cmpstr (plenum_board_entry_get_tags (entry), ==, "Bus, Rad");
  g_free (scene_perform (scene, plenum_action_add_comment (a, "Gut", NULL)));
  g_assert_cmpuint (plenum_board_entry_get_n_comments (entry), ==, 1);
  scene_perform (scene, plenum_action_remove_tag ((const char *const[]) { a, NULL }, "Bus"));
  g_assert_cmpstr (plenum_board_entry_get_tags (entry), ==, "Rad");
  /* What stays in its place is not announced as another row. */
  scene_assert_said (scene, "");
}

static void
test_theme (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE), *c = scene_add (scene, "c", FALSE);
  g_autofree char *theme = scene_perform (scene, plenum_action_group_ideas ((const char *const[]) { a, c, NULL }, "T"));
  PlenumBoardEntry *stack = plenum_board_model_lookup (scene->model, theme);

  scene_assert_rows (scene, scene->area, "[T] b ");
  g_assert_cmpuint (plenum_board_entry_count_cards (stack), ==, 2);
  g_assert_cmpuint (plenum_board_area_count_cards (scene_area (scene)), ==, 3);
  g_string_truncate (scene->said, 0);
  plenum_board_model_set_open (scene->model, stack, TRUE);
  scene_assert_rows (scene, scene->area, "[T] a c b ");
  scene_assert_said (scene, "1-0+2 ");

  scene_perform (scene, plenum_action_move_theme (theme, scene->other, NULL));
  scene_assert_rows (scene, scene->area, "b ");
  scene_assert_rows (scene, scene->other, "[T] a c ");
  scene_undo (scene);
  scene_assert_rows (scene, scene->area, "[T] a c b ");

  scene_perform (scene, plenum_action_remove_from_theme ((const char *const[]) { a, NULL }, NULL, NULL));
  scene_assert_rows (scene, scene->area, "[T] c a b ");
  scene_perform (scene, plenum_action_dissolve_theme (theme));
  scene_assert_rows (scene, scene->area, "c a b ");
  scene_undo (scene);
  scene_undo (scene);
  scene_undo (scene);
  scene_assert_rows (scene, scene->area, "a b c ");
}

static void
test_search (Scene *scene, gconstpointer data)
{
  const char *texts[] = { "Straße", "Öffnungszeiten", "Bäcker und Café", "strasse am café" };
  const char *queries[] = { "strasse", "oeffn", "offn", "cafe strasse", "backer", "baecker", "und  CAFÉ", "nichts" };
  g_autofree char *tagged = scene_add (scene, "leer", FALSE);
  g_autofree char *theme = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (scene_add (scene, texts[i], FALSE));
  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      guint found = 0;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        found += plenum_fold_contains (texts[i], queries[q]);
      plenum_board_model_set_query (scene->model, queries[q]);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene_area (scene))), ==, found);
      g_assert_cmpuint (plenum_board_model_count_found (scene->model), ==, found);
    }

  scene_perform (scene, plenum_action_add_tag ((const char *const[]) { tagged, NULL }, "nichts"));
  scene_assert_rows (scene, scene->area, "leer ");
  theme = scene_perform (scene, plenum_action_group_ideas ((const char *const[]) { tagged, NULL }, "T"));
  scene_assert_rows (scene, scene->area, "[T] leer ");
  plenum_board_model_set_query (scene->model, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene_area (scene))), ==, 5);
}

static void
test_areas (Scene *scene, gconstpointer data)
{
  const char *workshop = plenum_workshop_model_get_id (scene->workshop);
  g_autofree char *card = scene_add (scene, "a", FALSE);
  g_autofree char *loose = NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (scene->model));

  loose = scene_perform (scene, plenum_action_add_idea (workshop, NULL, NULL, "lose", NULL, FALSE));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene->model)), ==, n + 1);
  scene_assert_rows (scene, NULL, "lose ");
  scene_perform (scene, plenum_action_move_ideas ((const char *const[]) { loose, NULL }, scene->area, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene->model)), ==, n);

  g_signal_handlers_disconnect_by_data (scene_area (scene), scene);
  scene_perform (scene, plenum_action_delete_area (scene->area, scene->other));
  g_assert_null (plenum_board_model_get_area (scene->model, scene->area));
  scene_assert_rows (scene, scene->other, "a lose ");
  scene_undo (scene);
  scene_assert_rows (scene, scene->area, "a lose ");
  scene_assert_rows (scene, scene->other, "");
}

/* What was merged is shown by its face, and found by its own words there. */
static void
test_merged (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE), *c = scene_add (scene, "c", FALSE);
  g_autofree char *theme = scene_perform (scene, plenum_action_group_ideas ((const char *const[]) { a, NULL }, "T"));
  g_autofree char *face = scene_perform (scene, plenum_action_merge_ideas ((const char *const[]) { a, b, NULL }));
  PlenumBoardEntry *entry = plenum_board_model_lookup (scene->model, face);
  g_autoptr (PlenumRecord) changed = NULL;

  g_assert_null (plenum_board_model_lookup (scene->model, a));
  g_assert_cmpuint (plenum_board_entry_get_n_inside (entry), ==, 2);
  g_assert_cmpuint (plenum_board_area_count_cards (scene_area (scene)), ==, 2);
  plenum_board_model_set_open (scene->model, plenum_board_model_lookup (scene->model, theme), TRUE);
  scene_assert_rows (scene, scene->area, "[T] a b c ");

  g_free (scene_perform (scene, plenum_action_add_comment (b, "Gut", NULL)));
  g_assert_cmpuint (plenum_board_entry_get_n_comments (entry), ==, 1);
  changed = plenum_record_copy (plenum_board_entry_get_record (entry), face);
  plenum_record_set_text (changed, PLENUM_IDEA_TEXT, "anders");
  scene_perform (scene, plenum_action_edit_idea (changed));
  plenum_board_model_set_query (scene->model, "b");
  g_assert_cmpuint (plenum_board_model_count_found (scene->model), ==, 1);
  plenum_board_model_set_query (scene->model, "");

  scene_perform (scene, plenum_action_split_ideas ((const char *const[]) { face, NULL }));
  scene_assert_rows (scene, scene->area, "[T] a b c ");
  g_assert_null (plenum_board_model_lookup (scene->model, face));
  g_assert_nonnull (plenum_board_model_lookup (scene->model, b));
}

/* Who wrote a card is nobody's business on a board that says so. */
static void
test_anonymous (Scene *scene, gconstpointer data)
{
  const char *workshop = plenum_workshop_model_get_id (scene->workshop);
  g_autofree char *a = scene_add (scene, "a", FALSE);
  g_autoptr (PlenumRecord) person = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, workshop);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, "Ada Lovelace");
  g_free (scene_perform (scene, plenum_action_add_participant (person)));
  scene_perform (scene, plenum_action_set_ideas_text ((const char *const[]) { a, NULL }, PLENUM_IDEA_AUTHOR,
                                                      plenum_record_get_id (person)));
  g_assert_cmpstr (plenum_board_entry_get_author (plenum_board_model_lookup (scene->model, a)), ==, "Ada Lovelace");
  scene_perform (scene, plenum_action_set_anonymous (plenum_board_model_get_board (scene->model), TRUE));
  g_assert_cmpstr (plenum_board_entry_get_author (plenum_board_model_lookup (scene->model, a)), ==, "");
  scene_undo (scene);
  g_assert_cmpstr (plenum_board_entry_get_author (plenum_board_model_lookup (scene->model, a)), ==, "Ada Lovelace");
}

#define ADD(path, func) g_test_add (path, Scene, NULL, scene_set_up, func, scene_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/board-model/add-and-move", test_add_and_move);
  ADD ("/board-model/edit", test_edit);
  ADD ("/board-model/theme", test_theme);
  ADD ("/board-model/search", test_search);
  ADD ("/board-model/areas", test_areas);
  ADD ("/board-model/merged", test_merged);
  ADD ("/board-model/anonymous", test_anonymous);
  return g_test_run ();
}
