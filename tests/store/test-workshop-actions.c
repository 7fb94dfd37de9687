/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-ballots.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-summary.h"
#include "plenum-theme-actions.h"
#include "plenum-step-actions.h"
#include "plenum-workshop-actions.h"

static void
assert_field (Room *room, const char *workshop, guint field, const char *expected)
{
  g_autoptr (PlenumRecord) record = room_get (room, PLENUM_WORKSHOP, workshop);

  g_assert_cmpstr (plenum_record_get_text (record, field), ==, expected);
}

static void
test_add_and_edit (Room *room, gconstpointer data)
{
  g_autoptr (PlenumRecord) workshop = room_get (room, PLENUM_WORKSHOP, room->workshop);

  assert_field (room, room->workshop, PLENUM_WORKSHOP_LANGUAGE, "de");
  assert_field (room, room->workshop, PLENUM_WORKSHOP_STATE, "planned");
  g_assert_cmpint (plenum_record_get_integer (workshop, PLENUM_WORKSHOP_CREATED), >, 0);
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_PLACE, "Bonn");
  room_do (room, plenum_action_edit_workshop (workshop));
  assert_field (room, room->workshop, PLENUM_WORKSHOP_PLACE, "Bonn");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, " ");
  room_refuse (room, plenum_action_edit_workshop (workshop), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_workshop ("", NULL), PLENUM_STORE_ERROR_INVALID);
}

static void
test_states (Room *room, gconstpointer data)
{
  g_autoptr (PlenumRecord) archived = NULL;
  g_autofree char *label = NULL;

  room_do (room, plenum_action_set_workshop_state (room->workshop, "running"));
  assert_field (room, room->workshop, PLENUM_WORKSHOP_STATE, "running");
  room_refuse (room, plenum_action_set_workshop_state (room->workshop, "over"), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_archive_workshop (room->workshop, TRUE));
  label = room_last_label (room);
  g_assert_cmpstr (label, ==, "Archive workshop “Quartier”");
  archived = room_get (room, PLENUM_WORKSHOP, room->workshop);
  g_assert_cmpint (plenum_record_get_integer (archived, PLENUM_WORKSHOP_ARCHIVED), ==, 1);
}

static char *
add_voted_poll (Room *room, const char *idea)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);
  char *id;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (option, PLENUM_OPTION_TEXT, "a");
  plenum_record_set_text (option, PLENUM_OPTION_IDEA, idea);
  g_ptr_array_add (options, option);
  id = room_make (room, plenum_action_add_poll (poll, options));
  room_do (room, plenum_action_open_poll (id));

  return id;
}

static void
test_duplicate (Room *room, gconstpointer data)
{
  g_autofree char *person = room_add_person (room, "Ada");
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *poll = add_voted_poll (room, a);
  g_autofree char *copy = NULL;
  g_autoptr (PlenumRecord) authored = room_get (room, PLENUM_IDEA, b);
  g_autoptr (GPtrArray) polls = NULL;
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (PlenumRecord) copied = NULL;

  plenum_record_set_text (authored, PLENUM_IDEA_AUTHOR, person);
  room_do (room, plenum_action_edit_idea (authored));
  room_do (room, plenum_action_group_ideas (IDS (a, b), "T"));
  room_do (room, plenum_action_add_tag (IDS (a), "x"));
  copy = room_make (room, plenum_action_duplicate_workshop (room->workshop, NULL));

  assert_field (room, copy, PLENUM_WORKSHOP_TITLE, "Quartier (copy)");
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 4);
  g_assert_cmpint (room_count (room, PLENUM_MEMBERSHIP), ==, 4);
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 2);
  g_assert_cmpint (room_count (room, PLENUM_PARTICIPANT), ==, 1);

  polls = plenum_store_list (room->base.store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, copy, NULL);
  g_assert_cmpuint (polls->len, ==, 1);
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_STATE), ==, "draft");
  options = plenum_store_list (room->base.store, PLENUM_OPTION, PLENUM_OPTION_WORKSHOP, copy, NULL);
  copied = room_get (room, PLENUM_IDEA, plenum_record_get_text (options->pdata[0], PLENUM_OPTION_IDEA));
  g_assert_cmpstr (plenum_record_get_text (copied, PLENUM_IDEA_WORKSHOP), ==, copy);
  g_assert_cmpstr (plenum_record_get_text (copied, PLENUM_IDEA_TEXT), ==, "a");
}

/* Settings that name options, one or in an order, name those of the copy in the copy. */
static void
test_duplicate_settings (Room *room, gconstpointer data)
{
  g_auto (RoomPoll) poll = room_draft_poll (room, "consensing", "{}", FALSE);
  g_autoptr (PlenumRecord) record = room_get (room, PLENUM_POLL, poll.poll);
  g_autofree char *settings = g_strdup_printf ("{\"maximum\":10,\"order\":\"%s,%s\",\"passive\":\"%s\"}", poll.b, poll.a, poll.b);
  g_autofree char *copy = NULL, *expected = NULL;
  g_autoptr (GPtrArray) polls = NULL;
  g_autoptr (GPtrArray) options = NULL;
  const char *a, *b;

  plenum_record_set_text (record, PLENUM_POLL_SETTINGS, settings);
  room_do (room, plenum_action_edit_poll (record, NULL));
  copy = room_make (room, plenum_action_duplicate_workshop (room->workshop, NULL));

  polls = plenum_store_list (room->base.store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, copy, NULL);
  options = plenum_store_list (room->base.store, PLENUM_OPTION, PLENUM_OPTION_WORKSHOP, copy, NULL);
  g_assert_cmpuint (options->len, ==, 2);
  a = plenum_record_get_id (options->pdata[0]);
  b = plenum_record_get_id (options->pdata[1]);
  g_assert_cmpstr (a, !=, poll.a);
  g_assert_cmpstr (b, !=, poll.b);
  expected = g_strdup_printf ("{\"maximum\":10,\"order\":\"%s,%s\",\"passive\":\"%s\"}", b, a, b);
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_SETTINGS), ==, expected);
}

static gboolean
accept (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  return TRUE;
}

static void
vote (Room *room, const char *poll, const char *option, const char *person, int value)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = g_strdup_printf ("{\"%s\":%d}", option, value);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, person);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "screen");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  room_do (room, plenum_action_cast_ballot (ballot, accept));
}

/* What the ballots say about the option, in the order in which they were cast. */
typedef struct
{
  const char *option;
  GString    *values;
} Votes;

static gboolean
add_vote (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  Votes *votes = data;

  g_assert_cmpuint (sheet->n_marks, ==, 1);
  g_assert_cmpstr (sheet->marks[0].option, ==, votes->option);
  g_string_append_printf (votes->values, "%" G_GINT64_FORMAT " ", sheet->marks[0].value);
  return TRUE;
}

static void
assert_votes (Room *room, const char *workshop, const char *expected)
{
  g_autoptr (GPtrArray) options = plenum_store_list (room->base.store, PLENUM_OPTION, PLENUM_OPTION_WORKSHOP, workshop, NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  Votes votes = { plenum_record_get_id (options->pdata[0]), values };
  g_autoptr (GError) error = NULL;

  plenum_store_read_ballots (room->base.store, plenum_record_get_text (options->pdata[0], PLENUM_OPTION_POLL), add_vote, &votes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (values->str, ==, expected);
}

/* A workshop with something of every type; sources and assignments are those of a
 * synthesis, of which test-synthesis-actions.c tells. */
static void
furnish (Room *room)
{
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *poll = add_voted_poll (room, a);
  g_autoptr (GPtrArray) options = plenum_store_list (room->base.store, PLENUM_OPTION, PLENUM_OPTION_POLL, poll, NULL);
  const char *option = plenum_record_get_id (options->pdata[0]);

  vote (room, poll, option, ada, 3);
  vote (room, poll, option, NULL, 1);
  vote (room, poll, option, NULL, 2);
  room_do (room, plenum_action_close_poll (poll));
  room_do (room, plenum_action_group_ideas (IDS (a), "T"));
  room_do (room, plenum_action_add_comment (b, "why", ada));
  room_do (room, plenum_action_link_ideas (IDS (a), b, "builds-on"));
  room_do (room, plenum_action_add_step (room->workshop, "Collect", NULL, 20, NULL));
  room_do (room, plenum_action_add_tag (IDS (a), "x"));
  room_do (room, plenum_action_archive_workshop (room->workshop, TRUE));
}

static void
test_bring_back (Room *room, gconstpointer data)
{
  gint64 before[PLENUM_N_TYPES];
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) records = NULL, polls = NULL, comments = NULL;
  g_autoptr (PlenumRecord) workshop = NULL, author = NULL;
  g_autoptr (GError) error = NULL;

  furnish (room);
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    g_assert_true ((before[type] = room_count (room, type)) > 0 || type > PLENUM_STEP);
  g_assert_null (plenum_store_read_workshop (room->base.store, room->left, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
  records = plenum_store_read_workshop (room->base.store, room->workshop, NULL);
  room_refuse (room, plenum_action_bring_back_workshop (records, " "), PLENUM_STORE_ERROR_INVALID);

  /* Beside the one that it was, and after that one is gone. */
  for (int present = 1; present >= 0; present--)
    {
      g_free (again);
      if (!present)
        room_do (room, plenum_action_delete_workshop (room->workshop));
      again = room_make (room, plenum_action_bring_back_workshop (records, present ? "Quartier (copy of 12 March)" : NULL));
      assert_field (room, again, PLENUM_WORKSHOP_TITLE, present ? "Quartier (copy of 12 March)" : "Quartier");
      for (guint type = 0; type < PLENUM_N_TYPES; type++)
        g_assert_cmpint (room_count (room, type), ==, before[type] * (1 + present));
      assert_votes (room, again, "3 1 2 ");
      if (present)
        {
          assert_votes (room, room->workshop, "3 1 2 ");
          g_assert_true (plenum_store_undo (room->base.store, again, NULL));
          for (guint type = 0; type < PLENUM_N_TYPES; type++)
            g_assert_cmpint (room_count (room, type), ==, before[type]);
        }
    }

  workshop = room_get (room, PLENUM_WORKSHOP, again);
  g_assert_cmpint (plenum_record_get_integer (workshop, PLENUM_WORKSHOP_ARCHIVED), ==, 0);
  polls = plenum_store_list (room->base.store, PLENUM_POLL, PLENUM_POLL_WORKSHOP, again, NULL);
  g_assert_cmpstr (plenum_record_get_text (polls->pdata[0], PLENUM_POLL_STATE), ==, "closed");
  comments = plenum_store_list (room->base.store, PLENUM_COMMENT, PLENUM_COMMENT_WORKSHOP, again, NULL);
  author = room_get (room, PLENUM_PARTICIPANT, plenum_record_get_text (comments->pdata[0], PLENUM_COMMENT_AUTHOR));
  g_assert_cmpstr (plenum_record_get_text (author, PLENUM_PARTICIPANT_WORKSHOP), ==, again);
  fixture_assert_clean (room->base.store);
}

static void
test_delete (Room *room, gconstpointer data)
{
  g_autofree char *person = room_add_person (room, "Ada");
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *poll = add_voted_poll (room, a);

  room_do (room, plenum_action_group_ideas (IDS (a), "T"));
  room_do (room, plenum_action_add_comment (a, "why", person));
  room_do (room, plenum_action_link_ideas (IDS (a), b, "builds-on"));
  room_do (room, plenum_action_delete_workshop (room->workshop));
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    g_assert_cmpint (room_count (room, type), ==, 0);
  room_undo (room);
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    if (type < PLENUM_BALLOT && type != PLENUM_TAG)
      g_assert_cmpint (room_count (room, type), >, 0);
  room_refuse (room, plenum_action_delete_workshop (a), PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/workshop-actions/add-and-edit", test_add_and_edit);
  room_add_test ("/workshop-actions/states", test_states);
  room_add_test ("/workshop-actions/duplicate", test_duplicate);
  room_add_test ("/workshop-actions/duplicate-settings", test_duplicate_settings);
  room_add_test ("/workshop-actions/bring-back", test_bring_back);
  room_add_test ("/workshop-actions/delete", test_delete);
  return g_test_run ();
}
