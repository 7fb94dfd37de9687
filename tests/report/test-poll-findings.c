/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-poll-findings.h"

#include "action-fixture.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-result.h"
#include "plenum-sheet-check.h"

/* A poll by @method on A and B, with one ballot for each pair of values; closed if said so. */
static char *
make_poll (Room *room, const char *method, const int (*values)[2], guint n, gboolean closed)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  char *id;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, method);
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, g_str_equal (method, "equal-shares") ? "{\"budget\":\"100\"}" : "{}");
  for (guint i = 0; i < 2; i++)
    {
      g_ptr_array_add (options, plenum_record_new (PLENUM_OPTION, NULL));
      plenum_record_set_text (options->pdata[i], PLENUM_OPTION_TEXT, i == 0 ? "A" : "B");
      plenum_record_set_text (options->pdata[i], PLENUM_OPTION_COST, i == 0 ? "60" : "70.5");
    }
  id = room_make (room, plenum_action_add_poll (poll, options));
  room_do (room, plenum_action_open_poll (id));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
      g_autofree char *choices = g_strdup_printf ("{\"%s\":%d,\"%s\":%d}",
                                                  plenum_record_get_id (options->pdata[0]), values[i][0],
                                                  plenum_record_get_id (options->pdata[1]), values[i][1]);

      plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, id);
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
      plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
      room_do (room, plenum_action_cast_ballot (ballot, plenum_sheet_check));
    }
  if (closed)
    room_do (room, plenum_action_close_poll (id));

  return id;
}

static PlenumPollFindings *
find (Room *room, const char *poll)
{
  g_autoptr (GError) error = NULL;
  PlenumPollFindings *findings = plenum_poll_findings_read (room->base.store, poll, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (findings->tally);
  g_assert_true (plenum_poll_findings_count (findings, NULL, &error));
  g_assert_no_error (error);

  return findings;
}

static void
test_rounds (Room *room, gconstpointer data)
{
  static const int ranks[][2] = { { 1, 2 }, { 1, 2 }, { 2, 1 } };
  g_autofree char *poll = make_poll (room, "irv", ranks, G_N_ELEMENTS (ranks), TRUE);
  g_autoptr (PlenumPollFindings) findings = find (room, poll);
  PlenumPollFindings *same = plenum_poll_findings_ref (findings);

  g_assert_nonnull (findings->transfers);
  g_assert_null (findings->spread);
  g_assert_true (plenum_tally_is_winner (findings->tally, 0));
  plenum_poll_findings_unref (same);
}

static void
test_spread (Room *room, gconstpointer data)
{
  static const int resistances[][2] = { { 0, 10 }, { 0, 0 } };
  g_autofree char *poll = make_poll (room, "consensing", resistances, G_N_ELEMENTS (resistances), TRUE);
  g_autoptr (PlenumPollFindings) findings = find (room, poll);

  g_assert_null (findings->transfers);
  g_assert_nonnull (findings->spread);
  g_assert_cmpfloat (plenum_rational_to_double (findings->spread->conflict[0]), ==, 0);
  g_assert_cmpfloat (plenum_rational_to_double (findings->spread->conflict[1]), ==, 1);
}

/* What options cost is known when a budget is spent. */
static void
test_budget (Room *room, gconstpointer data)
{
  static const int wishes[][2] = { { 1, 0 }, { 1, 1 } };
  g_autofree char *poll = make_poll (room, "equal-shares", wishes, G_N_ELEMENTS (wishes), TRUE);
  g_autoptr (PlenumPollFindings) findings = find (room, poll);

  g_assert_cmpfloat (plenum_rational_to_double (plenum_profile_get_option_cost (findings->profile, 1)), ==, 70.5);
  g_assert_true (plenum_tally_is_winner (findings->tally, 0));
  g_assert_false (plenum_tally_is_winner (findings->tally, 1));
}

static void
test_refused (Room *room, gconstpointer data)
{
  static const int ranks[][2] = { { 1, 2 } };
  g_autofree char *open = make_poll (room, "irv", ranks, 1, FALSE);
  g_autofree char *closed = make_poll (room, "irv", ranks, 1, TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_poll_findings_read (room->base.store, open, NULL, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_NOT_CLOSED);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_poll_findings_read (room->base.store, closed, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/poll-findings/rounds", test_rounds);
  room_add_test ("/poll-findings/spread", test_spread);
  room_add_test ("/poll-findings/budget", test_budget);
  room_add_test ("/poll-findings/refused", test_refused);

  return g_test_run ();
}
