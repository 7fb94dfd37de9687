/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small copy of a photo on which every code that was found has a frame and a sign. */
#include "plenum-photo-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#define SIDE 1200 /* pixels at most */

static cairo_surface_t *
load (const char *path, double *scale)
{
  g_autoptr (GdkPixbuf) stored = gdk_pixbuf_new_from_file (path, NULL);
  g_autoptr (GdkPixbuf) upright = stored != NULL ? gdk_pixbuf_apply_embedded_orientation (stored) : NULL;
  int width = upright != NULL ? gdk_pixbuf_get_width (upright) : 4, height = upright != NULL ? gdk_pixbuf_get_height (upright) : 3;
  cairo_surface_t *surface;

  *scale = MIN (1.0, (double) SIDE / MAX (width, height));
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX (1, width * *scale), MAX (1, height * *scale));
  if (upright != NULL)
    {
      g_autoptr (GdkPixbuf) small = gdk_pixbuf_scale_simple (upright, cairo_image_surface_get_width (surface),
                                                             cairo_image_surface_get_height (surface), GDK_INTERP_BILINEAR);
      cairo_t *cr = cairo_create (surface);

      gdk_cairo_set_source_pixbuf (cr, small, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }

  return surface;
}

/* A sign that can be told from the others without colours: a tick, a plus, a question mark. */
static void
draw_sign (cairo_t *cr, PlenumPhotoFate fate, double x, double y)
{
  static const double inks[][3] = { { 0.15, 0.64, 0.41 }, { 0.10, 0.37, 0.71 }, { 0.78, 0.27, 0 } };

  cairo_set_source_rgb (cr, inks[fate][0], inks[fate][1], inks[fate][2]);
  cairo_arc (cr, x, y, 11, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (fate == PLENUM_PHOTO_MOVED)
    {
      cairo_move_to (cr, x - 5, y);
      cairo_line_to (cr, x - 1.5, y + 4);
      cairo_line_to (cr, x + 5, y - 4);
    }
  else if (fate == PLENUM_PHOTO_NEW)
    {
      cairo_move_to (cr, x - 5, y);
      cairo_line_to (cr, x + 5, y);
      cairo_move_to (cr, x, y - 5);
      cairo_line_to (cr, x, y + 5);
    }
  else
    {
      cairo_arc (cr, x, y - 2.5, 3.2, G_PI, 2.5 * G_PI);
      cairo_line_to (cr, x, y + 2.5);
      cairo_move_to (cr, x, y + 6);
      cairo_line_to (cr, x, y + 6);
    }
  cairo_stroke (cr);
}

/**
 * plenum_photo_picture_new:
 * @path: the photo
 * @cards: (element-type PlenumPhotoCard): what was found on it
 *
 * May be called on any thread.
 *
 * Returns: (transfer full): the picture, of 1,200 pixels a side at most
 */
GdkTexture *
plenum_photo_picture_new (const char *path, GArray *cards)
{
  double scale;
  cairo_surface_t *surface = load (path, &scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (guint i = 0; i < cards->len; i++)
    {
      const PlenumPhotoCard *card = &g_array_index (cards, PlenumPhotoCard, i);
      double x = 0, y = 0;

      for (guint k = 0; k < 4; k++)
        {
          cairo_line_to (cr, card->corners[k].x * scale, card->corners[k].y * scale);
          x += card->corners[k].x * scale / 4;
          y += card->corners[k].y * scale / 4;
        }
      cairo_close_path (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_set_line_width (cr, 4);
      cairo_stroke (cr);
      draw_sign (cr, card->fate, x, y);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) stride * height);
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}
