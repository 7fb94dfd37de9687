/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that two people type. */
#include "action-fixture.h"
#include "plenum-ballots.h"
#include "plenum-paper-actions.h"
#include "plenum-poll-actions.h"

/* Stands in for a method: 99 is more than anybody may give. */
static gboolean
check_ballot (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  g_assert_cmpint (sheet->voters, ==, 1);
  for (gsize i = 0; i < sheet->n_marks; i++)
    if (sheet->marks[i].value == 99)
      {
        g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS, "the method refuses this");
        return FALSE;
      }

  return TRUE;
}

static PlenumRecord *
new_ballot (RoomPoll *poll, int a, int b)
{
  PlenumRecord *ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = g_strdup_printf ("{\"%s\":%d,\"%s\":%d}", poll->a, a, poll->b, b);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  return ballot;
}

static PlenumAction *
type (RoomPoll *poll, guint paper, const char *typist, int a, int b)
{
  g_autoptr (PlenumRecord) ballot = new_ballot (poll, a, b);
  g_autofree char *typed = g_strdup_printf ("%d %d", a, b);

  return plenum_action_type_paper (ballot, paper, typist, typed, check_ballot);
}

static RoomPoll
open_poll (Room *room)
{
  RoomPoll poll = room_draft_poll (room, "dots", "{}", FALSE);

  room_do (room, plenum_action_set_condition (poll.poll, PLENUM_POLL_FOUR_EYES, TRUE));
  room_do (room, plenum_action_open_poll (poll.poll));
  return poll;
}

static gboolean
add_ballot (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  GString *line = data;

  g_assert_cmpstr (sheet->channel, ==, "paper");
  g_string_append (line, "|");
  for (gsize i = 0; i < sheet->n_marks; i++)
    g_string_append_printf (line, "%" G_GINT64_FORMAT, sheet->marks[i].value);
  return TRUE;
}

/* What counts, as its values, and what waits. */
static void
assert_papers (Room *room, RoomPoll *poll, const char *counted, gint64 waiting, gint64 differing)
{
  g_autoptr (GString) line = g_string_new (NULL);
  PlenumPaperCount count = plenum_store_count_papers (room->base.store, poll->poll);

  g_assert_true (plenum_store_read_ballots (room->base.store, poll->poll, add_ballot, line, NULL));
  g_assert_cmpstr (line->str, ==, counted);
  g_assert_cmpint (count.waiting, ==, waiting);
  g_assert_cmpint (count.differing, ==, differing);
}

static void
test_agree (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autoptr (PlenumRecord) turned = new_ballot (&poll, 1, 2);
  g_autofree char *choices = g_strdup_printf ("{ \"%s\": 2, \"%s\": 1 }", poll.b, poll.a);

  room_do (room, type (&poll, 1, "ab", 1, 2));
  room_do (room, type (&poll, 2, "ab", 3, 0));
  assert_papers (room, &poll, "", 2, 0);

  /* The same hand twice is no second pair of eyes. */
  room_do (room, type (&poll, 1, " AB ", 1, 2));
  assert_papers (room, &poll, "", 2, 0);

  /* The order of what is on a ballot says nothing. */
  plenum_record_set_text (turned, PLENUM_BALLOT_CHOICES, choices);
  room_do (room, plenum_action_type_paper (turned, 1, "cd", "2 1", check_ballot));
  assert_papers (room, &poll, "|21", 1, 0);
  room_refuse (room, type (&poll, 1, "ab", 1, 2), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_close_poll (poll.poll), PLENUM_STORE_ERROR_INVALID);

  room_undo (room);
  assert_papers (room, &poll, "", 2, 0);
  room_do (room, type (&poll, 1, "cd", 1, 2));
  fixture_reopen (&room->base);
  room_do (room, type (&poll, 2, "cd", 3, 0));
  assert_papers (room, &poll, "|12|30", 0, 0);
  room_do (room, plenum_action_close_poll (poll.poll));
}

static void
test_differ (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autoptr (GPtrArray) readings = NULL;
  PlenumPaperReading *first, *second;

  room_do (room, type (&poll, 7, "ab", 1, 2));
  room_do (room, type (&poll, 7, "cd", 2, 1));
  assert_papers (room, &poll, "", 1, 1);
  fixture_reopen (&room->base);
  readings = plenum_store_list_readings (room->base.store, poll.poll, NULL);
  g_assert_cmpuint (readings->len, ==, 2);
  first = readings->pdata[0];
  second = readings->pdata[1];
  g_assert_cmpint (first->paper, ==, 7);
  g_assert_false (first->counted);
  g_assert_cmpstr (first->typist, ==, "AB");
  g_assert_cmpstr (first->typed, ==, "1 2");
  g_assert_cmpstr (second->typist, ==, "CD");
  g_assert_cmpstr (second->typed, ==, "2 1");

  /* Both have looked at the paper, and the first was wrong. */
  room_do (room, type (&poll, 7, "ab", 2, 1));
  assert_papers (room, &poll, "|21", 0, 0);
  g_ptr_array_unref (readings);
  readings = plenum_store_list_readings (room->base.store, poll.poll, NULL);
  g_assert_cmpuint (readings->len, ==, 1);
  first = readings->pdata[0];
  g_assert_true (first->counted);
  g_assert_null (first->typist);

  room_undo (room);
  assert_papers (room, &poll, "", 1, 1);
}

static void
test_withdraw (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);

  room_refuse (room, plenum_action_withdraw_paper (poll.poll, 1), PLENUM_STORE_ERROR_NOT_FOUND);
  room_do (room, type (&poll, 1, "ab", 1, 0));
  room_do (room, type (&poll, 1, "cd", 0, 1));
  room_do (room, type (&poll, 2, "ab", 1, 1));
  room_do (room, type (&poll, 2, "cd", 1, 1));
  room_do (room, plenum_action_withdraw_paper (poll.poll, 1));
  assert_papers (room, &poll, "|11", 0, 0);
  room_do (room, plenum_action_withdraw_paper (poll.poll, 2));
  assert_papers (room, &poll, "", 0, 0);
  room_undo (room);
  assert_papers (room, &poll, "|11", 0, 0);
  room_do (room, plenum_action_close_poll (poll.poll));
  room_refuse (room, plenum_action_withdraw_paper (poll.poll, 2), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, type (&poll, 3, "ab", 1, 1), PLENUM_STORE_ERROR_INVALID);
}

static void
test_refuses (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_auto (RoomPoll) once = room_draft_poll (room, "dots", "{}", FALSE);
  g_autoptr (PlenumRecord) single = new_ballot (&poll, 1, 0);
  g_autoptr (PlenumRecord) screen = new_ballot (&poll, 1, 0);

  room_refuse (room, plenum_action_cast_ballot (single, check_ballot), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, type (&poll, 1, " ", 1, 0), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, type (&poll, 0, "ab", 1, 0), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, type (&poll, 1, "ab", 99, 0), PLENUM_STORE_ERROR_AMBIGUOUS);
  room_refuse (room, plenum_action_set_condition (poll.poll, PLENUM_POLL_FOUR_EYES, FALSE), PLENUM_STORE_ERROR_INVALID);

  /* What comes another way needs no second typing. */
  plenum_record_set_text (screen, PLENUM_BALLOT_CHANNEL, "screen");
  room_do (room, plenum_action_cast_ballot (screen, check_ballot));

  room_do (room, plenum_action_open_poll (once.poll));
  room_refuse (room, type (&once, 1, "ab", 1, 0), PLENUM_STORE_ERROR_INVALID);
}

static void
test_switch (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = room_draft_poll (room, "dots", "{}", FALSE);
  g_auto (RoomPoll) secret = room_draft_poll (room, "dots", "{}", TRUE);
  g_autoptr (PlenumRecord) record = room_get (room, PLENUM_POLL, secret.poll);
  g_autoptr (PlenumRecord) both = plenum_record_copy (record, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  plenum_record_set_text (both, PLENUM_POLL_EXTRA, "{\"four_eyes\":true}");
  room_refuse (room, plenum_action_add_poll (both, none), PLENUM_STORE_ERROR_INVALID);
  g_object_unref (record);
  room_refuse (room, plenum_action_set_condition (secret.poll, PLENUM_POLL_FOUR_EYES, TRUE), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_set_condition (poll.poll, PLENUM_POLL_FOUR_EYES, TRUE));
  record = room_get (room, PLENUM_POLL, poll.poll);
  g_assert_true (plenum_store_has_condition (room->base.store, record, PLENUM_POLL_FOUR_EYES));
  plenum_record_set_integer (record, PLENUM_POLL_SECRET, TRUE);
  room_refuse (room, plenum_action_edit_poll (record, NULL), PLENUM_STORE_ERROR_INVALID);

  room_do (room, plenum_action_set_condition (poll.poll, PLENUM_POLL_FOUR_EYES, FALSE));
  g_object_unref (record);
  record = room_get (room, PLENUM_POLL, poll.poll);
  g_assert_true (plenum_record_is_null (record, PLENUM_POLL_EXTRA));
  room_undo (room);
  room_undo (room);
  g_object_unref (record);
  record = room_get (room, PLENUM_POLL, poll.poll);
  g_assert_false (plenum_store_has_condition (room->base.store, record, PLENUM_POLL_FOUR_EYES));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/paper-actions/agree", test_agree);
  room_add_test ("/paper-actions/differ", test_differ);
  room_add_test ("/paper-actions/withdraw", test_withdraw);
  room_add_test ("/paper-actions/refuses", test_refuses);
  room_add_test ("/paper-actions/switch", test_switch);

  return g_test_run ();
}
