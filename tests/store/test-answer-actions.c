/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-answer-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-merge-actions.h"
#include "plenum-synthesis-actions.h"
#include "plenum-workshop-actions.h"

#define MINISTRY "Bundesministerium"

static PlenumRecord *
make_answer (const char *state, const char *text, const char *sender)
{
  PlenumRecord *answer = plenum_record_new (PLENUM_ANSWER, NULL);

  plenum_record_set_text (answer, PLENUM_ANSWER_STATE, state);
  plenum_record_set_text (answer, PLENUM_ANSWER_TEXT, text);
  plenum_record_set_text (answer, PLENUM_ANSWER_SENDER, sender);

  return answer;
}

static void
answer (Room *room, const char *synthesis, const char * const *ideas, const char *state, const char *text, const char *sender)
{
  g_autoptr (PlenumRecord) record = make_answer (state, text, sender);

  room_do (room, plenum_action_answer_ideas (synthesis, ideas, record));
}

static void
assert_answer (Room *room, const char *idea, const char *sender, const char *state)
{
  g_autofree char *id = plenum_answer_id (idea, sender);
  g_autoptr (PlenumRecord) record = plenum_store_get (room->base.store, PLENUM_ANSWER, id, NULL);

  g_assert_cmpstr (record != NULL ? plenum_record_get_text (record, PLENUM_ANSWER_STATE) : NULL, ==, state);
}

/* Ideas of two workshops, answered in a synthesis: each answer is its idea's workshop's,
 * and undo works where it was done. */
static void
test_answer (Room *room, gconstpointer data)
{
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *far = room_make (room, plenum_action_add_idea (other, NULL, NULL, "far", "idea", FALSE));
  g_autofree char *near = room_add_card (room, room->left, "near");
  g_autofree char *synthesis = room_make (room, plenum_action_add_synthesis ("All", NULL, IDS (other, room->workshop)));
  g_autofree char *id = plenum_answer_id (far, MINISTRY);
  g_autoptr (PlenumRecord) record = NULL;

  room_do (room, plenum_action_add_synthesis_theme (synthesis, "Repair", IDS (far)));
  answer (room, synthesis, IDS (far, near), "funded", "Funded from 2027.", MINISTRY);
  record = room_get (room, PLENUM_ANSWER, id);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_ANSWER_WORKSHOP), ==, other);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_ANSWER_IDEA), ==, far);
  g_assert_cmpstr (plenum_record_get_text (record, PLENUM_ANSWER_THEME), ==, "Repair");
  assert_answer (room, near, MINISTRY, "funded");
  {
    g_autofree char *near_id = plenum_answer_id (near, MINISTRY);
    g_autoptr (PlenumRecord) other_record = room_get (room, PLENUM_ANSWER, near_id);

    g_assert_null (plenum_record_get_text (other_record, PLENUM_ANSWER_THEME));
  }

  /* The same sender thinks better of it, another one has an answer of its own. */
  answer (room, synthesis, IDS (far), "declined", "There is one already.", MINISTRY);
  answer (room, synthesis, IDS (far), "considered", "We talk about it.", "Land");
  assert_answer (room, far, MINISTRY, "declined");
  assert_answer (room, far, "Land", "considered");
  g_assert_cmpint (room_count (room, PLENUM_ANSWER), ==, 3);

  for (guint i = 0; i < 3; i++)
    g_assert_true (plenum_store_undo (room->base.store, synthesis, NULL));
  g_assert_cmpint (room_count (room, PLENUM_ANSWER), ==, 0);
  g_assert_true (plenum_store_redo (room->base.store, synthesis, NULL));
  assert_answer (room, far, MINISTRY, "funded");
}

static void
test_take_back (Room *room, gconstpointer data)
{
  g_autofree char *idea = room_add_card (room, room->left, "near");
  g_autofree char *id = plenum_answer_id (idea, NULL);

  answer (room, NULL, IDS (idea), "considered", "We talk about it.", NULL);
  room_do (room, plenum_action_take_back (NULL, IDS (id)));
  assert_answer (room, idea, NULL, NULL);
  room_undo (room);
  assert_answer (room, idea, NULL, "considered");
  room_refuse (room, plenum_action_take_back (NULL, IDS ("none")), PLENUM_STORE_ERROR_NOT_FOUND);

  /* It goes with its card, and comes with it. */
  room_do (room, plenum_action_delete_ideas (IDS (idea)));
  assert_answer (room, idea, NULL, NULL);
  room_undo (room);
  assert_answer (room, idea, NULL, "considered");
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_autofree char *idea = room_add_card (room, room->left, "near");
  g_autoptr (PlenumRecord) other = make_answer ("liked", "Fine.", NULL);
  g_autoptr (PlenumRecord) empty = make_answer ("funded", " ", NULL);
  g_autoptr (PlenumRecord) none = make_answer (NULL, "Fine.", NULL);
  g_autoptr (PlenumRecord) good = make_answer ("funded", "Fine.", NULL);

  room_refuse (room, plenum_action_answer_ideas (NULL, IDS (idea), other), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_answer_ideas (NULL, IDS (idea), empty), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_answer_ideas (NULL, IDS (idea), none), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_answer_ideas (NULL, IDS (idea, "none"), good), PLENUM_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (room_count (room, PLENUM_ANSWER), ==, 0);
}

/* What a merged card was answered stays when it is split; what the first original was
 * answered itself stays too. */
static void
test_merged (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *face = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) copied = NULL;

  answer (room, NULL, IDS (a), "considered", "We talk about it.", MINISTRY);
  face = room_make (room, plenum_action_merge_ideas (IDS (a, b)));
  answer (room, NULL, IDS (face), "funded", "Yes.", MINISTRY);
  answer (room, NULL, IDS (face), "declined", "Not here.", "Land");
  room_do (room, plenum_action_split_ideas (IDS (face)));
  assert_answer (room, a, MINISTRY, "considered");
  assert_answer (room, a, "Land", "declined");
  assert_answer (room, b, "Land", NULL);
  g_assert_cmpint (room_count (room, PLENUM_ANSWER), ==, 2);

  /* Run again, nobody has been answered yet. */
  copy = room_make (room, plenum_action_duplicate_workshop (room->workshop, NULL));
  copied = plenum_store_list (room->base.store, PLENUM_ANSWER, PLENUM_ANSWER_WORKSHOP, copy, NULL);
  g_assert_cmpuint (copied->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/answer-actions/answer", test_answer);
  room_add_test ("/answer-actions/take-back", test_take_back);
  room_add_test ("/answer-actions/refused", test_refused);
  room_add_test ("/answer-actions/merged", test_merged);
  return g_test_run ();
}
