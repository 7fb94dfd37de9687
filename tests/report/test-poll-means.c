/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-poll-means.h"

#include "action-fixture.h"
#include "plenum-poll-actions.h"
#include "plenum-poll-result.h"
#include "plenum-sheet-check.h"

/* A poll on two cards and on something that is no card. */
typedef struct
{
  char *poll;
  char *cards[2];
  char *options[3];
} Asked;

static void
asked_clear (Asked *self)
{
  g_free (self->poll);
  for (guint i = 0; i < 3; i++)
    g_free (self->options[i]);
  for (guint i = 0; i < 2; i++)
    g_free (self->cards[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static Asked
ask (Room *room, const char *method, const char *settings)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  Asked made;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "How much effort?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, method);
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  for (guint i = 0; i < 3; i++)
    {
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

      g_ptr_array_add (options, option);
      plenum_record_set_text (option, PLENUM_OPTION_TEXT, i == 0 ? "a" : i == 1 ? "b" : "c");
      if (i < 2)
        {
          made.cards[i] = room_add_card (room, room->left, i == 0 ? "a" : "b");
          plenum_record_set_text (option, PLENUM_OPTION_IDEA, made.cards[i]);
        }
      made.options[i] = g_strdup (plenum_record_get_id (option));
    }
  made.poll = room_make (room, plenum_action_add_poll (poll, options));

  return made;
}

static void
cast (Room *room, Asked *asked, const char *choices)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, asked->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  room_do (room, plenum_action_cast_ballot (ballot, plenum_sheet_check));
}

static void
cast_three (Room *room, Asked *asked, int a, int b, int c)
{
  g_autofree char *choices = g_strdup_printf ("{\"%s\":%d,\"%s\":%d,\"%s\":%d}", asked->options[0], a, asked->options[1], b, asked->options[2], c);

  cast (room, asked, choices);
}

static double
get_mean (GPtrArray *means, const char *idea)
{
  for (guint i = 0; i < means->len; i++)
    if (g_str_equal (((PlenumPollMean *) means->pdata[i])->idea, idea))
      return ((PlenumPollMean *) means->pdata[i])->mean;

  return -1;
}

static void
test_means (Room *room, gconstpointer data)
{
  g_auto (Asked) asked = ask (room, "score", "{\"minimum\":-2,\"maximum\":8}");
  g_autoptr (PlenumRecord) poll = NULL;
  g_autoptr (GPtrArray) means = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *only_b = g_strdup_printf ("{\"%s\":3}", asked.options[1]);

  room_do (room, plenum_action_open_poll (asked.poll));
  cast_three (room, &asked, -2, 8, 1);
  cast_three (room, &asked, 3, 8, 1);
  cast (room, &asked, only_b);
  poll = room_get (room, PLENUM_POLL, asked.poll);
  g_assert_false (plenum_poll_means_has (poll));
  g_clear_object (&poll);
  room_do (room, plenum_action_close_poll (asked.poll));
  poll = room_get (room, PLENUM_POLL, asked.poll);
  g_assert_false (plenum_poll_means_has (poll));
  g_clear_object (&poll);
  room_do (room, plenum_action_show_result (asked.poll));
  poll = room_get (room, PLENUM_POLL, asked.poll);
  g_assert_true (plenum_poll_means_has (poll));

  means = plenum_poll_means_read (room->base.store, asked.poll, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (means->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (get_mean (means, asked.cards[0]), 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_mean (means, asked.cards[1]), (8 + 8 + 3 + 3 * 2) / 30.0, 1e-9);
}

/* Who is scored by nobody has no place. */
static void
test_unscored (Room *room, gconstpointer data)
{
  g_auto (Asked) asked = ask (room, "score", NULL);
  g_autoptr (GPtrArray) means = NULL;
  g_autofree char *only_b = g_strdup_printf ("{\"%s\":5}", asked.options[1]);

  room_do (room, plenum_action_open_poll (asked.poll));
  cast (room, &asked, only_b);
  room_do (room, plenum_action_close_poll (asked.poll));
  means = plenum_poll_means_read (room->base.store, asked.poll, NULL, NULL);
  g_assert_cmpuint (means->len, ==, 1);
  g_assert_cmpfloat (get_mean (means, asked.cards[1]), ==, 1);
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_auto (Asked) dots = ask (room, "dots", NULL);
  g_auto (Asked) open = ask (room, "score", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_poll_means_read (room->base.store, dots.poll, NULL, &error));
  g_assert_error (error, PLENUM_POLL_MEANS_ERROR, PLENUM_POLL_MEANS_ERROR_NO_SCORES);
  g_clear_error (&error);
  g_assert_null (plenum_poll_means_read (room->base.store, open.poll, NULL, &error));
  g_assert_error (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_NOT_CLOSED);
  g_clear_error (&error);
  g_assert_null (plenum_poll_means_read (room->base.store, "nowhere", NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/poll-means/means", test_means);
  room_add_test ("/poll-means/unscored", test_unscored);
  room_add_test ("/poll-means/refused", test_refused);
  return g_test_run ();
}
