/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-maintenance.h"
#include "plenum-synthesis-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

/* Two workshops with cards, read together. */
typedef struct
{
  char *other;
  char *synthesis;
  char *cards[4]; /* two of each */
} Desk;

static void
desk_set_up (Desk *desk, Room *room)
{
  desk->other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  desk->cards[0] = room_add_card (room, room->left, "a");
  desk->cards[1] = room_add_card (room, room->right, "b");
  for (guint i = 2; i < 4; i++)
    desk->cards[i] = room_make (room, plenum_action_add_idea (desk->other, NULL, NULL, i == 2 ? "c" : "d", "idea", FALSE));
  desk->synthesis = room_make (room, plenum_action_add_synthesis ("All", "de", IDS (room->workshop, desk->other)));
}

static void
desk_clear (Desk *desk)
{
  g_free (desk->other);
  g_free (desk->synthesis);
  for (guint i = 0; i < 4; i++)
    g_free (desk->cards[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Desk, desk_clear)

/* The title of the theme that a card is in, "-" for none by decision, "" for undecided. */
static void
assert_in (Room *room, Desk *desk, guint card, const char *expected)
{
  g_autofree char *id = plenum_assignment_id (desk->synthesis, desk->cards[card]);
  g_autoptr (PlenumRecord) assignment = plenum_store_get (room->base.store, PLENUM_ASSIGNMENT, id, NULL);
  g_autoptr (PlenumRecord) theme = NULL;

  if (assignment == NULL)
    g_assert_cmpstr (expected, ==, "");
  else if (plenum_record_is_null (assignment, PLENUM_ASSIGNMENT_THEME))
    g_assert_cmpstr (expected, ==, "-");
  else
    {
      theme = room_get (room, PLENUM_THEME, plenum_record_get_text (assignment, PLENUM_ASSIGNMENT_THEME));
      g_assert_cmpstr (plenum_record_get_text (theme, PLENUM_THEME_TITLE), ==, expected);
      g_assert_cmpstr (plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP), ==, desk->synthesis);
    }
}

static char *
find_theme (Room *room, const char *title)
{
  g_autoptr (GPtrArray) themes = plenum_store_list (room->base.store, PLENUM_THEME, -1, NULL, NULL);

  for (guint i = 0; i < themes->len; i++)
    if (g_strcmp0 (plenum_record_get_text (themes->pdata[i], PLENUM_THEME_TITLE), title) == 0)
      return g_strdup (plenum_record_get_id (themes->pdata[i]));

  return NULL;
}

static void
test_sources (Room *room, gconstpointer data)
{
  g_auto (Desk) desk = { NULL };
  g_autoptr (PlenumRecord) workshop = NULL;

  desk_set_up (&desk, room);
  workshop = room_get (room, PLENUM_WORKSHOP, desk.synthesis);
  g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_KIND), ==, "synthesis");
  g_assert_cmpint (room_count (room, PLENUM_SOURCE), ==, 2);

  /* Twice the same is one. */
  room_do (room, plenum_action_choose_sources (desk.synthesis, IDS (desk.other, desk.other)));
  g_assert_cmpint (room_count (room, PLENUM_SOURCE), ==, 1);
  g_assert_true (plenum_store_undo (room->base.store, desk.synthesis, NULL));
  g_assert_cmpint (room_count (room, PLENUM_SOURCE), ==, 2);

  room_refuse (room, plenum_action_add_synthesis (" ", NULL, IDS (desk.other)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_synthesis ("x", NULL, IDS ("none")), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_add_synthesis ("x", NULL, IDS (desk.synthesis)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_choose_sources (desk.other, IDS (room->workshop)), PLENUM_STORE_ERROR_INVALID);
  g_assert_cmpint (room_count (room, PLENUM_SOURCE), ==, 2);
}

static void
test_themes (Room *room, gconstpointer data)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *stack = NULL;

  desk_set_up (&desk, room);
  first = room_make (room, plenum_action_add_synthesis_theme (desk.synthesis, "First", IDS (desk.cards[0], desk.cards[2])));
  second = room_make (room, plenum_action_add_synthesis_theme (desk.synthesis, "Second", IDS (NULL)));
  room_do (room, plenum_action_assign_ideas (desk.synthesis, IDS (desk.cards[1]), second));
  room_do (room, plenum_action_assign_ideas (desk.synthesis, IDS (desk.cards[3]), NULL));
  assert_in (room, &desk, 0, "First");
  assert_in (room, &desk, 1, "Second");
  assert_in (room, &desk, 2, "First");
  assert_in (room, &desk, 3, "-");

  room_do (room, plenum_action_join_themes (second, first));
  assert_in (room, &desk, 1, "First");
  g_assert_true (plenum_store_undo (room->base.store, desk.synthesis, NULL));
  assert_in (room, &desk, 1, "Second");

  room_do (room, plenum_action_take_theme_apart (first));
  assert_in (room, &desk, 0, "");
  assert_in (room, &desk, 1, "Second");
  g_assert_true (plenum_store_undo (room->base.store, desk.synthesis, NULL));
  assert_in (room, &desk, 0, "First");

  /* Themes of boards are another thing. */
  room_do (room, plenum_action_group_ideas (IDS (desk.cards[0]), "Stack"));
  stack = find_theme (room, "Stack");
  room_refuse (room, plenum_action_take_theme_apart (stack), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_join_themes (stack, first), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_join_themes (first, first), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_assign_ideas (desk.synthesis, IDS (desk.cards[0]), stack), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_synthesis_theme (desk.other, "x", IDS (NULL)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_add_synthesis_theme (desk.synthesis, "", IDS (NULL)), PLENUM_STORE_ERROR_INVALID);
  fixture_assert_clean (room->base.store);
}

/* What a person decided holds, whatever is proposed and accepted later. */
static void
test_accept (Room *room, gconstpointer data)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *theme = NULL;
  g_autofree char *right = NULL;

  desk_set_up (&desk, room);
  {
    PlenumThemeProposal proposals[] = {
      { NULL, "Left", IDS (desk.cards[0], desk.cards[1]) },
      { NULL, "Right", IDS (desk.cards[2], desk.cards[3]) },
    };

    room_do (room, plenum_action_accept_themes (desk.synthesis, proposals, 2));
  }
  assert_in (room, &desk, 1, "Left");
  assert_in (room, &desk, 2, "Right");

  theme = find_theme (room, "Right");
  room_do (room, plenum_action_assign_ideas (desk.synthesis, IDS (desk.cards[1]), theme));
  room_do (room, plenum_action_assign_ideas (desk.synthesis, IDS (desk.cards[3]), NULL));
  {
    PlenumThemeProposal proposals[] = {
      { NULL, "All", IDS (desk.cards[0], desk.cards[1], desk.cards[2], desk.cards[3]) },
    };

    room_do (room, plenum_action_accept_themes (desk.synthesis, proposals, 1));
  }
  assert_in (room, &desk, 0, "All");
  assert_in (room, &desk, 1, "Right");
  assert_in (room, &desk, 2, "All");
  assert_in (room, &desk, 3, "-");
  g_assert_null (find_theme (room, "Left"));

  /* A theme that was named by hand keeps its cards, and may get more. */
  g_free (theme);
  theme = find_theme (room, "All");
  right = find_theme (room, "Right");
  room_do (room, plenum_action_rename_theme (theme, "Streets"));
  room_do (room, plenum_action_take_theme_apart (right));
  {
    PlenumThemeProposal proposals[] = {
      { NULL, "New", IDS (desk.cards[0], desk.cards[2]) },
      { theme, NULL, IDS (desk.cards[1]) },
    };

    room_do (room, plenum_action_accept_themes (desk.synthesis, proposals, 2));
  }
  for (guint i = 0; i < 3; i++)
    assert_in (room, &desk, i, "Streets");
  g_assert_true (plenum_store_undo (room->base.store, desk.synthesis, NULL));
  assert_in (room, &desk, 1, "");
  {
    PlenumThemeProposal nameless = { NULL, " ", IDS (desk.cards[0]) };

    room_refuse (room, plenum_action_accept_themes (desk.synthesis, &nameless, 1), PLENUM_STORE_ERROR_INVALID);
  }
  fixture_assert_clean (room->base.store);
}

/* Some cards go into a new theme, and no proposal joins the two again. */
static void
test_split (Room *room, gconstpointer data)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *theme = NULL;
  PlenumThemeProposal all;

  desk_set_up (&desk, room);
  all = (PlenumThemeProposal) { NULL, "All", IDS (desk.cards[0], desk.cards[1], desk.cards[2]) };
  room_do (room, plenum_action_accept_themes (desk.synthesis, &all, 1));
  theme = find_theme (room, "All");
  room_refuse (room, plenum_action_split_theme (theme, "New", IDS (NULL)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_split_theme (theme, "New", all.ideas), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_split_theme (theme, "New", IDS (desk.cards[3])), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_split_theme (theme, " ", IDS (desk.cards[1])), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_split_theme ("none", "New", IDS (desk.cards[1])), PLENUM_STORE_ERROR_NOT_FOUND);

  room_do (room, plenum_action_split_theme (theme, "New", IDS (desk.cards[1])));
  assert_in (room, &desk, 0, "All");
  assert_in (room, &desk, 1, "New");
  assert_in (room, &desk, 2, "All");
  all.title = "Again";
  room_do (room, plenum_action_accept_themes (desk.synthesis, &all, 1));
  assert_in (room, &desk, 0, "All");
  assert_in (room, &desk, 1, "New");
  g_assert_true (plenum_store_undo (room->base.store, desk.synthesis, NULL));
  g_assert_true (plenum_store_undo (room->base.store, desk.synthesis, NULL));
  assert_in (room, &desk, 1, "All");
  g_assert_null (find_theme (room, "New"));
  fixture_assert_clean (room->base.store);
}

/* The cards are others': they may go, and the synthesis stays whole. */
static void
test_cards_go (Room *room, gconstpointer data)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *theme = NULL;
  g_autofree char *copy = NULL;

  desk_set_up (&desk, room);
  theme = room_make (room, plenum_action_add_synthesis_theme (desk.synthesis, "T", IDS (desk.cards[0], desk.cards[2])));
  copy = room_make (room, plenum_action_duplicate_workshop (desk.synthesis, NULL));
  g_assert_cmpint (room_count (room, PLENUM_SOURCE), ==, 4);
  g_assert_cmpint (room_count (room, PLENUM_ASSIGNMENT), ==, 4);
  room_do (room, plenum_action_delete_workshop (copy));
  g_assert_cmpint (room_count (room, PLENUM_ASSIGNMENT), ==, 2);

  room_do (room, plenum_action_delete_ideas (IDS (desk.cards[0])));
  assert_in (room, &desk, 0, "T");
  room_do (room, plenum_action_delete_workshop (desk.other));
  g_assert_cmpint (room_count (room, PLENUM_SOURCE), ==, 2);
  fixture_assert_clean (room->base.store);
  g_assert_true (plenum_store_erase_workshop (room->base.store, desk.synthesis, NULL));
  g_assert_cmpint (room_count (room, PLENUM_ASSIGNMENT), ==, 0);
  fixture_assert_clean (room->base.store);
}

/* Themes of the workshops themselves: one in each workshop that has cards of it. */
static void
test_store (Room *room, gconstpointer data)
{
  g_auto (Desk) desk = { NULL };
  g_autofree char *board = NULL;
  PlenumThemeProposal proposals[2];

  desk_set_up (&desk, room);
  room_do (room, plenum_action_group_ideas (IDS (desk.cards[1]), "By hand"));
  proposals[0] = (PlenumThemeProposal) { NULL, "Both", IDS (desk.cards[0], desk.cards[2]) };
  proposals[1] = (PlenumThemeProposal) { NULL, "One", IDS (desk.cards[1], desk.cards[3]) };
  room_do (room, plenum_action_store_themes (proposals, 2));
  g_assert_cmpint (room_count (room, PLENUM_THEME), ==, 5);
  g_assert_cmpint (room_count (room, PLENUM_MEMBERSHIP), ==, 5);

  /* Again takes the place of what was stored, and leaves what people made. */
  room_do (room, plenum_action_store_themes (proposals, 1));
  g_assert_cmpint (room_count (room, PLENUM_THEME), ==, 3);
  g_assert_cmpint (room_count (room, PLENUM_MEMBERSHIP), ==, 3);
  board = find_theme (room, "By hand");
  g_assert_nonnull (board);
  g_assert_null (find_theme (room, "One"));
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_THEME), ==, 5);

  proposals[1].title = "";
  room_refuse (room, plenum_action_store_themes (proposals, 2), PLENUM_STORE_ERROR_INVALID);
  proposals[1] = (PlenumThemeProposal) { NULL, "x", IDS ("none") };
  room_refuse (room, plenum_action_store_themes (proposals, 2), PLENUM_STORE_ERROR_NOT_FOUND);
  g_assert_cmpint (room_count (room, PLENUM_THEME), ==, 5);
  fixture_assert_clean (room->base.store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/synthesis-actions/sources", test_sources);
  room_add_test ("/synthesis-actions/themes", test_themes);
  room_add_test ("/synthesis-actions/accept", test_accept);
  room_add_test ("/synthesis-actions/split", test_split);
  room_add_test ("/synthesis-actions/cards-go", test_cards_go);
  room_add_test ("/synthesis-actions/store", test_store);

  return g_test_run ();
}
