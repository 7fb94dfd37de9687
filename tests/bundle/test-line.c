/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quick reading of a line against the one that knows every form: where the quick
 * one says anything, both say the same. */
#include <string.h>

#include "fixture.h"
#include "plenum-bundle-line.h"
#include "plenum-json-scanner.h"

#define DEFAULT_STAMP "000000000000-0000-00000000"

static void
assert_same_record (PlenumRecord *a, PlenumRecord *b)
{
  g_assert_cmpint (plenum_record_get_record_type (a), ==, plenum_record_get_record_type (b));
  g_assert_cmpstr (plenum_record_get_id (a), ==, plenum_record_get_id (b));
  for (guint i = 0; i < plenum_type_get_info (plenum_record_get_record_type (a))->n_fields; i++)
    g_assert_true (plenum_record_field_equal (a, b, i));
}

/* Whether the quick reading took the line. */
static gboolean
check_line (const char *line, gsize length)
{
  g_autoptr (PlenumBundleItem) quick = plenum_bundle_line_parse (line, length, 7);
  g_autoptr (PlenumBundleItem) careful = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;
  g_autofree char *written = NULL;

  if (quick == NULL)
    return FALSE;

  node = plenum_json_parse (line, length, "line", &error);
  g_assert_no_error (error);
  careful = plenum_bundle_item_parse (node, DEFAULT_STAMP, "line", 7, &error);
  g_assert_no_error (error);
  g_assert_cmpint (quick->kind, ==, careful->kind);
  g_assert_cmpuint (quick->line, ==, careful->line);
  g_assert_cmpstr (quick->id, ==, careful->id);
  g_assert_cmpstr (quick->type, ==, careful->type);
  g_assert_cmpstr (quick->workshop, ==, careful->workshop);
  g_assert_cmpstr (quick->json, ==, careful->json);
  assert_same_record (quick->record, careful->record);
  g_assert_cmpstr (plenum_stamps_get_base (quick->stamps), ==, plenum_stamps_get_base (careful->stamps));
  text = plenum_stamps_to_text (quick->stamps);
  same = plenum_stamps_to_text (careful->stamps);
  g_assert_cmpstr (text, ==, same);
  written = plenum_bundle_item_to_json (quick->record, quick->stamps);
  g_assert_cmpstr (written, ==, careful->json);

  return TRUE;
}

/* The lines of a bundle with records of every kind, as many as are asked for. */
static GPtrArray *
make_lines (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (PlenumStore) store = fixture_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *records = g_ptr_array_new_with_free_func (g_free);

  fixture_populate (store, rand, 200);
  for (guint i = 0; i < 100; i++)
    fixture_change (store, rand, TRUE);
  path = fixture_export (store, PLENUM_PRIVACY_FULL, NULL);
  text = fixture_read (path, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, "{\"id\"") || strstr (*line, "\"stamps\"") != NULL)
      {
        gsize length = strlen (*line);

        g_ptr_array_add (records, g_strndup (*line, g_str_has_suffix (*line, ",") ? length - 1 : length));
      }

  return records;
}

static void
test_records (void)
{
  g_autoptr (GPtrArray) lines = make_lines (1);
  guint taken = 0;

  for (guint i = 0; i < lines->len; i++)
    taken += check_line (lines->pdata[i], strlen (lines->pdata[i]));
  g_test_message ("%u of %u lines", taken, lines->len);
  g_assert_cmpuint (taken, >, lines->len / 4);
}

/* Bytes changed, doubled and left out, anywhere. */
static void
test_damaged (void)
{
  g_autoptr (GPtrArray) lines = make_lines (2);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint taken = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) line = g_string_new (lines->pdata[g_rand_int_range (rand, 0, lines->len)]);
      static const char often[] = "\"\\{}[],:0-entus ";

      for (int changes = g_rand_int_range (rand, 1, 3); changes > 0; changes--)
        {
          guint at = g_rand_int_range (rand, 0, line->len);
          char byte = g_rand_boolean (rand) ? often[g_rand_int_range (rand, 0, sizeof often - 1)] : (char) g_rand_int_range (rand, 1, 256);

          switch (g_rand_int_range (rand, 0, 3))
            {
            case 0:
              line->str[at] = byte;
              break;

            case 1:
              g_string_insert_c (line, at, byte);
              break;

            default:
              g_string_erase (line, at, 1);
            }
        }
      taken += check_line (line->str, line->len);
    }
  g_test_message ("%u damaged lines are still records", taken);
  g_assert_cmpuint (taken, >, 0);
}

static void
test_forms (void)
{
  static const char head[] = "{\"archived\":false,\"created\":7,\"id\":\"01234567-89ab-7def-8123-456789abcdef\",";
  static const char stamps[] = "\"stamps\":{\"archived\":\"000000000001-0000-00000000\",\"created\":\"000000000001-0000-00000000\","
                               "\"state\":\"000000000001-0000-00000000\",\"title\":\"000000000001-0000-00000000\"},";
  struct { const char *state, *title, *end; gboolean taken; } cases[] = {
    { "\"state\":\"draft\",", "\"title\":\"A\"", ",\"type\":\"workshop\"}", TRUE },
    { "\"state\":\"draft\",", "\"title\":\"\\\"\\\\\\n ä 😀\"", ",\"type\":\"workshop\"}", TRUE },
    { "\"state\":\"draft\",", "\"title\":\"\\u0041\"", ",\"type\":\"workshop\"}", FALSE },
    { "\"state\":\"draft\",", "\"title\":\"\\/\"", ",\"type\":\"workshop\"}", FALSE },
    { "\"state\":\"draft\",", "\"title\":null", ",\"type\":\"workshop\"}", FALSE },
    { "\"state\":\"draft\",", "\"title\":7", ",\"type\":\"workshop\"}", FALSE },
    { "\"state\": \"draft\",", "\"title\":\"A\"", ",\"type\":\"workshop\"}", FALSE },
    { "\"state\":\"draft\",", "\"title\":\"A\"", ",\"type\":\"workshop\",\"zoo\":\"B\"}", FALSE },
    { "\"state\":\"draft\",", "\"title\":\"A\"", ",\"type\":\"workshops\"}", FALSE },
    { "\"state\":\"draft\",", "\"title\":\"A\"", ",\"type\":\"workshop\"} ", FALSE },
    { "\"state\":\"draft\",", "\"title\":\"A\"", ",\"type\":\"workshop\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = g_strconcat (head, stamps, cases[i].state, cases[i].title, cases[i].end, NULL);
      gboolean taken;

      g_test_message ("%s", line);
      taken = check_line (line, strlen (line));
      g_assert_cmpint (taken, ==, cases[i].taken);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_isolate ();

  g_test_add_func ("/line/records", test_records);
  g_test_add_func ("/line/damaged", test_damaged);
  g_test_add_func ("/line/forms", test_forms);

  result = g_test_run ();
  fixture_clean_up ();

  return result;
}
