/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is read as a table is valid text, and is the same after it was written. */
#include "plenum-csv.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

static void
check_again (GBytes *written, GPtrArray *fields)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (written);
  g_autoptr (PlenumCsvReader) reader = plenum_csv_reader_new (stream, "f");
  g_autoptr (GError) error = NULL;

  g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_true (plenum_csv_reader_read (reader, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = plenum_csv_reader_get_field (reader, i);

      /* Text that looks protected already is left as it is. */
      if (*(const char *) fields->pdata[i] != '\'')
        field = plenum_csv_plain_text (field);
      g_assert_cmpstr (field, ==, fields->pdata[i]);
    }
}

static void
write_again (GPtrArray *fields)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (PlenumCsvWriter) writer = plenum_csv_writer_new (stream, ';');
  g_autoptr (GBytes) written = NULL;

  /* A header tells the separator. */
  for (guint i = 0; i <= fields->len; i++)
    plenum_csv_writer_add_text (writer, "h");
  plenum_csv_writer_end_record (writer, NULL, NULL);
  for (guint i = 0; i < fields->len; i++)
    plenum_csv_writer_add_text (writer, fields->pdata[i]);
  plenum_csv_writer_add_integer (writer, 1);
  plenum_csv_writer_end_record (writer, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  written = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  check_again (written, fields);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (PlenumCsvReader) reader = plenum_csv_reader_new (stream, "f");
  g_autoptr (GError) error = NULL;

  if (length > 0)
    plenum_csv_reader_set_raw_last (reader, bytes[length - 1] % 4);
  while (plenum_csv_reader_read (reader, NULL, &error))
    {
      g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < plenum_csv_reader_get_n_fields (reader); i++)
        {
          const char *field = plenum_csv_reader_get_field (reader, i);

          g_assert_true (g_utf8_validate (field, -1, NULL));
          /* A lone carriage return is a line end when it is written. */
          if (strchr (field, '\r') == NULL)
            g_ptr_array_add (fields, g_strdup (field));
        }
      write_again (fields);
    }

  return 0;
}
