/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-history.h"
#include "plenum-idea-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-uuid.h"
#include "plenum-workshop-actions.h"

static void
assert_area (Room *room, const char *area, const char *expected)
{
  g_autofree char *line = room_list_area (room, area);

  g_assert_cmpstr (line, ==, expected);
}

static void
assert_last_label (Room *room, const char *expected)
{
  g_autofree char *label = room_last_label (room);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_add (Room *room, gconstpointer data)
{
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *a = room_make (room, plenum_action_add_idea (room->workshop, room->left, NULL, "a", "need", TRUE));
  g_autofree char *loose = room_make (room, plenum_action_add_idea (room->workshop, NULL, "Title only", NULL, NULL, FALSE));
  g_autoptr (PlenumRecord) first = room_get (room, PLENUM_IDEA, a);
  g_autoptr (PlenumRecord) second = room_get (room, PLENUM_IDEA, b);

  assert_area (room, room->left, "a b c");
  assert_last_label (room, "Add card “Title only”");
  g_assert_cmpstr (plenum_record_get_text (first, PLENUM_IDEA_KIND), ==, "need");
  g_assert_cmpstr (plenum_record_get_text (second, PLENUM_IDEA_KIND), ==, "idea");
  g_assert_cmpint (plenum_record_get_integer (first, PLENUM_IDEA_CREATED), >, 0);
}

static void
test_add_refuses (Room *room, gconstpointer data)
{
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *nowhere = plenum_uuid_new ();

  room_refuse (room, plenum_action_add_idea (room->workshop, room->left, " ", "\n\t\xc2\xa0", NULL, FALSE), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_idea (other, room->left, NULL, "text", NULL, FALSE), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_idea (room->workshop, nowhere, NULL, "text", NULL, FALSE), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_add_idea (nowhere, NULL, NULL, "text", NULL, FALSE), PLENUM_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 0);
}

static void
test_edit (Room *room, gconstpointer data)
{
  g_autofree char *id = room_add_card (room, room->left, "before");
  g_autoptr (PlenumRecord) idea = room_get (room, PLENUM_IDEA, id);

  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "after");
  room_do (room, plenum_action_edit_idea (idea));
  fixture_assert_text (room->base.store, id, "after");
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, "");
  room_refuse (room, plenum_action_edit_idea (idea), PLENUM_STORE_ERROR_INVALID);
  room_undo (room);
  fixture_assert_text (room->base.store, id, "before");
}

static void
test_move (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *d = room_add_card (room, room->right, "d");
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *foreign = room_make (room, plenum_action_add_idea (other, NULL, NULL, "foreign", NULL, FALSE));

  room_do (room, plenum_action_move_ideas (IDS (c), room->left, a));
  assert_area (room, room->left, "c a b");
  room_do (room, plenum_action_move_ideas (IDS (b, c), room->right, d));
  assert_area (room, room->left, "a");
  assert_area (room, room->right, "b c d");
  assert_last_label (room, "Move 2 cards to “Right”");
  room_do (room, plenum_action_move_ideas (IDS (b), room->right, NULL));
  assert_area (room, room->right, "c d b");
  /* What it should go before has left meanwhile: to the end. */
  room_do (room, plenum_action_move_ideas (IDS (c), room->right, a));
  assert_area (room, room->right, "d b c");
  room_refuse (room, plenum_action_move_ideas (IDS (a, foreign), room->right, NULL), PLENUM_STORE_ERROR_INVALID);
  assert_area (room, room->left, "a");
  for (int i = 0; i < 4; i++)
    room_undo (room);
  assert_area (room, room->left, "a b c");
}

static void
test_set_text (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autoptr (PlenumRecord) idea = NULL;

  room_do (room, plenum_action_set_ideas_text (IDS (a, b), PLENUM_IDEA_COLOUR, "green"));
  idea = room_get (room, PLENUM_IDEA, b);
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_COLOUR), ==, "green");
  assert_last_label (room, "Change colour of 2 cards");
  room_refuse (room, plenum_action_set_ideas_text (IDS (a), PLENUM_IDEA_KIND, NULL), PLENUM_STORE_ERROR_INVALID);
}

/* Everything that hangs on a card goes with it, and comes back with it; what was
 * put to the vote stays. */
static void
test_delete (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a, b), "Theme"));
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumRecord *option = plenum_record_new (PLENUM_OPTION, NULL);
  g_autoptr (PlenumRecord) after = NULL;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (option, PLENUM_OPTION_TEXT, "a as it was put");
  plenum_record_set_text (option, PLENUM_OPTION_IDEA, a);
  g_ptr_array_add (options, option);
  room_do (room, plenum_action_add_poll (poll, options));
  room_do (room, plenum_action_add_tag (IDS (a), "Energie"));
  room_do (room, plenum_action_add_comment (a, "why not", NULL));

  room_do (room, plenum_action_delete_ideas (IDS (a)));
  assert_last_label (room, "Delete card “a”");
  assert_area (room, room->left, "Theme(b)");
  g_assert_cmpint (room_count (room, PLENUM_TAG) + room_count (room, PLENUM_COMMENT), ==, 0);
  after = room_get (room, PLENUM_OPTION, plenum_record_get_id (option));
  g_assert_true (plenum_record_is_null (after, PLENUM_OPTION_IDEA));
  g_assert_cmpstr (plenum_record_get_text (after, PLENUM_OPTION_TEXT), ==, "a as it was put");

  room_undo (room);
  assert_area (room, room->left, "Theme(a b)");
  g_assert_cmpint (room_count (room, PLENUM_TAG) + room_count (room, PLENUM_COMMENT), ==, 2);
  room_refuse (room, plenum_action_delete_ideas (IDS (b, theme, "nothing")), PLENUM_STORE_ERROR_NOT_FOUND);
  assert_area (room, room->left, "Theme(a b)");
  /* A stack is dissolved, and what is deleted with it in the same step is gone. */
  room_do (room, plenum_action_delete_ideas (IDS (b, theme)));
  assert_area (room, room->left, "a");
  room_undo (room);
  assert_area (room, room->left, "Theme(a b)");
}

static void
test_tags (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *id = plenum_tag_id (a, "energie");
  g_autofree char *same = plenum_tag_id (a, "ENERGIE");
  g_autoptr (PlenumRecord) tag = NULL;

  room_do (room, plenum_action_add_tag (IDS (a), " Energie "));
  room_do (room, plenum_action_add_tag (IDS (a, b), "energie"));
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 2);
  g_assert_cmpstr (id, ==, same);
  tag = room_get (room, PLENUM_TAG, id);
  g_assert_cmpstr (plenum_record_get_text (tag, PLENUM_TAG_NAME), ==, "Energie");

  room_do (room, plenum_action_remove_tag (IDS (a, b), "Energie"));
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 0);
  room_do (room, plenum_action_add_tag (IDS (a), "Energie"));
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 1);
  room_refuse (room, plenum_action_add_tag (IDS (a), "  "), PLENUM_STORE_ERROR_INVALID);
}

static void
test_comments (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *comment = room_make (room, plenum_action_add_comment (a, "why not", NULL));

  room_refuse (room, plenum_action_add_comment (a, " ", NULL), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_comment (comment, "text", NULL), PLENUM_STORE_ERROR_NOT_FOUND);
  room_do (room, plenum_action_delete_comment (comment));
  g_assert_cmpint (room_count (room, PLENUM_COMMENT), ==, 0);
  room_refuse (room, plenum_action_delete_comment (comment), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
assert_history (Room *room, const char *workshop, const char *record, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = plenum_store_get_record_history (room->base.store, workshop, record, NULL, &error);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      PlenumHistoryEntry *entry = entries->pdata[i];

      g_assert_cmpint (entry->time, >, 0);
      g_string_append_printf (lines, "%s%s%s", i > 0 ? "; " : "", entry->label,
                              entry->state == PLENUM_HISTORY_UNDONE ? " (undone)" : "");
    }
  g_assert_cmpstr (lines->str, ==, expected);
}

/* What was done to one card, with what hangs on it, and to no other. */
static void
test_history (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *comment = room_make (room, plenum_action_add_comment (b, "no word of a", NULL));
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a, b), "Theme"));
  g_autofree char *nothing = plenum_uuid_new ();
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  room_do (room, plenum_action_add_tag (IDS (a, b), "Verkehr"));
  room_do (room, plenum_action_delete_ideas (IDS (a)));
  room_undo (room);

  assert_history (room, room->workshop, a,
                  "Add card “a”; Make theme from 2 cards; Tag 2 cards “Verkehr”; Delete card “a” (undone)");
  assert_history (room, NULL, b, "Add card “b”; Comment “no word of a”; Make theme from 2 cards; Tag 2 cards “Verkehr”");
  assert_history (room, room->workshop, comment, "Comment “no word of a”");
  assert_history (room, room->workshop, nothing, "");
  assert_history (room, other, a, "");

  g_cancellable_cancel (cancellable);
  g_assert_null (plenum_store_get_record_history (room->base.store, NULL, a, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/idea-actions/add", test_add);
  room_add_test ("/idea-actions/add-refuses", test_add_refuses);
  room_add_test ("/idea-actions/edit", test_edit);
  room_add_test ("/idea-actions/move", test_move);
  room_add_test ("/idea-actions/set-text", test_set_text);
  room_add_test ("/idea-actions/delete", test_delete);
  room_add_test ("/idea-actions/tags", test_tags);
  room_add_test ("/idea-actions/comments", test_comments);
  room_add_test ("/idea-actions/history", test_history);
  return g_test_run ();
}
