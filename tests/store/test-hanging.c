/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-hanging.h"

#include "action-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

static PlenumRecord *
make (PlenumRecordType type, guint title_field, const char *title)
{
  PlenumRecord *record = plenum_record_new (type, NULL);

  plenum_record_set_text (record, title_field, title);
  return record;
}

static void
hang (PlenumHanging *hanging, PlenumRecord *idea, const char *area, gint64 x, gint64 y, const char *theme)
{
  plenum_record_set_text (idea, PLENUM_IDEA_AREA, area);
  plenum_record_set_integer (idea, PLENUM_IDEA_X, x);
  plenum_record_set_integer (idea, PLENUM_IDEA_Y, y);
  plenum_hanging_add_idea (hanging, idea, theme);
}

/* Two cards move, one stays; one comes from a blank card, and a theme is seen. */
static void
test_hang (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *old = room_make (room, plenum_action_group_ideas (IDS (a, c), "Old"));
  g_autoptr (PlenumRecord) card_a = room_get (room, PLENUM_IDEA, a);
  g_autoptr (PlenumRecord) card_b = room_get (room, PLENUM_IDEA, b);
  g_autoptr (PlenumRecord) blank = make (PLENUM_IDEA, PLENUM_IDEA_TITLE, "7");
  g_autoptr (PlenumRecord) area = make (PLENUM_AREA, PLENUM_AREA_TITLE, "Wall");
  g_autoptr (PlenumRecord) theme = make (PLENUM_THEME, PLENUM_THEME_TITLE, "Seen");
  PlenumHanging *hanging = plenum_hanging_new (room->board);
  const char *new_area = plenum_record_get_id (area);
  g_autofree char *left = NULL, *right = NULL, *wall = NULL, *label = NULL;
  g_autoptr (PlenumRecord) changed = NULL;
  g_autoptr (PlenumRecord) right_area = room_get (room, PLENUM_AREA, room->right);

  plenum_record_set_text (blank, PLENUM_IDEA_TEXT, "");
  plenum_record_set_text (blank, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_integer (blank, PLENUM_IDEA_CREATED, 1);
  plenum_record_set_text (area, PLENUM_AREA_KIND, "idea");
  plenum_record_set_integer (area, PLENUM_AREA_WIDTH, 400);
  plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "hand");
  plenum_record_set_integer (right_area, PLENUM_AREA_X, -20);
  g_ptr_array_add (hanging->areas, g_object_ref (area));
  g_ptr_array_add (hanging->areas, g_object_ref (right_area));
  g_ptr_array_add (hanging->themes, g_object_ref (theme));
  hang (hanging, card_b, room->right, 10, -20, NULL);
  hang (hanging, blank, new_area, 300, 40, plenum_record_get_id (theme));
  hang (hanging, card_a, new_area, 310, 190, plenum_record_get_id (theme));

  /* Somebody writes while the photo is looked at. */
  {
    g_autoptr (PlenumRecord) typed = room_get (room, PLENUM_IDEA, a);

    plenum_record_set_text (typed, PLENUM_IDEA_TEXT, "A");
    room_do (room, plenum_action_edit_idea (typed));
  }

  room_do (room, plenum_action_hang_ideas (hanging));
  left = room_list_area (room, room->left);
  right = room_list_area (room, room->right);
  wall = room_list_area (room, new_area);
  g_assert_cmpstr (left, ==, "Old(c)");
  g_assert_cmpstr (right, ==, "b");
  g_assert_cmpstr (wall, ==, "Seen(A)");
  changed = room_get (room, PLENUM_IDEA, b);
  g_assert_cmpint (plenum_record_get_integer (changed, PLENUM_IDEA_X), ==, 10);
  g_assert_cmpint (plenum_record_get_integer (changed, PLENUM_IDEA_Y), ==, -20);
  g_clear_object (&changed);
  changed = room_get (room, PLENUM_AREA, room->right);
  g_assert_cmpint (plenum_record_get_integer (changed, PLENUM_AREA_X), ==, -20);
  g_assert_cmpstr (plenum_record_get_text (changed, PLENUM_AREA_TITLE), ==, "Right");
  label = room_last_label (room);
  g_assert_cmpstr (label, ==, "Hang 3 cards as on the photo");

  room_undo (room);
  g_clear_pointer (&left, g_free);
  left = room_list_area (room, room->left);
  g_assert_cmpstr (left, ==, "Old(A c) b");
  g_assert_cmpint (room_count (room, PLENUM_AREA), ==, 2);
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 3);
}

/* Hanging what hangs so already: the cards stay in their theme. */
static void
test_again (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a, b), "Theme"));
  g_autofree char *left = NULL;

  for (guint i = 0; i < 2; i++)
    {
      PlenumHanging *hanging = plenum_hanging_new (room->board);
      g_autoptr (PlenumRecord) card_a = room_get (room, PLENUM_IDEA, a);
      g_autoptr (PlenumRecord) card_b = room_get (room, PLENUM_IDEA, b);

      g_ptr_array_add (hanging->themes, room_get (room, PLENUM_THEME, theme));
      hang (hanging, card_a, room->left, 0, 0, theme);
      hang (hanging, card_b, room->left, 0, 150, theme);
      room_do (room, plenum_action_hang_ideas (hanging));
    }
  left = room_list_area (room, room->left);
  g_assert_cmpstr (left, ==, "Theme(a b)");
  g_assert_cmpint (room_count (room, PLENUM_MEMBERSHIP), ==, 2);
}

static void
test_refused (Room *room, gconstpointer data)
{
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", "de"));
  g_autofree char *foreign = room_make (room, plenum_action_add_idea (other, NULL, NULL, "foreign", NULL, FALSE));
  g_autoptr (PlenumRecord) card = room_get (room, PLENUM_IDEA, foreign);
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a), "Theme"));
  g_autoptr (PlenumRecord) mine = room_get (room, PLENUM_IDEA, a);
  PlenumHanging *hanging = plenum_hanging_new (room->board);

  hang (hanging, card, room->left, 0, 0, NULL);
  room_refuse (room, plenum_action_hang_ideas (hanging), PLENUM_STORE_ERROR_INVALID);

  /* A theme that is elsewhere by now. */
  hanging = plenum_hanging_new (room->board);
  g_ptr_array_add (hanging->themes, room_get (room, PLENUM_THEME, theme));
  hang (hanging, mine, room->right, 0, 0, theme);
  room_refuse (room, plenum_action_hang_ideas (hanging), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_hang_ideas (plenum_hanging_new (other)), PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/hanging/hang", test_hang);
  room_add_test ("/hanging/again", test_again);
  room_add_test ("/hanging/refused", test_refused);
  return g_test_run ();
}
