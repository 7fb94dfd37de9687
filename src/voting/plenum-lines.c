/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's lines, of any system, in as little memory as the longest of them takes. */
#include "plenum-lines.h"

#include "plenum-voting-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK (256 * 1024)
#define LONGEST_LINE (4 * 1024 * 1024)

struct _PlenumLines
{
  GInputStream *stream;
  char         *buffer;
  gsize         size;
  gsize         start;  /* of what was not given out yet */
  gsize         end;    /* of what was read; a byte behind it is free */
  guint64       number; /* of the line that was given out last */
  gboolean      at_end; /* of the stream */
};

PlenumLines *
plenum_lines_new (GInputStream *stream)
{
  PlenumLines *self = g_new0 (PlenumLines, 1);

  self->stream = g_object_ref (stream);
  self->size = 2 * BLOCK;
  self->buffer = g_malloc (self->size + 1);

  return self;
}

void
plenum_lines_free (PlenumLines *self)
{
  g_object_unref (self->stream);
  g_free (self->buffer);
  g_free (self);
}

/* Gets more behind what is there, which moves to the front. */
static gboolean
fill (PlenumLines *self, GCancellable *cancellable, GError **error)
{
  gssize n;

  memmove (self->buffer, self->buffer + self->start, self->end - self->start);
  self->end -= self->start;
  self->start = 0;

  if (self->size - self->end < BLOCK)
    {
      if (self->end > LONGEST_LINE)
        {
          self->number++;
          g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_FILE,
                               _("This line is too long: at most 4 MiB can be read."));
          return FALSE;
        }
      self->size *= 2;
      self->buffer = g_realloc (self->buffer, self->size + 1);
    }

  n = g_input_stream_read (self->stream, self->buffer + self->end, self->size - self->end, cancellable, error);
  if (n < 0)
    return FALSE;

  self->at_end = n == 0;
  self->end += n;
  return TRUE;
}

static gboolean
refuse_nul (GError **error)
{
  g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_FILE,
                       _("This is no text: the line has a NUL byte."));
  return FALSE;
}

/**
 * plenum_lines_read:
 *
 * Returns: (transfer none) (nullable): the next line without its end, valid and the
 *   caller's to write into until the next call; %NULL at the end or, with @error set,
 *   where it cannot be read
 */
char *
plenum_lines_read (PlenumLines *self, GCancellable *cancellable, GError **error)
{
  gsize searched = 0;
  char *line, *end;

  while ((end = memchr (self->buffer + self->start + searched, '\n', self->end - self->start - searched)) == NULL)
    {
      searched = self->end - self->start;
      if (self->at_end)
        break;
      if (!fill (self, cancellable, error))
        return NULL;
    }

  if (end == NULL && self->start == self->end)
    return NULL;

  line = self->buffer + self->start;
  if (end == NULL)
    end = self->buffer + self->end;
  self->start = MIN (self->end, (gsize) (end - self->buffer) + 1);
  self->number++;
  *end = '\0';
  if (strlen (line) != (gsize) (end - line) && !refuse_nul (error))
    return NULL;
  if (end > line && end[-1] == '\r')
    end[-1] = '\0';
  if (self->number == 1 && g_str_has_prefix (line, "\xef\xbb\xbf"))
    line += 3;

  return line;
}

/**
 * plenum_lines_get_number:
 *
 * Returns: the number of the line that was read last, from 1
 */
guint64
plenum_lines_get_number (PlenumLines *self)
{
  return self->number;
}
