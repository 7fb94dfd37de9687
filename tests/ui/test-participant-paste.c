/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-participant-paste.h"

#define WORKSHOP "01234567-89ab-7def-8123-456789abcdef"

static const PlenumColumnId columns[] = { PLENUM_COLUMN_NAME, PLENUM_COLUMN_ORGANISATION, PLENUM_COLUMN_SECTOR };

static GListModel *
make_rows (guint n)
{
  GListStore *rows = g_list_store_new (PLENUM_TYPE_RECORD);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autoptr (PlenumRecord) person = plenum_participant_new_from_line (WORKSHOP, name);

      g_list_store_append (rows, person);
    }

  return G_LIST_MODEL (rows);
}

static const char *
get_text (GPtrArray *records, guint index, guint field)
{
  return plenum_record_get_text (g_ptr_array_index (records, index), field);
}

static void
test_fills_and_adds (void)
{
  g_autoptr (GListModel) rows = make_rows (3);
  g_autoptr (PlenumPaste) paste = plenum_paste_new (rows, 2, columns, G_N_ELEMENTS (columns), WORKSHOP,
                                                    "Ada\tUni Köln\tWissenschaft\ttoo much\n\t\nGrete\tStadt\n");

  g_assert_cmpuint (paste->changed->len, ==, 1);
  g_assert_cmpuint (paste->added->len, ==, 1);
  g_assert_cmpstr (get_text (paste->changed, 0, PLENUM_PARTICIPANT_NAME), ==, "Ada");
  g_assert_cmpstr (get_text (paste->changed, 0, PLENUM_PARTICIPANT_SECTOR), ==, "science");
  g_assert_null (get_text (paste->changed, 0, PLENUM_PARTICIPANT_ROLE));
  g_assert_cmpstr (get_text (paste->added, 0, PLENUM_PARTICIPANT_NAME), ==, "Grete");
  g_assert_cmpstr (get_text (paste->added, 0, PLENUM_PARTICIPANT_WORKSHOP), ==, WORKSHOP);
}

static void
test_same_changes_nothing (void)
{
  g_autoptr (GListModel) rows = make_rows (2);
  g_autoptr (PlenumPaste) paste = plenum_paste_new (rows, 0, columns, G_N_ELEMENTS (columns), WORKSHOP,
                                                    "Person 0\nPerson 1\n");

  g_assert_cmpuint (paste->changed->len, ==, 0);
  g_assert_cmpuint (paste->added->len, ==, 0);
}

static void
test_one_row_fills_all (void)
{
  g_autoptr (GListModel) rows = make_rows (3);
  g_autoptr (GPtrArray) selected = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlenumPaste) one = NULL;
  g_autoptr (PlenumPaste) two = NULL;
  g_autoptr (PlenumPaste) several = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (selected, g_list_model_get_item (rows, i));

  one = plenum_paste_new_fill (selected, &columns[1], 2, "Werkhof\n");
  g_assert_cmpuint (one->changed->len, ==, 3);
  g_assert_cmpuint (one->added->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (get_text (one->changed, i, PLENUM_PARTICIPANT_ORGANISATION), ==, "Werkhof");
      g_assert_null (get_text (one->changed, i, PLENUM_PARTICIPANT_SECTOR));
    }

  two = plenum_paste_new_fill (selected, &columns[1], 2, "Werkhof\tWirtschaft\ttoo much");
  g_assert_cmpstr (get_text (two->changed, 2, PLENUM_PARTICIPANT_SECTOR), ==, "business");
  g_assert_cmpstr (get_text (two->changed, 2, PLENUM_PARTICIPANT_NAME), ==, "Person 2");

  several = plenum_paste_new_fill (selected, &columns[1], 2, "Werkhof\nStadt\n");
  g_assert_null (several);
}

static void
test_header (void)
{
  g_autoptr (GListModel) rows = make_rows (2);
  g_autoptr (PlenumPaste) paste = plenum_paste_new (rows, 0, columns, G_N_ELEMENTS (columns), WORKSHOP,
                                                    "Sektor\tName\tRolle\nWirtschaft\tKlaus\tChef\n");

  g_assert_cmpuint (paste->changed->len, ==, 0);
  g_assert_cmpuint (paste->added->len, ==, 1);
  g_assert_cmpstr (get_text (paste->added, 0, PLENUM_PARTICIPANT_NAME), ==, "Klaus");
  g_assert_cmpstr (get_text (paste->added, 0, PLENUM_PARTICIPANT_SECTOR), ==, "business");
  g_assert_cmpstr (get_text (paste->added, 0, PLENUM_PARTICIPANT_ROLE), ==, "Chef");
}

static void
test_round_trip (void)
{
  g_autoptr (GListModel) rows = make_rows (0);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  g_autoptr (PlenumPaste) paste = NULL;

  g_ptr_array_add (people, plenum_participant_new_from_line (WORKSHOP, "Ada \"Countess\"; A\tB; science"));
  text = plenum_paste_format (people, columns, G_N_ELEMENTS (columns));
  paste = plenum_paste_new (rows, 0, columns, G_N_ELEMENTS (columns), WORKSHOP, text);
  g_assert_cmpuint (paste->added->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *before = plenum_column_get_text (columns[i], g_ptr_array_index (people, 0));
      g_autofree char *after = plenum_column_get_text (columns[i], g_ptr_array_index (paste->added, 0));

      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_line (void)
{
  g_autoptr (PlenumRecord) person = plenum_participant_new_from_line (WORKSHOP, "Bea; Stadt Bonn; Verwaltung; Leitung");

  g_assert_cmpstr (plenum_record_get_text (person, PLENUM_PARTICIPANT_ORGANISATION), ==, "Stadt Bonn");
  g_assert_cmpstr (plenum_record_get_text (person, PLENUM_PARTICIPANT_SECTOR), ==, "administration");
  g_assert_cmpstr (plenum_record_get_text (person, PLENUM_PARTICIPANT_ROLE), ==, "Leitung");
  g_assert_null (plenum_participant_new_from_line (WORKSHOP, " ; "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/participant-paste/fills-and-adds", test_fills_and_adds);
  g_test_add_func ("/participant-paste/same-changes-nothing", test_same_changes_nothing);
  g_test_add_func ("/participant-paste/one-row-fills-all", test_one_row_fills_all);
  g_test_add_func ("/participant-paste/header", test_header);
  g_test_add_func ("/participant-paste/round-trip", test_round_trip);
  g_test_add_func ("/participant-paste/line", test_line);

  return g_test_run ();
}
