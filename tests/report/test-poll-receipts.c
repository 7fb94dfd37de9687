/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of a secret poll is shown, and when. */
#include "plenum-poll-receipts.h"

#include <string.h>

#include "action-fixture.h"
#include "plenum-key-sealer.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-result.h"
#include "plenum-receipt.h"
#include "plenum-sheet-check.h"

static RoomPoll
open_poll (Room *room, gboolean secret)
{
  RoomPoll poll = room_draft_poll (room, "dots", NULL, secret);

  plenum_store_set_sealer (room->base.store, plenum_key_sealer_get ());
  room_do (room, plenum_action_open_poll (poll.poll));

  return poll;
}

static char *
cast (Room *room, RoomPoll *poll, int b)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = b > 0 ? g_strdup_printf ("{\"%s\":%d}", poll->b, b) : g_strdup ("{}");

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  return room_make (room, plenum_action_cast_ballot (ballot, plenum_sheet_check));
}

static void
assert_refused (Room *room, RoomPoll *poll, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_poll_receipts_list (room->base.store, poll->poll, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, code);
  if (code == PLENUM_POLL_RESULT_ERROR_NOT_SECRET)
    return;

  g_clear_error (&error);
  g_assert_null (plenum_poll_result_count (room->base.store, poll->poll, NULL, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, code);
}

static void
test_list (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, TRUE);
  g_autoptr (PlenumTally) tally = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  const char *before = "";

  for (int i = 0; i < 4; i++)
    {
      g_autofree char *receipt = cast (room, &poll, i);

      g_assert_cmpint (strlen (receipt), ==, PLENUM_RECEIPT_LENGTH);
    }
  assert_refused (room, &poll, PLENUM_POLL_RESULT_ERROR_NOT_CLOSED);
  room_do (room, plenum_action_close_poll (poll.poll));
  assert_refused (room, &poll, PLENUM_POLL_RESULT_ERROR_SEALED);
  room_do (room, plenum_action_show_result (poll.poll));

  tally = plenum_poll_result_count (room->base.store, poll.poll, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plenum_tally_get_ballots (tally), ==, 4);
  rows = plenum_poll_receipts_list (room->base.store, poll.poll, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpstr (((char **) rows->pdata[0])[1], ==, "a");
  g_assert_cmpstr (((char **) rows->pdata[0])[2], ==, "b");
  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      g_assert_cmpuint (g_strv_length (cells), ==, 3);
      g_assert_cmpstr (cells[0], >, before);
      g_assert_cmpstr (cells[1], ==, "");
      before = cells[0];
    }
}

/* Ballots that came from elsewhere, and not all of them. */
static void
test_few (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, TRUE);
  g_autoptr (GPtrArray) ballots = NULL;

  for (int i = 0; i < 3; i++)
    g_free (cast (room, &poll, i));
  room_do (room, plenum_action_close_poll (poll.poll));
  room_do (room, plenum_action_show_result (poll.poll));
  g_assert_cmpint (room_count (room, PLENUM_BALLOT), ==, 3);
  ballots = plenum_store_list (room->base.store, PLENUM_BALLOT, PLENUM_BALLOT_POLL, poll.poll, NULL);
  room_do (room, fixture_action_delete (ballots->pdata[0]));
  assert_refused (room, &poll, PLENUM_POLL_RESULT_ERROR_TOO_FEW);
}

static void
test_not_secret (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room, FALSE);

  g_free (cast (room, &poll, 1));
  room_do (room, plenum_action_close_poll (poll.poll));
  assert_refused (room, &poll, PLENUM_POLL_RESULT_ERROR_NOT_SECRET);
}

static void
test_missing (Room *room, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_poll_receipts_list (room->base.store, room->workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/poll-receipts/list", test_list);
  room_add_test ("/poll-receipts/few", test_few);
  room_add_test ("/poll-receipts/not-secret", test_not_secret);
  room_add_test ("/poll-receipts/missing", test_missing);
  return g_test_run ();
}
