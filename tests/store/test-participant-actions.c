/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"
#include "plenum-idea-actions.h"
#include "plenum-participant-actions.h"

static PlenumRecord *
new_person (Room *room, const char *name)
{
  PlenumRecord *person = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, room->workshop);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, name);
  return person;
}

static void
test_add_and_edit (Room *room, gconstpointer data)
{
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autoptr (PlenumRecord) person = room_get (room, PLENUM_PARTICIPANT, ada);
  g_autoptr (PlenumRecord) nobody = new_person (room, " ");
  g_autoptr (PlenumRecord) homeless = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  g_assert_cmpint (plenum_record_get_integer (person, PLENUM_PARTICIPANT_PRESENT), ==, 0);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, "science");
  room_do (room, plenum_action_edit_participant (person));
  room_refuse (room, plenum_action_add_participant (nobody), PLENUM_STORE_ERROR_INVALID);
  plenum_record_set_text (homeless, PLENUM_PARTICIPANT_NAME, "Bo");
  room_refuse (room, plenum_action_add_participant (homeless), PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
test_weights (Room *room, gconstpointer data)
{
  static const char * const good[] = { "1", "3/2", "012", "999999999/1" };
  static const char * const bad[] = { "", "0", "0/1", "1/0", "-1", "1.5", "3/", "/2", "1/2/3", "1000000000", " 1" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (PlenumRecord) person = new_person (room, "Ada");

      plenum_record_set_text (person, PLENUM_PARTICIPANT_WEIGHT, good[i]);
      room_do (room, plenum_action_add_participant (person));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (PlenumRecord) person = new_person (room, "Ada");

      plenum_record_set_text (person, PLENUM_PARTICIPANT_WEIGHT, bad[i]);
      room_refuse (room, plenum_action_add_participant (person), PLENUM_STORE_ERROR_INVALID);
    }
}

static void
test_put (Room *room, gconstpointer data)
{
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = NULL;

  g_ptr_array_add (changed, room_get (room, PLENUM_PARTICIPANT, ada));
  plenum_record_set_text (changed->pdata[0], PLENUM_PARTICIPANT_EMAIL, "ada@example.org");
  g_ptr_array_add (added, new_person (room, "Bo"));
  g_ptr_array_add (added, new_person (room, "Cy"));
  room_do (room, plenum_action_put_participants (changed, added));
  label = room_last_label (room);
  g_assert_cmpstr (label, ==, "Take over 3 participants");
  g_assert_cmpint (room_count (room, PLENUM_PARTICIPANT), ==, 3);

  g_ptr_array_add (added, new_person (room, ""));
  g_ptr_array_remove_index (added, 0);
  room_refuse (room, plenum_action_put_participants (NULL, added), PLENUM_STORE_ERROR_INVALID);
  room_undo (room);
  g_assert_cmpint (room_count (room, PLENUM_PARTICIPANT), ==, 1);
}

static void
test_presence_and_consent (Room *room, gconstpointer data)
{
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *bo = room_add_person (room, "Bo");
  g_autoptr (PlenumRecord) first = NULL;
  g_autoptr (PlenumRecord) again = NULL;
  g_autoptr (PlenumRecord) withdrawn = NULL;

  room_do (room, plenum_action_set_present (IDS (ada, bo), TRUE));
  room_do (room, plenum_action_set_consent (IDS (ada), TRUE));
  first = room_get (room, PLENUM_PARTICIPANT, ada);
  g_assert_cmpint (plenum_record_get_integer (first, PLENUM_PARTICIPANT_PRESENT), ==, 1);
  g_assert_cmpint (plenum_record_get_integer (first, PLENUM_PARTICIPANT_CONSENT), >, 0);
  room_do (room, plenum_action_set_consent (IDS (ada, bo), TRUE));
  again = room_get (room, PLENUM_PARTICIPANT, ada);
  g_assert_true (plenum_record_field_equal (first, again, PLENUM_PARTICIPANT_CONSENT));
  room_do (room, plenum_action_set_consent (IDS (ada), FALSE));
  withdrawn = room_get (room, PLENUM_PARTICIPANT, ada);
  g_assert_true (plenum_record_is_null (withdrawn, PLENUM_PARTICIPANT_CONSENT));
}

static void
test_delete (Room *room, gconstpointer data)
{
  g_autofree char *ada = room_add_person (room, "Ada");
  g_autofree char *card = room_add_card (room, room->left, "hers");
  g_autoptr (PlenumRecord) idea = room_get (room, PLENUM_IDEA, card);
  g_autofree char *comment = NULL;
  g_autoptr (PlenumRecord) after = NULL;
  g_autoptr (PlenumRecord) remark = NULL;

  plenum_record_set_text (idea, PLENUM_IDEA_AUTHOR, ada);
  room_do (room, plenum_action_edit_idea (idea));
  comment = room_make (room, plenum_action_add_comment (card, "hers too", ada));
  room_do (room, plenum_action_delete_participants (IDS (ada)));
  after = room_get (room, PLENUM_IDEA, card);
  remark = room_get (room, PLENUM_COMMENT, comment);
  g_assert_true (plenum_record_is_null (after, PLENUM_IDEA_AUTHOR));
  g_assert_true (plenum_record_is_null (remark, PLENUM_COMMENT_AUTHOR));
  room_refuse (room, plenum_action_delete_participants (IDS (ada)), PLENUM_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  room_add_test ("/participant-actions/add-and-edit", test_add_and_edit);
  room_add_test ("/participant-actions/weights", test_weights);
  room_add_test ("/participant-actions/put", test_put);
  room_add_test ("/participant-actions/presence-and-consent", test_presence_and_consent);
  room_add_test ("/participant-actions/delete", test_delete);
  return g_test_run ();
}
