/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads RFC 4180 and what is found in the wild: separators other than commas,
 * line ends of all systems, quotes inside unquoted fields. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv-source.h"
#include "plenum-csv.h"
#include "plenum-place.h"

struct _PlenumCsvReader
{
  PlenumCsvSource *source;
  GString         *text;       /* the fields of one record, each with its NUL */
  GArray          *starts;     /* gsize: where each begins in text */
  guint64          line;       /* where the record begins */
  guint            raw_last;   /* the number of columns, the last of which may be bare text */
  char             separator;  /* NUL until the first line has told it */
  guint            in_quotes : 1;
};

G_DEFINE_QUARK (plenum-csv-error-quark, plenum_csv_error)

/**
 * plenum_csv_reader_new:
 * @stream: where the file comes from
 * @name: what messages call it
 *
 * The encoding (UTF-8, UTF-16 with a mark, Windows-1252) and the separator
 * (comma, semicolon, tab, bar) are told by the contents.
 *
 * Returns: (transfer full): a reader at the first record
 */
PlenumCsvReader *
plenum_csv_reader_new (GInputStream *stream, const char *name)
{
  PlenumCsvReader *self = g_new0 (PlenumCsvReader, 1);

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream) && name != NULL, NULL);

  self->source = plenum_csv_source_new (stream, name);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));

  return self;
}

void
plenum_csv_reader_free (PlenumCsvReader *self)
{
  plenum_csv_source_free (self->source);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * plenum_csv_reader_set_raw_last:
 * @n_columns: how many columns there are, or 0 to read strictly
 *
 * From the next record on, the last column may be text that nobody quoted,
 * separators and quotes inside it included.
 */
void
plenum_csv_reader_set_raw_last (PlenumCsvReader *self, guint n_columns)
{
  self->raw_last = n_columns;
}

/* The separator that is found most often outside quotes; the comma where none is. */
static char
detect_separator (const char *line, gsize length)
{
  static const char candidates[] = ",;\t|";
  guint counts[sizeof candidates - 1] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *found = line[i] != '\0' ? strchr (candidates, line[i]) : NULL;

      if (line[i] == '"')
        quoted = !quoted;
      else if (!quoted && found != NULL)
        counts[found - candidates]++;
    }

  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return candidates[best];
}

static gboolean
fail_too_large (PlenumCsvReader *self, GError **error)
{
  plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE,
                          plenum_csv_source_get_name (self->source), self->line,
                          _("The record is too large: at most %d columns, 1 MiB a field and 16 MiB in all. "
                            "Is a quote not closed?"), PLENUM_CSV_MAX_COLUMNS);

  return FALSE;
}

static void
begin_field (PlenumCsvReader *self)
{
  g_array_append_val (self->starts, self->text->len);
}

static gsize
field_start (PlenumCsvReader *self)
{
  return g_array_index (self->starts, gsize, self->starts->len - 1);
}

static gboolean
end_field (PlenumCsvReader *self, GError **error)
{
  if (self->text->len - field_start (self) > PLENUM_CSV_MAX_FIELD
      || self->starts->len > PLENUM_CSV_MAX_COLUMNS)
    return fail_too_large (self, error);

  g_string_append_c (self->text, '\0');

  return TRUE;
}

/* What is quoted, from after the quote or from the start of a later line; leaves
 * *pos after the closing quote. FALSE where the line ends before it. */
static gboolean
read_quoted (PlenumCsvReader *self, const char *line, gsize length, gsize *pos)
{
  for (;;)
    {
      const char *quote = memchr (line + *pos, '"', length - *pos);
      gsize end = quote != NULL ? (gsize) (quote - line) : length;

      g_string_append_len (self->text, line + *pos, end - *pos);
      *pos = end;
      if (quote == NULL)
        return FALSE;

      *pos = end + 1;
      if (*pos == length || line[*pos] != '"')
        return TRUE;

      g_string_append_c (self->text, '"');
      (*pos)++;
    }
}

/* A quoted field; @from is where it began in this line, or -1 in an earlier one. */
static gboolean
parse_quoted (PlenumCsvReader *self, const char *line, gsize length, gssize from, gsize *pos, GError **error)
{
  self->in_quotes = !read_quoted (self, line, length, pos);
  if (self->in_quotes)
    {
      g_string_append_c (self->text, '\n');
      if (self->text->len - field_start (self) > PLENUM_CSV_MAX_FIELD)
        return fail_too_large (self, error);
      return TRUE;
    }

  if (*pos < length && line[*pos] != self->separator)
    {
      if (from < 0 || self->raw_last == 0 || self->starts->len != self->raw_last)
        {
          plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_QUOTE,
                                  plenum_csv_source_get_name (self->source),
                                  plenum_csv_source_get_line (self->source),
                                  _("Text follows a closing quote. A quote inside a quoted field is written twice."));
          return FALSE;
        }

      /* Bare text that only begins with a quote. */
      g_string_truncate (self->text, field_start (self));
      g_string_append_len (self->text, line + from, length - from);
      *pos = length;
    }

  return end_field (self, error);
}

static gboolean
parse_bare (PlenumCsvReader *self, const char *line, gsize length, gsize *pos, GError **error)
{
  gboolean rest = self->raw_last > 0 && self->starts->len == self->raw_last;
  const char *end = rest ? NULL : memchr (line + *pos, self->separator, length - *pos);
  gsize n = end != NULL ? (gsize) (end - line) - *pos : length - *pos;

  g_string_append_len (self->text, line + *pos, n);
  *pos += n;

  return end_field (self, error);
}

/* One more line of the record; in_quotes tells afterwards whether another belongs to it. */
static gboolean
parse_line (PlenumCsvReader *self, const char *line, gsize length, GError **error)
{
  gsize pos = 0;

  if (self->in_quotes && !parse_quoted (self, line, length, -1, &pos, error))
    return FALSE;
  if (self->in_quotes || (pos == length && pos > 0))
    return TRUE;
  if (self->starts->len > 0)
    pos++; /* the separator after what began in an earlier line */

  for (;;)
    {
      begin_field (self);
      if (pos < length && line[pos] == '"')
        {
          gsize from = pos++;

          if (!parse_quoted (self, line, length, from, &pos, error))
            return FALSE;
          if (self->in_quotes)
            return TRUE;
        }
      else if (!parse_bare (self, line, length, &pos, error))
        {
          return FALSE;
        }

      if (self->text->len > PLENUM_CSV_MAX_RECORD)
        return fail_too_large (self, error);
      if (pos >= length)
        return TRUE;
      pos++;
    }
}

/**
 * plenum_csv_reader_read:
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_CSV_ERROR or %G_IO_ERROR,
 *   whose message begins with the file and the line
 *
 * Reads the next record; empty lines are none. Its fields are valid until the
 * next call.
 *
 * Returns: %FALSE at the end of the file, and with @error set on failure
 */
gboolean
plenum_csv_reader_read (PlenumCsvReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *line;
  gsize length;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->in_quotes = FALSE;

  while (plenum_csv_source_next (self->source, &line, &length, cancellable, &failure))
    {
      if (length == 0 && !self->in_quotes)
        continue;
      if (self->separator == '\0')
        self->separator = detect_separator (line, length);
      if (self->starts->len == 0)
        self->line = plenum_csv_source_get_line (self->source);
      if (!parse_line (self, line, length, error))
        return FALSE;
      if (!self->in_quotes)
        return TRUE;
    }

  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (self->in_quotes)
    plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_QUOTE,
                            plenum_csv_source_get_name (self->source), self->line,
                            _("A quoted field begins in this record and is never closed."));

  return FALSE;
}

guint
plenum_csv_reader_get_n_fields (PlenumCsvReader *self)
{
  return self->starts->len;
}

/**
 * plenum_csv_reader_get_field:
 * @index: the column, from 0
 *
 * Returns: (transfer none): the field as it stands in the file, "" where the
 *   record is shorter; valid until the next record is read
 */
const char *
plenum_csv_reader_get_field (PlenumCsvReader *self, guint index)
{
  if (index >= self->starts->len)
    return "";

  return self->text->str + g_array_index (self->starts, gsize, index);
}

/**
 * plenum_csv_reader_get_line:
 *
 * Returns: the line where the current record begins, from 1
 */
guint64
plenum_csv_reader_get_line (PlenumCsvReader *self)
{
  return self->line;
}

/**
 * plenum_csv_reader_get_separator:
 *
 * Returns: the separator, or NUL before the first record was read
 */
char
plenum_csv_reader_get_separator (PlenumCsvReader *self)
{
  return self->separator;
}

/**
 * plenum_csv_reader_get_encoding:
 *
 * Returns: (transfer none): what the lines read so far are written in
 */
const char *
plenum_csv_reader_get_encoding (PlenumCsvReader *self)
{
  return plenum_csv_source_get_encoding (self->source);
}
