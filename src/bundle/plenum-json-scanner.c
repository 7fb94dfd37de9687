/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON (RFC 8259, and RFC 7493 where it is stricter) token by token, from files
 * that may be hostile: memory is bounded by one token, whatever the file's size,
 * and nesting takes no stack. json-glib's own parser accepts much that is no
 * JSON and falls over when nested deeply, so it only keeps what was read here. */
#include "plenum-json-scanner.h"

#include <glib/gi18n-lib.h>

#include "plenum-json-lexer.h"

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* after [ */
  EXPECT_KEY,
  EXPECT_KEY_OR_END,   /* after { */
  EXPECT_COMMA_OR_END,
  EXPECT_NOTHING,
} State;

struct _PlenumJsonScanner
{
  PlenumJsonLexer lexer;
  guint64         token_line;
  State           state;
  guint           depth;
  char            stack[PLENUM_JSON_MAX_DEPTH]; /* '{' or '[' */
};

/**
 * plenum_json_scanner_new:
 * @stream: where the document comes from
 * @name: what messages call it
 *
 * Returns: (transfer full): a scanner before the first token
 */
PlenumJsonScanner *
plenum_json_scanner_new (GInputStream *stream, const char *name)
{
  PlenumJsonScanner *self = g_new0 (PlenumJsonScanner, 1);

  plenum_json_lexer_init (&self->lexer, stream, name);

  return self;
}

void
plenum_json_scanner_free (PlenumJsonScanner *self)
{
  plenum_json_lexer_clear (&self->lexer);
  g_free (self);
}

static void
end_value (PlenumJsonScanner *self)
{
  self->state = self->depth > 0 ? EXPECT_COMMA_OR_END : EXPECT_NOTHING;
}

static gboolean
open_bracket (PlenumJsonScanner *self, char bracket, PlenumJsonToken *token, GError **error)
{
  if (self->depth == PLENUM_JSON_MAX_DEPTH)
    return plenum_json_lexer_fail (&self->lexer, PLENUM_JSON_ERROR_DEPTH, _("Brackets are nested deeper than 64 levels"), error);

  self->stack[self->depth++] = bracket;
  self->lexer.pos++;
  self->state = bracket == '{' ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
  *token = bracket == '{' ? PLENUM_JSON_OBJECT : PLENUM_JSON_ARRAY;

  return TRUE;
}

static gboolean
read_value (PlenumJsonScanner *self, int byte, PlenumJsonToken *token, GError **error)
{
  gboolean done;

  switch (byte)
    {
    case '{':
    case '[':
      return open_bracket (self, byte, token, error);

    case '"':
      *token = PLENUM_JSON_STRING;
      done = plenum_json_lexer_read_string (&self->lexer, error);
      break;

    case 't':
      *token = PLENUM_JSON_TRUE;
      done = plenum_json_lexer_read_word (&self->lexer, "true", error);
      break;

    case 'f':
      *token = PLENUM_JSON_FALSE;
      done = plenum_json_lexer_read_word (&self->lexer, "false", error);
      break;

    case 'n':
      *token = PLENUM_JSON_NULL;
      done = plenum_json_lexer_read_word (&self->lexer, "null", error);
      break;

    default:
      if (byte != '-' && !g_ascii_isdigit (byte))
        return plenum_json_lexer_fail (&self->lexer, PLENUM_JSON_ERROR_SYNTAX,
                     plenum_json_lexer_get_offset (&self->lexer) == 0 && byte == 0xef
                       ? _("The file begins with a byte order mark. Save it as UTF-8 without one")
                       : _("A value is expected here"), error);
      done = plenum_json_lexer_read_number (&self->lexer, token, error);
      break;
    }

  if (done)
    end_value (self);

  return done;
}

static gboolean
read_key (PlenumJsonScanner *self, int byte, PlenumJsonToken *token, GError **error)
{
  if (byte != '"')
    return plenum_json_lexer_fail (&self->lexer, PLENUM_JSON_ERROR_SYNTAX, _("The name of a member in quotes is expected here"), error);
  if (!plenum_json_lexer_read_string (&self->lexer, error) || !plenum_json_lexer_skip_space (&self->lexer, error) || (byte = plenum_json_lexer_need (&self->lexer, error)) < 0)
    return FALSE;
  if (byte != ':')
    return plenum_json_lexer_fail (&self->lexer, PLENUM_JSON_ERROR_SYNTAX, _("A colon is expected after the name of a member"), error);

  self->lexer.pos++;
  self->state = EXPECT_VALUE;
  *token = PLENUM_JSON_KEY;

  return TRUE;
}

static gboolean
close_bracket (PlenumJsonScanner *self, int byte, PlenumJsonToken *token)
{
  char bracket = self->depth > 0 ? self->stack[self->depth - 1] : '\0';

  if (!(byte == '}' && bracket == '{') && !(byte == ']' && bracket == '['))
    return FALSE;

  self->depth--;
  self->lexer.pos++;
  end_value (self);
  *token = byte == '}' ? PLENUM_JSON_OBJECT_END : PLENUM_JSON_ARRAY_END;

  return TRUE;
}

static gboolean
read_end (PlenumJsonScanner *self, PlenumJsonToken *token, GError **error)
{
  GError *failure = NULL;

  if (plenum_json_lexer_peek (&self->lexer, &failure) >= 0)
    return plenum_json_lexer_fail (&self->lexer, PLENUM_JSON_ERROR_SYNTAX, _("The document is complete, but the file goes on"), error);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  *token = PLENUM_JSON_END;

  return TRUE;
}

/**
 * plenum_json_scanner_next:
 * @token: (out): what comes next
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_JSON_ERROR or of the stream,
 *   whose message begins with the file and the line
 *
 * After an error the scanner cannot go on.
 */
gboolean
plenum_json_scanner_next (PlenumJsonScanner *self, PlenumJsonToken *token, GCancellable *cancellable, GError **error)
{
  int byte;

  self->lexer.cancellable = cancellable;
  if (!plenum_json_lexer_skip_space (&self->lexer, error))
    return FALSE;
  self->token_line = self->lexer.line;

  if (self->state == EXPECT_NOTHING)
    return read_end (self, token, error);
  if ((byte = plenum_json_lexer_need (&self->lexer, error)) < 0)
    return FALSE;

  if (self->state != EXPECT_VALUE && self->state != EXPECT_KEY && close_bracket (self, byte, token))
    return TRUE;

  if (self->state == EXPECT_COMMA_OR_END)
    {
      if (byte != ',')
        return plenum_json_lexer_fail (&self->lexer, PLENUM_JSON_ERROR_SYNTAX, _("A comma or a closing bracket is expected here"), error);
      self->lexer.pos++;
      self->state = self->stack[self->depth - 1] == '{' ? EXPECT_KEY : EXPECT_VALUE;
      if (!plenum_json_lexer_skip_space (&self->lexer, error) || (byte = plenum_json_lexer_need (&self->lexer, error)) < 0)
        return FALSE;
      self->token_line = self->lexer.line;
    }

  if (self->state == EXPECT_KEY || self->state == EXPECT_KEY_OR_END)
    return read_key (self, byte, token, error);

  return read_value (self, byte, token, error);
}

/* Takes the comma after the last value of an array. */
static gboolean
go_to_element (PlenumJsonScanner *self, int *byte, GError **error)
{
  if (!plenum_json_lexer_skip_space (&self->lexer, error))
    return FALSE;

  *byte = self->lexer.pos < self->lexer.filled ? self->lexer.buffer[self->lexer.pos] : -1;
  if (self->state == EXPECT_COMMA_OR_END && self->stack[self->depth - 1] == '[' && *byte == ',')
    {
      self->lexer.pos++;
      self->state = EXPECT_VALUE;
      if (!plenum_json_lexer_skip_space (&self->lexer, error))
        return FALSE;
      *byte = self->lexer.pos < self->lexer.filled ? self->lexer.buffer[self->lexer.pos] : -1;
    }

  return TRUE;
}

/**
 * plenum_json_scanner_peek_line:
 * @line: (out) (transfer none) (nullable): what is left of the line where the next
 *   element of an array stands, if that is an object; %NULL if there is none or the
 *   line is too long. Valid until anything else is read
 * @length: (out): its bytes
 * @cancellable: (nullable): a #GCancellable
 *
 * For documents of which one knows that each element is on a line of its own. Who
 * understands the element calls plenum_json_scanner_take(); else it can be read as
 * any other.
 */
gboolean
plenum_json_scanner_peek_line (PlenumJsonScanner *self, const char **line, gsize *length, GCancellable *cancellable, GError **error)
{
  int byte;

  *line = NULL;
  self->lexer.cancellable = cancellable;
  if (!go_to_element (self, &byte, error))
    return FALSE;
  if (byte != '{' || (self->state != EXPECT_VALUE && self->state != EXPECT_VALUE_OR_END))
    return TRUE;

  self->token_line = self->lexer.line;
  return plenum_json_lexer_peek_line (&self->lexer, line, length, error);
}

/**
 * plenum_json_scanner_take:
 * @length: bytes of the line that plenum_json_scanner_peek_line() gave, which are one
 *   whole value
 */
void
plenum_json_scanner_take (PlenumJsonScanner *self, gsize length)
{
  self->lexer.pos += length;
  end_value (self);
}

/**
 * plenum_json_scanner_get_text:
 *
 * Returns: (transfer none): the last key or string, valid until the next token
 */
const char *
plenum_json_scanner_get_text (PlenumJsonScanner *self)
{
  return self->lexer.text->str;
}

gint64
plenum_json_scanner_get_integer (PlenumJsonScanner *self)
{
  return self->lexer.integer;
}

double
plenum_json_scanner_get_double (PlenumJsonScanner *self)
{
  return self->lexer.real;
}

/**
 * plenum_json_scanner_get_line:
 *
 * Returns: the line where the last token begins, from 1
 */
guint64
plenum_json_scanner_get_line (PlenumJsonScanner *self)
{
  return self->token_line;
}

/**
 * plenum_json_scanner_get_offset:
 *
 * Returns: how many bytes of the document were taken
 */
guint64
plenum_json_scanner_get_offset (PlenumJsonScanner *self)
{
  return plenum_json_lexer_get_offset (&self->lexer);
}

/**
 * plenum_json_scanner_fail:
 * @message: what is wrong with the last token, translated
 *
 * Sets an error with the place of the last token.
 *
 * Returns: %FALSE
 */
gboolean
plenum_json_scanner_fail (PlenumJsonScanner *self, PlenumJsonError code, const char *message, GError **error)
{
  return plenum_json_lexer_fail (&self->lexer, code, message, error);
}
