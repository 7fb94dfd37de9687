/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-idea-votes.h"

#include "action-fixture.h"
#include "plenum-merge-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-sheet-check.h"

/* A poll with dots on two cards. */
typedef struct
{
  char *poll;
  char *options[2];
} Asked;

static void
asked_clear (Asked *self)
{
  g_free (self->poll);
  g_free (self->options[0]);
  g_free (self->options[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, asked_clear)

static Asked
ask (Room *room, const char *question, const char *one, const char *other)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  Asked made;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, question);
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  for (guint i = 0; i < 2; i++)
    {
      PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);

      g_ptr_array_add (options, option);
      plenum_record_set_text (option, PLENUM_OPTION_TEXT, i == 0 ? "one" : "other");
      plenum_record_set_text (option, PLENUM_OPTION_IDEA, i == 0 ? one : other);
      made.options[i] = g_strdup (plenum_record_get_id (option));
    }
  made.poll = room_make (room, plenum_action_add_poll (poll, options));
  room_do (room, plenum_action_open_poll (made.poll));

  return made;
}

static void
cast (Room *room, Asked *asked, int one, int other)
{
  g_autoptr (PlenumRecord) ballot = plenum_record_new (PLENUM_BALLOT, NULL);
  g_autofree char *choices = g_strdup_printf ("{\"%s\":%d,\"%s\":%d}", asked->options[0], one, asked->options[1], other);

  plenum_record_set_text (ballot, PLENUM_BALLOT_POLL, asked->poll);
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHANNEL, "paper");
  plenum_record_set_text (ballot, PLENUM_BALLOT_CHOICES, choices);
  room_do (room, plenum_action_cast_ballot (ballot, plenum_sheet_check));
}

static GPtrArray *
read_votes (Room *room, const char *idea)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *votes = plenum_idea_votes_read (room->base.store, idea, NULL, &error);

  g_assert_no_error (error);
  return votes;
}

/* "question: card: score, place" of each. */
static char *
list_votes (Room *room, const char *idea)
{
  g_autoptr (GPtrArray) votes = read_votes (room, idea);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < votes->len; i++)
    {
      PlenumIdeaVote *vote = votes->pdata[i];
      g_autofree char *score = plenum_tally_describe_score (vote->tally, vote->option);

      g_string_append_printf (list, "%s: %s: %s, %u\n", plenum_record_get_text (vote->poll, PLENUM_POLL_QUESTION),
                              plenum_record_get_text (vote->idea, PLENUM_IDEA_TEXT), score,
                              plenum_tally_get_option_place (vote->tally, vote->option));
    }

  return g_string_free (list, FALSE);
}

static void
assert_votes (Room *room, const char *idea, const char *expected)
{
  g_autofree char *list = list_votes (room, idea);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_shown (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_auto (Asked) first = ask (room, "First?", a, b);
  g_auto (Asked) later = ask (room, "Later?", b, a);

  cast (room, &first, 1, 2);
  cast (room, &later, 3, 0);
  assert_votes (room, a, "");
  room_do (room, plenum_action_close_poll (first.poll));
  /* It may still be opened again. */
  assert_votes (room, a, "");
  room_do (room, plenum_action_show_result (first.poll));
  assert_votes (room, a, "First?: a: 1 point, 2\n");
  assert_votes (room, b, "First?: b: 2 points, 1\n");

  room_do (room, plenum_action_close_poll (later.poll));
  room_do (room, plenum_action_show_result (later.poll));
  assert_votes (room, a, "First?: a: 1 point, 2\nLater?: a: 0 points, 2\n");
  assert_votes (room, c, "");
}

/* Each original keeps what it got itself, also one that is two merges deep. */
static void
test_merged (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_auto (Asked) asked = ask (room, "Which?", a, b);
  g_autofree char *face = NULL;
  g_autofree char *outer = NULL;

  cast (room, &asked, 1, 2);
  room_do (room, plenum_action_close_poll (asked.poll));
  room_do (room, plenum_action_show_result (asked.poll));
  face = room_make (room, plenum_action_merge_ideas ((const char * const[]) { a, b, NULL }));
  assert_votes (room, face, "Which?: a: 1 point, 2\nWhich?: b: 2 points, 1\n");
  outer = room_make (room, plenum_action_merge_ideas ((const char * const[]) { c, face, NULL }));
  assert_votes (room, outer, "Which?: a: 1 point, 2\nWhich?: b: 2 points, 1\n");
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_idea_votes_read (room->base.store, "nowhere", NULL, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_idea_votes_read (room->base.store, a, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/idea-votes/shown", test_shown);
  room_add_test ("/idea-votes/merged", test_merged);
  room_add_test ("/idea-votes/refused", test_refused);
  return g_test_run ();
}
