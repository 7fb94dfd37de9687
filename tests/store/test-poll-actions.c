/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-ballots.h"
#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-workshop-actions.h"

static GPtrArray *
new_options (const char * const *texts)
{
  GPtrArray *options = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_ptr_array_add (options, plenum_record_new (PLENUM_OPTION, NULL));
      plenum_record_set_text (options->pdata[i], PLENUM_OPTION_TEXT, texts[i]);
    }

  return options;
}

static char *
add_poll (Room *room, const char * const *texts)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = new_options (texts);

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, "{\"most\":2,\"points\":\"3\"}");
  return room_make (room, plenum_action_add_poll (poll, options));
}

static char *
list_options (Room *room, const char *poll)
{
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (room->base.store, poll, NULL);
  PlenumSheetForm sheet = plenum_poll_form_get_sheet (form);
  GString *line = g_string_new (NULL);

  for (guint i = 0; sheet.options[i] != NULL; i += 2)
    g_string_append_printf (line, "%s%s", i > 0 ? " " : "", sheet.options[i + 1]);

  return g_string_free (line, FALSE);
}

static void
assert_options (Room *room, const char *poll, const char *expected)
{
  g_autofree char *line = list_options (room, poll);

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_state (Room *room, const char *poll, const char *expected)
{
  g_autoptr (PlenumRecord) record = room_get (room, PLENUM_POLL, poll);

  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_POLL_STATE), ==, expected);
  g_assert_cmpint (plenum_record_is_null (record, PLENUM_POLL_CLOSED), ==, !g_str_equal (expected, "closed"));
}

/* Stands in for a method: 99 is more than anybody may give. */
static gboolean
check_ballot (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  g_assert_cmpstr (form->method, ==, "dots");
  g_assert_cmpstr (form->settings[0], ==, "most");
  g_assert_cmpstr (form->settings[1], ==, "2");
  g_assert_cmpstr (form->settings[2], ==, "points");
  g_assert_cmpstr (form->settings[3], ==, "3");
  g_assert_null (form->settings[4]);

  for (gsize i = 0; i < sheet->n_marks; i++)
    if (sheet->marks[i].value == 99)
      {
        g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS, "the method refuses this");
        return FALSE;
      }

  return TRUE;
}

static PlenumRecord *
new_ballot (const char *poll, const char *participant, const char *choices)
{
  PlenumRecord *ballot = plenum_record_new (PLENUM_BALLOT, NULL);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, participant);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "screen");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  return ballot;
}

static PlenumAction *
cast (const char *poll, const char *participant, const char *choices)
{
  g_autoptr (PlenumRecord) ballot = new_ballot (poll, participant, choices);

  return plenum_action_cast_ballot (ballot, check_ballot);
}

static void
test_states (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a", "b"));
  g_autofree char *empty = add_poll (room, (const char * const[]) { NULL });

  assert_state (room, poll, "draft");
  room_refuse (room, plenum_action_close_poll (poll), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_reopen_poll (poll), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, NULL, "{}"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_open_poll (empty), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_open_poll (poll));
  assert_state (room, poll, "open");
  room_refuse (room, plenum_action_open_poll (poll), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_close_poll (poll));
  assert_state (room, poll, "closed");
  room_refuse (room, plenum_action_close_poll (poll), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, NULL, "{}"), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_reopen_poll (poll));
  assert_state (room, poll, "open");
}

/* Where only people on the list vote, a ballot has a name, in whatever way it comes. */
static void
test_names_only (Room *room, gconstpointer data)
{
  static const char * const channels[] = { "screen", "paper", "hands" };
  g_autofree char *poll = add_poll (room, IDS ("a", "b"));
  g_autofree char *person = room_add_person (room, "Ayşe");
  g_autofree char *label = NULL;

  room_do (room, plenum_action_set_condition (poll, PLENUM_POLL_NAMES_ONLY, TRUE));
  label = room_last_label (room);
  g_assert_cmpstr (label, ==, "Let only people on the list vote in “Which?”");
  room_refuse (room, plenum_action_set_condition (poll, PLENUM_POLL_FOUR_EYES, TRUE), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_open_poll (poll));
  room_refuse (room, plenum_action_set_condition (poll, PLENUM_POLL_NAMES_ONLY, FALSE), PLENUM_STORE_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_autoptr (PlenumRecord) ballot = new_ballot (poll, NULL, "{}");

      plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, channels[i]);
      room_refuse (room, plenum_action_cast_ballot (ballot, check_ballot), PLENUM_STORE_ERROR_INVALID);
    }
  room_do (room, cast (poll, person, "{}"));
  room_refuse (room, cast (poll, person, "{}"), PLENUM_STORE_ERROR_INVALID);
  g_assert_cmpint (plenum_store_count_votes (room->base.store, poll), ==, 1);
}

static void
test_add_refuses (Room *room, gconstpointer data)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = new_options (IDS ("a"));
  g_autoptr (GPtrArray) blank = new_options (IDS (" "));

  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "?");
  room_refuse (room, plenum_action_add_poll (poll, options), PLENUM_STORE_ERROR_NOT_FOUND);
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  room_refuse (room, plenum_action_add_poll (poll, blank), PLENUM_STORE_ERROR_INVALID);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "");
  room_refuse (room, plenum_action_add_poll (poll, options), PLENUM_STORE_ERROR_INVALID);
  g_assert_cmpint (room_count (room, PLENUM_POLL), ==, 0);
}

static void
test_edit (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a", "b", "c"));
  g_autoptr (PlenumRecord) changed = room_get (room, PLENUM_POLL, poll);
  g_autoptr (GPtrArray) options = plenum_store_list (room->base.store, PLENUM_OPTION, PLENUM_OPTION_POLL, poll, NULL);
  g_autoptr (PlenumRecord) after = NULL;

  plenum_record_set_text (changed, PLENUM_POLL_QUESTION, "What?");
  plenum_record_set_text (changed, PLENUM_POLL_STATE, "closed"); /* not by editing */
  g_ptr_array_remove_index (options, 1);
  g_ptr_array_insert (options, 0, plenum_record_new (PLENUM_OPTION, NULL));
  plenum_record_set_text (options->pdata[0], PLENUM_OPTION_TEXT, "new");
  room_do (room, plenum_action_edit_poll (changed, options));
  assert_options (room, poll, "new a c");
  assert_state (room, poll, "draft");
  room_undo (room);
  assert_options (room, poll, "a b c");

  room_do (room, plenum_action_open_poll (poll));
  room_do (room, cast (poll, NULL, "{}"));
  room_refuse (room, plenum_action_edit_poll (changed, NULL), PLENUM_STORE_ERROR_INVALID);
  g_clear_object (&changed);
  changed = room_get (room, PLENUM_POLL, poll);
  room_refuse (room, plenum_action_edit_poll (changed, options), PLENUM_STORE_ERROR_INVALID);
  plenum_record_set_integer (changed, PLENUM_POLL_EXPECTED, 12);
  room_do (room, plenum_action_edit_poll (changed, NULL));
  after = room_get (room, PLENUM_POLL, poll);
  g_assert_cmpint (plenum_record_get_integer (after, PLENUM_POLL_EXPECTED), ==, 12);
  assert_options (room, poll, "a b c");
}

static void
test_copy_and_delete (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a", "b"));
  g_autofree char *copy = NULL;
  g_autoptr (PlenumRecord) record = NULL;

  room_do (room, plenum_action_open_poll (poll));
  room_do (room, cast (poll, NULL, "{}"));
  copy = room_make (room, plenum_action_copy_poll (poll, "Again?"));
  assert_state (room, copy, "draft");
  assert_options (room, copy, "a b");
  record = room_get (room, PLENUM_POLL, copy);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_POLL_QUESTION), ==, "Again?");
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_BALLOT, PLENUM_BALLOT_POLL, copy), ==, 0);

  room_do (room, plenum_action_delete_poll (poll));
  g_assert_cmpint (room_count (room, PLENUM_BALLOT), ==, 0);
  g_assert_cmpint (room_count (room, PLENUM_OPTION), ==, 2);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_BALLOT), ==, 1);
}

/* A setting that names an option names the copy's option in the copy. */
static void
test_copy_settings (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a", "b"));
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (room->base.store, poll, NULL);
  g_autofree char *settings = g_strdup_printf ("{\"passive\":\"%s\"}", plenum_record_get_id (form->options->pdata[1]));
  g_autofree char *copy = NULL;
  g_autoptr (PlenumPollForm) again = NULL;

  plenum_record_set_text (form->poll, PLENUM_POLL_SETTINGS, settings);
  room_do (room, plenum_action_edit_poll (form->poll, NULL));
  copy = room_make (room, plenum_action_copy_poll (poll, NULL));
  again = plenum_store_get_poll_form (room->base.store, copy, NULL);
  g_assert_cmpstr (again->settings->pdata[0], ==, "passive");
  g_assert_cmpstr (again->settings->pdata[1], ==, plenum_record_get_id (again->options->pdata[1]));
}

static void
test_cast (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a", "b"));
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autoptr (PlenumRecord) foreign = plenum_record_new (PLENUM_PARTICIPANT, NULL);
  g_autoptr (PlenumRecord) heavy = room_get (room, PLENUM_PARTICIPANT, ada);
  g_autoptr (PlenumRecord) record = NULL;
  g_autofree char *ballot = NULL;
  g_autofree char *label = NULL;

  plenum_record_set_text (foreign, PLENUM_PARTICIPANT_WORKSHOP, other);
  plenum_record_set_text (foreign, PLENUM_PARTICIPANT_NAME, "Bo");
  room_do (room, plenum_action_add_participant (foreign));
  plenum_record_set_text (heavy, PLENUM_PARTICIPANT_WEIGHT, "3/2");
  room_do (room, plenum_action_edit_participant (heavy));
  room_do (room, plenum_action_open_poll (poll));

  ballot = room_make (room, cast (poll, ada, "{\"x\":1}"));
  record = room_get (room, PLENUM_BALLOT, ballot);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_BALLOT_WEIGHT), ==, "3/2");
  g_assert_cmpint (plenum_record_get_integer (record, PLENUM_BALLOT_VOTERS), ==, 1);
  label = room_last_label (room);
  g_assert_cmpstr (label, ==, "Cast ballot");

  room_refuse (room, cast (poll, ada, "{}"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, plenum_record_get_id (foreign), "{}"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, poll, "{}"), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, cast (ada, NULL, "{}"), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, cast (poll, NULL, "{\"x\":99}"), PLENUM_STORE_ERROR_AMBIGUOUS);
  room_refuse (room, cast (poll, NULL, "{\"x\":1.5}"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, NULL, "[1]"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, NULL, "{"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, cast (poll, NULL, NULL), PLENUM_STORE_ERROR_INVALID);

  room_do (room, plenum_action_withdraw_ballot (ballot));
  room_do (room, cast (poll, ada, "{}"));
  room_do (room, plenum_action_close_poll (poll));
  g_assert_cmpint (room_count (room, PLENUM_BALLOT), ==, 1);
}

static void
test_withdraw_refuses (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a"));
  g_autofree char *ballot = NULL;

  room_do (room, plenum_action_open_poll (poll));
  ballot = room_make (room, cast (poll, NULL, "{}"));
  room_do (room, plenum_action_close_poll (poll));
  room_refuse (room, plenum_action_withdraw_ballot (ballot), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_withdraw_ballot (poll), PLENUM_STORE_ERROR_NOT_FOUND);
}

static gboolean
write_down (const char *ballot, const PlenumSheet *sheet, gpointer user_data, GError **error)
{
  GString *lines = user_data;

  g_string_append_printf (lines, "%s %d%s%s:", sheet->channel, (int) sheet->voters,
                          sheet->weight != NULL ? " " : "", sheet->weight != NULL ? sheet->weight : "");
  for (gsize i = 0; i < sheet->n_marks; i++)
    g_string_append_printf (lines, " %s=%d", sheet->marks[i].option, (int) sheet->marks[i].value);
  g_string_append_c (lines, '\n');

  return TRUE;
}

/* A merge can bring a person's second ballot: the later one counts. */
static void
test_read (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a"));
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autoptr (PlenumRecord) second = new_ballot (poll, ada, "{\"x\":2,\"y\":-1}");
  g_autoptr (PlenumRecord) later = NULL;
  g_autoptr (PlenumAction) merge = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GHashTable) voters = NULL;
  g_autoptr (GError) error = NULL;

  room_do (room, plenum_action_open_poll (poll));
  room_do (room, cast (poll, ada, "{\"x\":1}"));
  room_do (room, cast (poll, NULL, "{}"));
  later = plenum_record_copy (second, NULL);
  plenum_record_set_text (later, PLENUM_BALLOT_WORKSHOP, room->workshop);
  plenum_record_set_text (later, PLENUM_BALLOT_WEIGHT, "2");
  plenum_record_set_integer (later, PLENUM_BALLOT_VOTERS, 1);
  merge = fixture_action_insert (later);
  g_assert_true (plenum_store_perform (room->base.store, merge, &error));

  g_assert_true (plenum_store_read_ballots (room->base.store, poll, write_down, lines, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (lines->str, ==, "screen 1:\nscreen 1 2: x=2 y=-1\n");
  voters = plenum_store_list_voters (room->base.store, poll, &error);
  g_assert_cmpuint (g_hash_table_size (voters), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (voters, ada), ==, plenum_record_get_id (later));
}

static void
test_deleted_voter (Room *room, gconstpointer data)
{
  g_autofree char *poll = add_poll (room, IDS ("a"));
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *ballot = NULL;
  g_autoptr (PlenumRecord) record = NULL;

  room_do (room, plenum_action_open_poll (poll));
  ballot = room_make (room, cast (poll, ada, "{\"x\":1}"));
  room_do (room, plenum_action_delete_participants (IDS (ada)));
  record = room_get (room, PLENUM_BALLOT, ballot);
  g_assert_true (plenum_record_is_null (record, PLENUM_BALLOT_PARTICIPANT));
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_BALLOT_CHOICES), ==, "{\"x\":1}");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/poll-actions/states", test_states);
  room_add_test ("/poll-actions/names-only", test_names_only);
  room_add_test ("/poll-actions/add-refuses", test_add_refuses);
  room_add_test ("/poll-actions/edit", test_edit);
  room_add_test ("/poll-actions/copy-and-delete", test_copy_and_delete);
  room_add_test ("/poll-actions/copy-settings", test_copy_settings);
  room_add_test ("/poll-actions/cast", test_cast);
  room_add_test ("/poll-actions/withdraw-refuses", test_withdraw_refuses);
  room_add_test ("/poll-actions/read", test_read);
  room_add_test ("/poll-actions/deleted-voter", test_deleted_voter);
  return g_test_run ();
}
