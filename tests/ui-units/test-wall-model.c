/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board as a wall: what the facilitator has on it, and what the room sees of that. */
#include "board-fixture.h"
#include "plenum-area-actions.h"
#include "plenum-board-actions.h"
#include "plenum-board-wall.h"
#include "plenum-canvas-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-matrix-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-wall-model.h"

#define IDS(...) ((const char *const[]) { __VA_ARGS__, NULL })

static PlenumWallModel *
make_wall (Scene *scene, gboolean matrix, gboolean public)
{
  PlenumWallModel *wall = plenum_wall_model_new (scene->model, matrix);

  if (public)
    plenum_wall_model_set_public (wall);
  plenum_wall_model_follow (wall, TRUE);
  while (!plenum_record_list_get_loaded (plenum_workshop_model_get_list (scene->workshop, PLENUM_LINK)))
    g_main_context_iteration (NULL, TRUE);

  return wall;
}

static int
find (Scene *scene, PlenumWallModel *wall, const char *id)
{
  return plenum_wall_model_find (wall, plenum_board_model_lookup (scene->model, id));
}

/* What one wall shows is where it is on the other. */
static void
assert_same_place (Scene *scene, PlenumWallModel *wall, PlenumWallModel *other, const char *id)
{
  g_assert_cmpint (find (scene, wall, id), >=, 0);
  g_assert_cmpint (find (scene, other, id), >=, 0);
  g_assert_true (graphene_rect_equal (plenum_wall_model_get_rect (wall, find (scene, wall, id)),
                                      plenum_wall_model_get_rect (other, find (scene, other, id))));
}

/* Each item is in the zone that it says, and found where it lies. */
static void
assert_whole (PlenumWallModel *wall)
{
  for (guint i = 0; i < plenum_wall_model_n_items (wall); i++)
    {
      const PlenumWallItem *item = plenum_wall_model_get_item (wall, i);
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      gboolean there = FALSE;

      g_assert_cmpuint (item->frame, <, plenum_wall_model_n_zones (wall));
      g_assert_cmpint (plenum_wall_model_find (wall, item->entry), ==, i);
      plenum_wall_model_find_in (wall, plenum_wall_model_get_rect (wall, i), found);
      for (guint n = 0; n < found->len; n++)
        there |= g_array_index (found, guint, n) == i;
      g_assert_true (there);
    }
}

static void
test_public_canvas (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE), *c = scene_add (scene, "c", FALSE);
  g_autofree char *far = scene_add (scene, "far", FALSE), *further = scene_add (scene, "further", FALSE);
  g_autofree char *nowhere = scene_perform (scene, plenum_action_add_idea (plenum_workshop_model_get_id (scene->workshop), NULL,
                                                                           NULL, "nowhere", NULL, FALSE));
  g_autofree char *secret = scene_perform (scene, plenum_action_group_ideas (IDS (a, b), "Secret"));
  g_autofree char *open = NULL;
  g_autoptr (PlenumWallModel) all = NULL;
  g_autoptr (PlenumWallModel) room = NULL;

  scene_perform (scene, plenum_action_move_ideas (IDS (far, further), scene->other, NULL));
  open = scene_perform (scene, plenum_action_group_ideas (IDS (far, further), "Open"));
  scene_perform (scene, plenum_action_link_ideas (IDS (far), a, "builds-on"));
  scene_perform (scene, plenum_action_link_ideas (IDS (far), further, "builds-on"));
  scene_perform (scene, plenum_action_hide_area (scene->area, TRUE));
  all = make_wall (scene, FALSE, FALSE);
  room = make_wall (scene, FALSE, TRUE);

  g_assert_cmpuint (plenum_wall_model_n_items (all), ==, 8);
  g_assert_cmpuint (plenum_wall_model_n_themes (all), ==, 2);
  g_assert_cmpuint (plenum_wall_model_n_links (all), ==, 2);
  g_assert_cmpuint (plenum_wall_model_n_items (room), ==, 3);
  g_assert_cmpuint (plenum_wall_model_n_zones (room), ==, plenum_wall_model_n_zones (all) - 2);
  g_assert_cmpuint (plenum_wall_model_n_themes (room), ==, 1);
  g_assert_cmpuint (plenum_wall_model_get_theme (room, 0)->n, >=, 3);
  g_assert_cmpuint (plenum_wall_model_n_links (room), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (IDS (a, b, c, nowhere, secret)) - 1; i++)
    g_assert_cmpint (find (scene, room, IDS (a, b, c, nowhere, secret)[i]), ==, -1);
  assert_same_place (scene, all, room, far);
  assert_same_place (scene, all, room, further);
  assert_same_place (scene, all, room, open);
  assert_whole (all);
  assert_whole (room);

  /* Revealed, all of it is there. */
  scene_perform (scene, plenum_action_hide_area (scene->area, FALSE));
  g_assert_cmpuint (plenum_wall_model_n_items (room), ==, 7);
  assert_same_place (scene, all, room, a);
  assert_same_place (scene, all, room, secret);
  g_assert_cmpuint (plenum_wall_model_n_themes (room), ==, 2);
  assert_whole (room);
}

static void
test_public_matrix (Scene *scene, gconstpointer data)
{
  g_autofree char *hidden = scene_add (scene, "hidden", FALSE), *placed = scene_add (scene, "placed", FALSE);
  g_autofree char *tray = scene_add (scene, "tray", FALSE);
  PlenumAxisPlace places[] = { { hidden, 2000, 3000 }, { placed, 10000, 0 } };
  g_autoptr (PlenumWallModel) all = NULL;
  g_autoptr (PlenumWallModel) room = NULL;
  const graphene_rect_t *rect, *ground;

  scene_perform (scene, plenum_action_rate_ideas (places, G_N_ELEMENTS (places)));
  scene_perform (scene, plenum_action_move_ideas (IDS (placed, tray), scene->other, NULL));
  scene_perform (scene, plenum_action_hide_area (scene->area, TRUE));
  all = make_wall (scene, TRUE, FALSE);
  room = make_wall (scene, TRUE, TRUE);

  g_assert_cmpuint (plenum_wall_model_n_items (all), ==, 3);
  g_assert_cmpuint (plenum_wall_model_n_items (room), ==, 2);
  g_assert_cmpint (find (scene, room, hidden), ==, -1);
  g_assert_cmpuint (plenum_wall_model_get_zone (room, 0)->n_items, ==, 1);
  g_assert_cmpuint (plenum_wall_model_get_zone (room, 1)->n_items, ==, 1);
  /* Far to the right and at the bottom: in that corner. */
  rect = plenum_wall_model_get_rect (room, find (scene, room, placed));
  ground = &plenum_wall_model_get_zone (room, 1)->rect;
  g_assert_cmpfloat (rect->origin.x + rect->size.width, ==, ground->origin.x + ground->size.width);
  g_assert_cmpfloat (rect->origin.y + rect->size.height, ==, ground->origin.y + ground->size.height);
  assert_whole (room);
}

static const PlenumWallZone *
get_zone (Scene *scene, PlenumWallModel *wall)
{
  for (guint i = 0; i < plenum_wall_model_n_zones (wall); i++)
    if (g_strcmp0 (plenum_board_area_get_id (plenum_wall_model_get_zone (wall, i)->area), scene->area) == 0)
      return plenum_wall_model_get_zone (wall, i);

  g_assert_not_reached ();
}

/* Of a folded area the title is left; nothing else moves, and unfolded all is as before. */
static void
test_folded (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE), *far = scene_add (scene, "far", FALSE);
  g_autofree char *theme = scene_perform (scene, plenum_action_group_ideas (IDS (a, b), "Theme"));
  g_autoptr (PlenumWallModel) all = NULL;
  g_autoptr (PlenumWallModel) room = NULL;
  const PlenumWallZone *zone;
  graphene_rect_t before, full;

  scene_perform (scene, plenum_action_move_ideas (IDS (far), scene->other, NULL));
  scene_perform (scene, plenum_action_link_ideas (IDS (far), a, "builds-on"));
  all = make_wall (scene, FALSE, FALSE);
  room = make_wall (scene, FALSE, TRUE);
  before = *plenum_wall_model_get_rect (all, find (scene, all, far));
  full = get_zone (scene, all)->rect;
  g_assert_cmpuint (get_zone (scene, all)->n_items, ==, 3);

  scene_perform (scene, plenum_action_fold_area (scene->area, TRUE));
  zone = get_zone (scene, all);
  g_assert_true (zone->folded);
  g_assert_cmpuint (zone->n_items, ==, 0);
  g_assert_true (graphene_rect_equal (&zone->full, &full));
  g_assert_cmpfloat (zone->rect.size.height, ==, PLENUM_WALL_HEAD);
  g_assert_cmpfloat (zone->rect.size.width, ==, full.size.width);
  g_assert_cmpint (find (scene, all, a), ==, -1);
  g_assert_cmpint (find (scene, all, theme), ==, -1);
  g_assert_cmpuint (plenum_wall_model_n_themes (all), ==, 0);
  g_assert_cmpuint (plenum_wall_model_n_links (all), ==, 0);
  g_assert_true (graphene_rect_equal (plenum_wall_model_get_rect (all, find (scene, all, far)), &before));
  g_assert_cmpuint (plenum_wall_model_n_items (room), ==, 1);
  assert_whole (all);

  scene_perform (scene, plenum_action_fold_area (scene->area, FALSE));
  g_assert_false (get_zone (scene, all)->folded);
  g_assert_cmpuint (plenum_wall_model_n_items (all), ==, 4);
  g_assert_cmpuint (plenum_wall_model_n_links (all), ==, 1);
  assert_whole (all);
}

/* A card may have a colour of its own; else it is of the paper of its kind. */
static void
test_paper (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE);
  g_autoptr (PlenumWallModel) wall = make_wall (scene, FALSE, FALSE);
  guint idea = plenum_wall_model_get_item (wall, 0)->paper;

  g_assert_cmpuint (idea, ==, plenum_wall_paper ("idea", NULL));
  g_assert_cmpuint (plenum_wall_paper ("need", NULL), !=, idea);
  g_assert_cmpuint (plenum_wall_paper ("made-up", "made-up"), <, PLENUM_WALL_N_KINDS);
  scene_perform (scene, plenum_action_set_ideas_text (IDS (a), PLENUM_IDEA_COLOUR, "red"));
  g_assert_cmpuint (plenum_wall_model_get_item (wall, 0)->paper, ==, plenum_wall_paper ("idea", "red"));
  g_assert_cmpuint (plenum_wall_paper ("need", "red"), ==, plenum_wall_paper ("idea", "red"));
  g_assert_cmpuint (plenum_wall_paper ("idea", "red"), >=, PLENUM_WALL_N_KINDS);
  g_assert_cmpuint (plenum_wall_paper ("idea", "white"), ==, PLENUM_WALL_N_PAPERS - 1);
}

static GPtrArray *
list (Scene *scene, PlenumRecordType type, guint field, const char *value)
{
  GListModel *all = G_LIST_MODEL (plenum_workshop_model_get_list (scene->workshop, type));
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (all, i);

      if (value == NULL || g_strcmp0 (plenum_record_get_text (record, field), value) == 0)
        g_ptr_array_add (records, g_steal_pointer (&record));
    }

  return records;
}

/* A picture of a board has everything where the screen has it, whatever was placed. */
static void
test_picture_alike (Scene *scene, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) areas = NULL, ideas = NULL, themes = NULL;
  g_autoptr (GHashTable) stack_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (PlenumWallModel) model = NULL;
  g_autoptr (PlenumBoardWall) wall = NULL;
  static const char *const forms[] = { NULL, "oval", "circle", "strip" };
  guint n_compared = 0;

  for (guint i = 0; i < 24; i++)
    {
      char *id = i % 8 != 7 ? scene_add (scene, "card", i % 3 == 0)
                            : scene_perform (scene, plenum_action_add_idea (plenum_workshop_model_get_id (scene->workshop), NULL, NULL, "nowhere", NULL, FALSE));

      g_ptr_array_add (ids, id);
      if (i % 5 == 4)
        scene_perform (scene, plenum_action_move_ideas (IDS (id), scene->other, NULL));
      if (forms[i % 4] != NULL)
        scene_perform (scene, plenum_action_set_ideas_text (IDS (id), PLENUM_IDEA_FORM, forms[i % 4]));
      if (i % 6 == 5)
        scene_perform (scene, plenum_action_place_ideas (&(PlenumCardPlace) { id, NULL, g_test_rand_int_range (-300, 900), g_test_rand_int_range (-300, 900) }, 1));
    }
  g_free (scene_perform (scene, plenum_action_group_ideas (IDS (ids->pdata[0], ids->pdata[3], ids->pdata[8]), "Theme")));
  scene_perform (scene, plenum_action_set_frame (scene->other, &(PlenumFrame) { 700, -80, 500, 300 }, 0, 0));
  model = make_wall (scene, FALSE, FALSE);

  areas = list (scene, PLENUM_AREA, PLENUM_AREA_BOARD, plenum_board_model_get_board (scene->model));
  ideas = list (scene, PLENUM_IDEA, 0, NULL);
  themes = list (scene, PLENUM_THEME, 0, NULL);
  for (guint i = 0; i < plenum_wall_model_n_items (model); i++)
    {
      PlenumBoardEntry *entry = plenum_wall_model_get_item (model, i)->entry, *stack = plenum_board_entry_get_stack (entry);

      for (guint t = 0; stack != NULL && t < themes->len; t++)
        if (g_str_equal (plenum_record_get_id (themes->pdata[t]), plenum_board_entry_get_id (stack)))
          g_hash_table_insert (stack_of, (gpointer) plenum_board_entry_get_id (entry), themes->pdata[t]);
    }
  wall = plenum_board_wall_new (areas, ideas, themes, stack_of);

  g_assert_cmpuint (wall->frames->len, ==, plenum_wall_model_n_zones (model));
  for (guint i = 0; i < wall->frames->len; i++)
    g_assert_true (graphene_rect_equal (&g_array_index (wall->frames, PlenumBoardFrame, i).rect, &plenum_wall_model_get_zone (model, i)->rect));
  g_assert_cmpuint (wall->spots->len, ==, plenum_wall_model_n_items (model));
  for (guint i = 0; i < wall->spots->len; i++)
    {
      const PlenumBoardSpot *spot = &g_array_index (wall->spots, PlenumBoardSpot, i);
      const PlenumWallItem *item = plenum_wall_model_get_item (model, i);

      g_assert_cmpstr (plenum_record_get_id (spot->record), ==, plenum_board_entry_get_id (item->entry));
      g_assert_cmpuint (spot->frame, ==, item->frame);
      if (item->stack)
        continue;
      g_assert_true (graphene_rect_equal (&spot->rect, plenum_wall_model_get_rect (model, i)));
      n_compared++;
    }
  g_assert_cmpuint (n_compared, ==, 24);
}

/* Who looks at another board and comes back finds open what was open. */
static void
test_stays_open (Scene *scene, gconstpointer data)
{
  g_autofree char *a = scene_add (scene, "a", FALSE), *b = scene_add (scene, "b", FALSE);
  g_autofree char *theme = scene_perform (scene, plenum_action_group_ideas (IDS (a, b), "Theme"));
  g_autofree char *board = g_strdup (plenum_board_model_get_board (scene->model));
  g_autofree char *other = scene_perform (scene, plenum_action_add_board_as (plenum_workshop_model_get_id (scene->workshop), "Other", "canvas"));
  guint n_closed = g_list_model_get_n_items (G_LIST_MODEL (scene_area (scene)));

  plenum_board_model_set_open (scene->model, plenum_board_model_lookup (scene->model, theme), TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene_area (scene))), ==, n_closed + 2);
  plenum_board_model_set_board (scene->model, other);
  plenum_board_model_set_board (scene->model, board);
  g_assert_true (plenum_board_entry_get_open (plenum_board_model_lookup (scene->model, theme)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (scene_area (scene))), ==, n_closed + 2);
}

static void
count_cb (PlenumWallModel *wall, guint *n)
{
  (*n)++;
}

/* Nobody pays for a wall that is not seen. */
static void
test_follow (Scene *scene, gconstpointer data)
{
  g_autoptr (PlenumWallModel) wall = make_wall (scene, FALSE, FALSE);
  g_autofree char *a = NULL, *b = NULL;
  guint n = 0;

  g_signal_connect (wall, "changed", G_CALLBACK (count_cb), &n);
  a = scene_add (scene, "a", FALSE);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (find (scene, wall, a), ==, 0);
  plenum_wall_model_follow (wall, FALSE);
  n = 0;
  b = scene_add (scene, "b", FALSE);
  g_assert_cmpuint (n, ==, 0);
  plenum_wall_model_follow (wall, TRUE);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (find (scene, wall, b), ==, 1);
}

#define ADD(path, func) g_test_add (path, Scene, NULL, scene_set_up, func, scene_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/wall-model/public-canvas", test_public_canvas);
  ADD ("/wall-model/public-matrix", test_public_matrix);
  ADD ("/wall-model/folded", test_folded);
  ADD ("/wall-model/paper", test_paper);
  ADD ("/wall-model/picture-alike", test_picture_alike);
  ADD ("/wall-model/stays-open", test_stays_open);
  ADD ("/wall-model/follow", test_follow);
  return g_test_run ();
}
