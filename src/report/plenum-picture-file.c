/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of a board in a file of one of three kinds. */
#include "plenum-board-picture.h"

#include <string.h>

#include "plenum-pdf.h"

#define PIXELS 2.0         /* of a PNG, for each unit: sharp on paper too */
#define MOST_PIXELS 16000.0 /* a side */
#define POINTS 0.75

/**
 * plenum_board_picture_find_format:
 * @path: a file name
 * @format: (out): what its end says
 *
 * Returns: whether it ends in .png, .svg or .pdf
 */
gboolean
plenum_board_picture_find_format (const char *path, PlenumPictureFormat *format)
{
  static const char * const ends[] = { ".png", ".svg", ".pdf" };
  g_autofree char *small = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (small, ends[i]))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

static cairo_status_t
write_cb (void *closure, const guint8 *data, unsigned length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
to_png (PlenumDrawing *picture, GError **error)
{
  double width = plenum_drawing_get_width (picture), height = plenum_drawing_get_height (picture);
  double scale = MIN (PIXELS, MOST_PIXELS / MAX (width, height));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, width * scale), MAX (1, height * scale));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  plenum_drawing_paint (picture, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&png));

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
  return NULL;
}

/**
 * plenum_board_picture_write:
 * @path: what is written, and replaced if it is there
 * @title: what the picture shows
 * @language: (nullable): of its text
 *
 * In SVG and PDF, text is text. PNG has two pixels for each, unless that is more
 * than 16,000 a side.
 *
 * Errors: those of files, %G_IO_ERROR_FAILED if cairo cannot write it; a file that
 * was there is as it was
 */
gboolean
plenum_board_picture_write (PlenumDrawing        *picture,
                            const char           *path,
                            PlenumPictureFormat   format,
                            const char           *title,
                            const char           *language,
                            GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (format == PLENUM_PICTURE_SVG)
    {
      char *svg = plenum_drawing_to_svg (picture, title, language);

      bytes = g_bytes_new_take (svg, strlen (svg));
    }
  else if (format == PLENUM_PICTURE_PDF)
    {
      g_autoptr (GPtrArray) pages = g_ptr_array_new ();

      g_ptr_array_add (pages, picture);
      bytes = plenum_pdf_new (pages, POINTS, title, language, error);
    }
  else
    bytes = to_png (picture, error);

  return bytes != NULL && g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}
