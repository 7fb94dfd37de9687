/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is there whole or not at all: it is written beside its place,
 * flushed to disk, and put there in one step. */
#include "plenum-output.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Of 1 to 9. The usual 6 takes three times as long for a file a tenth smaller. */
#define LEVEL 2

struct _PlenumOutput
{
  char          *path;
  char          *temporary; /* null where the file is no ordinary one, or done */
  int            fd;
  GOutputStream *file;
  GOutputStream *stream;    /* packs, where the name says so */
};

static gboolean
fail (const char *path, GError **error)
{
  int number = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (number), "%s: %s", path, g_strerror (number));

  return FALSE;
}

/**
 * plenum_output_open:
 * @path: where the file shall be, or "-" for standard output; packed with gzip
 *   if it ends in ".gz"
 *
 * Returns: (transfer full) (nullable): an output, or %NULL on failure
 */
PlenumOutput *
plenum_output_open (const char *path, GError **error)
{
  g_autoptr (PlenumOutput) self = g_new0 (PlenumOutput, 1);
  gboolean standard = strcmp (path, "-") == 0;

  self->path = g_strdup (path);
  if (standard)
    {
      self->fd = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    }
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      self->fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
    }
  else
    {
      self->temporary = g_strconcat (path, ".XXXXXX", NULL);
      self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0666);
      if (self->fd < 0)
        g_clear_pointer (&self->temporary, g_free);
    }
  if (self->fd < 0)
    {
      fail (path, error);
      return NULL;
    }

  self->file = g_buffered_output_stream_new_sized (g_unix_output_stream_new (self->fd, FALSE), 64 * 1024);
  g_object_unref (g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (self->file)));
  self->stream = g_object_ref (self->file);
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GConverter) pack = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL));

      g_clear_object (&self->stream);
      self->stream = g_converter_output_stream_new (self->file, pack);
    }

  return g_steal_pointer (&self);
}

/**
 * plenum_output_free:
 *
 * Without plenum_output_finish(), what was there before stays as it was.
 */
void
plenum_output_free (PlenumOutput *self)
{
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_clear_object (&self->stream);
  g_clear_object (&self->file);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

GOutputStream *
plenum_output_get_stream (PlenumOutput *self)
{
  return self->stream;
}

static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  /* Some file systems cannot flush a folder; the file itself is safe by now. */
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
}

/**
 * plenum_output_finish:
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of GIO, which names the file
 *
 * Puts the file in its place.
 */
gboolean
plenum_output_finish (PlenumOutput *self, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_close (self->stream, cancellable, error)
      || !g_output_stream_close (self->file, cancellable, error))
    {
      g_prefix_error (error, "%s: ", self->path);
      return FALSE;
    }

  if (self->temporary == NULL)
    return TRUE;

  if (fsync (self->fd) != 0 || g_rename (self->temporary, self->path) != 0)
    return fail (self->path, error);
  g_clear_pointer (&self->temporary, g_free);
  flush_folder (self->path);

  return TRUE;
}
