/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Secret polls. That nobody can join the two lists is tested from outside, by
 * tests/system/test-secrecy.py. */
#include <glib/gstdio.h>
#include <string.h>

#include "action-fixture.h"
#include "plenum-ballots.h"
#include "plenum-history.h"
#include "plenum-maintenance.h"
#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-receipt.h"
#include "plenum-workshop-actions.h"

/* A sealer that only turns every bit: the store cannot tell. */
static GBytes *
fake_load (const char *path, gboolean make, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char *text;
  gsize length;

  g_mkdir_with_parents (folder, 0700);
  if (make && !g_file_test (path, G_FILE_TEST_EXISTS))
    g_assert_true (g_file_set_contents (path, "key", -1, NULL));
  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  if (g_str_equal (text, "bad"))
    {
      g_free (text);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the key is bad");
      return NULL;
    }

  return g_bytes_new_take (text, length);
}

static gboolean
fake_destroy (const char *path, GError **error)
{
  g_unlink (path);
  return TRUE;
}

static GBytes *
fake_seal (GBytes *key, GBytes *content)
{
  gsize length = g_bytes_get_size (content);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (content, NULL), length);

  for (gsize i = 0; i < length; i++)
    bytes[i] ^= 0xff;
  return g_bytes_new_take (bytes, length);
}

static GBytes *
fake_unseal (GBytes *key, GBytes *sealed, GError **error)
{
  return fake_seal (key, sealed);
}

static const PlenumSealer sealer = { fake_load, fake_destroy, fake_seal, fake_unseal };

static RoomPoll
open_poll (Room *room)
{
  RoomPoll poll;

  plenum_store_set_sealer (room->base.store, &sealer);
  poll = room_draft_poll (room, "dots", NULL, TRUE);
  room_do (room, plenum_action_open_poll (poll.poll));

  return poll;
}

static gboolean
accept (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  return TRUE;
}

static PlenumRecord *
new_ballot (RoomPoll *poll, const char *participant, int a)
{
  PlenumRecord *ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = g_strdup_printf ("{ \"%s\":1, \"%s\" : %d }", poll->b, poll->a, a);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, participant);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  return ballot;
}

static PlenumAction *
cast (RoomPoll *poll, const char *participant, int a)
{
  g_autoptr (PlenumRecord) ballot = new_ballot (poll, participant, a);

  return plenum_action_cast_ballot (ballot, accept);
}

static void
assert_refused (Room *room, PlenumAction *action, int code, const char *words)
{
  g_autoptr (PlenumAction) owned = action;
  g_autoptr (GError) error = NULL;

  g_assert_false (plenum_store_perform (room->base.store, owned, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static char *
get_key_path (Room *room, RoomPoll *poll)
{
  return g_strdup_printf ("%s-urns/%s.key", room->base.path, poll->poll);
}

static void
remove_urns (Room *room)
{
  g_autofree char *folder = g_strconcat (room->base.path, "-urns", NULL);

  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
count_change_cb (PlenumChanges *changes, gpointer user_data)
{
  guint *n = user_data;

  g_assert_false (plenum_changes_get_everything (changes));
  *n += plenum_changes_get_length (changes);
}

static void
test_count (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *first = NULL, *key = get_key_path (room, &poll), *expected = NULL;
  g_autoptr (GHashTable) voters = NULL;
  g_autoptr (GPtrArray) ballots = NULL;
  guint changes = 0;

  plenum_store_set_listener (room->base.store, count_change_cb, &changes);
  first = room_make (room, cast (&poll, ada, 7));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpint (strlen (first), ==, PLENUM_RECEIPT_LENGTH);
  room_do (room, cast (&poll, NULL, 8));
  room_do (room, cast (&poll, NULL, 9));
  plenum_store_set_listener (room->base.store, NULL, NULL);
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll.poll), ==, 3);
  g_assert_cmpint (room_count (room, PLENUM_BALLOT), ==, 0);
  voters = plenum_store_list_voters (room->base.store, poll.poll, NULL);
  g_assert_cmpuint (g_hash_table_size (voters), ==, 1);
  g_assert_true (g_hash_table_lookup_extended (voters, ada, NULL, NULL));
  g_assert_null (g_hash_table_lookup (voters, ada));
  assert_refused (room, cast (&poll, ada, 1), PLENUM_STORE_ERROR_INVALID, "has voted already");

  assert_refused (room, plenum_action_show_result (poll.poll), PLENUM_STORE_ERROR_INVALID, "not closed");
  room_do (room, plenum_action_close_poll (poll.poll));
  room_do (room, plenum_action_show_result (poll.poll));
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll.poll), ==, 3);
  g_assert_false (g_file_test (key, G_FILE_TEST_EXISTS));

  ballots = plenum_store_list (room->base.store, PLENUM_BALLOT, PLENUM_BALLOT_POLL, poll.poll, NULL);
  g_assert_cmpuint (ballots->len, ==, 3);
  for (guint i = 0; i < ballots->len; i++)
    if (g_strcmp0 (plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_RECEIPT), first) == 0)
      {
        /* However it was written, in the order of the options' ids. */
        expected = g_strdup_printf ("{\"%s\":7,\"%s\":1}", poll.a, poll.b);
        g_assert_cmpstr (plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_CHOICES), ==, expected);
        g_assert_true (plenum_record_is_null (ballots->pdata[i], PLENUM_BALLOT_PARTICIPANT));
      }
  g_assert_nonnull (expected);
  remove_urns (room);
}

/* From an old copy a counted poll comes with its receipts, one that is not as a draft. */
static void
test_bring_back (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) counted = open_poll (room), sealed = open_poll (room);
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *receipt = room_make (room, cast (&counted, ada, 7));
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) records = NULL, polls = NULL, ballots = NULL;
  guint n_found = 0;

  room_do (room, cast (&counted, NULL, 8));
  room_do (room, cast (&counted, NULL, 9));
  room_do (room, cast (&sealed, ada, 1));
  room_do (room, plenum_action_close_poll (counted.poll));
  room_do (room, plenum_action_show_result (counted.poll));
  records = plenum_store_read_workshop (room->base.store, room->workshop, NULL);
  again = room_make (room, plenum_action_bring_back_workshop (records, "Again"));

  polls = plenum_store_list (room->base.store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, again, NULL);
  g_assert_cmpuint (polls->len, ==, 2);
  for (guint i = 0; i < polls->len; i++)
    {
      gboolean closed = g_strcmp0 (plenum_record_get_text (polls->pdata[i], PLENUM_POLL_STATE), "closed") == 0;

      g_assert_cmpint (plenum_record_get_integer (polls->pdata[i], PLENUM_POLL_SECRET), ==, 1);
      g_assert_true (closed == !plenum_record_is_null (polls->pdata[i], PLENUM_POLL_COLLECTOR));
      g_assert_cmpint (plenum_store_count_votes (room->base.store, plenum_record_get_id (polls->pdata[i])), ==, closed ? 3 : 0);
    }

  ballots = plenum_store_list (room->base.store, PLENUM_BALLOT, PLENUM_BALLOT_WORKSHOP, again, NULL);
  g_assert_cmpuint (ballots->len, ==, 3);
  for (guint i = 0; i < ballots->len; i++)
    n_found += g_strcmp0 (plenum_record_get_text (ballots->pdata[i], PLENUM_BALLOT_RECEIPT), receipt) == 0;
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_stays_closed (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autofree char *card = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  for (int i = 0; i < 3; i++)
    room_do (room, cast (&poll, NULL, i));
  room_do (room, plenum_action_close_poll (poll.poll));

  /* Until the result is shown, closing is like any step. */
  room_undo (room);
  room_do (room, cast (&poll, NULL, 3));
  room_do (room, plenum_action_close_poll (poll.poll));
  room_do (room, plenum_action_reopen_poll (poll.poll));
  room_do (room, plenum_action_close_poll (poll.poll));
  room_do (room, plenum_action_show_result (poll.poll));

  assert_refused (room, plenum_action_reopen_poll (poll.poll), PLENUM_STORE_ERROR_INVALID, "stays closed");
  card = room_add_card (room, room->left, "later");
  room_undo (room);
  g_assert_false (plenum_store_undo (room->base.store, room->workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "shown already"));

  /* Shown again, nothing more happens. */
  before = plenum_store_get_history (room->base.store, room->workshop, NULL);
  room_do (room, plenum_action_show_result (poll.poll));
  after = plenum_store_get_history (room->base.store, room->workshop, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
  g_assert_cmpstr (((PlenumHistoryEntry *) after->pdata[after->len - 2])->label, ==, "Show the result of “Which?”");
  remove_urns (room);
}

/* The same for a poll that is not secret. */
static void
test_open_poll_stays_closed (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = room_draft_poll (room, "dots", NULL, TRUE);
  g_autoptr (PlenumRecord) record = room_get (room, PLENUM_POLL, poll.poll);
  g_autoptr (GError) error = NULL;

  plenum_record_set_null (record, PLENUM_POLL_SECRET);
  room_do (room, plenum_action_edit_poll (record, NULL));
  room_do (room, plenum_action_open_poll (poll.poll));
  room_do (room, cast (&poll, NULL, 1));
  g_assert_cmpint (room_count (room, PLENUM_BALLOT), ==, 1);
  room_do (room, plenum_action_close_poll (poll.poll));
  room_undo (room);
  g_assert_true (plenum_store_redo (room->base.store, room->workshop, NULL));
  room_do (room, plenum_action_show_result (poll.poll));
  assert_refused (room, plenum_action_reopen_poll (poll.poll), PLENUM_STORE_ERROR_INVALID, "stays closed");
  g_assert_false (plenum_store_undo (room->base.store, room->workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT);
}

/* Undo passes over what is in the urn: neither the ballots nor the opening. */
static void
test_undo (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autoptr (PlenumRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  room_undo (room);
  g_assert_true (plenum_store_redo (room->base.store, room->workshop, NULL));
  room_do (room, cast (&poll, NULL, 1));
  g_assert_false (plenum_store_undo (room->base.store, room->workshop, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "voted already"));
  record = room_get (room, PLENUM_POLL, poll.poll);
  plenum_record_set_text (record, PLENUM_POLL_QUESTION, "Other?");
  assert_refused (room, plenum_action_edit_poll (record, NULL), PLENUM_STORE_ERROR_INVALID, "voted already");

  /* A deleted poll comes back with what was in its urn. */
  room_do (room, plenum_action_delete_poll (poll.poll));
  room_undo (room);
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll.poll), ==, 1);
}

static void
test_withdraw (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *bea = room_add_person (room, "Bea");
  g_autofree char *first = room_make (room, cast (&poll, ada, 1));
  g_autofree char *second = NULL, *small = g_ascii_strdown (first, -1);

  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, NULL, first), PLENUM_STORE_ERROR_INVALID, "Say who");
  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, bea, first), PLENUM_STORE_ERROR_INVALID, "has not voted");
  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, ada, "00000-00000"), PLENUM_STORE_ERROR_NOT_FOUND, "00000");
  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, ada, "?"), PLENUM_STORE_ERROR_NOT_FOUND, "looks like");
  room_do (room, plenum_action_withdraw_secret_ballot (poll.poll, ada, small));
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll.poll), ==, 0);
  room_do (room, cast (&poll, ada, 2));

  second = room_make (room, cast (&poll, NULL, 3));
  room_do (room, plenum_action_withdraw_secret_ballot (poll.poll, NULL, second));
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll.poll), ==, 1);
  room_do (room, plenum_action_close_poll (poll.poll));
  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, ada, first), PLENUM_STORE_ERROR_INVALID, "closed");
  assert_refused (room, plenum_action_show_result (poll.poll), PLENUM_STORE_ERROR_INVALID, "three ballots");
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = room_draft_poll (room, "dots", NULL, TRUE);
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autoptr (PlenumRecord) person = room_get (room, PLENUM_PARTICIPANT, ada);
  g_autoptr (PlenumRecord) hands = new_ballot (&poll, NULL, 1);
  g_autoptr (PlenumRecord) heavy = new_ballot (&poll, NULL, 1);
  g_autoptr (PlenumRecord) record = NULL;

  assert_refused (room, plenum_action_open_poll (poll.poll), PLENUM_STORE_ERROR_FAILED, "cannot keep secret");
  plenum_store_set_sealer (room->base.store, &sealer);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_WEIGHT, "3/2");
  room_do (room, plenum_action_edit_participant (person));
  assert_refused (room, plenum_action_open_poll (poll.poll), PLENUM_STORE_ERROR_INVALID, "weigh the same");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_WEIGHT, "1");
  room_do (room, plenum_action_edit_participant (person));
  room_do (room, plenum_action_open_poll (poll.poll));

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WEIGHT, "2");
  room_do (room, plenum_action_edit_participant (person));
  assert_refused (room, cast (&poll, ada, 1), PLENUM_STORE_ERROR_INVALID, "whose ballot");
  plenum_record_set_text (hands, PLENUM_BALLOT_CHANNEL, "hands");
  assert_refused (room, plenum_action_cast_ballot (hands, accept), PLENUM_STORE_ERROR_INVALID, "show of hands");
  plenum_record_set_text (heavy, PLENUM_BALLOT_WEIGHT, "2");
  assert_refused (room, plenum_action_cast_ballot (heavy, accept), PLENUM_STORE_ERROR_INVALID, "whose ballot");

  record = room_get (room, PLENUM_POLL, poll.poll);
  plenum_record_set_integer (record, PLENUM_POLL_SECRET, FALSE);
  assert_refused (room, plenum_action_edit_poll (record, NULL), PLENUM_STORE_ERROR_INVALID, "settled");
}

/* Votes are collected in one place, and a key is needed there. */
static void
test_key_and_place (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autofree char *path = get_key_path (room, &poll);
  g_autofree char *node = g_strdup (plenum_store_get_node (room->base.store));
  g_autofree char *receipt = NULL;
  g_autoptr (PlenumAction) action = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_free (receipt);
      receipt = room_make (room, cast (&poll, NULL, 1));
    }
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_refused (room, cast (&poll, NULL, 1), PLENUM_STORE_ERROR_FAILED, path);
  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, NULL, receipt), PLENUM_STORE_ERROR_FAILED, "missing");
  g_assert_true (g_file_set_contents (path, "bad", -1, NULL));
  action = cast (&poll, NULL, 1);
  g_assert_false (plenum_store_perform (room->base.store, action, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (g_file_set_contents (path, "key", -1, NULL));

  room_do (room, plenum_action_close_poll (poll.poll));
  g_assert_true (plenum_store_set_setting (room->base.store, "node", "01a20000-0000-7000-8000-000000000001", NULL));
  fixture_reopen (&room->base);
  plenum_store_set_sealer (room->base.store, &sealer);
  assert_refused (room, plenum_action_show_result (poll.poll), PLENUM_STORE_ERROR_INVALID, "where it was opened");
  room_do (room, plenum_action_reopen_poll (poll.poll));
  assert_refused (room, cast (&poll, NULL, 1), PLENUM_STORE_ERROR_INVALID, "Vote there");
  assert_refused (room, plenum_action_withdraw_secret_ballot (poll.poll, NULL, receipt), PLENUM_STORE_ERROR_INVALID, "Vote there");
  room_do (room, plenum_action_close_poll (poll.poll));

  /* Stopped between the count and the end of the key: it goes when next opened. */
  g_assert_true (plenum_store_set_setting (room->base.store, "node", node, NULL));
  fixture_reopen (&room->base);
  plenum_store_set_sealer (room->base.store, &sealer);
  room_do (room, plenum_action_show_result (poll.poll));
  g_assert_true (g_file_set_contents (path, "key", -1, NULL));
  fixture_reopen (&room->base);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  plenum_store_set_sealer (room->base.store, &sealer);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  remove_urns (room);
}

/* A copy begins anew, and erasing leaves nothing. */
static void
test_copy_and_erase (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_autofree char *path = get_key_path (room, &poll);
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *copy = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (PlenumRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  room_do (room, cast (&poll, ada, 1));
  copy = room_make (room, plenum_action_copy_poll (poll.poll, NULL));
  record = room_get (room, PLENUM_POLL, copy);
  g_assert_cmpint (plenum_record_get_integer (record, PLENUM_POLL_SECRET), ==, TRUE);
  g_assert_true (plenum_record_is_null (record, PLENUM_POLL_COLLECTOR));
  room_do (room, plenum_action_duplicate_workshop (room->workshop, "Again"));

  /* Who voted is known, and who left has voted all the same. */
  room_do (room, plenum_action_delete_participants (IDS (ada)));
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll.poll), ==, 1);

  plenum_store_erase_workshop (room->base.store, room->workshop, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (room->base.path, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, ada, strlen (ada)));
  g_assert_null (memmem (bytes, length, poll.poll, strlen (poll.poll)));
  remove_urns (room);
}

/* A ballot changes nothing of what is asked, and closing does. */
static void
test_form_equal (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = open_poll (room);
  g_auto (RoomPoll) other = room_draft_poll (room, "dots", NULL, TRUE);
  PlenumStore *store = room->base.store;
  g_autoptr (PlenumPollForm) before = plenum_store_get_poll_form (store, poll.poll, NULL);
  g_autoptr (PlenumPollForm) draft = plenum_store_get_poll_form (store, other.poll, NULL);
  g_autoptr (PlenumPollForm) voted = NULL;
  g_autoptr (PlenumPollForm) closed = NULL;
  g_autoptr (PlenumPollForm) fewer = NULL;
  g_autofree char *path = get_key_path (room, &poll);

  room_do (room, cast (&poll, NULL, 1));
  voted = plenum_store_get_poll_form (store, poll.poll, NULL);
  g_assert_true (plenum_poll_form_equal (before, voted));
  g_assert_false (plenum_poll_form_equal (before, draft));

  room_do (room, plenum_action_close_poll (poll.poll));
  closed = plenum_store_get_poll_form (store, poll.poll, NULL);
  g_assert_false (plenum_poll_form_equal (before, closed));

  g_ptr_array_remove_index (draft->options, 0);
  fewer = plenum_store_get_poll_form (store, other.poll, NULL);
  g_assert_false (plenum_poll_form_equal (draft, fewer));
  g_unlink (path);
  remove_urns (room);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/secret-poll-actions/bring-back", test_bring_back);
  room_add_test ("/secret-poll-actions/count", test_count);
  room_add_test ("/secret-poll-actions/stays-closed", test_stays_closed);
  room_add_test ("/secret-poll-actions/open-poll-stays-closed", test_open_poll_stays_closed);
  room_add_test ("/secret-poll-actions/undo", test_undo);
  room_add_test ("/secret-poll-actions/withdraw", test_withdraw);
  room_add_test ("/secret-poll-actions/refused", test_refused);
  room_add_test ("/secret-poll-actions/key-and-place", test_key_and_place);
  room_add_test ("/secret-poll-actions/copy-and-erase", test_copy_and_erase);
  room_add_test ("/secret-poll-actions/form-equal", test_form_equal);
  return g_test_run ();
}
