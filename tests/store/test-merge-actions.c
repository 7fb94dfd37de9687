/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-merge-actions.h"
#include "plenum-summary.h"
#include "plenum-theme-actions.h"
#include "plenum-workshop-actions.h"

static void
assert_text (Room *room, const char *id, guint field, const char *expected)
{
  g_autoptr (PlenumRecord) idea = room_get (room, PLENUM_IDEA, id);

  g_assert_cmpstr (plenum_record_get_text (idea, field), ==, expected);
}

/* All that there is of one workshop's cards, as text. */
static char *
describe (Room *room)
{
  static const PlenumRecordType types[] = { PLENUM_IDEA, PLENUM_TAG, PLENUM_COMMENT, PLENUM_MEMBERSHIP, PLENUM_LINK };
  GString *all = g_string_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (types[t]);
      g_autoptr (GPtrArray) records = plenum_store_list (room->base.store, types[t], 0, room->workshop, NULL);

      for (guint i = 0; i < records->len; i++)
        {
          g_string_append (all, plenum_record_get_id (records->pdata[i]));
          for (guint f = 0; f < info->n_fields; f++)
            if (info->fields[f].kind == PLENUM_FIELD_TEXT || info->fields[f].kind == PLENUM_FIELD_REFERENCE)
              g_string_append_printf (all, " %s", plenum_record_get_text (records->pdata[i], f));
          g_string_append_c (all, '\n');
        }
    }

  return g_string_free (all, FALSE);
}

static void
test_merge_and_split (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "Buses"), *b = room_add_card (room, room->right, "buses ");
  g_autofree char *c = room_add_card (room, room->right, "More buses");
  g_autofree char *theme = room_make (room, plenum_action_group_ideas (IDS (a), "Traffic"));
  g_autofree char *face = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *area = NULL;
  g_autoptr (GPtrArray) summaries = NULL;

  room_do (room, plenum_action_add_tag (IDS (a, b), "Bus"));
  room_do (room, plenum_action_add_tag (IDS (c), "more"));
  room_do (room, plenum_action_add_comment (b, "Yes", NULL));
  before = describe (room);

  face = room_make (room, plenum_action_merge_ideas (IDS (a, b, c)));
  /* What two say is said once; it stands where the first did, in its theme. */
  assert_text (room, face, PLENUM_IDEA_TEXT, "Buses\nMore buses");
  assert_text (room, face, PLENUM_IDEA_AREA, room->left);
  assert_text (room, b, PLENUM_IDEA_FACE, face);
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_TAG, PLENUM_TAG_IDEA, face), ==, 2);
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, theme), ==, 2);
  summaries = plenum_store_list_summaries (room->base.store, NULL);
  g_assert_cmpuint (((PlenumSummary *) summaries->pdata[0])->ideas, ==, 1);
  g_assert_cmpint (plenum_store_count_cards (room->base.store, room->right), ==, 0);

  room_do (room, plenum_action_split_ideas (IDS (face)));
  after = describe (room);
  g_assert_cmpstr (after, ==, before);
  room_undo (room);
  assert_text (room, b, PLENUM_IDEA_FACE, face);
  room_undo (room);
  g_free (after);
  after = describe (room);
  g_assert_cmpstr (after, ==, before);
}

/* A merged card is a card: it is merged again, and each split takes one step back. */
static void
test_nested (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a"), *b = room_add_card (room, room->left, "b");
  g_autofree char *c = room_add_card (room, room->left, "c");
  g_autofree char *inner = room_make (room, plenum_action_merge_ideas (IDS (a, b)));
  g_autofree char *outer = room_make (room, plenum_action_merge_ideas (IDS (inner, c)));

  assert_text (room, outer, PLENUM_IDEA_TEXT, "a\nb\nc");
  room_refuse (room, plenum_action_merge_ideas (IDS (outer, a)), PLENUM_STORE_ERROR_INVALID);
  room_do (room, plenum_action_split_ideas (IDS (outer)));
  assert_text (room, inner, PLENUM_IDEA_FACE, NULL);
  assert_text (room, a, PLENUM_IDEA_FACE, inner);
  room_undo (room);
  /* What lies inside goes with it, and comes back. */
  room_do (room, plenum_action_delete_ideas (IDS (outer)));
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 0);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 5);
}

/* What was said of the merged card is not lost with it. */
static void
test_hand_down (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a"), *b = room_add_card (room, room->left, "b");
  g_autofree char *need = room_add_card (room, room->left, "need");
  g_autofree char *face = room_make (room, plenum_action_merge_ideas (IDS (a, b)));

  room_do (room, plenum_action_add_comment (face, "Both", NULL));
  room_do (room, plenum_action_link_ideas (IDS (face), need, "answers-need"));
  room_do (room, plenum_action_link_ideas (IDS (need), face, "builds-on"));
  room_do (room, plenum_action_split_ideas (IDS (face)));
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_COMMENT, PLENUM_COMMENT_IDEA, a), ==, 1);
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_LINK, PLENUM_LINK_IDEA, a), ==, 1);
  g_assert_cmpint (plenum_store_count (room->base.store, PLENUM_LINK, PLENUM_LINK_TARGET, a), ==, 1);
}

static void
test_refuses (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *other = room_make (room, plenum_action_add_workshop ("Other", NULL));
  g_autofree char *foreign = room_make (room, plenum_action_add_idea (other, NULL, NULL, "foreign", NULL, FALSE));

  room_refuse (room, plenum_action_merge_ideas (IDS (a)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_merge_ideas (IDS (a, foreign)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_merge_ideas (IDS (a, "nothing")), PLENUM_STORE_ERROR_NOT_FOUND);
  room_refuse (room, plenum_action_split_ideas (IDS (a)), PLENUM_STORE_ERROR_INVALID);
  room_refuse (room, plenum_action_split_ideas (IDS ("nothing")), PLENUM_STORE_ERROR_NOT_FOUND);
}

typedef struct
{
  char *a, *b;
} Couple;

static gboolean
merge_both (PlenumEdit *edit, gpointer data, GError **error)
{
  Couple *couple = data;

  return plenum_edit_set_text (edit, PLENUM_IDEA, couple->a, PLENUM_IDEA_FACE, couple->b, error)
         && plenum_edit_set_text (edit, PLENUM_IDEA, couple->b, PLENUM_IDEA_FACE, couple->a, error);
}

/* Two cards that stand for each other, as a bundle may bring them, go together. */
static void
test_each_other (Room *room, gconstpointer data)
{
  g_autofree char *a = room_add_card (room, room->left, "a");
  g_autofree char *b = room_add_card (room, room->left, "b");
  Couple couple = { a, b };

  room_do (room, plenum_action_new (plenum_label_new ("Merge"), merge_both, &couple, NULL));
  room_do (room, plenum_action_delete_ideas (IDS (a)));
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 0);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/merge-actions/merge-and-split", test_merge_and_split);
  room_add_test ("/merge-actions/nested", test_nested);
  room_add_test ("/merge-actions/hand-down", test_hand_down);
  room_add_test ("/merge-actions/each-other", test_each_other);
  room_add_test ("/merge-actions/refuses", test_refuses);
  return g_test_run ();
}
