/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-json-lexer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plenum-place.h"

#define CHUNK (64 * 1024)
#define LONGEST_NUMBER 64
#define LARGEST_INTEGER ((G_GINT64_CONSTANT (1) << 53) - 1)

G_DEFINE_QUARK (plenum-json-error-quark, plenum_json_error)

void
plenum_json_lexer_init (PlenumJsonLexer *self, GInputStream *stream, const char *name)
{
  self->stream = g_object_ref (stream);
  self->name = g_strdup (name);
  self->buffer = g_malloc (CHUNK);
  self->line = 1;
  self->text = g_string_new (NULL);
}

void
plenum_json_lexer_clear (PlenumJsonLexer *self)
{
  g_object_unref (self->stream);
  g_free (self->name);
  g_free (self->buffer);
  g_string_free (self->text, TRUE);
}

/* How many bytes of the document were taken. */
guint64
plenum_json_lexer_get_offset (PlenumJsonLexer *self)
{
  return self->consumed + self->pos;
}

gboolean
plenum_json_lexer_fail (PlenumJsonLexer *self, PlenumJsonError code, const char *message, GError **error)
{
  guint column = MIN (plenum_json_lexer_get_offset (self) - self->line_start + 1, G_MAXUINT);

  /* Translators: a sentence that says what is wrong, then the column where. */
  plenum_place_set_error (error, PLENUM_JSON_ERROR, code, self->name, self->line,
                          _("%s (column %u)"), message, column);

  return FALSE;
}

/* The next byte without taking it, or -1 at the end or on failure. */
int
plenum_json_lexer_peek (PlenumJsonLexer *self, GError **error)
{
  gssize n;

  if (self->pos < self->filled)
    return self->buffer[self->pos];

  self->consumed += self->filled;
  self->pos = self->filled = 0;
  n = g_input_stream_read (self->stream, self->buffer, CHUNK, self->cancellable, error);
  if (n < 0)
    plenum_place_prefix (error, self->name, self->line);
  if (n <= 0)
    return -1;
  self->filled = n;

  return self->buffer[0];
}

/* What is left of the line, without its end, or NULL where it is longer than the
 * buffer or the last one. Valid until anything else is read. */
gboolean
plenum_json_lexer_peek_line (PlenumJsonLexer *self, const char **line, gsize *length, GError **error)
{
  gsize looked = self->pos;
  guint8 *end;

  while ((end = memchr (self->buffer + looked, '\n', self->filled - looked)) == NULL)
    {
      gssize n;

      if (self->pos > 0)
        {
          memmove (self->buffer, self->buffer + self->pos, self->filled - self->pos);
          self->consumed += self->pos;
          self->filled -= self->pos;
          self->pos = 0;
        }
      looked = self->filled;
      *line = NULL;
      if (self->filled == CHUNK)
        return TRUE;

      n = g_input_stream_read (self->stream, self->buffer + self->filled, CHUNK - self->filled, self->cancellable, error);
      if (n < 0)
        plenum_place_prefix (error, self->name, self->line);
      if (n <= 0)
        return n == 0;
      self->filled += n;
    }

  *line = (const char *) self->buffer + self->pos;
  *length = (const char *) end - *line;

  return TRUE;
}

/* As plenum_json_lexer_peek(), where the document may not end. */
int
plenum_json_lexer_need (PlenumJsonLexer *self, GError **error)
{
  GError *failure = NULL;
  int byte = plenum_json_lexer_peek (self, &failure);

  if (byte >= 0)
    return byte;

  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_TRUNCATED, _("The file ends too early: it is not complete"), error);

  return -1;
}

gboolean
plenum_json_lexer_skip_space (PlenumJsonLexer *self, GError **error)
{
  GError *failure = NULL;
  guint64 start = plenum_json_lexer_get_offset (self);
  int byte;

  while ((byte = plenum_json_lexer_peek (self, &failure)) == ' ' || byte == '\t' || byte == '\r' || byte == '\n')
    {
      self->pos++;
      if (byte == '\n')
        {
          self->line++;
          self->line_start = plenum_json_lexer_get_offset (self);
        }
      if (plenum_json_lexer_get_offset (self) - start > PLENUM_JSON_MAX_VALUE)
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_TOO_LARGE, _("More than 16 MiB of blanks"), error);
    }

  if (failure != NULL)
    g_propagate_error (error, failure);

  return failure == NULL;
}

static gboolean
read_hex (PlenumJsonLexer *self, gunichar *unit, GError **error)
{
  *unit = 0;
  for (int i = 0; i < 4; i++)
    {
      int byte = plenum_json_lexer_need (self, error);

      if (byte < 0)
        return FALSE;
      if (!g_ascii_isxdigit (byte))
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_SYNTAX, _("\\u is followed by four hexadecimal digits"), error);
      *unit = *unit << 4 | g_ascii_xdigit_value (byte);
      self->pos++;
    }

  return TRUE;
}

static gboolean
read_surrogates (PlenumJsonLexer *self, gunichar *character, GError **error)
{
  gunichar low = 0;
  int byte;

  if (*character < 0xdc00)
    {
      if ((byte = plenum_json_lexer_need (self, error)) < 0)
        return FALSE;
      if (byte == '\\')
        {
          self->pos++;
          if ((byte = plenum_json_lexer_need (self, error)) < 0)
            return FALSE;
          if (byte == 'u')
            {
              self->pos++;
              if (!read_hex (self, &low, error))
                return FALSE;
            }
        }
    }

  if (low < 0xdc00 || low > 0xdfff)
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_ENCODING,
                 _("Half a surrogate pair is no character: \\ud800 to \\udbff is followed by \\udc00 to \\udfff"), error);
  *character = 0x10000 + ((*character - 0xd800) << 10) + (low - 0xdc00);

  return TRUE;
}

static gboolean
read_escape (PlenumJsonLexer *self, GError **error)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  int byte;
  gunichar character;
  const char *found;

  self->pos++;
  if ((byte = plenum_json_lexer_need (self, error)) < 0)
    return FALSE;

  found = byte != 0 ? strchr (names, byte) : NULL;
  if (found != NULL)
    {
      g_string_append_c (self->text, values[found - names]);
      self->pos++;
      return TRUE;
    }

  if (byte != 'u')
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_SYNTAX, _("JSON does not know this escape after a backslash"), error);

  self->pos++;
  if (!read_hex (self, &character, error))
    return FALSE;
  if (character == 0)
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_ENCODING, _("A text must not hold the character NUL"), error);
  if (character >= 0xd800 && character <= 0xdfff && !read_surrogates (self, &character, error))
    return FALSE;
  g_string_append_unichar (self->text, character);

  return TRUE;
}

/* One character of two to four bytes. */
static gboolean
read_utf8 (PlenumJsonLexer *self, GError **error)
{
  char bytes[4];
  int first = self->buffer[self->pos];
  gsize length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;

  for (gsize i = 0; i < length; i++)
    {
      int byte = plenum_json_lexer_need (self, error);

      if (byte < 0)
        return FALSE;
      if (i > 0 && (byte & 0xc0) != 0x80)
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_ENCODING, _("This is not UTF-8"), error);
      bytes[i] = byte;
      self->pos++;
    }

  if (!g_utf8_validate (bytes, length, NULL))
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_ENCODING, _("This is not UTF-8"), error);
  g_string_append_len (self->text, bytes, length);

  return TRUE;
}

gboolean
plenum_json_lexer_read_string (PlenumJsonLexer *self, GError **error)
{
  self->pos++;
  g_string_truncate (self->text, 0);

  for (;;)
    {
      int byte = plenum_json_lexer_need (self, error);
      gsize start = self->pos;

      if (byte < 0)
        return FALSE;

      while (self->pos < self->filled && (byte = self->buffer[self->pos]) >= 0x20 && byte < 0x80
             && byte != '"' && byte != '\\')
        self->pos++;
      g_string_append_len (self->text, (const char *) self->buffer + start, self->pos - start);
      if (self->text->len > PLENUM_JSON_MAX_VALUE)
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_TOO_LARGE, _("A text is longer than 16 MiB"), error);
      if (self->pos == self->filled)
        continue;

      if (byte == '"')
        {
          self->pos++;
          return TRUE;
        }
      if (byte < 0x20)
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_SYNTAX, _("A line end or control character inside a text is written as an escape"), error);
      if (!(byte == '\\' ? read_escape (self, error) : read_utf8 (self, error)))
        return FALSE;
    }
}

static gboolean
is_number (const char *text, gboolean *integer)
{
  const char *c = text;
  gsize digits;

  *integer = TRUE;
  if (*c == '-')
    c++;
  digits = strspn (c, "0123456789");
  if (digits == 0 || (*c == '0' && digits > 1))
    return FALSE;
  c += digits;

  if (*c == '.')
    {
      *integer = FALSE;
      digits = strspn (++c, "0123456789");
      if (digits == 0)
        return FALSE;
      c += digits;
    }

  if (*c == 'e' || *c == 'E')
    {
      *integer = FALSE;
      c++;
      if (*c == '+' || *c == '-')
        c++;
      digits = strspn (c, "0123456789");
      if (digits == 0)
        return FALSE;
      c += digits;
    }

  return *c == '\0';
}

/* What only lacks more digits was cut off, not written wrongly. */
static gboolean
is_cut_number (const char *text)
{
  g_autofree char *continued = g_strconcat (text, "0", NULL);
  gboolean integer;

  return !is_number (text, &integer) && is_number (continued, &integer);
}

gboolean
plenum_json_lexer_read_number (PlenumJsonLexer *self, PlenumJsonToken *token, GError **error)
{
  GError *failure = NULL;
  gboolean integer;
  int byte;

  g_string_truncate (self->text, 0);
  while ((byte = plenum_json_lexer_peek (self, &failure)) > 0 && strchr ("+-.0123456789eE", byte) != NULL)
    {
      if (self->text->len == LONGEST_NUMBER)
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_NUMBER, _("The number has too many digits"), error);
      g_string_append_c (self->text, byte);
      self->pos++;
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (byte < 0 && is_cut_number (self->text->str))
    return plenum_json_lexer_need (self, error) >= 0;
  if (!is_number (self->text->str, &integer))
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_SYNTAX, _("This is not how JSON writes a number"), error);

  self->integer = integer ? g_ascii_strtoll (self->text->str, NULL, 10) : 0;
  self->real = integer ? 0 : g_ascii_strtod (self->text->str, NULL);
  /* 9e15 is a whole number too, and its canonical form has no exponent below 1e21. */
  if (self->integer > LARGEST_INTEGER || self->integer < -LARGEST_INTEGER
      || (fabs (self->real) > LARGEST_INTEGER && fabs (self->real) < 1e21))
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_NUMBER, _("A whole number lies between −9007199254740991 and 9007199254740991"), error);
  if (!isfinite (self->real))
    return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_NUMBER, _("The number is too large"), error);
  *token = integer ? PLENUM_JSON_INTEGER : PLENUM_JSON_DOUBLE;

  return TRUE;
}

gboolean
plenum_json_lexer_read_word (PlenumJsonLexer *self, const char *word, GError **error)
{
  for (const char *c = word; *c != '\0'; c++)
    {
      int byte = plenum_json_lexer_need (self, error);

      if (byte < 0)
        return FALSE;
      if (byte != *c)
        return plenum_json_lexer_fail (self, PLENUM_JSON_ERROR_SYNTAX, _("Only true, false and null are written without quotes"), error);
      self->pos++;
    }

  return TRUE;
}
