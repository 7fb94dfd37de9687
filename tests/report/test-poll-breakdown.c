/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-poll-breakdown.h"

#include "action-fixture.h"
#include "plenum-key-sealer.h"
#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-result.h"
#include "plenum-sheet-check.h"

static char *
open_poll (Room *room, gboolean secret, char **option)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  char *id;

  plenum_store_set_sealer (room->base.store, plenum_key_sealer_get ());
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  if (secret)
    plenum_record_set_integer (poll, PLENUM_POLL_SECRET, TRUE);
  g_ptr_array_add (options, plenum_record_new (PLENUM_OPTION, NULL));
  plenum_record_set_text (options->pdata[0], PLENUM_OPTION_TEXT, "a");
  *option = g_strdup (plenum_record_get_id (options->pdata[0]));
  id = room_make (room, plenum_action_add_poll (poll, options));
  room_do (room, plenum_action_open_poll (id));

  return id;
}

/* @n people of @sector give one option so many points each. */
static void
vote (Room *room, const char *poll, const char *option, const char *sector, int n, int points)
{
  for (int i = 0; i < n; i++)
    {
      g_autofree char *id = g_strcmp0 (sector, "nobody") != 0 ? room_add_person (room, "Person") : NULL;
      g_autofree char *choices = g_strdup_printf ("{\"%s\":%d}", option, points);
      g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);

      if (id != NULL)
        {
          g_autoptr (PlenumRecord) person = room_get (room, PLENUM_PARTICIPANT, id);

          plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, sector);
          room_do (room, plenum_action_edit_participant (person));
        }
      plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, poll);
      plenum_record_set_text (ballot, PLENUM_BALLOT_PARTICIPANT, id);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
      room_do (room, plenum_action_cast_ballot (ballot, plenum_sheet_check));
    }
}

/* Each group as "sector voters points". */
static void
assert_groups (Room *room, const char *poll, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = plenum_poll_breakdown_count (room->base.store, poll, NULL, &error);
  g_autoptr (GString) line = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < groups->len; i++)
    {
      PlenumPollGroup *group = groups->pdata[i];
      g_autofree char *points = plenum_rational_to_text (plenum_tally_get_score (group->tally, 0));

      g_string_append_printf (line, "%s%s %d %s", i > 0 ? ", " : "", group->sector != NULL ? group->sector : "-",
                              (int) group->voters, points);
      g_assert_cmpint (plenum_tally_get_ballots (group->tally), ==, group->voters);
      g_assert_cmpint (group->voters, >=, PLENUM_LEAST_GROUP);
    }
  g_assert_cmpstr (line->str, ==, expected);
}

typedef struct
{
  const char *path;
  int         science, business, civil, none, nobody;
  const char *expected;
} Case;

static const Case cases[] = {
  { "/poll-breakdown/apart", 5, 6, 0, 0, 0, "business 6 12, science 5 5" },
  { "/poll-breakdown/few-together", 5, 4, 1, 0, 0, "science 5 5, - 5 11" },
  { "/poll-breakdown/others-too-few", 5, 6, 0, 4, 0, "business 6 12, - 9 5" },
  { "/poll-breakdown/not-named", 5, 0, 0, 2, 3, "science 5 5, - 5 0" },
  { "/poll-breakdown/one-apart-would-tell", 5, 4, 0, 0, 0, "" },
  { "/poll-breakdown/all-of-one", 7, 0, 0, 0, 0, "" },
  { "/poll-breakdown/nobody-at-all", 0, 0, 0, 0, 0, "" },
};

static void
test_case (Room *room, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *option = NULL;
  g_autofree char *poll = open_poll (room, FALSE, &option);

  vote (room, poll, option, "science", one->science, 1);
  vote (room, poll, option, "business", one->business, 2);
  vote (room, poll, option, "civil-society", one->civil, 3);
  vote (room, poll, option, NULL, one->none, 0);
  vote (room, poll, option, "nobody", one->nobody, 0);
  room_do (room, plenum_action_close_poll (poll));
  assert_groups (room, poll, one->expected);
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_autofree char *option = NULL, *other = NULL;
  g_autofree char *poll = open_poll (room, TRUE, &option);
  g_autofree char *open = open_poll (room, FALSE, &other);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  vote (room, poll, option, "science", 5, 1);
  vote (room, open, other, "science", 5, 1);
  g_assert_null (plenum_poll_breakdown_count (room->base.store, open, NULL, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_NOT_CLOSED);
  g_clear_error (&error);

  room_do (room, plenum_action_close_poll (poll));
  room_do (room, plenum_action_show_result (poll));
  g_assert_null (plenum_poll_breakdown_count (room->base.store, poll, NULL, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_SECRET);
  g_clear_error (&error);

  room_do (room, plenum_action_close_poll (open));
  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_poll_breakdown_count (room->base.store, open, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Room, &cases[i], room_set_up, test_case, room_tear_down);
  room_add_test ("/poll-breakdown/refused", test_refused);
  return g_test_run ();
}
