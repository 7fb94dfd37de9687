/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places on the canvas and on the matrix. */
#include "plenum-canvas-actions.h"

#include "action-fixture.h"
#include "plenum-board-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-matrix-actions.h"
#include "plenum-theme-actions.h"

static void
assert_place (Room *room, const char *id, gint64 x, gint64 y)
{
  g_autoptr (PlenumRecord) idea = room_get (room, PLENUM_IDEA, id);

  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_X), ==, x);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_Y), ==, y);
}

static void
assert_area (Room *room, const char *area, const char *expected)
{
  g_autofree char *line = room_list_area (room, area);

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_label (Room *room, const char *expected)
{
  g_autofree char *label = room_last_label (room);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_place (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_make (room, plenum_action_add_idea_at (room->workshop, room->left, "c", 7, 8));
  PlenumCardPlace places[] = { { a, NULL, -10, 20 }, { b, room->right, 30, 40 } };
  g_autoptr (PlenumRecord) idea = NULL;

  assert_place (room, c, 7, 8);
  room_do (room, plenum_action_place_ideas (places, 2));
  assert_label (room, "Move 2 cards to “Right”");
  assert_place (room, a, -10, 20);
  assert_place (room, b, 30, 40);
  assert_area (room, room->left, "a c");
  assert_area (room, room->right, "b");

  /* A card that only keeps its place is not counted. */
  places[1].stays = TRUE;
  places[0].x = places[1].x = 50;
  room_do (room, plenum_action_place_ideas (places, 2));
  assert_label (room, "Move card");
  assert_place (room, b, 50, 40);
  room_undo (room);

  /* All of it is one step, and a place nobody chose is none. */
  room_undo (room);
  assert_area (room, room->left, "a b c");
  idea = room_get (room, PLENUM_IDEA, a);
  g_assert_true (plenum_record_is_null (idea, PLENUM_IDEA_X));
  g_assert_true (plenum_record_is_null (idea, PLENUM_IDEA_Y));
}

static void
test_place_refused (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  PlenumCardPlace nobody = { room->left, NULL, 0, 0 };
  PlenumCardPlace nowhere = { a, room->board, 0, 0 };
  PlenumCardPlace far = { a, NULL, 0, PLENUM_WALL_LIMIT + 1 };
  g_autofree char *other = fixture_add_workshop (room->base.store, "Other");
  g_autofree char *board = room_make (room, plenum_action_add_board (other, "Board"));
  g_autofree char *area = room_make (room, plenum_action_add_area (board, "Area"));
  PlenumCardPlace elsewhere = { a, area, 0, 0 };

  room_refuse (room, plenum_action_place_ideas (&nobody, 1), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_place_ideas (&nowhere, 1), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_place_ideas (&far, 1), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_place_ideas (&elsewhere, 1), PLENUM_STORE_ERROR_INVALID);
}

/* A theme follows its cards when all of them go, and stays when some do. */
static void
test_place_theme (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a, b), "T"));
  PlenumCardPlace one[] = { { a, room->right, 0, 0 } };
  PlenumCardPlace all[] = { { c, room->right, 0, 0 }, { a, room->right, 0, 0 }, { b, room->right, 9, 9 } };
  PlenumCardPlace within[] = { { a, room->left, 5, 5 } };

  room_do (room, plenum_action_place_ideas (within, 1));
  assert_area (room, room->left, "T(a b) c");
  assert_label (room, "Move card");
  room_do (room, plenum_action_place_ideas (all, 3));
  assert_area (room, room->left, "");
  assert_area (room, room->right, "T(a b) c");
  room_undo (room);
  room_do (room, plenum_action_place_ideas (one, 1));
  assert_area (room, room->left, "T(b) c");
  assert_area (room, room->right, "a");
}

static void
test_frame (Room *room, gconstpointer data)
{
  g_autofree char *a = room_make (room, plenum_action_add_idea_at (room->workshop, room->left, "a", 10, 10));
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_make (room, plenum_action_add_idea_at (room->workshop, room->right, "c", 10, 10));
  PlenumFrame frame = { 100, 50, 640, 480 }, wide = { 100, 50, 900, 480 }, flat = { 0, 0, 640, 0 }, far = { PLENUM_WALL_LIMIT + 1, 0, 1, 1 };
  g_autoptr (PlenumRecord) area = NULL;
  g_autoptr (PlenumRecord) loose = NULL;

  room_do (room, plenum_action_set_frame (room->left, &frame, 100, 50));
  assert_label (room, "Move area “Ideas”");
  area = room_get (room, PLENUM_AREA, room->left);
  g_assert_cmpint (plenum_record_get_integer (area, PLENUM_AREA_X), ==, 100);
  g_assert_cmpint (plenum_record_get_integer (area, PLENUM_AREA_HEIGHT), ==, 480);
  assert_place (room, a, 110, 60);
  assert_place (room, c, 10, 10);
  loose = room_get (room, PLENUM_IDEA, b);
  g_assert_true (plenum_record_is_null (loose, PLENUM_IDEA_X));

  room_do (room, plenum_action_set_frame (room->left, &wide, 0, 0));
  assert_label (room, "Resize area “Ideas”");
  assert_place (room, a, 110, 60);
  room_refuse (room, plenum_action_set_frame (room->left, &flat, 0, 0), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_set_frame (room->left, &far, 0, 0), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_set_frame (room->left, &frame, PLENUM_WALL_LIMIT, 0), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_set_frame (room->board, &frame, 0, 0), PLENUM_STORE_ERROR_NOT_FOUND);
}

/* A frame that has a place keeps it; one that has none gets what was seen. */
static void
test_fix_frames (Room *room, gconstpointer data)
{
  PlenumFrame stored = { 1, 2, 300, 400 };
  PlenumFramePlace frames[] = { { room->left, { 5, 6, 700, 800 } }, { room->right, { 9, 10, 700, 800 } } };
  PlenumFramePlace flat = { room->right, { 9, 10, 0, 800 } };
  g_autofree char *id = NULL;
  g_autoptr (PlenumRecord) left = NULL;
  g_autoptr (PlenumRecord) right = NULL;
  g_autoptr (PlenumRecord) again = NULL;

  room_do (room, plenum_action_set_frame (room->left, &stored, 0, 0));
  room_refuse (room, plenum_action_fix_frames (plenum_action_add_idea_at (room->workshop, room->left, "a", 7, 8), &flat, 1),
               PLENUM_STORE_ERROR_INVALID);
  id = room_make (room, plenum_action_fix_frames (plenum_action_add_idea_at (room->workshop, room->left, "a", 7, 8), frames, 2));
  assert_label (room, "Add card “a”");
  assert_place (room, id, 7, 8);
  left = room_get (room, PLENUM_AREA, room->left);
  right = room_get (room, PLENUM_AREA, room->right);
  g_assert_cmpint (plenum_record_get_integer (left, PLENUM_AREA_X), ==, 1);
  g_assert_cmpint (plenum_record_get_integer (right, PLENUM_AREA_X), ==, 9);
  room_undo (room);
  again = room_get (room, PLENUM_AREA, room->right);
  g_assert_true (plenum_record_is_null (again, PLENUM_AREA_X));
}

static void
test_matrix (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  PlenumAxisPlace place = { a, 2500, 10000 }, off = { a, -1, 0 }, beyond = { a, 0, 10001 }, nobody = { room->left, 1, 1 };
  g_autoptr (PlenumRecord) idea = NULL;
  g_autoptr (PlenumRecord) gone = NULL;

  room_do (room, plenum_action_rate_ideas (&place, 1));
  assert_label (room, "Place card on the matrix");
  idea = room_get (room, PLENUM_IDEA, a);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_ACROSS), ==, 2500);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_UP), ==, 10000);
  room_do (room, plenum_action_rate_ideas (&off, 1));
  assert_label (room, "Take card off the matrix");
  gone = room_get (room, PLENUM_IDEA, a);
  g_assert_true (plenum_record_is_null (gone, PLENUM_IDEA_ACROSS));
  g_assert_true (plenum_record_is_null (gone, PLENUM_IDEA_UP));
  room_refuse (room, plenum_action_rate_ideas (&beyond, 1), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_rate_ideas (&nobody, 1), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_layout (Room *room, gconstpointer data)
{
  g_autofree char *second = room_make (room, plenum_action_add_board_as (room->workshop, "Second", "matrix"));
  g_autoptr (PlenumRecord) made = room_get (room, PLENUM_BOARD, second);
  g_autoptr (PlenumRecord) board = NULL;

  g_assert_cmpstr (plenum_record_get_text (made, PLENUM_BOARD_LAYOUT), ==, "matrix");
  room_do (room, plenum_action_set_layout (room->board, "canvas"));
  assert_label (room, "Show board as canvas");
  room_do (room, plenum_action_set_axes (room->board, " Effort ", ""));
  board = room_get (room, PLENUM_BOARD, room->board);
  g_assert_cmpstr (plenum_record_get_text (board, PLENUM_BOARD_LAYOUT), ==, "canvas");
  g_assert_cmpstr (plenum_record_get_text (board, PLENUM_BOARD_X_AXIS), ==, "Effort");
  g_assert_null (plenum_record_get_text (board, PLENUM_BOARD_Y_AXIS));
  room_refuse (room, plenum_action_set_layout (room->board, "pyramid"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_set_layout (room->left, "matrix"), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_set_axes (room->left, "a", "b"), PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  room_add_test ("/canvas-actions/place", test_place);
  room_add_test ("/canvas-actions/place-refused", test_place_refused);
  room_add_test ("/canvas-actions/place-theme", test_place_theme);
  room_add_test ("/canvas-actions/frame", test_frame);
  room_add_test ("/canvas-actions/fix-frames", test_fix_frames);
  room_add_test ("/canvas-actions/matrix", test_matrix);
  room_add_test ("/canvas-actions/layout", test_layout);

  return g_test_run ();
}
