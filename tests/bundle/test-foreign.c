/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of other programs. The files are written after the programs' own code
 * and documents: every column that they name, and what real ones do to it. */
#include <string.h>

#include "fixture.h"
#include "plenum-csv.h"
#include "plenum-json-scanner.h"

typedef struct
{
  PlenumStore        *store;
  PlenumImport       *import;
  PlenumImportResult *result;
  GPtrArray          *ideas; /* in the file's order */
} Imported;

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  return strcmp (plenum_record_get_text (*(PlenumRecord **) a, PLENUM_IDEA_POSITION),
                 plenum_record_get_text (*(PlenumRecord **) b, PLENUM_IDEA_POSITION));
}

/* Imports a kept file, which has to be recognised, and again, which changes nothing. */
static Imported
import_kept (const char *name, const char *format)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "foreign", name, NULL);
  const char * const paths[] = { path, NULL };
  Imported self = { fixture_new () };

  self.import = fixture_import_files (self.store, paths);
  self.result = plenum_import_get_results (self.import)->pdata[0];
  g_assert_cmpstr (self.result->format, ==, format);
  self.ideas = plenum_store_list (self.store, PLENUM_IDEA, -1, NULL, NULL);
  g_ptr_array_sort (self.ideas, compare_positions);
  fixture_assert_nothing_new (self.store, paths);

  return self;
}

static void
imported_clear (Imported *self)
{
  g_object_unref (self->import);
  g_ptr_array_unref (self->ideas);
  plenum_store_close (self->store);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, imported_clear)

static void
assert_idea (Imported *self, guint index, int field, const char *expected)
{
  g_assert_cmpuint (index, <, self->ideas->len);
  g_assert_cmpstr (plenum_record_get_text (self->ideas->pdata[index], field), ==, expected);
}

static void
assert_count (Imported *self, PlenumRecordType type, gint64 expected)
{
  g_assert_cmpint (plenum_store_count (self->store, type, -1, NULL), ==, expected);
}

static gboolean
has_lost (Imported *self, const char *column)
{
  for (guint i = 0; i < self->result->lost->len; i++)
    if (strcmp (((PlenumImportLoss *) self->result->lost->pdata[i])->column, column) == 0)
      return TRUE;

  return FALSE;
}

/* The one record of a type. */
static PlenumRecord *
get_only (Imported *self, PlenumRecordType type)
{
  g_autoptr (GPtrArray) records = plenum_store_list (self->store, type, -1, NULL, NULL);

  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (records->pdata[0]);
}

static void
test_decidim_csv (void)
{
  g_auto (Imported) self = import_kept ("decidim.csv", PLENUM_IMPORT_DECIDIM);
  g_autoptr (PlenumRecord) comment = get_only (&self, PLENUM_COMMENT);
  g_autoptr (PlenumRecord) tag = get_only (&self, PLENUM_TAG);

  g_assert_cmpuint (self.ideas->len, ==, 2);
  assert_idea (&self, 0, PLENUM_IDEA_TITLE, "Mehr Fahrradständer");
  assert_idea (&self, 0, PLENUM_IDEA_TEXT, "Am Bahnhof fehlen sie.\n\n• vorne\n• hinten");
  assert_idea (&self, 0, PLENUM_IDEA_LOCATION, "Bahnhofsplatz 1 (50.732, 7.096)");
  assert_idea (&self, 0, PLENUM_IDEA_SOURCE_SYSTEM, "decidim");
  assert_idea (&self, 0, PLENUM_IDEA_SOURCE_ID, "71");
  assert_idea (&self, 0, PLENUM_IDEA_SOURCE_URL, "https://mitmachen.example/processes/plan/f/9/proposals/71");
  g_assert_cmpint (plenum_record_get_integer (self.ideas->pdata[0], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1714979553000));
  assert_idea (&self, 1, PLENUM_IDEA_TITLE, "Trees & benches");
  assert_idea (&self, 1, PLENUM_IDEA_TEXT, "1 < 2, and 3 > 2");
  g_assert_cmpstr (plenum_record_get_text (comment, PLENUM_COMMENT_TEXT), ==, "Wird gebaut.");
  g_assert_cmpstr (plenum_record_get_text (tag, PLENUM_TAG_NAME), ==, "Verkehr");
  assert_count (&self, PLENUM_PARTICIPANT, 2);

  g_assert_true (has_lost (&self, "title/machine_translations/fr"));
  g_assert_true (has_lost (&self, "votes"));
  g_assert_true (has_lost (&self, "state"));
  g_assert_false (has_lost (&self, "title/de"));
  g_assert_false (has_lost (&self, "latitude"));
}

static void
test_decidim_json (void)
{
  g_auto (Imported) self = import_kept ("decidim.json", PLENUM_IMPORT_DECIDIM);
  g_autoptr (PlenumRecord) theme = get_only (&self, PLENUM_THEME);

  g_assert_cmpuint (self.ideas->len, ==, 2);
  assert_idea (&self, 0, PLENUM_IDEA_TITLE, "Mehr Fahrradständer");
  assert_idea (&self, 0, PLENUM_IDEA_TEXT, "Am Bahnhof");
  assert_idea (&self, 0, PLENUM_IDEA_SOURCE_ID, "71");
  assert_idea (&self, 0, PLENUM_IDEA_LOCATION, "50.732, 7.096");
  assert_idea (&self, 1, PLENUM_IDEA_TITLE, "Trees");
  assert_idea (&self, 1, PLENUM_IDEA_TEXT, "");
  g_assert_cmpstr (plenum_record_get_text (theme, PLENUM_THEME_TITLE), ==, "Grün");
  assert_count (&self, PLENUM_TAG, 2);
  assert_count (&self, PLENUM_COMMENT, 1);
  g_assert_true (has_lost (&self, "votes"));
}

/* One list is one workshop, whichever way it was exported. */
static void
test_decidim_both (void)
{
  g_auto (Imported) self = import_kept ("decidim.csv", PLENUM_IMPORT_DECIDIM);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "foreign", "decidim.json", NULL);
  g_autoptr (PlenumImport) second = fixture_import_files (self.store, (const char * const []) { path, NULL });

  assert_count (&self, PLENUM_WORKSHOP, 1);
  assert_count (&self, PLENUM_IDEA, 2);
  g_assert_cmpuint (plenum_import_count (second, PLENUM_IMPORT_CHANGED), >, 0);
}

static void
test_sensemaker (void)
{
  g_auto (Imported) self = import_kept ("sensemaker.csv", PLENUM_IMPORT_SENSEMAKER);

  g_assert_cmpuint (self.ideas->len, ==, 2);
  assert_idea (&self, 0, PLENUM_IDEA_TEXT, "More trees, please");
  assert_idea (&self, 1, PLENUM_IDEA_SOURCE_ID, "2");
  g_assert_true (has_lost (&self, "agrees"));
  g_assert_true (has_lost (&self, "a_group"));
}

static void
test_talk_to_the_city (void)
{
  g_auto (Imported) self = import_kept ("talktothecity.csv", PLENUM_IMPORT_TALK_TO_THE_CITY);

  g_assert_cmpuint (self.ideas->len, ==, 2);
  assert_idea (&self, 0, PLENUM_IDEA_TEXT, "Longer opening hours");
  assert_count (&self, PLENUM_PARTICIPANT, 1);
  g_assert_true (has_lost (&self, "video"));
}

static void
test_consul (void)
{
  g_auto (Imported) table = import_kept ("consul.csv", PLENUM_IMPORT_CONSUL);
  g_auto (Imported) json = import_kept ("consul.json", PLENUM_IMPORT_CONSUL);

  g_assert_cmpuint (table.ideas->len, ==, 2);
  assert_idea (&table, 0, PLENUM_IDEA_TITLE, "Trinkbrunnen");
  assert_idea (&table, 1, PLENUM_IDEA_SOURCE_ID, "13");
  assert_count (&table, PLENUM_THEME, 1);
  assert_count (&table, PLENUM_PARTICIPANT, 2);
  g_assert_true (has_lost (&table, "Unterstützungen"));
  g_assert_true (has_lost (&table, "Machbarkeit"));

  g_assert_cmpuint (json.ideas->len, ==, 2);
  assert_idea (&json, 0, PLENUM_IDEA_TEXT, "Auch am Wochenende…");
  g_assert_cmpint (plenum_record_get_integer (json.ideas->pdata[0], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1614852000000));
  assert_count (&json, PLENUM_TAG, 1);
  assert_count (&json, PLENUM_PARTICIPANT, 1);
  g_assert_true (has_lost (&json, "summary"));
}

static void
test_adhocracy (void)
{
  g_auto (Imported) table = import_kept ("adhocracy.csv", PLENUM_IMPORT_ADHOCRACY);
  g_auto (Imported) json = import_kept ("adhocracy.json", PLENUM_IMPORT_ADHOCRACY);
  g_autoptr (PlenumRecord) comment = get_only (&json, PLENUM_COMMENT);

  g_assert_cmpuint (table.ideas->len, ==, 2);
  assert_idea (&table, 0, PLENUM_IDEA_TITLE, "Zebrastreifen");
  assert_idea (&table, 0, PLENUM_IDEA_SOURCE_ID, "2020-00012");
  assert_idea (&table, 0, PLENUM_IDEA_LOCATION, "Schulstr. (52.5, 13.4)");
  g_assert_cmpint (plenum_record_get_integer (table.ideas->pdata[0], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1580738700000));
  assert_count (&table, PLENUM_TAG, 2);
  assert_count (&table, PLENUM_COMMENT, 1);
  g_assert_true (has_lost (&table, "Budget"));
  g_assert_true (has_lost (&table, "Positive Bewertungen"));

  /* Neither the project nor its module is a contribution. */
  g_assert_cmpuint (json.ideas->len, ==, 1);
  assert_idea (&json, 0, PLENUM_IDEA_TITLE, "Brunnen");
  assert_idea (&json, 0, PLENUM_IDEA_TEXT, "Wasser!");
  g_assert_cmpstr (plenum_record_get_text (comment, PLENUM_COMMENT_TEXT), ==, "Gute Idee");
  assert_count (&json, PLENUM_TAG, 2);
  assert_count (&json, PLENUM_PARTICIPANT, 2);
}

/* What the option of that text got in the only vote. */
static gint64
get_points (Imported *self, const char *text)
{
  g_autoptr (PlenumRecord) ballot = get_only (self, PLENUM_BALLOT);
  g_autoptr (GPtrArray) options = plenum_store_list (self->store, PLENUM_OPTION, PLENUM_OPTION_TEXT, text, NULL);
  g_autofree char *member = NULL;
  const char *found;

  g_assert_cmpuint (options->len, ==, 1);
  member = g_strdup_printf ("\"%s\":", plenum_record_get_id (options->pdata[0]));
  found = strstr (plenum_record_get_text (ballot, PLENUM_BALLOT_CHOICES), member);
  g_assert_nonnull (found);

  return g_ascii_strtoll (found + strlen (member), NULL, 10);
}

static void
check_scrumlr (Imported *self)
{
  g_autoptr (PlenumRecord) theme = get_only (self, PLENUM_THEME);
  g_autoptr (PlenumRecord) poll = get_only (self, PLENUM_POLL);
  g_autoptr (PlenumRecord) ballot = get_only (self, PLENUM_BALLOT);

  g_assert_cmpuint (self->ideas->len, ==, 3);
  assert_idea (self, 0, PLENUM_IDEA_TEXT, "Testen, früher");
  g_assert_cmpstr (plenum_record_get_text (theme, PLENUM_THEME_TITLE), ==, "Testen, früher");
  assert_count (self, PLENUM_MEMBERSHIP, 2);
  assert_count (self, PLENUM_AREA, 2);
  g_assert_cmpint (plenum_store_count (self->store, PLENUM_AREA, PLENUM_AREA_TITLE, "Weniger davon"), ==, 1);
  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_METHOD), ==, "dots");
  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_STATE), ==, "closed");
  g_assert_cmpint (plenum_record_get_integer (poll, PLENUM_POLL_SHOWN), >, 0);
  g_assert_cmpstr (plenum_record_get_text (ballot, PLENUM_BALLOT_CHANNEL), ==, "hands");
  g_assert_cmpint (get_points (self, "Testen, früher"), ==, 3);
  g_assert_cmpint (get_points (self, "Weniger Sitzungen"), ==, 1);
}

static void
test_scrumlr (void)
{
  g_auto (Imported) table = import_kept ("scrumlr.csv", PLENUM_IMPORT_SCRUMLR);
  g_auto (Imported) json = import_kept ("scrumlr.json", PLENUM_IMPORT_SCRUMLR);
  g_autoptr (PlenumRecord) workshop = get_only (&json, PLENUM_WORKSHOP);
  g_autoptr (PlenumRecord) poll = get_only (&json, PLENUM_POLL);
  g_autoptr (PlenumRecord) ballot = get_only (&json, PLENUM_BALLOT);

  check_scrumlr (&table);
  check_scrumlr (&json);
  assert_count (&table, PLENUM_PARTICIPANT, 2);
  g_assert_cmpuint (table.result->lost->len, ==, 0);
  /* Nobody knows who u9 was. */
  assert_idea (&json, 2, PLENUM_IDEA_AUTHOR, NULL);
  g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE), ==, "Rückblick Mai");
  g_assert_cmpstr (plenum_record_get_text (poll, PLENUM_POLL_SETTINGS), ==, "{\"most\":0,\"points\":5}");
  g_assert_cmpint (plenum_record_get_integer (ballot, PLENUM_BALLOT_VOTERS), ==, 2);
}

/* A group's votes stand with each of its cards and are counted once. */
static void
test_parabol (void)
{
  g_auto (Imported) self = import_kept ("parabol.csv", PLENUM_IMPORT_PARABOL);
  g_autoptr (PlenumRecord) ballot = get_only (&self, PLENUM_BALLOT);
  g_autoptr (GPtrArray) comments = plenum_store_list (self.store, PLENUM_COMMENT, PLENUM_COMMENT_IDEA,
                                                      plenum_record_get_id (self.ideas->pdata[0]), NULL);

  g_assert_cmpuint (self.ideas->len, ==, 3);
  assert_idea (&self, 0, PLENUM_IDEA_TEXT, "Write tests first");
  assert_idea (&self, 0, PLENUM_IDEA_AUTHOR, NULL);
  assert_count (&self, PLENUM_THEME, 2);
  assert_count (&self, PLENUM_MEMBERSHIP, 3);
  assert_count (&self, PLENUM_OPTION, 2);
  g_assert_cmpint (get_points (&self, "Testing"), ==, 3);
  g_assert_cmpint (get_points (&self, "Meetings"), ==, 1);
  g_assert_cmpint (plenum_record_get_integer (ballot, PLENUM_BALLOT_VOTERS), ==, 4);
  g_assert_cmpuint (comments->len, ==, 2);
  assert_count (&self, PLENUM_PARTICIPANT, 2);
  g_assert_cmpuint (self.result->lost->len, ==, 0);
}

static void
test_trello_csv (void)
{
  g_auto (Imported) self = import_kept ("trello.csv", PLENUM_IMPORT_TRELLO);
  g_autoptr (PlenumRecord) workshop = get_only (&self, PLENUM_WORKSHOP);

  g_assert_cmpstr (plenum_record_get_text (workshop, PLENUM_WORKSHOP_TITLE), ==, "House");
  g_assert_cmpuint (self.ideas->len, ==, 2);
  assert_idea (&self, 0, PLENUM_IDEA_TITLE, "Paint the wall");
  assert_idea (&self, 0, PLENUM_IDEA_TEXT, "With **care**");
  assert_count (&self, PLENUM_AREA, 2);
  g_assert_cmpint (plenum_store_count (self.store, PLENUM_TAG, PLENUM_TAG_NAME, "Urgent"), ==, 1);
  g_assert_cmpint (plenum_store_count (self.store, PLENUM_TAG, PLENUM_TAG_NAME, "House"), ==, 1);
  g_assert_cmpint (plenum_store_count (self.store, PLENUM_TAG, PLENUM_TAG_NAME, "archived"), ==, 1);
  g_assert_true (has_lost (&self, "Members"));
}

static void
test_trello_json (void)
{
  g_auto (Imported) self = import_kept ("trello.json", PLENUM_IMPORT_TRELLO);
  g_autoptr (GPtrArray) comments = plenum_store_list (self.store, PLENUM_COMMENT, -1, NULL, NULL);

  /* By list and by place in it, not as the file has them. */
  g_assert_cmpuint (self.ideas->len, ==, 3);
  assert_idea (&self, 0, PLENUM_IDEA_TITLE, "Paint the wall");
  assert_idea (&self, 1, PLENUM_IDEA_TITLE, "Clean");
  assert_idea (&self, 2, PLENUM_IDEA_TITLE, "Mend the door");
  g_assert_cmpint (plenum_record_get_integer (self.ideas->pdata[0], PLENUM_IDEA_CREATED), ==, G_GINT64_CONSTANT (1593835520000));
  g_assert_cmpint (plenum_store_count (self.store, PLENUM_TAG, PLENUM_TAG_NAME, "Urgent, really"), ==, 1);
  g_assert_cmpint (plenum_store_count (self.store, PLENUM_TAG, PLENUM_TAG_NAME, "red"), ==, 1);
  g_assert_cmpint (plenum_store_count (self.store, PLENUM_TAG, PLENUM_TAG_NAME, "archived"), ==, 1);
  assert_count (&self, PLENUM_AREA, 2);
  g_assert_cmpuint (comments->len, ==, 2);
  g_assert_true (has_lost (&self, "due"));
  g_assert_true (has_lost (&self, "idMembers"));
}

/* The encodings and separators that spreadsheets make of an export. */
static void
test_encodings (void)
{
  static const char text[] = "id;title/de;body/de;state\n1;Bürgerbüro;„größer“;x\n2;Öffnungszeiten;länger;x\n";
  static const char * const encodings[] = { "UTF-16", "Windows-1252" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *path = fixture_write ("encoded.csv", bytes, length);
      g_autoptr (PlenumStore) store = fixture_new ();
      g_autoptr (PlenumImport) import = fixture_import_files (store, (const char * const []) { path, NULL });

      g_assert_cmpstr (plenum_import_get_preview (import, 0)->format, ==, PLENUM_IMPORT_DECIDIM);
      g_assert_cmpint (plenum_store_count (store, PLENUM_IDEA, PLENUM_IDEA_TITLE, "Bürgerbüro"), ==, 1);
    }
}

static void
refuse (const char *name, const char *text, GQuark domain, int code, const char *place)
{
  g_autofree char *path = fixture_write (name, text, -1);
  g_autofree char *prefix = g_strdup_printf ("%s:%s", path, place);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = plenum_import_open ((const char * const []) { path, NULL }, NULL, NULL, &error);

  g_assert_null (import);
  g_assert_error (error, domain, code);
  if (!g_str_has_prefix (error->message, prefix))
    g_error ("“%s” does not begin with “%s”", error->message, prefix);
}

static void
test_refused (void)
{
  refuse ("d.csv", "id,title,body,state\n1,A,B,c,too much\n", PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, "2: ");
  refuse ("d.csv", "id,title,body,state\n1,,,x\n", PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, "1: ");
  refuse ("s.json", "{\"board\":{},\n\"notes\":[{\"text\":1},]}", PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_SYNTAX, "2:");
  refuse ("s.json", "{\"board\":{},\"notes\":[1,[],{\"text\":1,\"position\":3}]}", PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, "1:");
  refuse ("t.json", "{\"id\":7,\"name\":[],\"cards\":{\"a\":1},\"lists\":null}", PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, "1:");
  refuse ("d.csv", "id,title,body,state\n1,\"A,B,c\n", PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_QUOTE, "2: ");
}

/* More text than the memory should hold is refused before it holds it. */
static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new ("id,title,body,state\n");
  g_autofree char *body = g_strnfill (1000 * 1000, 'a');

  for (guint i = 0; i < 70; i++)
    g_string_append_printf (text, "%u,,%s,x\n", i, body);
  refuse ("large.csv", text->str, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TOO_LARGE, "69: ");
}

/* Whoever knows better than the header says so. */
static void
test_named (void)
{
  g_autofree char *path = fixture_write ("plain.csv", "id,title,body\n1,A,B\n", -1);
  const char * const paths[] = { path, NULL };
  g_autofree char *found = plenum_import_recognise (path, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) decidim = plenum_import_open (paths, PLENUM_IMPORT_DECIDIM, NULL, &error);
  g_autoptr (PlenumImport) polis = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, PLENUM_IMPORT_TABLE);
  g_assert_cmpstr (plenum_import_get_preview (decidim, 0)->format, ==, PLENUM_IMPORT_DECIDIM);
  polis = plenum_import_open (paths, PLENUM_IMPORT_POLIS, NULL, &error);
  g_assert_null (polis);
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fixture_isolate ();
  g_test_add_func ("/foreign/decidim-csv", test_decidim_csv);
  g_test_add_func ("/foreign/decidim-json", test_decidim_json);
  g_test_add_func ("/foreign/decidim-both", test_decidim_both);
  g_test_add_func ("/foreign/sensemaker", test_sensemaker);
  g_test_add_func ("/foreign/talk-to-the-city", test_talk_to_the_city);
  g_test_add_func ("/foreign/consul", test_consul);
  g_test_add_func ("/foreign/adhocracy", test_adhocracy);
  g_test_add_func ("/foreign/scrumlr", test_scrumlr);
  g_test_add_func ("/foreign/parabol", test_parabol);
  g_test_add_func ("/foreign/trello-csv", test_trello_csv);
  g_test_add_func ("/foreign/trello-json", test_trello_json);
  g_test_add_func ("/foreign/encodings", test_encodings);
  g_test_add_func ("/foreign/refused", test_refused);
  g_test_add_func ("/foreign/too-large", test_too_large);
  g_test_add_func ("/foreign/named", test_named);
  argc = g_test_run ();
  fixture_clean_up ();

  return argc;
}
