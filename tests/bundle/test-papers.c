/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that two people type, on two computers that exchange what they have. */
#include "fixture.h"
#include "plenum-ballots.h"
#include "plenum-paper-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-workshop-actions.h"

typedef struct
{
  PlenumStore *here;
  PlenumStore *there;
  char        *poll;
  char        *option;
} Room;

static void
perform (PlenumStore *store, PlenumAction *action)
{
  g_autoptr (PlenumAction) done = action;
  g_autoptr (GError) error = NULL;

  plenum_store_perform (store, done, &error);
  g_assert_no_error (error);
}

static void
take (PlenumStore *store, const char *path)
{
  g_autoptr (PlenumImport) import = fixture_import (store, path);
}

/* Both send what they have, and then take what they got. */
static void
exchange (Room *room)
{
  g_autofree char *here = fixture_export (room->here, PLENUM_PRIVACY_FULL, NULL);
  g_autofree char *there = fixture_export (room->there, PLENUM_PRIVACY_FULL, NULL);

  take (room->here, there);
  take (room->there, here);
}

static void
set_up (Room *room, gconstpointer data)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumAction *workshop = plenum_action_add_workshop ("Quartier", NULL);
  g_autofree char *path = NULL;

  room->here = fixture_new ();
  room->there = fixture_new ();
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, plenum_action_get_result (workshop));
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  g_ptr_array_add (options, plenum_record_new (PLENUM_OPTION, NULL));
  plenum_record_set_text (options->pdata[0], PLENUM_OPTION_TEXT, "a");
  room->poll = g_strdup (plenum_record_get_id (poll));
  room->option = g_strdup (plenum_record_get_id (options->pdata[0]));

  perform (room->here, workshop);
  perform (room->here, plenum_action_add_poll (poll, options));
  perform (room->here, plenum_action_set_condition (room->poll, PLENUM_POLL_FOUR_EYES, TRUE));
  perform (room->here, plenum_action_open_poll (room->poll));
  path = fixture_export (room->here, PLENUM_PRIVACY_FULL, NULL);
  take (room->there, path);
}

static void
tear_down (Room *room, gconstpointer data)
{
  plenum_store_close (room->here);
  plenum_store_close (room->there);
  g_free (room->poll);
  g_free (room->option);
}

static gboolean
accept (const PlenumSheetForm *form, const PlenumSheet *sheet, GError **error)
{
  return TRUE;
}

/* @points: 0 for a blank paper */
static void
type (Room *room, PlenumStore *store, guint paper, const char *typist, int points)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = points > 0 ? g_strdup_printf ("{\"%s\":%d}", room->option, points) : g_strdup ("{}");
  g_autofree char *typed = g_strdup_printf ("%d", points);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, room->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  perform (store, plenum_action_type_paper (ballot, paper, typist, typed, accept));
}

static gboolean
add_ballot (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  g_string_append_printf (data, "|%d", sheet->n_marks > 0 ? (int) sheet->marks[0].value : 0);
  return TRUE;
}

/* What counts, on both computers, and how many papers wait. */
static void
assert_papers (Room *room, const char *counted, gint64 waiting)
{
  PlenumStore *stores[] = { room->here, room->there };

  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      g_assert_true (plenum_store_read_ballots (stores[i], room->poll, add_ballot, line, NULL));
      g_assert_cmpstr (line->str, ==, counted);
      g_assert_cmpint (plenum_store_count_papers (stores[i], room->poll).waiting, ==, waiting);
    }
}

/* One types here, the other there. */
static void
test_agree (Room *room, gconstpointer data)
{
  type (room, room->here, 1, "ab", 3);
  type (room, room->there, 1, "cd", 3);
  type (room, room->here, 2, "ab", 0);
  type (room, room->there, 2, "cd", 0);
  type (room, room->here, 3, "ab", 1);
  type (room, room->there, 3, "cd", 2);
  type (room, room->here, 4, "ab", 4);
  type (room, room->there, 4, "ab", 4);
  exchange (room);
  assert_papers (room, "|3|0", 2);
  /* The same person said the same of paper 4, which is no difference. */
  g_assert_cmpint (plenum_store_count_papers (room->here, room->poll).differing, ==, 1);
  g_assert_cmpint (plenum_store_count_papers (room->there, room->poll).differing, ==, 1);
  exchange (room);
  assert_papers (room, "|3|0", 2);

  type (room, room->here, 3, "ab", 2);
  type (room, room->here, 4, "cd", 4);
  exchange (room);
  exchange (room);
  assert_papers (room, "|3|0|2|4", 0);
  perform (room->there, plenum_action_close_poll (room->poll));
}

/* The same papers were typed twice on each of the computers. */
static void
test_both_count (Room *room, gconstpointer data)
{
  type (room, room->here, 1, "ab", 3);
  type (room, room->here, 1, "cd", 3);
  type (room, room->there, 1, "ef", 3);
  type (room, room->there, 1, "gh", 3);
  type (room, room->here, 2, "ab", 2);
  type (room, room->here, 2, "cd", 2);
  type (room, room->there, 2, "ef", 2);
  exchange (room);
  assert_papers (room, "|3|2", 0);
  exchange (room);
  assert_papers (room, "|3|2", 0);
}

/* Each of the computers counts something else, and nobody knows which is right. */
static void
test_contrary (Room *room, gconstpointer data)
{
  type (room, room->here, 1, "ab", 3);
  type (room, room->here, 1, "cd", 3);
  type (room, room->there, 1, "ab", 4);
  type (room, room->there, 1, "cd", 4);
  exchange (room);
  assert_papers (room, "", 1);
  exchange (room);
  assert_papers (room, "", 1);

  type (room, room->there, 1, "ab", 4);
  exchange (room);
  exchange (room);
  assert_papers (room, "|4", 0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_isolate ();
  g_test_add ("/papers/agree", Room, NULL, set_up, test_agree, tear_down);
  g_test_add ("/papers/both-count", Room, NULL, set_up, test_both_count, tear_down);
  g_test_add ("/papers/contrary", Room, NULL, set_up, test_contrary, tear_down);
  status = g_test_run ();
  fixture_clean_up ();

  return status;
}
