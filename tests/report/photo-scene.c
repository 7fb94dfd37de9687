/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "photo-scene.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "plenum-card-sheets.h"

#define PIXELS_PER_MM 2.6 /* of the wall before it is photographed */
#define EDGE 60.0         /* millimetres around the cards */
#define GAP 26.0

typedef struct
{
  double m[9];
} Matrix;

static PlenumPoint
apply (const Matrix *h, double x, double y)
{
  double w = h->m[6] * x + h->m[7] * y + h->m[8];

  return (PlenumPoint) { (h->m[0] * x + h->m[1] * y + h->m[2]) / w, (h->m[3] * x + h->m[4] * y + h->m[5]) / w };
}

static Matrix
multiply (const Matrix *a, const Matrix *b)
{
  Matrix product;

  for (guint i = 0; i < 9; i++)
    product.m[i] = a->m[i / 3 * 3] * b->m[i % 3] + a->m[i / 3 * 3 + 1] * b->m[3 + i % 3] + a->m[i / 3 * 3 + 2] * b->m[6 + i % 3];

  return product;
}

static Matrix
invert (const Matrix *a)
{
  const double *m = a->m;
  double d = m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);

  return (Matrix) { { (m[4] * m[8] - m[5] * m[7]) / d, (m[2] * m[7] - m[1] * m[8]) / d, (m[1] * m[5] - m[2] * m[4]) / d,
                      (m[5] * m[6] - m[3] * m[8]) / d, (m[0] * m[8] - m[2] * m[6]) / d, (m[2] * m[3] - m[0] * m[5]) / d,
                      (m[3] * m[7] - m[4] * m[6]) / d, (m[1] * m[6] - m[0] * m[7]) / d, (m[0] * m[4] - m[1] * m[3]) / d } };
}

/* From millimetres on the wall to pixels, so that all of the wall is in the photo. */
static Matrix
aim (const SceneSettings *settings, double width, double height, guint photo_width, guint photo_height)
{
  double c = cos (settings->turn * G_PI / 180), s = sin (settings->turn * G_PI / 180);
  Matrix to_unit = { { 1 / width, 0, -0.5, 0, 1 / width, -0.5 * height / width, 0, 0, 1 } };
  Matrix tilt = { { 1, 0, 0, 0, 1 - fabs (settings->skew_y) / 4, 0, settings->skew_x, settings->skew_y, 1 } };
  Matrix turn = { { c, -s, 0, s, c, 0, 0, 0, 1 } };
  Matrix tilted = multiply (&tilt, &to_unit), h = multiply (&turn, &tilted), fit;
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY, scale;

  for (guint i = 0; i < 4; i++)
    {
      PlenumPoint p = apply (&h, i % 2 * width, i / 2 * height);

      left = MIN (left, p.x);
      right = MAX (right, p.x);
      top = MIN (top, p.y);
      bottom = MAX (bottom, p.y);
    }
  scale = 0.97 * MIN (photo_width / (right - left), photo_height / (bottom - top));
  fit = (Matrix) { { scale, 0, photo_width / 2.0 - scale * (left + right) / 2,
                     0, scale, photo_height / 2.0 - scale * (top + bottom) / 2, 0, 0, 1 } };

  return multiply (&fit, &h);
}

/* One printed card, cut out, a little askew. */
static void
hang_card (cairo_t *cr, PlenumDrawing *drawing, double width, double height, PlenumPoint centre, double angle)
{
  cairo_save (cr);
  cairo_translate (cr, centre.x, centre.y);
  cairo_rotate (cr, angle);
  cairo_translate (cr, -width / 2, -height / 2);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.25);
  cairo_rectangle (cr, 1.5, 2, width, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.97, 0.96, 0.94);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_scale (cr, 1 / PLENUM_POINTS_PER_MM, 1 / PLENUM_POINTS_PER_MM);
  plenum_drawing_paint (drawing, cr);
  cairo_restore (cr);
}

/* Something before a card, and a pin in the data of a code. */
static void
cover (cairo_t *cr, GRand *random, const PlenumCardFormat *format, PlenumPoint centre, PlenumPoint pinned)
{
  cairo_set_source_rgb (cr, 0.45, 0.32, 0.25);
  cairo_rectangle (cr, centre.x - format->width / 2 - 20, centre.y - g_rand_double_range (random, 10, 40), 75, 60);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0.8, 0.1, 0.1);
  cairo_arc (cr, pinned.x + format->width / 2 - format->code_edge - format->code * 0.45,
             pinned.y + format->height / 2 - format->code_edge - format->code * 0.5, 3.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

static cairo_surface_t *
build_wall (Scene *self, const SceneSettings *settings, GPtrArray *cards, GRand *random)
{
  guint n_formats;
  const PlenumCardFormat *format = &plenum_card_format_get_table (&n_formats)[settings->format];
  cairo_surface_t *wall = cairo_image_surface_create (CAIRO_FORMAT_RGB24, self->width * PIXELS_PER_MM, self->height * PIXELS_PER_MM);
  cairo_t *cr = cairo_create (wall);

  cairo_scale (cr, PIXELS_PER_MM, PIXELS_PER_MM);
  cairo_set_source_rgb (cr, 0.72, 0.66, 0.55);
  cairo_paint (cr);
  for (guint i = 0; i < cards->len; i++)
    {
      PlenumPrintCard *card = cards->pdata[i];
      g_autoptr (PlenumDrawing) drawing = plenum_card_sheets_draw (card, settings->format);
      SceneCard hung = { .id = g_strdup (card->id) };

      hung.centre.x = EDGE + format->width / 2 + i % settings->columns * (format->width + GAP) + g_rand_double_range (random, -8, 8);
      hung.centre.y = EDGE + format->height / 2 + i / settings->columns * (format->height + GAP) + g_rand_double_range (random, -8, 8);
      hang_card (cr, drawing, format->width, format->height, hung.centre, g_rand_double_range (random, -0.05, 0.05));
      g_array_append_val (self->cards, hung);
    }
  for (guint i = 0; i < settings->n_covered; i++)
    cover (cr, random, format, g_array_index (self->cards, SceneCard, g_rand_int_range (random, 0, cards->len)).centre,
           g_array_index (self->cards, SceneCard, g_rand_int_range (random, 0, cards->len)).centre);
  cairo_destroy (cr);
  cairo_surface_flush (wall);

  return wall;
}

static double
get_gauss (GRand *random)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_double (random);

  return sum;
}

/* Light from one side, and somebody's shadow with a soft edge. */
static double
get_light (double x, double y)
{
  double shadow = 1 / (1 + exp (-(fabs (x - 0.35 - 0.2 * y) - 0.09) * 60));

  return (0.72 + 0.28 * x) * (0.55 + 0.45 * shadow);
}

static void
take_photo (Scene *self, const SceneSettings *settings, cairo_surface_t *wall, const Matrix *h, GRand *random)
{
  Matrix back = invert (h);
  int width = cairo_image_surface_get_width (self->photo), height = cairo_image_surface_get_height (self->photo);
  int wall_width = cairo_image_surface_get_width (wall), wall_height = cairo_image_surface_get_height (wall);
  const guint8 *from = cairo_image_surface_get_data (wall);
  int from_stride = cairo_image_surface_get_stride (wall), stride = cairo_image_surface_get_stride (self->photo);
  guint8 *to = cairo_image_surface_get_data (self->photo);
  double noises[4096];

  for (guint i = 0; i < G_N_ELEMENTS (noises); i++)
    noises[i] = settings->noise * get_gauss (random);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        PlenumPoint p = apply (&back, x + 0.5, y + 0.5);
        double wx = p.x * PIXELS_PER_MM - 0.5, wy = p.y * PIXELS_PER_MM - 0.5;
        double light = get_light ((double) x / width, (double) y / height);
        gboolean inside = wx >= 0 && wy >= 0 && wx < wall_width - 1 && wy < wall_height - 1;
        int ix = inside ? wx : 0, iy = inside ? wy : 0;
        double fx = wx - ix, fy = wy - iy;
        const guint8 *upper = from + (gsize) iy * from_stride + 4 * ix, *lower = upper + from_stride;

        for (guint k = 0; k < 3; k++)
          {
            double value = inside ? (upper[k] * (1 - fx) + upper[k + 4] * fx) * (1 - fy) + (lower[k] * (1 - fx) + lower[k + 4] * fx) * fy
                                  : 90;

            value = value * light + noises[g_rand_int (random) % G_N_ELEMENTS (noises)];
            to[(gsize) y * stride + 4 * x + k] = CLAMP (value, 0, 255);
          }
      }
}

static void
clear_card (gpointer data)
{
  g_free (((SceneCard *) data)->id);
}

/**
 * scene_new:
 * @cards: (element-type PlenumPrintCard): hung row by row
 */
Scene *
scene_new (const SceneSettings *settings, GPtrArray *cards)
{
  Scene *self = g_new0 (Scene, 1);
  guint n_formats, height = settings->width * 3 / 4;
  const PlenumCardFormat *format = &plenum_card_format_get_table (&n_formats)[settings->format];
  g_autoptr (GRand) random = g_rand_new_with_seed (settings->seed);
  cairo_surface_t *wall;
  Matrix h;

  self->cards = g_array_new (FALSE, FALSE, sizeof (SceneCard));
  g_array_set_clear_func (self->cards, clear_card);
  self->width = 2 * EDGE + settings->columns * format->width + (settings->columns - 1) * GAP;
  self->height = 2 * EDGE + settings->rows * format->height + (settings->rows - 1) * GAP;
  wall = build_wall (self, settings, cards, random);

  h = aim (settings, self->width, self->height, settings->width, height);
  self->photo = cairo_image_surface_create (CAIRO_FORMAT_RGB24, settings->width, height);
  take_photo (self, settings, wall, &h, random);
  cairo_surface_mark_dirty (self->photo);
  cairo_surface_destroy (wall);
  for (guint i = 0; i < self->cards->len; i++)
    {
      SceneCard *card = &g_array_index (self->cards, SceneCard, i);

      card->in_photo = apply (&h, card->centre.x, card->centre.y);
    }

  return self;
}

void
scene_free (Scene *self)
{
  g_array_unref (self->cards);
  cairo_surface_destroy (self->photo);
  g_free (self);
}

PlenumPhoto *
scene_to_photo (Scene *self)
{
  int width = cairo_image_surface_get_width (self->photo), height = cairo_image_surface_get_height (self->photo);
  int stride = cairo_image_surface_get_stride (self->photo);
  const guint8 *pixels = cairo_image_surface_get_data (self->photo);
  g_autofree guint8 *grey = g_malloc ((gsize) width * height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p = pixels + (gsize) y * stride + 4 * x;

        grey[(gsize) y * width + x] = (p[2] * 77 + p[1] * 150 + p[0] * 29) >> 8;
      }

  return plenum_photo_new (grey, width, height, width);
}

/**
 * scene_get_error:
 * @hung: (element-type PlenumHungCard): where cards were found
 *
 * Only where the origin is may differ from the truth: neither scale nor rotation is
 * fitted to it.
 *
 * Returns: how far the one that is farthest off is from its true place, as a part of
 *   the wall's width
 */
double
scene_get_error (Scene *self, GArray *hung)
{
  double x = 0, y = 0, worst = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < hung->len; i++)
      for (guint k = 0; k < self->cards->len; k++)
        {
          const PlenumHungCard *found = &g_array_index (hung, PlenumHungCard, i);
          const SceneCard *truth = &g_array_index (self->cards, SceneCard, k);
          double dx = found->x + found->width / 2 - truth->centre.x, dy = found->y + found->height / 2 - truth->centre.y;

          if (!g_str_equal (found->code.id, truth->id))
            continue;
          if (pass == 1)
            worst = MAX (worst, hypot (dx - x, dy - y));
          else
            {
              x += dx / hung->len;
              y += dy / hung->len;
            }
        }

  return worst / self->width;
}

GPtrArray *
scene_print_cards (guint n)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_print_card_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (cards, plenum_print_card_new_blank (i + 1));

  return cards;
}

char *
scene_write_file (const char *name, gconstpointer data, gsize length)
{
  g_autofree char *template = g_strconcat ("plenum-XXXXXX-", name, NULL);
  char *path = NULL;
  int file = g_file_open_tmp (template, &path, NULL);

  g_assert_cmpint (file, >=, 0);
  g_assert_true (g_close (file, NULL));
  g_assert_true (g_file_set_contents (path, data, length, NULL));

  return path;
}
