/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-photo-plan.h"

#include "action-fixture.h"
#include "plenum-board-actions.h"
#include "plenum-card-format.h"
#include "plenum-idea-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

#define PIXELS 2.0 /* a millimetre */

/* What a camera just before the wall sees of an A6 card whose upper left corner is there. */
static void
see (GArray *codes, const char *id, guint format, gboolean blank, double x, double y)
{
  guint n;
  const PlenumCardFormat *f = &plenum_card_format_get_table (&n)[format];
  double left = x + f->width - f->code_edge - f->code, top = y + f->height - f->code_edge - f->code;
  PlenumPhotoCode code = { .code = { .format = format, .blank = blank } };

  g_strlcpy (code.code.id, id, sizeof code.code.id);
  for (guint i = 0; i < 4; i++)
    code.corners[i] = (PlenumPoint) { PIXELS * (left + (i == 1 || i == 2 ? f->code : 0)), PIXELS * (top + (i >= 2 ? f->code : 0)) };
  g_array_append_val (codes, code);
}

static PlenumPhotoPlan *
plan (Room *room, GArray *codes)
{
  g_autoptr (GError) error = NULL;
  PlenumPhotoPlan *made = plenum_photo_plan_new (room->base.store, room->board, codes, &error);

  g_assert_no_error (error);
  return made;
}

static char *
add_heading (Room *room, const char *text)
{
  char *id = room_add_card (room, room->left, text);

  room_do (room, plenum_action_set_ideas_text (IDS (id), PLENUM_IDEA_FORM, "strip"));
  return id;
}

/* All areas of the board in their order: "Left: a b | Right: c". */
static char *
describe (Room *room)
{
  g_autoptr (GPtrArray) areas = plenum_store_list (room->base.store, PLENUM_AREA, PLENUM_AREA_BOARD, room->board, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < areas->len; i++)
    {
      g_autofree char *cards = room_list_area (room, plenum_record_get_id (areas->pdata[i]));

      g_string_append_printf (text, "%s%s: %s", i > 0 ? " | " : "", plenum_record_get_text (areas->pdata[i], PLENUM_AREA_TITLE), cards);
    }

  return g_string_free (text, FALSE);
}

/* Cards of two areas hang the other way round, one with a heading, one is not there. */
static void
test_columns (Room *room, gconstpointer data)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (PlenumPhotoCode));
  g_autofree char *heading = add_heading (room, "right");
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->right, "c");
  g_autofree char *d = room_add_card (room, room->right, "d");
  g_autoptr (PlenumPhotoPlan) made = NULL;
  g_autoptr (PlenumRecord) idea = NULL;
  g_autofree char *after = NULL, *before = NULL;
  gint64 first;

  room_do (room, plenum_action_rename_area (room->left, "Left"));
  see (codes, b, 0, FALSE, 0, 0);
  see (codes, c, 0, FALSE, 3, 110);
  see (codes, heading, 3, FALSE, 400, 0);
  see (codes, a, 0, FALSE, 420, 80);
  made = plan (room, codes);
  g_assert_cmpuint (made->counts[PLENUM_PHOTO_MOVED], ==, 4);
  g_assert_cmpuint (made->counts[PLENUM_PHOTO_NEW], ==, 0);
  g_assert_cmpuint (made->missing->len, ==, 1);
  g_assert_cmpstr (plenum_record_get_id (made->missing->pdata[0]), ==, d);

  before = describe (room);
  g_assert_cmpstr (before, ==, "Left: right a b | Right: c d");
  room_do (room, plenum_action_hang_ideas (g_steal_pointer (&made->hanging)));
  after = describe (room);
  g_assert_cmpstr (after, ==, "Left: b c | Right: d right a");

  idea = room_get (room, PLENUM_IDEA, b);
  first = plenum_record_get_integer (idea, PLENUM_IDEA_X);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_Y), >=, 0);
  g_clear_object (&idea);
  idea = room_get (room, PLENUM_IDEA, a);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_X) - first, >, 500);
  g_assert_cmpint (plenum_record_get_integer (idea, PLENUM_IDEA_X) - first, <, 700);

  room_undo (room);
  g_free (after);
  after = describe (room);
  g_assert_cmpstr (after, ==, before);
}

/* Groups become themes, old ones where most of their cards hang together; blank cards
 * become ideas called by their number. */
static void
test_groups (Room *room, gconstpointer data)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (PlenumPhotoCode));
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a, b), "Old"));
  g_autofree char *blank = plenum_card_code_new_blank (12);
  g_autofree char *strip = plenum_card_code_new_blank (3);
  g_autoptr (PlenumPhotoPlan) made = NULL;
  g_autoptr (PlenumRecord) idea = NULL;
  g_autofree char *after = NULL;

  room_do (room, plenum_action_rename_area (room->left, "Left"));
  see (codes, a, 0, FALSE, 0, 0);
  see (codes, b, 0, FALSE, 0, 108);
  see (codes, c, 0, FALSE, 0, 400);
  see (codes, blank, 0, TRUE, 0, 508);
  see (codes, strip, 3, TRUE, 0, 900);
  made = plan (room, codes);
  g_assert_cmpuint (made->counts[PLENUM_PHOTO_NEW], ==, 2);
  g_assert_cmpuint (made->missing->len, ==, 0);
  room_do (room, plenum_action_hang_ideas (g_steal_pointer (&made->hanging)));

  after = describe (room);
  g_assert_cmpstr (after, ==, "Left: Old(a b) New theme(c )  | Right: ");
  idea = room_get (room, PLENUM_IDEA, blank);
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_TITLE), ==, "Card No. 12");
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_TEXT), ==, "");
  g_clear_object (&idea);
  idea = room_get (room, PLENUM_IDEA, strip);
  g_assert_cmpstr (plenum_record_get_text (idea, PLENUM_IDEA_FORM), ==, "strip");

  /* The same photo once more finds them all, and makes none twice. */
  g_clear_pointer (&made, plenum_photo_plan_free);
  made = plan (room, codes);
  g_assert_cmpuint (made->counts[PLENUM_PHOTO_NEW], ==, 0);
  g_assert_cmpuint (made->counts[PLENUM_PHOTO_MOVED], ==, 5);
  room_do (room, plenum_action_hang_ideas (g_steal_pointer (&made->hanging)));
  g_free (after);
  after = describe (room);
  g_assert_cmpstr (after, ==, "Left: Old(a b) New theme(c )  | Right: ");
}

/* What belongs elsewhere stays there. */
static void
test_unknown (Room *room, gconstpointer data)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (PlenumPhotoCode));
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", "de"));
  g_autofree char *foreign = room_make (room, plenum_action_add_idea (other, NULL, NULL, "foreign", NULL, FALSE));
  g_autofree char *nobody = plenum_uuid_new ();
  g_autoptr (PlenumPhotoPlan) made = NULL;
  g_autoptr (PlenumPhotoPlan) none = NULL;
  g_autoptr (GError) error = NULL;

  see (codes, foreign, 0, FALSE, 0, 0);
  see (codes, nobody, 0, FALSE, 200, 0);
  made = plan (room, codes);
  g_assert_cmpuint (made->counts[PLENUM_PHOTO_UNKNOWN], ==, 2);
  g_assert_null (made->hanging);
  g_assert_null (g_array_index (made->cards, PlenumPhotoCard, 0).name);

  g_array_set_size (codes, 0);
  none = plan (room, codes);
  g_assert_null (none->hanging);
  g_assert_null (plenum_photo_plan_new (room->base.store, nobody, codes, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/photo-plan/columns", test_columns);
  room_add_test ("/photo-plan/groups", test_groups);
  room_add_test ("/photo-plan/unknown", test_unknown);
  return g_test_run ();
}
