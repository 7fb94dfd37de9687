/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-board-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-step-actions.h"
#include "plenum-workshop-actions.h"

static char *
add_step (Room *room, const char *title, guint minutes)
{
  return room_make (room, plenum_action_add_step (room->workshop, title, NULL, minutes, NULL));
}

static char *
list_steps (Room *room)
{
  g_autoptr (GPtrArray) steps = plenum_store_list (room->base.store, PLENUM_STEP, PLENUM_STEP_WORKSHOP, room->workshop, NULL);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", plenum_record_get_text (steps->pdata[i], PLENUM_STEP_TITLE));

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
assert_steps (Room *room, const char *expected)
{
  g_autofree char *titles = list_steps (room);

  g_assert_cmpstr (titles, ==, expected);
}

static void
assert_times (Room *room, const char *id, gint64 started, gint64 finished)
{
  g_autoptr (PlenumRecord) step = room_get (room, PLENUM_STEP, id);

  g_assert_cmpint (plenum_record_is_null (step, PLENUM_STEP_STARTED) ? -1 : plenum_record_get_integer (step, PLENUM_STEP_STARTED), ==, started);
  g_assert_cmpint (plenum_record_is_null (step, PLENUM_STEP_FINISHED) ? -1 : plenum_record_get_integer (step, PLENUM_STEP_FINISHED), ==, finished);
}

static void
test_plan (Room *room, gconstpointer data)
{
  g_autofree char *arrive = add_step (room, " Arrive ", 15);
  g_autofree char *vote = add_step (room, "Vote", 20);
  g_autofree char *collect = room_make (room, plenum_action_add_step (room->workshop, "Collect", NULL, 45, vote));

  assert_steps (room, "Arrive Collect Vote");
  room_do (room, plenum_action_move_step (vote, arrive));
  assert_steps (room, "Vote Arrive Collect");
  room_undo (room);
  assert_steps (room, "Arrive Collect Vote");
  room_do (room, plenum_action_move_step (arrive, NULL));
  assert_steps (room, "Collect Vote Arrive");
  room_do (room, plenum_action_delete_step (vote));
  assert_steps (room, "Collect Arrive");
  room_undo (room);
  assert_steps (room, "Collect Vote Arrive");

  room_refuse (room, plenum_action_add_step (room->workshop, "  ", NULL, 10, NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_step (room->workshop, "Nothing", NULL, 0, NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_step (room->workshop, "For ever", NULL, 1441, NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_step ("none", "Nowhere", NULL, 10, NULL), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_move_step ("none", NULL), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_delete_step ("none"), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_edit (Room *room, gconstpointer data)
{
  g_autofree char *id = add_step (room, "Collect", 45);
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *far = room_make (room, plenum_action_add_board (other, "Far"));
  g_autoptr (PlenumRecord) step = room_get (room, PLENUM_STEP, id);
  g_autoptr (PlenumRecord) edited = NULL;

  /* It begins while somebody types: that is not undone by what is typed. */
  room_do (room, plenum_action_start_step (id, 1000));
  plenum_record_set_text (step, PLENUM_STEP_START, "9:30");
  plenum_record_set_text (step, PLENUM_STEP_METHOD, "World Café");
  plenum_record_set_text (step, PLENUM_STEP_BOARD, room->board);
  plenum_record_set_integer (step, PLENUM_STEP_MINUTES, 60);
  room_do (room, plenum_action_edit_step (step));
  edited = room_get (room, PLENUM_STEP, id);
  g_assert_cmpstr (plenum_record_get_text (edited, PLENUM_STEP_START), ==, "9:30");
  g_assert_cmpstr (plenum_record_get_text (edited, PLENUM_STEP_METHOD), ==, "World Café");
  g_assert_cmpint (plenum_record_get_integer (edited, PLENUM_STEP_MINUTES), ==, 60);
  assert_times (room, id, 1000, -1);

  plenum_record_set_text (step, PLENUM_STEP_START, "half past nine");
  room_refuse (room, plenum_action_edit_step (step), PLENUM_STORE_ERROR_INVALID);
  plenum_record_set_null (step, PLENUM_STEP_START);
  plenum_record_set_text (step, PLENUM_STEP_BOARD, far);
  room_refuse (room, plenum_action_edit_step (step), PLENUM_STORE_ERROR_INVALID);
  plenum_record_set_text (step, PLENUM_STEP_BOARD, "none");
  room_refuse (room, plenum_action_edit_step (step), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_go_through (Room *room, gconstpointer data)
{
  g_autofree char *a = add_step (room, "a", 10);
  g_autofree char *b = add_step (room, "b", 10);
  g_autoptr (PlenumRecord) workshop = NULL;

  room_refuse (room, plenum_action_finish_step (a, 5000), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_start_step (a, 5000));
  assert_times (room, a, 5000, -1);
  workshop = room_get (room, PLENUM_WORKSHOP, room->workshop);
  g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_STATE), ==, "running");

  /* The next one ends it; undo is one step. */
  room_do (room, plenum_action_start_step (b, 9000));
  assert_times (room, a, 5000, 9000);
  assert_times (room, b, 9000, -1);
  room_undo (room);
  assert_times (room, a, 5000, -1);
  assert_times (room, b, -1, -1);

  /* The clock was set back. */
  room_do (room, plenum_action_finish_step (a, 4000));
  assert_times (room, a, 5000, 5000);
  room_do (room, plenum_action_start_step (b, 3000));
  assert_times (room, a, 5000, 5000);

  room_do (room, plenum_action_start_step (a, 7000));
  assert_times (room, a, 7000, -1);
  assert_times (room, b, 3000, 7000);
  room_do (room, plenum_action_rewind_agenda (room->workshop));
  assert_times (room, a, -1, -1);
  assert_times (room, b, -1, -1);
  room_undo (room);
  assert_times (room, a, 7000, -1);
  room_refuse (room, plenum_action_start_step ("none", 1), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_rewind_agenda ("none"), PLENUM_STORE_ERROR_NOT_FOUND);
}

/* Cards are collected without names, and discussed with them. */
static void
test_anonymous (Room *room, gconstpointer data)
{
  g_autofree char *collect = add_step (room, "Collect", 10);
  g_autofree char *rest = add_step (room, "Rest", 10);
  g_autofree char *discuss = add_step (room, "Discuss", 10);
  const char *steps[] = { collect, rest, discuss };
  const gboolean hidden[] = { TRUE, TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (PlenumRecord) step = room_get (room, PLENUM_STEP, steps[i]);

      plenum_record_set_text (step, PLENUM_STEP_BOARD, room->board);
      if (i != 1)
        plenum_record_set_integer (step, PLENUM_STEP_ANONYMOUS, i == 0);
      room_do (room, plenum_action_edit_step (step));
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (PlenumRecord) board = NULL;

      room_do (room, plenum_action_start_step (steps[i], 1000 + i));
      board = room_get (room, PLENUM_BOARD, room->board);
      g_assert_cmpint (plenum_record_get_integer (board, PLENUM_BOARD_ANONYMOUS), ==, hidden[i]);
    }
  room_undo (room);
  {
    g_autoptr (PlenumRecord) board = room_get (room, PLENUM_BOARD, room->board);

    g_assert_cmpint (plenum_record_get_integer (board, PLENUM_BOARD_ANONYMOUS), ==, TRUE);
  }
}

/* A board and a poll may go; the step stays. A workshop that is run again begins at its beginning. */
static void
test_what_goes_and_what_stays (Room *room, gconstpointer data)
{
  g_autofree char *id = add_step (room, "Vote", 10);
  g_autofree char *board = room_make (room, plenum_action_add_board (room->workshop, "Extra"));
  g_auto (RoomPoll) poll = room_draft_poll (room, "dots", NULL, FALSE);
  g_autoptr (PlenumRecord) step = room_get (room, PLENUM_STEP, id);
  g_autoptr (PlenumRecord) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *copy = NULL;

  plenum_record_set_text (step, PLENUM_STEP_BOARD, board);
  plenum_record_set_text (step, PLENUM_STEP_POLL, poll.poll);
  room_do (room, plenum_action_edit_step (step));
  room_do (room, plenum_action_start_step (id, 1000));

  copy = room_make (room, plenum_action_duplicate_workshop (room->workshop, NULL));
  again = plenum_store_list (room->base.store, PLENUM_STEP, PLENUM_STEP_WORKSHOP, copy, NULL);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_true (plenum_record_is_null (again->pdata[0], PLENUM_STEP_STARTED));
  g_assert_false (plenum_record_is_null (again->pdata[0], PLENUM_STEP_BOARD));
  g_assert_cmpstr (plenum_record_get_text (again->pdata[0], PLENUM_STEP_BOARD), !=, board);

  room_do (room, plenum_action_delete_board (board, NULL));
  room_do (room, plenum_action_delete_poll (poll.poll));
  after = room_get (room, PLENUM_STEP, id);
  g_assert_true (plenum_record_is_null (after, PLENUM_STEP_BOARD));
  g_assert_true (plenum_record_is_null (after, PLENUM_STEP_POLL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/step-actions/plan", test_plan);
  room_add_test ("/step-actions/edit", test_edit);
  room_add_test ("/step-actions/go-through", test_go_through);
  room_add_test ("/step-actions/anonymous", test_anonymous);
  room_add_test ("/step-actions/what-goes-and-what-stays", test_what_goes_and_what_stays);
  return g_test_run ();
}
