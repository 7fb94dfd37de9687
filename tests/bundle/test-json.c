/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"

static void
assert_canonical (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = plenum_json_parse (text, -1, "t.json", &error);
  g_autofree char *canonical = NULL;

  g_assert_no_error (error);
  canonical = plenum_json_to_canonical (node);
  g_assert_cmpstr (canonical, ==, expected);
}

/* RFC 8785, 3.2 and appendix B. */
static void
test_canonical (void)
{
  assert_canonical (" { \"b\" : [ 1 , 2.0 , -0 , 0.5e1 ] ,\n \"a\":null } ", "{\"a\":null,\"b\":[1,2,0,5]}");
  assert_canonical ("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  assert_canonical ("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
                    "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\xef\xac\xb3\":3}");
  assert_canonical ("[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]", "[333333333.3333333,1e+30,4.5,0.002,1e-27]");
  assert_canonical ("[1e21,9e15,1e-6,1e-7,-1.5e300,5e-324,1.7976931348623157e308,9007199254740991,-9007199254740991]",
                    "[1e+21,9000000000000000,0.000001,1e-7,-1.5e+300,5e-324,1.7976931348623157e+308,9007199254740991,-9007199254740991]");
  assert_canonical ("[true,false,\"\",{},[]]", "[true,false,\"\",{},[]]");
  assert_canonical ("\"\x7f\"", "\"\x7f\"");
}

/* Numbers come back as the same number, whichever they are. */
static void
test_numbers (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      union { guint64 bits; double number; } value;
      g_autoptr (GString) text = g_string_new (NULL);

      value.bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      if ((value.bits >> 52 & 0x7ff) == 0x7ff)
        continue;
      plenum_json_append_double (text, value.number);
      g_assert_true (g_ascii_strtod (text->str, NULL) == value.number);
    }
}

typedef struct
{
  const char *text;
  gssize      length; /* or -1 */
  int         code;
  const char *place;
} Wrong;

static const Wrong wrong[] = {
  { "", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { " \n ", -1, PLENUM_JSON_ERROR_TRUNCATED, "2: " },
  { "[1", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "{\"a\":", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "\"abc", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "\"\\u12", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "tru", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "\"\xc3", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "[1,]", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[,1]", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[1 2]", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[1}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "]", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{\"a\" 1}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{\"a\":1,}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{a:1}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{'a':1}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{\"a\":}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{\"a\":1:2}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "{1:1}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[]\n[]", -1, PLENUM_JSON_ERROR_SYNTAX, "2: " },
  { "1 2", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "// no\n1", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "/* no */ 1", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\xef\xbb\xbf{}", -1, PLENUM_JSON_ERROR_SYNTAX, "1: The file begins with a byte order mark" },
  { "True", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "nul1", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "NaN", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "-Infinity", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "01", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "-", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "+1", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "1.", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { ".5", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "1e", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "1e+", -1, PLENUM_JSON_ERROR_TRUNCATED, "1: " },
  { "0x1", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "1.2.3", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"a\nb\"", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"a\tb\"", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"\\x41\"", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"\\u12g4\"", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"\\U0041\"", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[\0]", 3, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"a\0b\"", 5, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"\\\0\"", 4, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[\f]", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "[\xc2\xa0]", -1, PLENUM_JSON_ERROR_SYNTAX, "1: " },
  { "\"\\u0000\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\\ud800\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\\ud800x\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\\udc00\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\\ud800\\ud800\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\\ud800\\n\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "{\"\\udfff\":1}", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "[1,\n\"\xe4\"]", -1, PLENUM_JSON_ERROR_ENCODING, "2: " },
  { "\"\xc0\x80\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\xed\xa0\x80\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\xf4\x90\x80\x80\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "\"\xff\"", -1, PLENUM_JSON_ERROR_ENCODING, "1: " },
  { "9007199254740992", -1, PLENUM_JSON_ERROR_NUMBER, "1: " },
  { "9223372036854775808", -1, PLENUM_JSON_ERROR_NUMBER, "1: " },
  { "-99999999999999999999", -1, PLENUM_JSON_ERROR_NUMBER, "1: " },
  { "[\n1e400]", -1, PLENUM_JSON_ERROR_NUMBER, "2: " },
  { "9e16", -1, PLENUM_JSON_ERROR_NUMBER, "1: " },
  { "-1e999", -1, PLENUM_JSON_ERROR_NUMBER, "1: " },
  { "0.00000000000000000000000000000000000000000000000000000000000000000001", -1, PLENUM_JSON_ERROR_NUMBER, "1: " },
  { "{\"a\":1,\n\"a\":2}", -1, PLENUM_JSON_ERROR_DUPLICATE, "2: " },
  { "{\"a\":1,\"\\u0061\":2}", -1, PLENUM_JSON_ERROR_DUPLICATE, "1: " },
  { "[[{\"x\":{\"a\":1,\"b\":2,\"a\":3}}]]", -1, PLENUM_JSON_ERROR_DUPLICATE, "1: " },
};

static void
assert_wrong (const char *text, gssize length, int code, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *prefix = g_strconcat ("t.json:", place, NULL);
  g_autoptr (JsonNode) node = plenum_json_parse (text, length, "t.json", &error);

  if (node != NULL)
    g_error ("“%s” was accepted", text);
  g_assert_error (error, PLENUM_JSON_ERROR, code);
  if (!g_str_has_prefix (error->message, prefix))
    g_error ("“%s” does not begin with “%s”", error->message, prefix);
}

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_wrong (wrong[i].text, wrong[i].length, wrong[i].code, wrong[i].place);
}

static void
test_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < PLENUM_JSON_MAX_DEPTH; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  for (guint i = PLENUM_JSON_MAX_DEPTH; i > 0; i--)
    g_string_append (text, i % 2 == 0 ? (i == PLENUM_JSON_MAX_DEPTH ? "1}" : "}") : "]");
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (JsonNode) node = plenum_json_parse (text->str, text->len, "t.json", &error);

    g_assert_no_error (error);
  }

  g_string_truncate (text, 0);
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');
  assert_wrong (text->str, text->len, PLENUM_JSON_ERROR_DEPTH, "1: ");
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("[\n\"");

  while (text->len < PLENUM_JSON_MAX_VALUE + 100)
    g_string_append (text, "long text ");
  g_string_append (text, "\"]");
  assert_wrong (text->str, text->len, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");

  g_string_assign (text, "[\n1");
  for (guint i = 0; i <= PLENUM_JSON_MAX_NODES; i++)
    g_string_append (text, ",1");
  g_string_append_c (text, ']');
  assert_wrong (text->str, text->len, PLENUM_JSON_ERROR_TOO_LARGE, "2: ");

  g_string_assign (text, "[");
  while (text->len < PLENUM_JSON_MAX_VALUE + 100)
    g_string_append (text, "                    ");
  assert_wrong (text->str, text->len, PLENUM_JSON_ERROR_TOO_LARGE, "1: ");
}

/* Whatever is cut off or changed, there is an answer and no crash; what is valid
 * and canonical stays as it is. */
static void
test_mutations (void)
{
  static const char text[] = "{\"a\":[1,-2.5e3,\"\\ud83d\\ude00ä€\\n\"],\"b\":{\"c\":true,\"d\":null},\"e\":\"\\\\\"}";

  for (guint i = 0; i < 50000; i++)
    {
      char bytes[sizeof text];
      gsize length = g_test_rand_int_range (0, sizeof text);
      g_autoptr (JsonNode) node = NULL;

      memcpy (bytes, text, sizeof text);
      for (int j = g_test_rand_int_range (0, 4); j > 0; j--)
        bytes[g_test_rand_int_range (0, sizeof text)] = g_test_rand_bit () ? g_test_rand_int () : "{}[],:\"\\0e-."[g_test_rand_int_range (0, 12)];
      node = plenum_json_parse (bytes, length, "t.json", NULL);
      if (node != NULL)
        {
          g_autofree char *once = plenum_json_to_canonical (node);

          assert_canonical (once, once);
        }
    }
}

/* The place of an error does not depend on where the stream's pieces end. */
static void
test_pieces (void)
{
  g_autoptr (GString) text = g_string_new ("[\n");

  for (guint shift = 0; shift < 40; shift++)
    {
      g_autofree char *expected = NULL;

      g_string_assign (text, "[\n");
      while (text->len < 64 * 1024 - 20 + shift)
        g_string_append_c (text, ' ');
      g_string_append (text, "\"ä€😀\\ud83d\\ude00 text\",\n-1.5e3,true,null]");
      expected = g_strdup ("[\"ä€😀😀 text\",-1500,true,null]");
      assert_canonical (text->str, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/canonical", test_canonical);
  g_test_add_func ("/json/numbers", test_numbers);
  g_test_add_func ("/json/wrong", test_wrong);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/bounds", test_bounds);
  g_test_add_func ("/json/mutations", test_mutations);
  g_test_add_func ("/json/pieces", test_pieces);
  return g_test_run ();
}
