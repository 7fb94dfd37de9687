/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards go out as other programs take them in, and come back as they went. */
#include <string.h>

#include "fixture.h"
#include "plenum-foreign-export.h"

static const struct { const char *title, *text, *location; } cards[] = {
  { "Radweg", "Am Fluss <entlang> & weiter\n\nZweiter Absatz\nneue Zeile", "Bahnhof (50.732, -7.096)" },
  { "=1+2", "-5 Grad; \"kalt\", sehr", "Markt" },
  { NULL, "+ Ein Text ohne Titel", NULL },
  { "@home", "", "-7.5, 8" },
};

static PlenumRecord *
add (GPtrArray *records, PlenumRecordType type, const char *workshop)
{
  PlenumRecord *record = plenum_record_new (type, NULL);

  if (workshop != NULL)
    plenum_record_set_text (record, 0, workshop);
  g_ptr_array_add (records, record);

  return record;
}

static PlenumRecord *
add_card (GPtrArray *records, const char *workshop, const char *title, const char *text)
{
  PlenumRecord *idea = add (records, PLENUM_IDEA, workshop);
  g_autofree char *position = g_strdup_printf ("a%02u", records->len);

  plenum_record_set_text (idea, PLENUM_IDEA_TITLE, title);
  plenum_record_set_text (idea, PLENUM_IDEA_TEXT, text);
  plenum_record_set_text (idea, PLENUM_IDEA_KIND, "idea");
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, position);
  plenum_record_set_integer (idea, PLENUM_IDEA_CREATED, G_GINT64_CONSTANT (1700000123000));

  return idea;
}

static void
add_labels (GPtrArray *records, const char *workshop, PlenumRecord *idea)
{
  PlenumRecord *theme = add (records, PLENUM_THEME, workshop);
  PlenumRecord *membership = add (records, PLENUM_MEMBERSHIP, workshop);
  PlenumRecord *tag = add (records, PLENUM_TAG, workshop);
  PlenumRecord *comment = add (records, PLENUM_COMMENT, workshop);

  plenum_record_set_text (theme, PLENUM_THEME_TITLE, "Verkehr");
  plenum_record_set_text (theme, PLENUM_THEME_POSITION, "a0");
  plenum_record_set_text (theme, PLENUM_THEME_ORIGIN, "hand");
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_THEME, plenum_record_get_id (theme));
  plenum_record_set_text (membership, PLENUM_MEMBERSHIP_IDEA, plenum_record_get_id (idea));
  plenum_record_set_text (tag, PLENUM_TAG_IDEA, plenum_record_get_id (idea));
  plenum_record_set_text (tag, PLENUM_TAG_NAME, "bald");
  plenum_record_set_text (comment, PLENUM_COMMENT_IDEA, plenum_record_get_id (idea));
  plenum_record_set_text (comment, PLENUM_COMMENT_TEXT, "Gut");
  plenum_record_set_integer (comment, PLENUM_COMMENT_CREATED, 1);
}

/* A workshop with the cards above, one of them by a person, and two that are not shown. */
static char *
fill (PlenumStore *store)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumRecord *workshop = add (records, PLENUM_WORKSHOP, NULL);
  const char *id = plenum_record_get_id (workshop);
  PlenumRecord *person = add (records, PLENUM_PARTICIPANT, id);
  PlenumRecord *first = NULL, *refused, *merged;
  g_autoptr (GError) error = NULL;

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, "Werkstatt");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "running");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_LANGUAGE, "de_DE");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, 1);
  plenum_record_set_text (person, PLENUM_PARTICIPANT_NAME, "Anna Geheim");
  plenum_record_set_integer (person, PLENUM_PARTICIPANT_PRESENT, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      PlenumRecord *idea = add_card (records, id, cards[i].title, cards[i].text);

      plenum_record_set_text (idea, PLENUM_IDEA_LOCATION, cards[i].location);
      plenum_record_set_text (idea, PLENUM_IDEA_AUTHOR, plenum_record_get_id (person));
      first = first != NULL ? first : idea;
    }
  add_labels (records, id, first);
  refused = add_card (records, id, NULL, "Refused");
  plenum_record_set_integer (refused, PLENUM_IDEA_MODERATED, -1);
  merged = add_card (records, id, NULL, "Merged");
  plenum_record_set_text (merged, PLENUM_IDEA_FACE, plenum_record_get_id (first));
  fixture_insert (store, records);

  return g_strdup (id);
}

static gboolean
has_lost (PlenumForeignExport *result, const char *column)
{
  guint found = 0;

  for (guint i = 0; i < result->lost->len; i++)
    found += strcmp (((PlenumImportLoss *) result->lost->pdata[i])->column, column) == 0;
  g_assert_cmpuint (found, <=, 1);

  return found == 1;
}

static char *
export_as (const char *format, PlenumForeignExport **result)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *workshop = fill (store);
  const char *workshops[] = { workshop, NULL };
  g_autofree char *name = g_strconcat (format, "-out.csv", NULL);
  g_autofree char *path = fixture_path (name);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  *result = plenum_foreign_export (store, workshops, format, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*result)->ideas, ==, G_N_ELEMENTS (cards));
  text = fixture_read (path, NULL);
  g_assert_null (strstr (text, "Geheim"));
  g_assert_null (strstr (text, "Refused"));
  g_assert_null (strstr (text, "Merged"));
  g_assert_true (has_lost (*result, "author"));
  g_assert_true (has_lost (*result, "moderated"));
  g_assert_true (has_lost (*result, "comment"));
  g_assert_false (has_lost (*result, "poll"));

  return g_steal_pointer (&path);
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  return strcmp (plenum_record_get_text (*(PlenumRecord **) a, PLENUM_IDEA_POSITION),
                 plenum_record_get_text (*(PlenumRecord **) b, PLENUM_IDEA_POSITION));
}

/* Reads what was written, which is recognised; the cards in their order. */
static GPtrArray *
import_back (const char *path, const char *format, PlenumStore *store)
{
  g_autoptr (PlenumImport) import = fixture_import (store, path);
  PlenumImportResult *result = plenum_import_get_results (import)->pdata[0];
  GPtrArray *ideas = plenum_store_list (store, PLENUM_IDEA, -1, NULL, NULL);

  g_assert_cmpstr (result->format, ==, format);
  g_assert_cmpuint (ideas->len, ==, G_N_ELEMENTS (cards));
  g_ptr_array_sort (ideas, compare_positions);

  return ideas;
}

static void
test_decidim (void)
{
  g_autoptr (PlenumForeignExport) result = NULL;
  g_autofree char *path = export_as ("decidim", &result);
  g_autofree char *text = fixture_read (path, NULL);
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (GPtrArray) ideas = import_back (path, "decidim", other);

  /* The verifier there wants these two. */
  g_assert_true (g_str_has_prefix (text, "id;title/de;body/de;address;latitude;longitude;taxonomies/ids\r\n"));
  g_assert_nonnull (strstr (text, ";Bahnhof;50.732;-7.096;\r\n"));
  g_assert_nonnull (strstr (text, ";'=1+2;"));
  g_assert_nonnull (strstr (text, "<p>Am Fluss &lt;entlang&gt; &amp; weiter</p><p>Zweiter Absatz<br>neue Zeile</p>"));
  g_assert_true (has_lost (result, "theme"));
  g_assert_true (has_lost (result, "tags"));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      const char *title = cards[i].title != NULL ? cards[i].title : cards[i].text;

      g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TITLE), ==, title);
      g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT), ==, *cards[i].text != '\0' ? cards[i].text : title);
      g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_LOCATION), ==, cards[i].location);
    }
}

/* One statement a line, without line ends; a card's title goes in front. */
static void
test_polis (void)
{
  static const char * const statements[] = {
    "Radweg: Am Fluss <entlang> & weiter Zweiter Absatz neue Zeile", "=1+2: -5 Grad; \"kalt\", sehr", "+ Ein Text ohne Titel", "@home",
  };
  g_autoptr (PlenumForeignExport) result = NULL;
  g_autofree char *path = export_as ("polis", &result);
  g_autofree char *text = fixture_read (path, NULL);
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (GPtrArray) ideas = import_back (path, "table", other);

  g_assert_true (g_str_has_prefix (text, "comment_text\r\n"));
  g_assert_nonnull (strstr (text, "\n\"'=1+2: -5 Grad; \"\"kalt\"\", sehr\"\r\n"));
  g_assert_true (has_lost (result, "location"));
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT), ==, statements[i]);
}

static void
test_table (void)
{
  g_autoptr (PlenumForeignExport) result = NULL;
  g_autofree char *path = export_as ("table", &result);
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (GPtrArray) ideas = import_back (path, "table", other);
  g_autoptr (GPtrArray) themes = plenum_store_list (other, PLENUM_THEME, -1, NULL, NULL);
  g_autoptr (GPtrArray) tags = plenum_store_list (other, PLENUM_TAG, -1, NULL, NULL);

  g_assert_cmpuint (themes->len, ==, 1);
  g_assert_cmpstr (plenum_record_get_text (themes->pdata[0], PLENUM_THEME_TITLE), ==, "Verkehr");
  g_assert_cmpuint (tags->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TITLE), ==, cards[i].title);
      g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT), ==, cards[i].text);
      g_assert_cmpstr (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_LOCATION), ==, cards[i].location);
      g_assert_cmpint (plenum_record_get_integer (ideas->pdata[i], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1700000123000));
    }
}

/* A title that had to be made ends at a word, and is not longer than Decidim has it. */
static void
test_long_title (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *workshop = fill (store);
  const char *workshops[] = { workshop, NULL };
  g_autofree char *path = fixture_path ("long.csv");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PlenumImport) import = NULL;
  g_autoptr (GPtrArray) ideas = NULL;
  const char *title = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "Bäume ");
  add_card (records, workshop, NULL, text->str);
  fixture_insert (store, records);
  plenum_foreign_export_free (plenum_foreign_export (store, workshops, "decidim", path, NULL, &error));
  g_assert_no_error (error);

  import = fixture_import (other, path);
  ideas = plenum_store_list (other, PLENUM_IDEA, -1, NULL, NULL);
  for (guint i = 0; i < ideas->len; i++)
    if (g_str_has_prefix (plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TITLE), "Bäume"))
      title = plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TITLE);
  g_assert_true (g_str_has_suffix (title, "Bäume…"));
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, 150);
}

static void
test_errors (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *workshop = fill (store);
  g_autofree char *path = fixture_path ("none.csv");
  g_autofree char *nowhere = fixture_path ("no/such/folder.csv");
  const char *strangers[] = { "0190c0de-0000-7000-8000-000000000000", NULL };
  const char *workshops[] = { workshop, NULL };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (plenum_foreign_export (store, strangers, "polis", path, NULL, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (plenum_foreign_export (store, workshops, "polis", nowhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (plenum_foreign_export (store, workshops, "decidim", path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/foreign-export/decidim", test_decidim);
  g_test_add_func ("/foreign-export/polis", test_polis);
  g_test_add_func ("/foreign-export/table", test_table);
  g_test_add_func ("/foreign-export/long-title", test_long_title);
  g_test_add_func ("/foreign-export/errors", test_errors);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
