/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plenum-csv.h"

/* The records of @bytes, each as its fields joined by "|", joined by "/". */
static char *
read_all (const void *bytes, gssize length, guint raw_last, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (PlenumCsvReader) reader = plenum_csv_reader_new (stream, "t.csv");
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GError) failure = NULL;

  plenum_csv_reader_set_raw_last (reader, raw_last);
  while (plenum_csv_reader_read (reader, NULL, &failure))
    {
      if (all->len > 0)
        g_string_append_c (all, '/');
      for (guint i = 0; i < plenum_csv_reader_get_n_fields (reader); i++)
        g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", plenum_csv_reader_get_field (reader, i));
    }

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
assert_reads (const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_all (text, strlen (text), 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, expected);
}

static void
test_fields (void)
{
  assert_reads ("", "");
  assert_reads ("a,b\n1,2\n", "a|b/1|2");
  assert_reads ("a,b\r\n1,2", "a|b/1|2");
  assert_reads ("a,b\r1,2\r", "a|b/1|2");
  assert_reads ("a,b\n\n,\n", "a|b/|");
  assert_reads ("a;b\n1,5;2\n", "a|b/1,5|2");
  assert_reads ("a\tb\n1\t2\n", "a|b/1|2");
  assert_reads ("a|b\n1|2\n", "a|b/1|2");
  assert_reads ("\"a,x;y;z\",b\n", "a,x;y;z|b");
  assert_reads ("a,b\n\"x\ny\r\n\nz\",\"say \"\"yes\"\"\"\n", "a|b/x\ny\n\nz|say \"yes\"");
  assert_reads ("a,b\n\"x\n\",1\n2,3\n", "a|b/x\n|1/2|3");
  assert_reads ("a,b\n\"x\ny\"\n2,3\n", "a|b/x\ny/2|3");
  assert_reads ("a,b\n5\" pipe,\"\"\n", "a|b/5\" pipe|");
  assert_reads ("text\nno, not this\n", "text/no| not this");
}

static void
test_raw_last (void)
{
  const char *text = "a,b\n1,no, \"really\" not\n2,\"yes, quoted\"\n3,\"Plan\" first, then\n4,\"two\nlines\"\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_all (text, -1, 2, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, "a|b/1|no, \"really\" not/2|yes, quoted/3|\"Plan\" first, then/4|two\nlines");
}

static void
test_place (void)
{
  const char *text = "a,b\n\"1\n1\",2\n\n3,4\n";
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr (PlenumCsvReader) reader = plenum_csv_reader_new (stream, "t.csv");
  const guint64 lines[] = { 1, 2, 5 };
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (plenum_csv_reader_get_line (reader), ==, lines[i]);
    }
  g_assert_cmpint (plenum_csv_reader_get_separator (reader), ==, ',');
  g_assert_cmpstr (plenum_csv_reader_get_field (reader, 2), ==, "");
  g_assert_false (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_encoding (const char *charset, const char *mark, gsize mark_length, const char *told)
{
  const char *text = "Größe;Maß\nä€;„x“ – ß\n";
  g_autofree char *body = NULL;
  gsize length;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlenumCsvReader) reader = NULL;

  body = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, mark_length);
  g_byte_array_append (bytes, (const guint8 *) body, length);

  read = read_all (bytes->data, bytes->len, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, "Größe|Maß/ä€|„x“ – ß");

  stream = g_memory_input_stream_new_from_data (bytes->data, bytes->len, NULL);
  reader = plenum_csv_reader_new (stream, "t.csv");
  g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_cmpstr (plenum_csv_reader_get_encoding (reader), ==, told);
}

static void
test_encodings (void)
{
  assert_encoding ("UTF-8", "", 0, "UTF-8");
  assert_encoding ("UTF-8", "\xef\xbb\xbf", 3, "UTF-8");
  assert_encoding ("UTF-16LE", "\xff\xfe", 2, "UTF-16");
  assert_encoding ("UTF-16BE", "\xfe\xff", 2, "UTF-16");
  assert_encoding ("WINDOWS-1252", "", 0, "Windows-1252");
}

static void
assert_fails (const char *bytes, gssize length, int code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_all (bytes, length < 0 ? (gssize) strlen (bytes) : length, 0, &error);

  g_assert_null (read);
  g_assert_error (error, PLENUM_CSV_ERROR, code);
  if (strstr (error->message, message) != error->message)
    g_error ("“%s” does not begin with “%s”", error->message, message);
}

static void
test_errors (void)
{
  assert_fails ("a,b\n\xc3\xa4,1\nx,2\n\xe4,3\n", -1, PLENUM_CSV_ERROR_ENCODING, "t.csv:4: The file mixes encodings: line 2 is UTF-8,");
  assert_fails ("a,b\n\xe4,1\n\xc3\xa4,3\n", -1, PLENUM_CSV_ERROR_ENCODING, "t.csv:3: The file mixes encodings: line 2 is Windows-1252,");
  assert_fails ("a,b\n\x81,1\n", -1, PLENUM_CSV_ERROR_ENCODING, "t.csv:2: ");
  assert_fails ("\xff\xfe" "a\0\n\0\x00\xd8" "b\0", 10, PLENUM_CSV_ERROR_ENCODING, "t.csv:2: ");
  assert_fails ("\xff\xfe" "a\0\n", 5, PLENUM_CSV_ERROR_ENCODING, "t.csv:1: ");
  assert_fails ("a,b\n1,\0\n", 8, PLENUM_CSV_ERROR_NUL, "t.csv:2: ");
  assert_fails ("a,b\n\n\"x\"y,2\n", -1, PLENUM_CSV_ERROR_QUOTE, "t.csv:3: ");
  assert_fails ("a,b\n1,2\n3,\"x\n\n", -1, PLENUM_CSV_ERROR_QUOTE, "t.csv:3: ");
}

static void
test_bounds (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");

  for (guint i = 0; i <= PLENUM_CSV_MAX_COLUMNS; i++)
    g_string_append_c (text, ',');
  assert_fails (text->str, text->len, PLENUM_CSV_ERROR_TOO_LARGE, "t.csv:2: ");

  g_string_assign (text, "a,b\n1,2\n\"");
  while (text->len < 2 * PLENUM_CSV_MAX_FIELD)
    g_string_append (text, "line\n");
  assert_fails (text->str, text->len, PLENUM_CSV_ERROR_TOO_LARGE, "t.csv:3: ");

  g_string_assign (text, "a,b\n1,2\n");
  while (text->len < 2 * PLENUM_CSV_MAX_RECORD)
    g_string_append (text, "a word and another one ");
  assert_fails (text->str, text->len, PLENUM_CSV_ERROR_TOO_LARGE, "t.csv:3: ");
}

/* What is written comes back, formulas included, whatever it holds. */
static void
test_round_trip (void)
{
  static const char *texts[] = { "", "a", "=1+2", "+49", "-1", "@x", "'=x", "a,b;c\td|e", "\"", "x\ny", " x", "ä€😀", "'", "a\r\nb" };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
      g_autoptr (PlenumCsvWriter) writer = plenum_csv_writer_new (out, ",;\t|"[round % 4]);
      g_autoptr (GInputStream) in = NULL;
      g_autoptr (PlenumCsvReader) reader = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      const char *row[4];

      plenum_csv_writer_add_text (writer, "h");
      for (guint i = 0; i < G_N_ELEMENTS (row); i++)
        {
          row[i] = texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
          plenum_csv_writer_add_text (writer, "h");
        }
      g_assert_true (plenum_csv_writer_end_record (writer, NULL, &error));
      for (guint i = 0; i < G_N_ELEMENTS (row); i++)
        plenum_csv_writer_add_text (writer, row[i]);
      plenum_csv_writer_add_integer (writer, -5);
      g_assert_true (plenum_csv_writer_end_record (writer, NULL, &error));
      g_assert_true (g_output_stream_close (out, NULL, &error));

      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
      in = g_memory_input_stream_new_from_bytes (bytes);
      reader = plenum_csv_reader_new (in, "t.csv");
      g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
      g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
      g_assert_no_error (error);
      for (guint i = 0; i < G_N_ELEMENTS (row); i++)
        {
          g_autofree char *expected = g_strdup (row[i]);

          /* A line end inside a field comes back as a line feed. */
          if (strchr (expected, '\r') != NULL)
            strcpy (expected, "a\nb");
          g_assert_false (*row[i] != '\0' && strchr ("=+-@", *plenum_csv_reader_get_field (reader, i)) != NULL
                          && *plenum_csv_reader_get_field (reader, i) != '\0');
          /* "'=x" is what text "=x" looks like in a file, whoever wrote it. */
          if (strcmp (expected, "'=x") != 0)
            g_assert_cmpstr (plenum_csv_plain_text (plenum_csv_reader_get_field (reader, i)), ==, expected);
        }
      g_assert_cmpstr (plenum_csv_reader_get_field (reader, 4), ==, "-5");
    }
}

/* What stands in the first line cannot be taken for another separator, and a record
 * with one empty field is still a record. */
static void
test_written_lines (void)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (PlenumCsvWriter) writer = plenum_csv_writer_new (out, ',');
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  plenum_csv_writer_add_text (writer, "Tea; hot; strong");
  plenum_csv_writer_add_text (writer, "Coffee");
  g_assert_true (plenum_csv_writer_end_record (writer, NULL, &error));
  plenum_csv_writer_add_text (writer, NULL);
  g_assert_true (plenum_csv_writer_end_record (writer, NULL, &error));
  g_assert_true (g_output_stream_close (out, NULL, &error));

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  in = g_memory_input_stream_new_from_bytes (bytes);
  reader = plenum_csv_reader_new (in, "t.csv");
  g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_cmpuint (plenum_csv_reader_get_n_fields (reader), ==, 2);
  g_assert_cmpstr (plenum_csv_reader_get_field (reader, 0), ==, "Tea; hot; strong");
  g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_cmpuint (plenum_csv_reader_get_n_fields (reader), ==, 1);
  g_assert_false (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_no_error (error);
}

/* A minus makes no formula of a number, as it does of a text. */
static void
test_numbers (void)
{
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (PlenumCsvWriter) writer = plenum_csv_writer_new (out, ';');
  g_autoptr (GBytes) bytes = NULL;

  plenum_csv_writer_add_number (writer, "-7.25");
  plenum_csv_writer_add_text (writer, "-7.25");
  g_assert_true (plenum_csv_writer_end_record (writer, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "-7.25;'-7.25\r\n", 14);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/fields", test_fields);
  g_test_add_func ("/csv/raw-last", test_raw_last);
  g_test_add_func ("/csv/place", test_place);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/errors", test_errors);
  g_test_add_func ("/csv/bounds", test_bounds);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/written-lines", test_written_lines);
  g_test_add_func ("/csv/numbers", test_numbers);
  return g_test_run ();
}
