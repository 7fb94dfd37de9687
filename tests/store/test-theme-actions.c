/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

typedef struct
{
  char *a;
  char *b;
  char *c;
  char *d;
  char *e;
} Cards;

static void
cards_clear (Cards *cards)
{
  g_free (cards->a);
  g_free (cards->b);
  g_free (cards->c);
  g_free (cards->d);
  g_free (cards->e);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cards, cards_clear)

static Cards
deal (Room *room)
{
  return (Cards) {
    room_add_card (room, room->left, "a"), room_add_card (room, room->left, "b"), room_add_card (room, room->left, "c"),
    room_add_card (room, room->left, "d"), room_add_card (room, room->left, "e"),
  };
}

static void
assert_area (Room *room, const char *area, const char *expected)
{
  g_autofree char *line = room_list_area (room, area);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_group_and_dissolve (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (cards.b, cards.d), "T"));

  assert_area (room, room->left, "a T(b d) c e");
  room_do (room, plenum_action_dissolve_theme (theme));
  assert_area (room, room->left, "a b d c e");
  g_assert_cmpint (room_count (room, PLENUM_MEMBERSHIP), ==, 0);
  room_undo (room);
  assert_area (room, room->left, "a T(b d) c e");
  room_undo (room);
  assert_area (room, room->left, "a b c d e");
}

static void
test_group_unnamed (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);

  room_do (room, plenum_action_group_ideas (IDS (cards.b, cards.d), "  "));
  assert_area (room, room->left, "a New theme(b d) c e");
}

static void
test_group_refuses (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *loose = room_make (room, plenum_action_add_idea (room->workshop, NULL, NULL, "loose", NULL, FALSE));
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *foreign = room_make (room, plenum_action_add_idea (other, NULL, NULL, "foreign", NULL, FALSE));

  room_refuse (room, plenum_action_group_ideas ((const char * const[]) { NULL }, "T"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_group_ideas (IDS (loose, cards.a), "T"), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_group_ideas (IDS (cards.a, foreign), "T"), PLENUM_STORE_ERROR_INVALID);
  assert_area (room, room->left, "a b c d e");
}

static void
test_add (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *one = room_make (room, plenum_action_group_ideas (IDS (cards.a, cards.b), "One"));
  g_autofree char *two = room_make (room, plenum_action_group_ideas (IDS (cards.d, cards.e), "Two"));
  g_autofree char *far_away = room_add_card (room, room->right, "f");

  assert_area (room, room->left, "One(a b) c Two(d e)");
  room_do (room, plenum_action_add_to_theme (two, IDS (cards.c, cards.a, far_away)));
  assert_area (room, room->left, "One(b) Two(d e c a f)");
  assert_area (room, room->right, "");
  /* The last card may leave: the stack keeps its name. */
  room_do (room, plenum_action_add_to_theme (two, IDS (cards.b)));
  assert_area (room, room->left, "One() Two(d e c a f b)");
  /* A card that is in it already goes to its end. */
  room_do (room, plenum_action_add_to_theme (two, IDS (cards.d)));
  assert_area (room, room->left, "One() Two(e c a f b d)");
  g_assert_cmpint (room_count (room, PLENUM_MEMBERSHIP), ==, 6);
}

static void
test_group_from_stack (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);

  room_do (room, plenum_action_group_ideas (IDS (cards.b, cards.c, cards.d), "One"));
  room_do (room, plenum_action_group_ideas (IDS (cards.d, cards.c), "Two"));
  assert_area (room, room->left, "a One(b) Two(d c) e");
}

static void
test_take_out (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (cards.a, cards.b, cards.c), "T"));

  room_do (room, plenum_action_remove_from_theme (IDS (cards.b), NULL, NULL));
  assert_area (room, room->left, "T(a c) b d e");
  room_do (room, plenum_action_remove_from_theme (IDS (cards.c), room->left, cards.e));
  assert_area (room, room->left, "T(a) b d c e");
  room_do (room, plenum_action_remove_from_theme (IDS (cards.a), room->right, NULL));
  assert_area (room, room->left, "T() b d c e");
  assert_area (room, room->right, "a");
  room_refuse (room, plenum_action_remove_from_theme (IDS (cards.d), room->left, NULL), PLENUM_STORE_ERROR_INVALID);
}

/* What is selected is moved together, stacks with their cards. */
static void
test_move_mixed (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (cards.b, cards.c), "T"));
  g_autofree char *other = room_add_card (room, room->right, "f");

  room_do (room, plenum_action_move_ideas (IDS (cards.a, theme, cards.e), room->right, other));
  assert_area (room, room->left, "d");
  assert_area (room, room->right, "a T(b c) e f");
  room_undo (room);
  assert_area (room, room->left, "a T(b c) d e");
}

/* Moving a card out of its stack takes it out; within the stack it stays. */
static void
test_move_cards (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);

  room_do (room, plenum_action_group_ideas (IDS (cards.a, cards.b, cards.c), "T"));
  room_do (room, plenum_action_move_ideas (IDS (cards.c), room->left, cards.a));
  assert_area (room, room->left, "T(c a b) d e");
  room_do (room, plenum_action_move_ideas (IDS (cards.a), room->left, cards.e));
  assert_area (room, room->left, "T(c b) d a e");
  room_do (room, plenum_action_move_ideas (IDS (cards.c, cards.b), room->right, NULL));
  assert_area (room, room->left, "T() d a e");
  assert_area (room, room->right, "c b");
}

static void
test_move_stack (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (cards.b, cards.d), "T"));
  g_autofree char *f = room_add_card (room, room->right, "f");
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autoptr (GPtrArray) areas = plenum_store_list (room->base.store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, other, NULL);

  room_do (room, plenum_action_move_theme (theme, room->right, f));
  assert_area (room, room->left, "a c e");
  assert_area (room, room->right, "T(b d) f");
  room_do (room, plenum_action_move_theme (theme, room->left, NULL));
  assert_area (room, room->left, "a c e T(b d)");
  room_refuse (room, plenum_action_move_theme (theme, plenum_record_get_id (areas->pdata[0]), NULL), PLENUM_STORE_ERROR_INVALID);
}

static void
test_rename (Room *room, gconstpointer data)
{
  g_auto (Cards) cards = deal (room);
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (cards.b, cards.d), "T"));

  room_do (room, plenum_action_rename_theme (theme, " Verkehr "));
  assert_area (room, room->left, "a Verkehr(b d) c e");
  room_refuse (room, plenum_action_rename_theme (theme, ""), PLENUM_STORE_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/theme-actions/group-and-dissolve", test_group_and_dissolve);
  room_add_test ("/theme-actions/group-unnamed", test_group_unnamed);
  room_add_test ("/theme-actions/group-refuses", test_group_refuses);
  room_add_test ("/theme-actions/add", test_add);
  room_add_test ("/theme-actions/group-from-stack", test_group_from_stack);
  room_add_test ("/theme-actions/take-out", test_take_out);
  room_add_test ("/theme-actions/move-cards", test_move_cards);
  room_add_test ("/theme-actions/move-mixed", test_move_mixed);
  room_add_test ("/theme-actions/move-stack", test_move_stack);
  room_add_test ("/theme-actions/rename", test_rename);
  return g_test_run ();
}
