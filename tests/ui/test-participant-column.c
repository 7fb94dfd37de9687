/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-participant-column.h"
#include "plenum-sector.h"

static PlenumRecord *
make_person (const char *name)
{
  PlenumRecord *person = plenum_record_new (PLENUM_PARTICIPANT, NULL);

  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, name);
  plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, FALSE);

  return person;
}

static void
assert_cell (PlenumColumnId column, PlenumRecord *person, const char *text)
{
  g_autofree char *cell = plenum_column_get_text (column, person);

  g_assert_cmpstr (cell, ==, text);
}

static void
test_sectors (void)
{
  static const struct { const char *typed, *stored; } cases[] = {
    { "Verwaltung", "administration" }, { "  civil society ", "civil-society" }, { "WIRTSCHAFT", "business" },
    { "science", "science" }, { "Kirche", "Kirche" }, { "", NULL }, { "  ", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stored = plenum_sector_parse (cases[i].typed);

      g_assert_cmpstr (stored, ==, cases[i].stored);
    }

  for (guint i = 0; i < PLENUM_N_SECTORS; i++)
    {
      g_autofree char *back = plenum_sector_parse (plenum_sector_get_name (plenum_sector_get_id (i)));

      g_assert_cmpstr (back, ==, plenum_sector_get_id (i));
    }
  g_assert_cmpstr (plenum_sector_get_style ("Kirche"), ==, "sector-other");
  g_assert_cmpstr (plenum_sector_get_style (NULL), ==, "sector-none");
  g_assert_cmpstr (plenum_sector_get_name (NULL), ==, "");
}

static void
test_titles (void)
{
  PlenumColumnId column = PLENUM_N_COLUMNS;

  g_assert_true (plenum_column_find (" E-Mail ", &column));
  g_assert_cmpint (column, ==, PLENUM_COLUMN_EMAIL);
  g_assert_true (plenum_column_find ("ANWESEND", &column));
  g_assert_cmpint (column, ==, PLENUM_COLUMN_PRESENT);
  g_assert_false (plenum_column_find ("Schuhgröße", &column));
  g_assert_cmpint (column, ==, PLENUM_COLUMN_PRESENT);
  for (guint i = 0; i < PLENUM_N_COLUMNS; i++)
    {
      g_assert_true (plenum_column_find (plenum_participant_column_get_title (i), &column));
      g_assert_cmpint (column, ==, i);
    }
}

static void
test_set (void)
{
  g_autoptr (PlenumRecord) person = make_person ("Ada");

  g_assert_false (plenum_column_set_text (PLENUM_COLUMN_NAME, person, " Ada "));
  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_NAME, person, "Ada\nLovelace"));
  assert_cell (PLENUM_COLUMN_NAME, person, "Ada Lovelace");
  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_SECTOR, person, "Wissenschaft"));
  g_assert_cmpstr (plenum_record_get_text (person, PLENUM_PARTICIPANT_SECTOR), ==, "science");
  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_SECTOR, person, ""));
  g_assert_true (plenum_record_is_null (person, PLENUM_PARTICIPANT_SECTOR));

  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_PRESENT, person, "ja"));
  g_assert_cmpint (plenum_record_get_integer (person, PLENUM_PARTICIPANT_PRESENT), ==, 1);
  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_PRESENT, person, "Nein"));
  g_assert_cmpint (plenum_record_get_integer (person, PLENUM_PARTICIPANT_PRESENT), ==, 0);
}

static void
test_consent (void)
{
  g_autoptr (PlenumRecord) person = make_person ("Ada");
  gint64 before = g_get_real_time () / 1000;

  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_CONSENT, person, "23.11.2026"));
  assert_cell (PLENUM_COLUMN_CONSENT, person, "2026-11-23");
  g_assert_false (plenum_column_set_text (PLENUM_COLUMN_CONSENT, person, "2026-11-23"));
  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_CONSENT, person, "-"));
  g_assert_true (plenum_record_is_null (person, PLENUM_PARTICIPANT_CONSENT));
  g_assert_true (plenum_column_set_text (PLENUM_COLUMN_CONSENT, person, "1"));
  g_assert_cmpint (plenum_record_get_integer (person, PLENUM_PARTICIPANT_CONSENT), >=, before);
}

static void
test_sort (void)
{
  g_autoptr (PlenumRecord) a = make_person ("Ärztin");
  g_autoptr (PlenumRecord) b = make_person ("Bäcker");
  g_autoptr (PlenumRecord) nobody = make_person (NULL);

  g_assert_cmpint (plenum_column_compare (PLENUM_COLUMN_NAME, b, nobody), <, 0);
  g_assert_cmpint (plenum_column_compare (PLENUM_COLUMN_NAME, nobody, a), >, 0);
  g_assert_cmpint (plenum_column_compare (PLENUM_COLUMN_NAME, a, a), ==, 0);
  plenum_record_set_integer (b, PLENUM_PARTICIPANT_PRESENT, TRUE);
  g_assert_cmpint (plenum_column_compare (PLENUM_COLUMN_PRESENT, b, a), <, 0);
}

static void
test_filter (void)
{
  g_autoptr (PlenumRecord) person = make_person ("Jörg Groß");

  plenum_record_set_text (person, PLENUM_PARTICIPANT_EMAIL, "geheim@example.org");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_SECTOR, "administration");
  g_assert_true (plenum_participant_match (person, "gross joerg"));
  g_assert_true (plenum_participant_match (person, "admin"));
  g_assert_false (plenum_participant_match (person, "geheim"));
  g_assert_false (plenum_participant_match (person, "yes"));
}

static void
test_pseudonym (void)
{
  g_autoptr (PlenumRecord) person = make_person (NULL);

  g_assert_cmpstr (plenum_participant_name (person), ==, "");
  plenum_record_set_text (person, PLENUM_PARTICIPANT_PSEUDONYM, "Person 7");
  assert_cell (PLENUM_COLUMN_NAME, person, "Person 7");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/participant-column/sectors", test_sectors);
  g_test_add_func ("/participant-column/titles", test_titles);
  g_test_add_func ("/participant-column/set", test_set);
  g_test_add_func ("/participant-column/consent", test_consent);
  g_test_add_func ("/participant-column/sort", test_sort);
  g_test_add_func ("/participant-column/filter", test_filter);
  g_test_add_func ("/participant-column/pseudonym", test_pseudonym);

  return g_test_run ();
}
