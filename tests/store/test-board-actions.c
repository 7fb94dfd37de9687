/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-area-actions.h"
#include "plenum-board-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

static char *
list_titles (Room *room, PlenumRecordType type, guint parent_field, const char *parent, guint title_field)
{
  g_autoptr (GPtrArray) records = plenum_store_list (room->base.store, type, parent_field, parent, NULL);
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "", plenum_record_get_text (records->pdata[i], title_field));

  return g_string_free (line, FALSE);
}

static void
assert_areas (Room *room, const char *board, const char *expected)
{
  g_autofree char *line = list_titles (room, PLENUM_AREA, PLENUM_AREA_BOARD, board, PLENUM_AREA_TITLE);

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_boards (Room *room, const char *expected)
{
  g_autofree char *line = list_titles (room, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, room->workshop, PLENUM_BOARD_TITLE);

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_area (Room *room, const char *area, const char *expected)
{
  g_autofree char *line = room_list_area (room, area);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_boards (Room *room, gconstpointer data)
{
  g_autofree char *second = room_make (room, plenum_action_add_board (room->workshop, "Second"));

  assert_boards (room, "Board Second");
  assert_areas (room, second, "Ideas");
  room_do (room, plenum_action_move_board (second, room->board));
  assert_boards (room, "Second Board");
  room_do (room, plenum_action_rename_board (second, "Zukunft"));
  assert_boards (room, "Zukunft Board");
  room_do (room, plenum_action_delete_board (second, NULL));
  assert_boards (room, "Board");
  room_undo (room);
  assert_boards (room, "Zukunft Board");
  assert_areas (room, second, "Ideas");
  room_refuse (room, plenum_action_rename_board (second, " "), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_board (room->workshop, ""), PLENUM_STORE_ERROR_INVALID);
}

static void
test_areas (Room *room, gconstpointer data)
{
  g_autofree char *third = room_make (room, plenum_action_add_area (room->board, "Third"));
  g_autofree char *second = room_make (room, plenum_action_add_board (room->workshop, "Second"));
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autoptr (GPtrArray) boards = plenum_store_list (room->base.store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, other, NULL);
  g_autoptr (PlenumRecord) area = room_get (room, PLENUM_AREA, third);

  assert_areas (room, room->board, "Ideas Right Third");
  room_do (room, plenum_action_move_area (third, room->board, room->right));
  assert_areas (room, room->board, "Ideas Third Right");
  room_do (room, plenum_action_rename_area (third, "Middle"));
  room_do (room, plenum_action_move_area (third, second, NULL));
  assert_areas (room, second, "Ideas Middle");
  plenum_record_set_text (area, PLENUM_AREA_HINT, "What worked?");
  plenum_record_set_text (area, PLENUM_AREA_BOARD, second);
  room_do (room, plenum_action_edit_area (area));
  room_refuse (room, plenum_action_move_area (third, plenum_record_get_id (boards->pdata[0]), NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_rename_area (third, ""), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_area (room->workshop, "No board"), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_delete_area (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *d = room_add_card (room, room->right, "d");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (b, c), "T"));

  room_refuse (room, plenum_action_delete_area (room->left, NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_delete_area (room->left, room->left), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_delete_area (room->left, room->right));
  assert_area (room, room->right, "d a T(b c)");
  assert_areas (room, room->board, "Right");
  room_undo (room);
  assert_area (room, room->left, "a T(b c)");
}

/* An empty stack holds no card: it does not keep an area. */
static void
test_delete_area_with_empty_stack (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a), "T"));

  room_do (room, plenum_action_remove_from_theme (IDS (a), room->right, NULL));
  room_do (room, plenum_action_delete_area (room->left, NULL));
  g_assert_cmpint (room_count (room, PLENUM_THEME), ==, 0);
}

static void
test_delete_board (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->right, "b");
  g_autofree char *second = room_make (room, plenum_action_add_board (room->workshop, "Second"));
  g_autoptr (GPtrArray) areas = plenum_store_list (room->base.store, PLENUM_AREA, PLENUM_AREA_BOARD, second, NULL);
  const char *target = plenum_record_get_id (areas->pdata[0]);

  room_refuse (room, plenum_action_delete_board (room->board, NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_delete_board (room->board, room->right), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_delete_board (room->board, target));
  assert_area (room, target, "a b");
  assert_boards (room, "Second");
}

/* How areas and boards are shown is undone like everything else. */
static void
test_settings (Room *room, gconstpointer data)
{
  static const struct { guint field; const char *label; } expected[] = {
    { PLENUM_AREA_FOLDED, "Fold area “Right”" },
    { PLENUM_AREA_HIDDEN, "Hide area “Right”" },
    { PLENUM_AREA_CAPACITY, "Limit area “Right”" },
  };
  PlenumAction *actions[] = { plenum_action_fold_area (room->right, TRUE), plenum_action_hide_area (room->right, TRUE),
                              plenum_action_limit_area (room->right, 5) };
  PlenumAction *back[] = { plenum_action_fold_area (room->right, FALSE), plenum_action_hide_area (room->right, FALSE),
                           plenum_action_limit_area (room->right, 0) };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (PlenumRecord) area = NULL;
      g_autoptr (PlenumRecord) after = NULL;

      room_do (room, actions[i]);
      label = room_last_label (room);
      g_assert_cmpstr (label, ==, expected[i].label);
      area = room_get (room, PLENUM_AREA, room->right);
      g_assert_cmpint (plenum_record_get_integer (area, expected[i].field), ==, i == 2 ? 5 : 1);
      room_do (room, back[i]);
      after = room_get (room, PLENUM_AREA, room->right);
      g_assert_true (plenum_record_is_null (after, expected[i].field));
      room_undo (room);
    }

  room_do (room, plenum_action_set_anonymous (room->board, TRUE));
  room_do (room, plenum_action_set_anonymous (room->board, FALSE));
  room_refuse (room, plenum_action_fold_area ("nothing", TRUE), PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/board-actions/boards", test_boards);
  room_add_test ("/board-actions/areas", test_areas);
  room_add_test ("/board-actions/delete-area", test_delete_area);
  room_add_test ("/board-actions/delete-area-with-empty-stack", test_delete_area_with_empty_stack);
  room_add_test ("/board-actions/delete-board", test_delete_board);
  room_add_test ("/board-actions/settings", test_settings);
  return g_test_run ();
}
