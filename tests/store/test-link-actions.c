/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-workshop-actions.h"

static void
test_link (Room *room, gconstpointer data)
{
  g_autofree char *need = room_add_card (room, room->left, "need");
  g_autofree char *a = room_add_card (room, room->right, "a");
  g_autofree char *b = room_add_card (room, room->right, "b");
  g_autofree char *id = plenum_link_id (a, need, "answers-need");
  g_autoptr (PlenumRecord) link = NULL;

  room_do (room, plenum_action_link_ideas (IDS (a, b), need, "answers-need"));
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 2);
  link = room_get (room, PLENUM_LINK, id);
  g_assert_cmpstr (plenum_record_get_text (link, PLENUM_LINK_IDEA), ==, a);
  g_assert_cmpstr (plenum_record_get_text (link, PLENUM_LINK_TARGET), ==, need);
  g_assert_cmpstr (plenum_record_get_text (link, PLENUM_LINK_KIND), ==, "answers-need");

  /* Once more changes nothing; another kind is another link. */
  room_do (room, plenum_action_link_ideas (IDS (a), need, "answers-need"));
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 2);
  room_do (room, plenum_action_link_ideas (IDS (a), need, "builds-on"));
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 3);

  room_do (room, plenum_action_unlink_ideas (IDS (id)));
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 2);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 3);
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *far = room_make (room, plenum_action_add_idea (other, NULL, NULL, "far", "idea", FALSE));

  room_refuse (room, plenum_action_link_ideas (IDS (a), a, "builds-on"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_link_ideas (IDS (a), b, "likes"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_link_ideas (IDS (b, a), far, "builds-on"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_link_ideas (IDS (b, "none"), a, "builds-on"), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_link_ideas (IDS (b), "none", "builds-on"), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_unlink_ideas (IDS ("none")), PLENUM_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 0);
}

/* A deleted card takes its links along, and undo brings them back. */
static void
test_follows_its_cards (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *copy = NULL;
  g_autoptr (GPtrArray) copied = NULL;

  room_do (room, plenum_action_link_ideas (IDS (a), b, "builds-on"));
  room_do (room, plenum_action_link_ideas (IDS (b), c, "builds-on"));
  copy = room_make (room, plenum_action_duplicate_workshop (room->workshop, NULL));
  copied = plenum_store_list (room->base.store, PLENUM_LINK, PLENUM_LINK_WORKSHOP, copy, NULL);
  g_assert_cmpuint (copied->len, ==, 2);

  room_do (room, plenum_action_delete_ideas (IDS (b)));
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 2);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_LINK), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/link-actions/link", test_link);
  room_add_test ("/link-actions/refused", test_refused);
  room_add_test ("/link-actions/follows-its-cards", test_follows_its_cards);
  return g_test_run ();
}
