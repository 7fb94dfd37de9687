/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "fixture.h"
#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"
#include "plenum-poll-actions.h"

/* The records of a bundle as they stand in the file. */
static char *
read_records (const char *path)
{
  g_autofree char *text = fixture_read (path, NULL);
  char *start = strstr (text, "\"records\":[");
  char *end = g_strrstr (text, "\n],\n");

  g_assert_nonnull (start);
  g_assert_nonnull (end);

  return g_strndup (start, end - start);
}

static void
test_round_trip (void)
{
  for (guint seed = 1; seed <= 5; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (PlenumStore) first = fixture_new ();
      g_autoptr (PlenumStore) second = fixture_new ();
      g_autoptr (PlenumImport) import = NULL;
      g_autoptr (PlenumImport) again = NULL;
      g_autofree char *path = NULL, *path_again = NULL, *digest = NULL, *digest_again = NULL, *records = NULL, *records_again = NULL;

      fixture_populate (first, rand, 200);
      for (guint i = 0; i < 30; i++)
        fixture_change (first, rand, TRUE);
      path = fixture_export (first, PLENUM_PRIVACY_FULL, &digest);
      import = fixture_import (second, path);
      g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_ADDED), >, 50);
      g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_CHANGED), ==, 0);
      path_again = fixture_export (second, PLENUM_PRIVACY_FULL, &digest_again);
      g_assert_cmpstr (digest, ==, digest_again);
      records = read_records (path);
      records_again = read_records (path_again);
      g_assert_cmpstr (records, ==, records_again);

      again = fixture_import (second, path);
      g_assert_cmpuint (plenum_import_count (again, PLENUM_IMPORT_ADDED), ==, 0);
      g_assert_cmpuint (plenum_import_count (again, PLENUM_IMPORT_CHANGED), ==, 0);
    }
}

/* Other programs rewrite JSON: other white space, one line, other order, packed. */
static void
test_rewritten (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *text = NULL, *digest = NULL;

  fixture_populate (store, rand, 80);
  path = fixture_export (store, PLENUM_PRIVACY_FULL, &digest);
  text = fixture_read (path, NULL);
  node = plenum_json_parse (text, -1, "bundle", &error);
  g_assert_no_error (error);

  json_generator_set_root (generator, node);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *rewritten = NULL, *other_path = NULL, *other_digest = NULL;
      g_autoptr (PlenumStore) other = fixture_new ();
      g_autoptr (PlenumImport) import = NULL;

      json_generator_set_pretty (generator, i == 0);
      json_generator_set_indent (generator, 7);
      rewritten = json_generator_to_data (generator, NULL);
      other_path = fixture_write ("rewritten.json", rewritten, -1);
      import = fixture_import (other, other_path);
      g_free (fixture_export (other, PLENUM_PRIVACY_FULL, &other_digest));
      g_assert_cmpstr (digest, ==, other_digest);
    }
}

static void
test_packed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (PlenumImport) import = NULL;
  g_autofree char *path = fixture_path ("packed.plenum.json.gz");
  g_autofree char *digest = NULL, *packed = NULL, *cut = NULL, *broken = NULL;
  g_autoptr (GError) error = NULL;
  PlenumExportResult *result;
  gsize length;

  fixture_populate (store, rand, 100);
  result = plenum_bundle_export (store, NULL, path, NULL, NULL, &error);
  g_assert_no_error (error);
  packed = fixture_read (path, &length);
  g_assert_cmpint ((guchar) packed[0], ==, 0x1f);
  import = fixture_import (other, path);
  g_free (fixture_export (other, PLENUM_PRIVACY_FULL, &digest));
  g_assert_cmpstr (digest, ==, result->digest);
  plenum_export_result_free (result);

  cut = fixture_write ("cut.gz", packed, length / 2);
  fixture_refuse (other, cut, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "damaged or not complete");
  packed[length / 2] ^= 0x55;
  packed[length / 2 + 1] ^= 0x55;
  broken = fixture_write ("broken.gz", packed, length);
  {
    const char * const paths[] = { broken, NULL };
    g_autoptr (PlenumImport) refused = plenum_import_open (paths, NULL, NULL, &error);

    g_assert_null (refused);
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, broken));
  }
}

/* A bundle with one workshop, one idea, and what a newer program adds. */
#define W "01900000-0000-7000-8000-000000000001"
#define I "01900000-0000-7000-8000-000000000002"
#define X "01900000-0000-7000-8000-000000000003"
#define T "01900000-0000-7000-8000-000000000004"
#define STAMP "\"0190a1b2c3d4-0001-89abcdef\""
#define WORKSHOP "{\"archived\":false,\"created\":1700000000000,\"id\":\"" W "\",\"state\":\"planned\",\"title\":\"Fähre\",\"type\":\"workshop\"}"
#define IDEA(more) "{\"created\":1700000000000,\"id\":\"" I "\",\"kind\":\"idea\",\"position\":\"a0\",\"text\":\"Steg\",\"type\":\"idea\"," more "\"workshop\":\"" W "\"}"

static char *
make_bundle (const char * const *records, const char *counts, const char *version)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"format\":\"plenum-bundle\",\"version\":%s,\"id\":\"" X "\",\"created\":\"2026-11-23T09:30:00Z\","
                          "\"node\":\"" X "\",\"privacy\":\"full\",\"later\":[1],\n\"counts\":%s,\n\"records\":[", version, counts);
  for (guint i = 0; records[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = plenum_json_parse (records[i], -1, "record", NULL);
      g_autofree char *canonical = node != NULL ? plenum_json_to_canonical (node) : g_strdup ("");

      g_string_append_printf (text, "%s\n%s", i > 0 ? "," : "", records[i]);
      g_checksum_update (checksum, (const guchar *) canonical, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  g_string_append_printf (text, "\n],\n\"digest\":\"sha256:%s\"}\n", g_checksum_get_string (checksum));

  return g_string_free (text, FALSE);
}

static char *
write_bundle (const char * const *records, const char *counts)
{
  g_autofree char *text = make_bundle (records, counts, "1");

  return fixture_write ("made.json", text, -1);
}

/* What this program does not know survives it. */
static void
test_unknown (void)
{
  static const char * const records[] = {
    WORKSHOP,
    "{\"created\":1,\"id\":\"" I "\",\"kind\":\"idea\",\"mood\":{\"b\":[1.5,null],\"a\":\"ß\"},\"position\":\"a0\",\"stamps\":{\"mood\":" STAMP ",\"text\":" STAMP "},"
    "\"text\":\"Steg\",\"type\":\"idea\",\"workshop\":\"" W "\"}",
    "{\"id\":\"" X "\",\"price\":5,\"type\":\"pledge\",\"workshop\":\"" W "\"}",
    "{\"id\":\"" T "\",\"of\":\"pledge\",\"stamp\":" STAMP ",\"type\":\"tombstone\",\"workshop\":\"" W "\"}",
    NULL
  };
  g_autofree char *path = write_bundle (records, "{\"workshop\":1,\"idea\":1,\"pledge\":1,\"tombstone\":1}");
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumImport) import = fixture_import (store, path);
  g_autofree char *exported = fixture_export (store, PLENUM_PRIVACY_FULL, NULL);
  g_autofree char *text = fixture_read (exported, NULL);

  g_assert_cmpuint (plenum_import_count (import, PLENUM_IMPORT_ADDED), ==, 4);
  g_assert_nonnull (strstr (text, "\"mood\":{\"a\":\"ß\",\"b\":[1.5,null]}"));
  g_assert_nonnull (strstr (text, "\"mood\":" STAMP));
  g_assert_nonnull (strstr (text, records[2]));
  g_assert_nonnull (strstr (text, records[3]));
  g_assert_true (strstr (text, records[2]) < strstr (text, records[3]));

  /* Who withholds names does not let out what nobody here understands. */
  {
    g_autofree char *withheld_path = fixture_export (store, PLENUM_PRIVACY_PSEUDONYMOUS, NULL);
    g_autofree char *withheld = fixture_read (withheld_path, NULL);

    g_assert_null (strstr (withheld, "mood"));
    g_assert_null (strstr (withheld, "pledge"));
  }
}

static void
refuse (PlenumStore *store, const char * const *records, const char *counts, int code, const char *message)
{
  g_autofree char *path = write_bundle (records, counts);

  fixture_refuse (store, path, PLENUM_BUNDLE_ERROR, code, message);
}

static void
refuse_record (PlenumStore *store, const char *type, const char *record, const char *message)
{
  const char * const records[] = { WORKSHOP, record, NULL };
  g_autofree char *counts = g_strdup_printf ("{\"workshop\":1,\"%s\":1}", type);

  refuse (store, records, counts, PLENUM_BUNDLE_ERROR_SCHEMA, message);
}

static void
test_schema_errors (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();

  refuse_record (store, "idea", "5", ":5: ");
  refuse_record (store, "idea", "{\"id\":\"" I "\"}", "type");
  refuse_record (store, "idea", "{\"id\":\"x\",\"type\":\"idea\"}", "UUID");
  refuse_record (store, "idea", "{\"id\":\"" I "\",\"type\":\"idea\",\"workshop\":5}", "reference");
  refuse_record (store, "idea", "{\"id\":\"" I "\",\"type\":\"idea\",\"workshop\":\"" W "\"}", "“text”: A value is needed");
  refuse_record (store, "idea", IDEA ("\"title\":5,"), "“title”: The value must be a text");
  refuse_record (store, "idea", IDEA ("\"moderated\":\"1\","), "“moderated”: The value must be a whole number");
  refuse_record (store, "idea", IDEA ("\"moderated\":1.5,"), "“moderated”: The value must be a whole number");
  refuse_record (store, "idea", IDEA ("\"area\":\"A\","), "“area”: A reference must be a UUID");
  refuse_record (store, "idea", IDEA ("\"stamps\":[],"), "“stamps”: The value must be an object");
  refuse_record (store, "idea", IDEA ("\"stamps\":{\"text\":\"now\"},"), "A stamp must look like");
  refuse_record (store, "idea", IDEA ("\"stamps\":{\"a;b\":" STAMP "},"), "by the name of a member");
  refuse_record (store, "idea", IDEA ("\"stamps\":{\"text\":\"030000000000-0001-89abcdef\"},"), "future");
  refuse_record (store, "tombstone", "{\"id\":\"" I "\",\"type\":\"tombstone\",\"workshop\":\"" W "\"}", "“of”");
  refuse_record (store, "tombstone", "{\"id\":\"" I "\",\"of\":\"idea\",\"type\":\"tombstone\",\"workshop\":\"" W "\"}", "“stamp”");
  refuse_record (store, "tombstone", "{\"id\":\"" I "\",\"of\":\"idea\",\"stamp\":" STAMP ",\"type\":\"tombstone\"}", "“workshop”");
  refuse_record (store, "ballot", "{\"channel\":\"paper\",\"choices\":[],\"id\":\"" I "\",\"poll\":\"" I "\",\"type\":\"ballot\",\"voters\":1,\"workshop\":\"" W "\"}", "“choices”: The value must be an object");
  refuse_record (store, "ballot", "{\"channel\":\"paper\",\"choices\":{\"a\":1.5},\"id\":\"" I "\",\"poll\":\"" I "\",\"type\":\"ballot\",\"voters\":1,\"workshop\":\"" W "\"}", "whole number");
  refuse_record (store, "participant", "{\"id\":\"" I "\",\"present\":1,\"type\":\"participant\",\"workshop\":\"" W "\"}", "true or false");
}

static void
test_errors (void)
{
  static const char * const fine[] = { WORKSHOP, IDEA (""), NULL };
  static const char * const twice[] = { WORKSHOP, IDEA (""), IDEA (""), NULL };
  static const char * const dangling[] = { WORKSHOP, IDEA ("\"area\":\"" X "\","), NULL };
  static const char * const wrong_type[] = { WORKSHOP, IDEA ("\"area\":\"" W "\","), NULL };
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *newer = make_bundle (fine, "{\"workshop\":1,\"idea\":1}", "7");
  g_autofree char *newer_path = fixture_write ("newer.json", newer, -1);
  g_autofree char *text = make_bundle (fine, "{\"workshop\":1,\"idea\":1}", "1");
  g_autofree char *path = NULL;

  refuse (store, twice, "{\"workshop\":1,\"idea\":2}", PLENUM_BUNDLE_ERROR_DUPLICATE, ":6: ");
  refuse (store, dangling, "{\"workshop\":1,\"idea\":1}", PLENUM_BUNDLE_ERROR_REFERENCE, ":5: idea, “area”");
  refuse (store, wrong_type, "{\"workshop\":1,\"idea\":1}", PLENUM_BUNDLE_ERROR_REFERENCE, ":5: idea, “area”");
  refuse (store, fine, "{\"workshop\":1,\"idea\":2}", PLENUM_BUNDLE_ERROR_COUNTS, "promises 2 records of type “idea”, but there are 1");
  refuse (store, fine, "{\"workshop\":1}", PLENUM_BUNDLE_ERROR_COUNTS, "promises 0 records of type “idea”");
  refuse (store, fine, "{\"workshop\":1,\"idea\":1,\"poll\":3}", PLENUM_BUNDLE_ERROR_COUNTS, "poll");
  refuse (store, fine, "[]", PLENUM_BUNDLE_ERROR_FORMAT, "counts");
  fixture_refuse (store, newer_path, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_VERSION, ":1: This is a bundle of version 7");

  memcpy (strstr (text, "Steg"), "Stag", 4);
  path = fixture_write ("damaged.json", text, -1);
  fixture_refuse (store, path, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_DIGEST, "digest");
  memcpy (strstr (text, "\"counts\""), "\"coun\x00s\"", 8);
  g_free (path);
  path = fixture_write ("damaged.json", text, strlen (text) + 10);
  fixture_refuse (store, path, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_SYNTAX, ":2: ");
}

static void
test_header_errors (void)
{
  static const struct { const char *text; const char *message; } headers[] = {
    { "{}", "“format”" }, { "[]", "no Plenum bundle" }, { "{\"format\":\"other\"}", "no Plenum bundle" },
    { "{\"format\":5}", "“format”: The value must be a text" }, { "{\"version\":0}", "“version”" }, { "{\"version\":\"1\"}", "“version”" },
    { "{\"id\":\"x\"}", "“id”" }, { "{\"node\":\"x\"}", "“node”" }, { "{\"privacy\":\"none\"}", "“privacy”" },
    { "{\"created\":\"yesterday\"}", "“created”" }, { "{\"counts\":{\"idea\":-1}}", "“counts”" },
    { "{\"records\":{}}", "“records”" }, { "{\"signature\":5}", "“signature”" }, { "{\"signature\":{\"algorithm\":1}}", "“signature”" },
    { "{\"format\":\"plenum-bundle\",\"version\":1}", "“id”" },
  };
  g_autoptr (PlenumStore) store = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autofree char *path = fixture_write ("header.json", headers[i].text, -1);

      fixture_refuse (store, path, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_FORMAT, headers[i].message);
    }

  {
    g_autofree char *path = fixture_write ("header.json", "{\"id\":\"" W "\",\n\"id\":\"" W "\"}", -1);

    fixture_refuse (store, path, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_DUPLICATE, ":2: ");
  }
}

static void
test_signature (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumStore) other = fixture_new ();
  PlenumExportOptions options = { PLENUM_PRIVACY_FULL, TRUE };
  g_autofree char *path = fixture_path ("signed.json"), *text = NULL, *forged = NULL, *key = NULL;
  g_autofree char *key_path = NULL, *key_name = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  fixture_populate (store, rand, 30);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PlenumExportResult) result = plenum_bundle_export (store, NULL, path, &options, NULL, &error);
      g_autoptr (PlenumVerification) verification = plenum_bundle_verify (path, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (result);
      g_assert_true (verification->valid);
      g_assert_cmpuint (verification->problems->len, ==, 0);
      g_assert_nonnull (verification->signed_by);
      /* The key of a library stays the same. */
      if (key != NULL)
        g_assert_cmpstr (key, ==, verification->signed_by);
      else
        key = g_strdup (verification->signed_by);
    }

  key_name = g_strconcat (plenum_store_get_node (store), ".key", NULL);
  key_path = g_build_filename (g_get_user_data_dir (), "plenum", key_name, NULL);
  g_assert_cmpint (g_stat (key_path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  text = fixture_read (path, NULL);
  strstr (text, "\"created\":\"20")[13] = '1';
  forged = fixture_write ("forged.json", text, -1);
  fixture_refuse (other, forged, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_SIGNATURE, "signature");
  {
    g_autoptr (PlenumVerification) verification = plenum_bundle_verify (forged, NULL, &error);

    g_assert_false (verification->valid);
    g_assert_null (verification->signed_by);
    g_assert_cmpuint (verification->problems->len, ==, 1);
  }

  /* A key file that is none is said, and nothing is written. */
  g_assert_true (g_file_set_contents (key_path, "short", 5, &error));
  g_assert_null (plenum_bundle_export (store, NULL, path, &options, NULL, &error));
  g_assert_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_KEY);
}

static void
test_output_errors (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *path = fixture_write ("there.json", "as it was", -1);
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture_populate (store, rand, 30);
  g_cancellable_cancel (cancelled);
  g_assert_null (plenum_bundle_export (store, NULL, path, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  text = fixture_read (path, NULL);
  g_assert_cmpstr (text, ==, "as it was");

  g_clear_error (&error);
  g_assert_null (plenum_bundle_export (store, NULL, "/no/such/folder/x.json", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (plenum_bundle_export (store, NULL, "/dev/full", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_null (plenum_bundle_export (store, (const char * const []) { X, NULL }, path, NULL, NULL, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND);
}

static void
set_closed (PlenumRecord *poll, const char *workshop, gboolean secret)
{
  plenum_record_set_text (poll, PLENUM_POLL_WORKSHOP, workshop);
  plenum_record_set_text (poll, PLENUM_POLL_QUESTION, "Which?");
  plenum_record_set_text (poll, PLENUM_POLL_METHOD, "dots");
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "closed");
  plenum_record_set_text (poll, PLENUM_POLL_POSITION, "m");
  if (secret)
    {
      plenum_record_set_integer (poll, PLENUM_POLL_SECRET, TRUE);
      plenum_record_set_text (poll, PLENUM_POLL_COLLECTOR, X);
    }
}

static void
assert_shown (PlenumStore *store, PlenumRecord *poll, gboolean shown)
{
  g_autoptr (PlenumRecord) now = plenum_store_get (store, PLENUM_POLL, plenum_record_get_id (poll), NULL);

  g_assert_cmpint (!plenum_record_is_null (now, PLENUM_POLL_SHOWN), ==, shown);
}

/* Whoever has the ballots knows the result, so the vote cannot be opened again. */
static void
test_shows_results (void)
{
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autoptr (PlenumStore) other = fixture_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PlenumRecord) workshop = plenum_record_new (PLENUM_WORKSHOP, NULL);
  g_autoptr (PlenumRecord) open = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (PlenumRecord) secret = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (PlenumRecord) closed = plenum_record_new (PLENUM_POLL, NULL);
  g_autoptr (PlenumAction) reopen = plenum_action_reopen_poll (plenum_record_get_id (closed));
  g_autoptr (PlenumImport) import = NULL;
  g_autofree char *old = fixture_path ("old.plenum.json"), *path = NULL;
  PlenumExportOptions untouched = { .untouched = TRUE };
  g_autoptr (GError) error = NULL;

  plenum_record_set_text (workshop, PLENUM_WORKSHOP_TITLE, "Votes");
  plenum_record_set_text (workshop, PLENUM_WORKSHOP_STATE, "running");
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (workshop, PLENUM_WORKSHOP_CREATED, 1);
  set_closed (open, plenum_record_get_id (workshop), FALSE);
  plenum_record_set_text (open, PLENUM_POLL_STATE, "open");
  set_closed (secret, plenum_record_get_id (workshop), TRUE);
  set_closed (closed, plenum_record_get_id (workshop), FALSE);
  g_ptr_array_add (records, g_object_ref (workshop));
  g_ptr_array_add (records, g_object_ref (open));
  g_ptr_array_add (records, g_object_ref (secret));
  g_ptr_array_add (records, g_object_ref (closed));
  fixture_insert (store, records);

  /* What cannot be written shows nothing, and of an old copy nothing is noted. */
  g_assert_null (plenum_bundle_export (store, NULL, "/no/such/folder/x.json", NULL, NULL, NULL));
  plenum_export_result_free (plenum_bundle_export (store, NULL, old, &untouched, NULL, &error));
  g_assert_no_error (error);
  assert_shown (store, closed, FALSE);

  path = fixture_export (store, PLENUM_PRIVACY_ANONYMOUS, NULL);
  assert_shown (store, closed, TRUE);
  assert_shown (store, open, FALSE);
  assert_shown (store, secret, FALSE);
  g_assert_false (plenum_store_perform (store, reopen, &error));
  g_assert_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID);

  /* So it is wherever the bundle goes. */
  import = fixture_import (other, path);
  assert_shown (other, closed, TRUE);
}

int
main (int argc, char *argv[])
{
  int result;

  fixture_isolate ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/round-trip", test_round_trip);
  g_test_add_func ("/bundle/rewritten", test_rewritten);
  g_test_add_func ("/bundle/packed", test_packed);
  g_test_add_func ("/bundle/unknown", test_unknown);
  g_test_add_func ("/bundle/schema-errors", test_schema_errors);
  g_test_add_func ("/bundle/errors", test_errors);
  g_test_add_func ("/bundle/header-errors", test_header_errors);
  g_test_add_func ("/bundle/signature", test_signature);
  g_test_add_func ("/bundle/output-errors", test_output_errors);
  g_test_add_func ("/bundle/shows-results", test_shows_results);
  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
