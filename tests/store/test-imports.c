/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plenum_edit_add(): rows of an import that go past the session's recording. What it
 * writes down has to be as good as what the session would have. */
#include "action-fixture.h"
#include "plenum-exchange.h"
#include "plenum-maintenance.h"

#define STAMP "0193a1b2c3d4-0001-89abcdef"

typedef struct
{
  const char *area;
  const char *workshop;
  guint       n;
  gboolean    change; /* the first one again, in the same import */
  gboolean    remove; /* the last one again */
} Import;

static void
make_id (char id[37], guint number)
{
  g_snprintf (id, 37, "01234567-89ab-7def-8123-%012u", number);
}

static PlenumRecord *
make_card (const Import *import, guint number)
{
  char id[37];
  g_autofree char *text = g_strdup_printf ("Straße %u", number);
  PlenumRecord *card;

  make_id (id, number);
  card = plenum_record_new (PLENUM_IDEA, id);
  plenum_record_set_text (card, PLENUM_IDEA_WORKSHOP, import->workshop);
  plenum_record_set_text (card, PLENUM_IDEA_AREA, import->area);
  plenum_record_set_text (card, PLENUM_IDEA_TEXT, text);
  plenum_record_set_text (card, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_text (card, PLENUM_IDEA_POSITION, "m");
  plenum_record_set_integer (card, PLENUM_IDEA_CREATED, 0x112233445566);

  return card;
}

static gboolean
run_import (PlenumEdit *edit, gpointer data, GError **error)
{
  const Import *import = data;
  char first[37], last[37];

  for (guint i = 0; i < import->n; i++)
    {
      g_autoptr (PlenumRecord) card = make_card (import, i);
      g_autoptr (PlenumStamps) stamps = plenum_stamps_new (STAMP, NULL);
      gboolean added;

      plenum_stamps_set (stamps, "text", STAMP);
      if (!plenum_edit_add (edit, card, stamps, &added, error))
        return FALSE;
      g_assert_true (added);
      if (!plenum_edit_add (edit, card, stamps, &added, error))
        return FALSE;
      g_assert_false (added);
    }

  make_id (first, 0);
  make_id (last, import->n - 1);

  return (!import->change || plenum_edit_set_text (edit, PLENUM_IDEA, first, PLENUM_IDEA_TEXT, "Gasse", error))
         && (!import->remove || plenum_edit_delete (edit, PLENUM_IDEA, last, error));
}

static PlenumAction *
make_import (Import *import)
{
  return plenum_action_new_import (plenum_label_new ("Import"), run_import, import, NULL);
}

static guint
find (Room *room, const char *query)
{
  g_autoptr (GPtrArray) found = plenum_store_search_ideas (room->base.store, NULL, query, NULL);

  return found->len;
}

static void
assert_state (Room *room, guint cards, guint streets, guint lanes)
{
  g_autoptr (GPtrArray) problems = plenum_store_check (room->base.store, FALSE, NULL);

  g_assert_cmpint (room_count (room, PLENUM_IDEA), ==, cards);
  g_assert_cmpuint (find (room, "strasse"), ==, streets);
  g_assert_cmpuint (find (room, "gasse"), ==, lanes);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
redo (Room *room)
{
  g_autoptr (GError) error = NULL;

  plenum_store_redo (room->base.store, room->workshop, &error);
  g_assert_no_error (error);
}

static void
test_added (Room *room, gconstpointer data)
{
  Import import = { room->left, room->workshop, 300 };
  g_autoptr (PlenumStamps) stamps = NULL;
  g_autoptr (PlenumRecord) card = NULL;
  char id[37];

  room_do (room, make_import (&import));
  assert_state (room, 300, 300, 0);
  room_undo (room);
  assert_state (room, 0, 0, 0);
  redo (room);
  assert_state (room, 300, 300, 0);

  make_id (id, 299);
  stamps = plenum_store_get_stamps (room->base.store, id);
  g_assert_cmpstr (plenum_stamps_get_base (stamps), ==, STAMP);
  g_assert_true (plenum_stamps_has_own (stamps, "text"));
  card = room_get (room, PLENUM_IDEA, id);
  g_assert_cmpint (plenum_record_get_integer (card, PLENUM_IDEA_CREATED), ==, 0x112233445566);
  g_assert_true (plenum_record_is_null (card, PLENUM_IDEA_TITLE));
}

static void
test_changed_and_removed (Room *room, gconstpointer data)
{
  Import import = { room->left, room->workshop, 5, TRUE, TRUE };

  room_do (room, make_import (&import));
  assert_state (room, 4, 3, 1);
  room_undo (room);
  assert_state (room, 0, 0, 0);
  redo (room);
  assert_state (room, 4, 3, 1);
}

/* What refers to nothing is refused as a whole. */
static void
test_refused (Room *room, gconstpointer data)
{
  Import import = { room->left, room->workshop, 3 };
  Import lost = { "01234567-89ab-7def-8123-00000000abcd", room->workshop, 1 };

  room_refuse (room, make_import (&lost), PLENUM_STORE_ERROR_INVALID);
  assert_state (room, 0, 0, 0);
  room_do (room, make_import (&import));
  assert_state (room, 3, 3, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  room_add_test ("/imports/added", test_added);
  room_add_test ("/imports/changed-and-removed", test_changed_and_removed);
  room_add_test ("/imports/refused", test_refused);

  return g_test_run ();
}
