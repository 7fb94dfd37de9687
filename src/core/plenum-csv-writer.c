/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plenum-csv.h"

struct _PlenumCsvWriter
{
  GOutputStream *stream;
  GString       *record;
  char           separator;
  guint          begun : 1;
};

/* What makes a spreadsheet take a cell for a formula. */
static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * plenum_csv_plain_text:
 * @field: a field as it stands in a file
 *
 * Spreadsheets, and plenum_csv_writer_add_text(), put an apostrophe before text
 * that would be a formula.
 *
 * Returns: (transfer none): @field without it
 */
const char *
plenum_csv_plain_text (const char *field)
{
  return field[0] == '\'' && is_formula (field + 1) ? field + 1 : field;
}

/**
 * plenum_csv_writer_new:
 * @stream: where to write; stays open
 * @separator: what stands between fields
 *
 * Writes RFC 4180 in UTF-8.
 *
 * Returns: (transfer full): a writer
 */
PlenumCsvWriter *
plenum_csv_writer_new (GOutputStream *stream, char separator)
{
  PlenumCsvWriter *self = g_new0 (PlenumCsvWriter, 1);

  self->stream = g_object_ref (stream);
  self->record = g_string_new (NULL);
  self->separator = separator;

  return self;
}

void
plenum_csv_writer_free (PlenumCsvWriter *self)
{
  g_object_unref (self->stream);
  g_string_free (self->record, TRUE);
  g_free (self);
}

static void
begin_field (PlenumCsvWriter *self)
{
  if (self->begun)
    g_string_append_c (self->record, self->separator);
  self->begun = TRUE;
}

/**
 * plenum_csv_writer_add_text:
 * @text: (nullable): the next field; %NULL is empty
 *
 * Text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
void
plenum_csv_writer_add_text (PlenumCsvWriter *self, const char *text)
{
  /* Quoted, separators of others cannot be taken for that of this file. */
  const char special[] = { '"', '\r', '\n', ',', ';', '\t', '|', self->separator, '\0' };
  gboolean quoted;

  if (text == NULL)
    text = "";

  begin_field (self);
  /* In front of a file, the last would be read as a mark of its encoding. */
  quoted = strpbrk (text, special) != NULL || g_ascii_isspace (*text) || g_str_has_prefix (text, "\xef\xbb\xbf");
  if (quoted)
    g_string_append_c (self->record, '"');
  if (is_formula (text))
    g_string_append_c (self->record, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (self->record, '"');
      g_string_append_c (self->record, *c);
    }
  if (quoted)
    g_string_append_c (self->record, '"');
}

void
plenum_csv_writer_add_integer (PlenumCsvWriter *self, gint64 value)
{
  begin_field (self);
  g_string_append_printf (self->record, "%" G_GINT64_FORMAT, value);
}

/**
 * plenum_csv_writer_add_number:
 * @number: digits, with a sign and a decimal point where it needs them
 *
 * The next field, a number: a minus in front of it makes no formula.
 */
void
plenum_csv_writer_add_number (PlenumCsvWriter *self, const char *number)
{
  g_return_if_fail (number[strspn (number, "-.0123456789")] == '\0');

  begin_field (self);
  g_string_append (self->record, number);
}

/**
 * plenum_csv_writer_end_record:
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of the stream
 *
 * Returns: whether the record was written
 */
gboolean
plenum_csv_writer_end_record (PlenumCsvWriter *self, GCancellable *cancellable, GError **error)
{
  gboolean written;

  /* An empty line would be no record. */
  if (self->begun && self->record->len == 0)
    g_string_append (self->record, "\"\"");
  g_string_append (self->record, "\r\n");
  written = g_output_stream_write_all (self->stream, self->record->str, self->record->len, NULL,
                                       cancellable, error);
  g_string_truncate (self->record, 0);
  self->begun = FALSE;

  return written;
}
