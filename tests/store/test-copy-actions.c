/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-copy-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

static void
assert_area (Room *room, const char *area, const char *expected)
{
  g_autofree char *line = room_list_area (room, area);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_text (void)
{
  g_autoptr (PlenumCardClip) clip =
    plenum_card_clip_new_from_text ("- Buses\n\n  2. Trains at night \r\n\u2022 1,5 million\n2024 was better\na\tb\n\"two\nlines\"");
  const char *expected[] = { "Buses", "Trains at night", "1,5 million", "2024 was better", "a", "b", "two\nlines" };
  g_autofree char *text = plenum_card_clip_to_text (clip);
  g_autoptr (PlenumCardClip) again = plenum_card_clip_new_from_text (text);

  g_assert_cmpuint (plenum_card_clip_get_length (clip), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (plenum_card_clip_get_length (again), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_cmpstr (plenum_record_get_text (plenum_card_clip_get (clip, i)->idea, PLENUM_IDEA_TEXT), ==, expected[i]);
      g_assert_cmpstr (plenum_record_get_text (plenum_card_clip_get (again, i)->idea, PLENUM_IDEA_TEXT), ==, expected[i]);
    }
}

static void
test_paste_text (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autoptr (PlenumCardClip) clip = plenum_card_clip_new_from_text ("x\ny");
  g_autoptr (PlenumCardClip) nothing = plenum_card_clip_new_from_text (" \n\t\n");
  g_autofree char *first = room_make (room, plenum_action_paste_cards (room->left, a, clip));
  g_autoptr (PlenumRecord) idea = room_get (room, PLENUM_IDEA, first);

  assert_area (room, room->left, "x y a");
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_KIND), ==, "idea");
  room_undo (room);
  assert_area (room, room->left, "a");
  room_refuse (room, plenum_action_paste_cards (room->left, NULL, nothing), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_paste_cards (a, NULL, clip), PLENUM_STORE_ERROR_NOT_FOUND);
}

/* Into another workshop: kind, tags and theme come along, people do not. */
static void
test_paste_cards (Room *room, gconstpointer data)
{
  g_autofree char *person = room_add_person (room, "Ada");
  g_autofree char *a = room_add_card (room, room->left, "a"), *b = room_add_card (room, room->left, "b");
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autoptr (GPtrArray) areas = plenum_store_list (room->base.store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, other, NULL);
  const char *there = plenum_record_get_id (areas->pdata[0]);
  g_autoptr (PlenumCardClip) clip = plenum_card_clip_new ();
  g_autoptr (PlenumRecord) one = NULL;
  g_autoptr (PlenumRecord) two = room_get (room, PLENUM_IDEA, b);
  g_autoptr (PlenumRecord) pasted = NULL;
  g_autofree char *first = NULL;

  room_do (room, plenum_action_set_ideas_text (IDS (a), PLENUM_IDEA_KIND, "need"));
  room_do (room, plenum_action_set_ideas_text (IDS (a), PLENUM_IDEA_AUTHOR, person));
  one = room_get (room, PLENUM_IDEA, a);
  plenum_card_clip_add (clip, one, IDS ("Bus", "Rad"), "Traffic");
  plenum_card_clip_add (clip, two, IDS ("Bus"), "Traffic");
  first = room_make (room, plenum_action_paste_cards (there, NULL, clip));
  assert_area (room, there, "Traffic(a b)");
  pasted = room_get (room, PLENUM_IDEA, first);
  g_assert_cmpstr (plenum_record_get_text (pasted, PLENUM_IDEA_KIND), ==, "need");
  g_assert_cmpstr (plenum_record_get_text (pasted, PLENUM_IDEA_WORKSHOP), ==, other);
  g_assert_null (plenum_record_get_text (pasted, PLENUM_IDEA_AUTHOR));
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_TAG, PLENUM_TAG_IDEA, first), ==, 2);

  /* In their own workshop the author stays; a theme of that name is not made twice. */
  g_free (first);
  g_clear_object (&pasted);
  first = room_make (room, plenum_action_paste_cards (room->right, NULL, clip));
  room_do (room, plenum_action_paste_cards (room->right, NULL, clip));
  assert_area (room, room->right, "Traffic(a b a b)");
  pasted = room_get (room, PLENUM_IDEA, first);
  g_assert_cmpstr (plenum_record_get_text (pasted, PLENUM_IDEA_AUTHOR), ==, person);
  assert_area (room, room->left, "a b");
}

static void
test_duplicate (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a"), *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (b, c), "T"));
  g_autofree char *copy = NULL;

  room_do (room, plenum_action_add_tag (IDS (a), "Bus"));
  copy = room_make (room, plenum_action_duplicate_ideas (IDS (a, b)));
  assert_area (room, room->left, "a a T(b b c)");
  g_assert_cmpstr (copy, !=, a);
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_TAG, PLENUM_TAG_IDEA, copy), ==, 1);
  room_undo (room);
  assert_area (room, room->left, "a T(b c)");
  room_refuse (room, plenum_action_duplicate_ideas (IDS (theme)), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_lesson (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a"), *b = room_add_card (room, room->left, "b");
  g_autofree char *lesson = room_make (room, plenum_action_add_lesson (a, "Ask first"));
  g_autoptr (PlenumRecord) idea = room_get (room, PLENUM_IDEA, lesson);

  assert_area (room, room->left, "a Ask first b");
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_KIND), ==, "lesson");
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_LINK, PLENUM_LINK_TARGET, a), ==, 1);
  room_undo (room);
  assert_area (room, room->left, "a b");
  room_refuse (room, plenum_action_add_lesson (b, " "), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_lesson ("nothing", "x"), PLENUM_STORE_ERROR_NOT_FOUND);
}

/* Many tags of many cards are one step. */
static void
test_change_tags (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a"), *b = room_add_card (room, room->left, "b");

  room_do (room, plenum_action_change_tags (IDS (a, b), IDS ("Bus", "Rad"), IDS (NULL)));
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 4);
  room_do (room, plenum_action_change_tags (IDS (a, b), IDS ("Zug"), IDS ("bus", "Rad", "never there")));
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 2);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_TAG), ==, 4);
  room_refuse (room, plenum_action_change_tags (IDS (a), IDS (" "), IDS (NULL)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_change_tags (IDS ("nothing"), IDS ("Bus"), IDS (NULL)), PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copy-actions/text", test_text);
  room_add_test ("/copy-actions/paste-text", test_paste_text);
  room_add_test ("/copy-actions/paste-cards", test_paste_cards);
  room_add_test ("/copy-actions/duplicate", test_duplicate);
  room_add_test ("/copy-actions/lesson", test_lesson);
  room_add_test ("/copy-actions/change-tags", test_change_tags);
  return g_test_run ();
}
