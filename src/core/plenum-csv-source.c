/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a text file in UTF-8, whatever it was written in. What it was
 * written in is found out line by line, so that memory does not grow with the
 * file, and so that a file that mixes encodings is refused with its line. */
#include "plenum-csv-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv.h"
#include "plenum-place.h"

#define CHUNK (64 * 1024)

typedef enum
{
  ENCODING_UNKNOWN, /* nothing but ASCII so far */
  ENCODING_UTF8,
  ENCODING_WINDOWS_1252,
  ENCODING_UTF16_LE,
  ENCODING_UTF16_BE,
} Encoding;

struct _PlenumCsvSource
{
  GInputStream *stream;
  char         *name;
  GByteArray   *data;        /* read and not yet given out */
  gsize         start;       /* of what is not yet given out */
  gsize         searched;    /* how far there is no line end */
  GByteArray   *raw;         /* UTF-16 that is not yet UTF-8 */
  GString      *converted;   /* a line that was Windows-1252 */
  Encoding      encoding;
  guint64       line;        /* of what was given out last, from 1 */
  guint64       known_since; /* the line that told the encoding */
  guint         begun : 1;
  guint         ended : 1;
  guint         old_mac : 1; /* lines end with a lone carriage return */
  guint         line_end_known : 1;
};

/* Windows-1252, 0x80 to 0x9f; 0 where the code page has nothing. */
static const gunichar windows_1252[32] = {
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
  0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
};

PlenumCsvSource *
plenum_csv_source_new (GInputStream *stream, const char *name)
{
  PlenumCsvSource *self = g_new0 (PlenumCsvSource, 1);

  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->data = g_byte_array_new ();
  self->raw = g_byte_array_new ();
  self->converted = g_string_new (NULL);

  return self;
}

void
plenum_csv_source_free (PlenumCsvSource *self)
{
  g_object_unref (self->stream);
  g_free (self->name);
  g_byte_array_unref (self->data);
  g_byte_array_unref (self->raw);
  g_string_free (self->converted, TRUE);
  g_free (self);
}

const char *
plenum_csv_source_get_name (PlenumCsvSource *self)
{
  return self->name;
}

guint64
plenum_csv_source_get_line (PlenumCsvSource *self)
{
  return self->line;
}

const char *
plenum_csv_source_get_encoding (PlenumCsvSource *self)
{
  switch (self->encoding)
    {
    case ENCODING_WINDOWS_1252:
      return "Windows-1252";

    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
      return "UTF-16";

    case ENCODING_UNKNOWN:
    case ENCODING_UTF8:
    default:
      return "UTF-8";
    }
}

static gboolean
is_utf16 (PlenumCsvSource *self)
{
  return self->encoding == ENCODING_UTF16_LE || self->encoding == ENCODING_UTF16_BE;
}

static guint16
get_unit (PlenumCsvSource *self, const guint8 *bytes)
{
  return self->encoding == ENCODING_UTF16_LE ? bytes[0] | bytes[1] << 8 : bytes[0] << 8 | bytes[1];
}

static guint64
line_of_tail (PlenumCsvSource *self)
{
  guint64 line = self->line + 1;

  for (gsize i = self->start; i < self->data->len; i++)
    if (self->data->data[i] == '\n')
      line++;

  return line;
}

/* Moves what is whole in raw over to data; half a character waits for its rest. */
static gboolean
convert_utf16 (PlenumCsvSource *self, GError **error)
{
  const guint8 *bytes = self->raw->data;
  gsize i = 0;
  gboolean wrong = FALSE;

  while (!wrong && i + 2 <= self->raw->len)
    {
      guint16 unit = get_unit (self, bytes + i);
      gunichar character = unit;
      char utf8[6];
      gsize width = 2;

      if (unit >= 0xd800 && unit < 0xdc00)
        {
          guint16 low;

          if (i + 4 > self->raw->len)
            break;
          low = get_unit (self, bytes + i + 2);
          wrong = low < 0xdc00 || low > 0xdfff;
          character = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          width = 4;
        }
      else
        {
          wrong = unit >= 0xdc00 && unit < 0xe000;
        }

      if (!wrong)
        {
          g_byte_array_append (self->data, (guint8 *) utf8, g_unichar_to_utf8 (character, utf8));
          i += width;
        }
    }

  if (wrong || (self->ended && i < self->raw->len))
    {
      plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_ENCODING, self->name, line_of_tail (self),
                              _("This is not UTF-16, as the start of the file promises. Save the file as UTF-8."));
      return FALSE;
    }

  g_byte_array_remove_range (self->raw, 0, i);

  return TRUE;
}

static void
read_mark (PlenumCsvSource *self)
{
  const guint8 *bytes = self->data->data;
  gsize length = self->data->len;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      self->encoding = ENCODING_UTF8;
      self->known_since = 1;
      self->start = 3;
    }
  else if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      self->encoding = bytes[0] == 0xff ? ENCODING_UTF16_LE : ENCODING_UTF16_BE;
      self->known_since = 1;
      g_byte_array_append (self->raw, bytes + 2, length - 2);
      g_byte_array_set_size (self->data, 0);
    }
}

static gboolean
refill (PlenumCsvSource *self, GCancellable *cancellable, GError **error)
{
  GByteArray *target = is_utf16 (self) ? self->raw : self->data;
  gsize before, n_read;

  if (self->start > 0)
    {
      g_byte_array_remove_range (self->data, 0, self->start);
      self->searched -= self->start;
      self->start = 0;
    }

  before = target->len;
  g_byte_array_set_size (target, before + CHUNK);
  if (!g_input_stream_read_all (self->stream, target->data + before, CHUNK, &n_read, cancellable, error))
    {
      plenum_place_prefix (error, self->name, self->line + 1);
      g_byte_array_set_size (target, before);
      return FALSE;
    }
  g_byte_array_set_size (target, before + n_read);
  self->ended = n_read < CHUNK;

  if (!self->begun)
    read_mark (self);
  self->begun = TRUE;

  return !is_utf16 (self) || convert_utf16 (self, error);
}

/* The place of the next line end in data, or -1 if it is not read yet. */
static gssize
find_line_end (PlenumCsvSource *self)
{
  const guint8 *bytes = self->data->data;
  gsize from = MAX (self->searched, self->start);
  gsize length = self->data->len - from;
  const guint8 *end;

  if (!self->line_end_known && length > 0)
    {
      const guint8 *cr = memchr (bytes + from, '\r', length);
      const guint8 *lf = memchr (bytes + from, '\n', length);

      /* The last byte may be the first half of a CR LF. */
      if (cr != NULL && cr + 1 == bytes + self->data->len && !self->ended)
        return -1;
      self->line_end_known = cr != NULL || lf != NULL;
      self->old_mac = lf == NULL && cr != NULL;
    }

  end = length > 0 ? memchr (bytes + from, self->old_mac ? '\r' : '\n', length) : NULL;
  if (end != NULL)
    return end - bytes;

  self->searched = self->data->len;

  return -1;
}

static gboolean
convert_windows_1252 (PlenumCsvSource *self, const char *line, gsize length)
{
  g_string_truncate (self->converted, 0);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = line[i];
      gunichar character = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

      if (character == 0)
        return FALSE;
      g_string_append_unichar (self->converted, character);
    }

  return TRUE;
}

static gboolean
is_ascii (const char *line, gsize length)
{
  guchar all = 0;

  for (gsize i = 0; i < length; i++)
    all |= line[i];

  return all < 0x80;
}

static gboolean
fail_mixed (PlenumCsvSource *self, GError **error)
{
  g_autofree char *known = g_strdup_printf ("%" G_GUINT64_FORMAT, self->known_since);

  /* Translators: the first %s is a line number, the second a name like UTF-8. */
  plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_ENCODING, self->name, self->line,
                          _("The file mixes encodings: line %s is %s, this line is not. Save the whole file as UTF-8."),
                          known, plenum_csv_source_get_encoding (self));

  return FALSE;
}

/* Checks one line, and makes it UTF-8 if it is not. */
static gboolean
decode_line (PlenumCsvSource *self, const char **line, gsize *length, GError **error)
{
  gboolean utf8;

  if (memchr (*line, '\0', *length) != NULL)
    {
      plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_NUL, self->name, self->line,
                              _("A NUL byte does not belong into a text file. Save the file as UTF-8."));
      return FALSE;
    }

  if (is_utf16 (self) || is_ascii (*line, *length))
    return TRUE;

  utf8 = g_utf8_validate (*line, *length, NULL);
  if (self->encoding == ENCODING_UNKNOWN)
    {
      self->encoding = utf8 ? ENCODING_UTF8 : ENCODING_WINDOWS_1252;
      self->known_since = self->line;
    }
  else if (utf8 != (self->encoding == ENCODING_UTF8))
    {
      return fail_mixed (self, error);
    }

  if (self->encoding == ENCODING_UTF8)
    return TRUE;

  if (!convert_windows_1252 (self, *line, *length))
    {
      plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_ENCODING, self->name, self->line,
                              _("The line is neither UTF-8 nor Windows-1252. Save the file as UTF-8."));
      return FALSE;
    }
  *line = self->converted->str;
  *length = self->converted->len;

  return TRUE;
}

/**
 * plenum_csv_source_next:
 * @line: (out) (transfer none): the next line in UTF-8 without its end, valid until the next call
 * @length: (out): its bytes
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_CSV_ERROR or %G_IO_ERROR
 *
 * Returns: %FALSE at the end of the file, and with @error set on failure
 */
gboolean
plenum_csv_source_next (PlenumCsvSource  *self,
                        const char      **line,
                        gsize            *length,
                        GCancellable     *cancellable,
                        GError          **error)
{
  gssize end;

  while ((end = find_line_end (self)) < 0 && !self->ended)
    {
      if (self->data->len - self->start > PLENUM_CSV_MAX_RECORD)
        {
          plenum_place_set_error (error, PLENUM_CSV_ERROR, PLENUM_CSV_ERROR_TOO_LARGE, self->name, self->line + 1,
                                  _("The line is longer than %d MiB. A table has one record a line."),
                                  PLENUM_CSV_MAX_RECORD / 1024 / 1024);
          return FALSE;
        }
      if (!refill (self, cancellable, error))
        return FALSE;
    }

  if (end < 0 && self->start == self->data->len)
    return FALSE;

  *line = (const char *) self->data->data + self->start;
  *length = (end < 0 ? self->data->len : (gsize) end) - self->start;
  self->start += *length + (end < 0 ? 0 : 1);
  self->searched = self->start;
  self->line++;
  if (!self->old_mac && *length > 0 && (*line)[*length - 1] == '\r')
    (*length)--;

  return decode_line (self, line, length, error);
}
