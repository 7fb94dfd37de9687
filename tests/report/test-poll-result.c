/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-poll-result.h"

#include "action-fixture.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"
#include "plenum-voting-error.h"

static RoomPoll
open_poll (Room *room, const char *method, const char *settings)
{
  RoomPoll poll = room_draft_poll (room, method, settings, FALSE);

  room_do (room, plenum_action_open_poll (poll.poll));

  return poll;
}

static PlenumAction *
cast (RoomPoll *poll, int a, int b)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = g_strdup_printf ("{\"%s\":%d,\"%s\":%d}", poll->a, a, poll->b, b);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  return plenum_action_cast_ballot (ballot, plenum_sheet_check);
}

static void
test_counts (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, "dots", "{\"points\":3}");
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *score = NULL;

  room_do (room, cast (&poll, 3, 0));
  room_do (room, cast (&poll, 1, 2));
  room_do (room, plenum_action_close_poll (poll.poll));
  tally = plenum_poll_result_count (room->base.store, poll.poll, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 2);
  g_assert_cmpstr (plenum_tally_get_option_id (tally, 0), ==, poll.a);
  g_assert_true (plenum_tally_is_winner (tally, 0));
  score = plenum_rational_to_text (plenum_tally_get_score (tally, 0));
  g_assert_cmpstr (score, ==, "4");
}

/* The settings reach the method: four points are one too many. */
static void
test_settings_hold (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, "dots", "{\"points\":3}");
  g_autoptr (PlenumAction) action = cast (&poll, 4, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (plenum_store_perform (room->base.store, action, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == PLENUM_VOTING_ERROR);
}

static void
test_no_running_totals (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, "approval", NULL);
  g_autoptr (GError) error = NULL;

  room_do (room, cast (&poll, 1, 0));
  g_assert_null (plenum_poll_result_count (room->base.store, poll.poll, NULL, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_NOT_CLOSED);
}

static void
test_cancelled (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, "approval", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  room_do (room, cast (&poll, 1, 0));
  room_do (room, plenum_action_close_poll (poll.poll));
  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_poll_result_count (room->base.store, poll.poll, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_missing (Room *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_poll_result_count (room->base.store, room->workshop, NULL, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/poll-result/counts", test_counts);
  room_add_test ("/poll-result/settings-hold", test_settings_hold);
  room_add_test ("/poll-result/no-running-totals", test_no_running_totals);
  room_add_test ("/poll-result/cancelled", test_cancelled);
  room_add_test ("/poll-result/missing", test_missing);
  return g_test_run ();
}
