/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "action-fixture.h"

#include <string.h>

#include "plenum-board-actions.h"
#include "plenum-history.h"
#include "plenum-idea-actions.h"
#include "plenum-participant-actions.h"
#include "plenum-poll-actions.h"
#include "plenum-workshop-actions.h"

void
room_set_up (Room *room, gconstpointer data)
{
  g_autoptr (GPtrArray) areas = NULL;

  fixture_set_up (&room->base, data);
  room->workshop = room_make (room, plenum_action_add_workshop ("Quartier", "de"));
  areas = plenum_store_list (room->base.store, PLENUM_AREA, PLENUM_AREA_WORKSHOP, room->workshop, NULL);
  g_assert_cmpuint (areas->len, ==, 1);
  room->left = g_strdup (plenum_record_get_id (areas->pdata[0]));
  room->board = g_strdup (plenum_record_get_text (areas->pdata[0], PLENUM_AREA_BOARD));
  room->right = room_make (room, plenum_action_add_area (room->board, "Right"));
}

void
room_tear_down (Room *room, gconstpointer data)
{
  fixture_assert_clean (room->base.store);
  fixture_tear_down (&room->base, data);
  g_free (room->workshop);
  g_free (room->board);
  g_free (room->left);
  g_free (room->right);
}

/* Takes the action. */
void
room_do (Room *room, PlenumAction *action)
{
  g_free (room_make (room, action));
}

/* Takes the action and gives what it made. */
char *
room_make (Room *room, PlenumAction *action)
{
  g_autoptr (PlenumAction) owned = action;
  g_autoptr (GError) error = NULL;

  plenum_store_perform (room->base.store, owned, &error);
  g_assert_no_error (error);

  return g_strdup (plenum_action_get_result (owned));
}

/* The action must fail, with a message, and leave everything as it was. */
void
room_refuse (Room *room, PlenumAction *action, int code)
{
  g_autoptr (PlenumAction) owned = action;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) before = plenum_store_get_history (room->base.store, room->workshop, NULL);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_false (plenum_store_perform (room->base.store, owned, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, code);
  g_assert_cmpint (strlen (error->message), >, 10);
  after = plenum_store_get_history (room->base.store, room->workshop, NULL);
  g_assert_cmpuint (after->len, ==, before->len);
}

void
room_undo (Room *room)
{
  g_autoptr (GError) error = NULL;

  plenum_store_undo (room->base.store, room->workshop, &error);
  g_assert_no_error (error);
}

char *
room_add_card (Room *room, const char *area, const char *text)
{
  return room_make (room, plenum_action_add_idea (room->workshop, area, NULL, text, NULL, FALSE));
}

char *
room_add_person (Room *room, const char *name)
{
  g_autoptr (PlenumRecord) person = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  plenum_record_set_text (person, PLENUM_PARTICIPANT_WORKSHOP, room->workshop);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, name);
  return room_make (room, plenum_action_add_participant (person));
}

typedef struct
{
  const char *position;
  char       *text;
} Item;

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Item *) a)->position, ((const Item *) b)->position);
}

static gboolean
add_stack_text (Room *room, PlenumRecord *theme, GString *text, GHashTable *stacked)
{
  g_autoptr (GPtrArray) memberships = plenum_store_list (room->base.store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME,
                                                         plenum_record_get_id (theme), NULL);
  g_autoptr (GPtrArray) ideas = plenum_store_list (room->base.store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP,
                                                   plenum_record_get_text (theme, PLENUM_THEME_WORKSHOP), NULL);

  g_string_append_printf (text, "%s(", plenum_record_get_text (theme, PLENUM_THEME_TITLE));
  for (guint i = 0; i < ideas->len; i++)
    for (guint m = 0; m < memberships->len; m++)
      if (g_strcmp0 (plenum_record_get_text (memberships->pdata[m], PLENUM_MEMBERSHIP_IDEA),
                     plenum_record_get_id (ideas->pdata[i])) == 0)
        {
          g_string_append_printf (text, "%s%s", text->str[text->len - 1] == '(' ? "" : " ",
                                  plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT));
          /* A card of a stack stands where the stack stands. */
          g_assert_true (plenum_record_field_equal (ideas->pdata[i], theme, PLENUM_IDEA_AREA));
          g_assert_true (g_hash_table_add (stacked, (gpointer) g_intern_string (plenum_record_get_id (ideas->pdata[i]))));
        }
  g_string_append_c (text, ')');

  return TRUE;
}

/* What stands in an area, from top to bottom, as one line: "a b Theme(c d) e". */
char *
room_list_area (Room *room, const char *area)
{
  g_autoptr (GPtrArray) ideas = plenum_store_list (room->base.store, PLENUM_IDEA, PLENUM_IDEA_AREA, area, NULL);
  g_autoptr (GPtrArray) themes = plenum_store_list (room->base.store, PLENUM_THEME, PLENUM_THEME_AREA, area, NULL);
  g_autoptr (GHashTable) stacked = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < themes->len; i++)
    {
      GString *text = g_string_new (NULL);
      Item item = { plenum_record_get_text (themes->pdata[i], PLENUM_THEME_POSITION) };

      add_stack_text (room, themes->pdata[i], text, stacked);
      item.text = g_string_free (text, FALSE);
      g_array_append_val (items, item);
    }
  for (guint i = 0; i < ideas->len; i++)
    if (!g_hash_table_contains (stacked, plenum_record_get_id (ideas->pdata[i])))
      {
        Item item = { plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_POSITION),
                      g_strdup (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT)) };

        g_array_append_val (items, item);
      }

  g_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      /* Two things in one place would come in a different order elsewhere. */
      g_assert_true (i == 0 || compare_items (item - 1, item) != 0);
      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", item->text);
      g_free (item->text);
    }

  return g_string_free (line, FALSE);
}

PlenumRecord *
room_get (Room *room, PlenumRecordType type, const char *id)
{
  g_autoptr (GError) error = NULL;
  PlenumRecord *record = plenum_store_get (room->base.store, type, id, &error);

  g_assert_no_error (error);
  return record;
}

gint64
room_count (Room *room, PlenumRecordType type)
{
  return plenum_store_count (room->base.store, type, -1, NULL);
}

char *
room_last_label (Room *room)
{
  return plenum_store_get_undo_label (room->base.store, room->workshop);
}

/* A poll that is not open yet. @settings may be %NULL. */
RoomPoll
room_draft_poll (Room *room, const char *method, const char *settings, gboolean secret)
{
  g_autoptr (PlenumRecord) poll = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_object_unref);
  RoomPoll made;

  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, room->workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, method);
  plenum_record_set_text (poll, PLENUM_POLL_SETTINGS, settings);
  if (secret)
    plenum_record_set_integer (poll, PLENUM_POLL_SECRET, TRUE);
  for (int i = 0; i < 2; i++)
    {
      g_ptr_array_add (options, plenum_record_new (PLENUM_OPTION, NULL));
      plenum_record_set_text (options->pdata[i], PLENUM_OPTION_TEXT, i == 0 ? "a" : "b");
    }
  made.a = g_strdup (plenum_record_get_id (options->pdata[0]));
  made.b = g_strdup (plenum_record_get_id (options->pdata[1]));
  made.poll = room_make (room, plenum_action_add_poll (poll, options));

  return made;
}

void
room_poll_clear (RoomPoll *poll)
{
  g_free (poll->poll);
  g_free (poll->a);
  g_free (poll->b);
}
