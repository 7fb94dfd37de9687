/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo from a file, as grey pixels. */
#include "plenum-photo-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_PIXELS (120 * 1000 * 1000)

G_DEFINE_QUARK (plenum-photo-error-quark, plenum_photo_error)

static PlenumPhoto *
photo_new (guint width, guint height)
{
  PlenumPhoto *self = g_new0 (PlenumPhoto, 1);

  self->width = width;
  self->height = height;
  self->grey = g_malloc ((gsize) width * height);

  return self;
}

/**
 * plenum_photo_new:
 * @pixels: one byte of grey a pixel
 * @stride: from one row to the next, in bytes
 *
 * Returns: (transfer full): a photo, with a copy of @pixels
 */
PlenumPhoto *
plenum_photo_new (const guint8 *pixels, guint width, guint height, gsize stride)
{
  PlenumPhoto *self = photo_new (width, height);

  for (guint y = 0; y < height; y++)
    memcpy (self->grey + (gsize) y * width, pixels + y * stride, width);

  return self;
}

/* What cameras write. GdkPixbuf reads more: a drawing would be run, not looked at. */
static gboolean
begins_as_photo (const char *path)
{
  static const struct { const char *bytes; gsize n; } beginnings[] = {
    { "\xff\xd8\xff", 3 }, { "\x89PNG\r\n\x1a\n", 8 }, { "II*\0", 4 }, { "MM\0*", 4 }, { "P5", 2 }, { "P6", 2 },
  };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char start[8] = { 0 };

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, NULL, NULL, NULL))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (memcmp (start, beginnings[i].bytes, beginnings[i].n) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
check_size (const char *path, GError **error)
{
  int width, height;

  if (!begins_as_photo (path) || gdk_pixbuf_get_file_info (path, &width, &height) == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_FORMAT,
                   _("“%s” is no picture that can be read here. Use a photo as JPEG or PNG."), name);
      return FALSE;
    }
  if (width < 1 || height < 1 || (gint64) width * height > MOST_PIXELS)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_SIZE,
                   _("“%s” has more than 120 million pixels. Take it with fewer, or save it smaller."), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * plenum_photo_load:
 * @path: a file: JPEG, PNG, TIFF or PNM
 *
 * Reads a photo as the camera was held.
 *
 * Errors: %PLENUM_PHOTO_ERROR_FORMAT, %PLENUM_PHOTO_ERROR_SIZE, those of files
 *
 * Returns: (transfer full) (nullable): the photo
 */
PlenumPhoto *
plenum_photo_load (const char *path, GError **error)
{
  g_autoptr (GdkPixbuf) stored = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autofree char *start = NULL;
  PlenumPhoto *self;
  const guint8 *pixels;
  int channels, stride;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_file_get_contents (path, &start, NULL, error);
      return NULL;
    }
  if (!check_size (path, error))
    return NULL;
  stored = gdk_pixbuf_new_from_file (path, NULL);
  upright = stored != NULL ? gdk_pixbuf_apply_embedded_orientation (stored) : NULL;
  if (upright == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      g_set_error (error, PLENUM_PHOTO_ERROR, PLENUM_PHOTO_ERROR_FORMAT,
                   _("“%s” is damaged: it cannot be read to its end."), name);
      return NULL;
    }
  /* A photo that had to be turned is not held twice for longer than that took. */
  g_clear_object (&stored);

  self = photo_new (gdk_pixbuf_get_width (upright), gdk_pixbuf_get_height (upright));
  channels = gdk_pixbuf_get_n_channels (upright);
  stride = gdk_pixbuf_get_rowstride (upright);
  pixels = gdk_pixbuf_read_pixels (upright);
  for (guint y = 0; y < self->height; y++)
    for (guint x = 0; x < self->width; x++)
      {
        const guint8 *p = pixels + (gsize) y * stride + (gsize) x * channels;

        self->grey[(gsize) y * self->width + x] = (p[0] * 77 + p[1] * 150 + p[2] * 29) >> 8;
      }

  return self;
}

void
plenum_photo_free (PlenumPhoto *self)
{
  g_free (self->grey);
  g_free (self);
}

guint
plenum_photo_get_width (PlenumPhoto *self)
{
  return self->width;
}

guint
plenum_photo_get_height (PlenumPhoto *self)
{
  return self->height;
}
