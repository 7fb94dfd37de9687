/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that can be read several times from its beginning, also where it is a
 * pipe, and unpacked where it is gzip. What comes from a pipe is kept in a file
 * without a name while it is read the first time. */
#include "plenum-input.h"

#include <string.h>

#include "plenum-place.h"

#define PLENUM_TYPE_SPOOL_STREAM (plenum_spool_stream_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSpoolStream, plenum_spool_stream, PLENUM, SPOOL_STREAM, GInputStream)

/* What a pipe gave already, then what it goes on to give. */
struct _PlenumSpoolStream
{
  GInputStream   parent_instance;

  GFileIOStream *spool;
  GInputStream  *pipe;
  goffset        position;
};

G_DEFINE_FINAL_TYPE (PlenumSpoolStream, plenum_spool_stream, G_TYPE_INPUT_STREAM)

static gssize
plenum_spool_stream_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable, GError **error)
{
  PlenumSpoolStream *self = PLENUM_SPOOL_STREAM (stream);
  GIOStream *spool = G_IO_STREAM (self->spool);
  gssize n;

  if (!g_seekable_seek (G_SEEKABLE (spool), self->position, G_SEEK_SET, cancellable, error))
    return -1;
  n = g_input_stream_read (g_io_stream_get_input_stream (spool), buffer, count, cancellable, error);
  if (n == 0)
    {
      n = g_input_stream_read (self->pipe, buffer, count, cancellable, error);
      if (n > 0 && !g_output_stream_write_all (g_io_stream_get_output_stream (spool), buffer, n, NULL, cancellable, error))
        return -1;
    }
  if (n > 0)
    self->position += n;

  return n;
}

static void
plenum_spool_stream_dispose (GObject *object)
{
  PlenumSpoolStream *self = PLENUM_SPOOL_STREAM (object);

  g_clear_object (&self->spool);
  g_clear_object (&self->pipe);

  G_OBJECT_CLASS (plenum_spool_stream_parent_class)->dispose (object);
}

static void
plenum_spool_stream_class_init (PlenumSpoolStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_spool_stream_dispose;
  G_INPUT_STREAM_CLASS (klass)->read_fn = plenum_spool_stream_read;
}

static void
plenum_spool_stream_init (PlenumSpoolStream *self)
{
}

struct _PlenumInput
{
  GFile         *file;
  char          *name;
  GFileIOStream *spool;  /* of a pipe, once it was opened */
  GInputStream  *pipe;   /* what it has not given yet */
};

/**
 * plenum_input_new:
 * @path: a file, or "-" for standard input
 *
 * Returns: (transfer full): an input, not opened yet
 */
PlenumInput *
plenum_input_new (const char *path)
{
  PlenumInput *self = g_new0 (PlenumInput, 1);

  self->name = g_strdup (path);
  self->file = g_file_new_for_path (strcmp (path, "-") == 0 ? "/dev/stdin" : path);

  return self;
}

void
plenum_input_free (PlenumInput *self)
{
  g_object_unref (self->file);
  g_clear_object (&self->spool);
  g_clear_object (&self->pipe);
  g_free (self->name);
  g_free (self);
}

const char *
plenum_input_get_name (PlenumInput *self)
{
  return self->name;
}

static GInputStream *
open_spool (PlenumInput *self, GCancellable *cancellable, GError **error)
{
  PlenumSpoolStream *stream;

  if (self->spool == NULL)
    {
      g_autoptr (GFile) place = g_file_new_tmp ("plenum-XXXXXX", &self->spool, error);

      if (place == NULL || !g_file_delete (place, cancellable, error))
        return NULL;
    }

  stream = g_object_new (PLENUM_TYPE_SPOOL_STREAM, NULL);
  stream->spool = g_object_ref (self->spool);
  stream->pipe = g_object_ref (self->pipe);

  return G_INPUT_STREAM (stream);
}

static GInputStream *
open_plain (PlenumInput *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  if (self->pipe != NULL)
    return open_spool (self, cancellable, error);

  stream = g_file_read (self->file, cancellable, error);
  if (stream == NULL || g_file_query_file_type (self->file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_REGULAR)
    return (GInputStream *) g_steal_pointer (&stream);

  self->pipe = (GInputStream *) g_steal_pointer (&stream);

  return open_spool (self, cancellable, error);
}

/**
 * plenum_input_read:
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of GIO, which names the file
 *
 * Opens the file from its beginning.
 *
 * Returns: (transfer full) (nullable): the contents, unpacked
 */
GInputStream *
plenum_input_read (PlenumInput *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) plain = open_plain (self, cancellable, error);
  g_autoptr (GInputStream) buffered = NULL;
  g_autoptr (GConverter) unpack = NULL;
  const guint8 *start;
  gsize length;

  if (plain == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }

  buffered = g_buffered_input_stream_new_sized (plain, 64 * 1024);
  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 2, cancellable, error) < 0)
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }

  start = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  if (length < 2 || start[0] != 0x1f || start[1] != 0x8b)
    return g_steal_pointer (&buffered);

  unpack = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return g_converter_input_stream_new (buffered, unpack);
}

/**
 * plenum_input_peek:
 * @length: how many bytes at most
 * @n_read: (out): how many there are
 *
 * Returns: (transfer full) (nullable): the beginning of the contents, unpacked
 *   and with a NUL after it
 */
char *
plenum_input_peek (PlenumInput *self, gsize length, gsize *n_read, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = plenum_input_read (self, cancellable, error);
  g_autofree char *start = g_malloc (length + 1);

  if (stream == NULL)
    return NULL;
  if (!g_input_stream_read_all (stream, start, length, n_read, cancellable, error))
    {
      plenum_place_prefix (error, self->name, 1);
      return NULL;
    }
  start[*n_read] = '\0';

  return g_steal_pointer (&start);
}
