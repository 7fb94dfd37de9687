/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes on a photo. What finds one code in one picture fails where there are
 * sixty, in shadow, and grainy: so the photo is looked at in overlapping tiles, as it
 * is, smaller, and smoothed; what still looks like a code, but was not read, is
 * enlarged. What was read is painted over, and so counts once. */
#include "plenum-photo-private.h"

#include <math.h>
#include <string.h>
#include <zbar.h>

#define TILE 900    /* pixels a side, of the photo or of the smaller one that is looked at */
#define OVERLAP 260 /* the largest code that is surely whole in a tile */

/* How far inside the outer edge the library's corners are on either side, as a part
 * of the code's side: measured, and much the same at all sizes and angles. */
#define INSET 0.0088

#define BLOCK 48      /* pixels a side */
#define GRAIN 24      /* of 255: less is no module */
#define LEAST_TURNS 5 /* a row of a block */

/* A look at the whole photo, or at a part of it. */
typedef struct
{
  guint   left;
  guint   top;
  guint   width;  /* of the part */
  guint   height;
  double  scale;  /* how much larger the pixels below are taken */
  guint8 *pixels;
  guint   n_columns;
  guint   n_rows;
} Tile;

/* A weighted mean of nine: grain goes, the edges of modules stay. */
static void
smooth (guint8 *pixels, gsize w, gsize h)
{
  g_autofree guint8 *before = g_memdup2 (pixels, w * h);

  for (gsize y = 1; y + 1 < h; y++)
    for (gsize x = 1; x + 1 < w; x++)
      {
        const guint8 *p = before + y * w + x;

        pixels[y * w + x] = (p[-(gssize) w - 1] + 2 * p[-(gssize) w] + p[-(gssize) w + 1] + 2 * p[-1] + 4 * p[0] + 2 * p[1]
                             + p[w - 1] + 2 * p[w] + p[w + 1] + 8) / 16;
      }
}

static guint8
sample (PlenumPhoto *self, double x, double y)
{
  guint x0 = CLAMP (x, 0, self->width - 1), y0 = CLAMP (y, 0, self->height - 1);
  guint x1 = MIN (x0 + 1, self->width - 1), y1 = MIN (y0 + 1, self->height - 1);
  double fx = CLAMP (x - x0, 0, 1), fy = CLAMP (y - y0, 0, 1);
  const guint8 *upper = self->grey + (gsize) y0 * self->width, *lower = self->grey + (gsize) y1 * self->width;

  return (upper[x0] * (1 - fx) + upper[x1] * fx) * (1 - fy) + (lower[x0] * (1 - fx) + lower[x1] * fx) * fy + 0.5;
}

static void
cut_tile (PlenumPhoto *self, Tile *tile)
{
  tile->n_columns = tile->width * tile->scale;
  tile->n_rows = tile->height * tile->scale;
  tile->pixels = g_malloc ((gsize) tile->n_columns * tile->n_rows);
  for (guint y = 0; y < tile->n_rows; y++)
    {
      guint8 *row = tile->pixels + (gsize) y * tile->n_columns;

      if (tile->scale == 1)
        memcpy (row, self->grey + (gsize) (tile->top + y) * self->width + tile->left, tile->n_columns);
      else
        for (guint x = 0; x < tile->n_columns; x++)
          row[x] = sample (self, tile->left + (x + 0.5) / tile->scale - 0.5, tile->top + (y + 0.5) / tile->scale - 0.5);
    }
}

/* A quadrangle seen from the front, not from behind nor folded. */
static gboolean
is_seen (const PlenumPoint corners[4])
{
  for (guint i = 0; i < 4; i++)
    {
      PlenumPoint a = corners[i], b = corners[(i + 1) % 4], c = corners[(i + 2) % 4];

      if ((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) <= 1)
        return FALSE;
    }

  return TRUE;
}

/* The library counts the corners the other way round. */
static void
take_symbol (const Tile *tile, const zbar_symbol_t *symbol, GArray *found, GHashTable *seen)
{
  static const guint order[4] = { 0, 3, 2, 1 };
  PlenumPoint centre = { 0, 0 };
  PlenumPhotoCode code;

  if (zbar_symbol_get_type (symbol) != ZBAR_QRCODE || zbar_symbol_get_loc_size (symbol) != 4
      || !plenum_card_code_read (zbar_symbol_get_data (symbol), &code.code)
      || g_hash_table_contains (seen, code.code.id))
    return;

  for (guint i = 0; i < 4; i++)
    {
      code.corners[i].x = tile->left + (zbar_symbol_get_loc_x (symbol, order[i]) + 0.5) / tile->scale;
      code.corners[i].y = tile->top + (zbar_symbol_get_loc_y (symbol, order[i]) + 0.5) / tile->scale;
      centre.x += code.corners[i].x / 4;
      centre.y += code.corners[i].y / 4;
    }
  if (!is_seen (code.corners))
    return;

  for (guint i = 0; i < 4; i++)
    {
      code.corners[i].x += (code.corners[i].x - centre.x) * 2 * INSET;
      code.corners[i].y += (code.corners[i].y - centre.y) * 2 * INSET;
    }
  g_hash_table_add (seen, g_strdup (code.code.id));
  g_array_append_val (found, code);
}

/* Covers a code that was read, so that it is not looked at again. */
static void
cover_code (PlenumPhoto *self, const PlenumPoint corners[4])
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < 4; i++)
    {
      left = MIN (left, corners[i].x);
      right = MAX (right, corners[i].x);
      top = MIN (top, corners[i].y);
      bottom = MAX (bottom, corners[i].y);
    }
  left = CLAMP (floor (left), 0, self->width - 1);
  right = CLAMP (ceil (right), 0, self->width - 1);
  top = CLAMP (floor (top), 0, self->height - 1);
  bottom = CLAMP (ceil (bottom), 0, self->height - 1);

  for (guint y = top; y <= bottom; y++)
    for (guint x = left; x <= right; x++)
      {
        gboolean inside = TRUE;

        for (guint i = 0; i < 4 && inside; i++)
          {
            PlenumPoint a = corners[i], b = corners[(i + 1) % 4];

            inside = (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
          }
        if (inside)
          self->grey[(gsize) y * self->width + x] = 160;
      }
}

static void
scan (zbar_image_scanner_t *scanner, Tile *tile, GArray *found, GHashTable *seen)
{
  zbar_image_t *image = zbar_image_create ();

  zbar_image_set_format (image, zbar_fourcc ('Y', '8', '0', '0'));
  zbar_image_set_size (image, tile->n_columns, tile->n_rows);
  zbar_image_set_data (image, tile->pixels, (gsize) tile->n_columns * tile->n_rows, NULL);
  zbar_scan_image (scanner, image);
  for (const zbar_symbol_t *symbol = zbar_image_first_symbol (image); symbol != NULL; symbol = zbar_symbol_next (symbol))
    take_symbol (tile, symbol, found, seen);
  zbar_image_destroy (image);
}

/* One way to look at a photo. */
typedef struct
{
  double   scale;
  gboolean smooth;
} Look;

typedef struct
{
  zbar_image_scanner_t *scanner;
  GArray               *found;
  GHashTable           *seen; /* ids */
  PlenumPhotoProgress   progress;
  gpointer              data;
  GCancellable         *cancellable;
} Reading;

/* Scans a part of the photo; returns whether a code was found that was not known. */
static gboolean
look_at (PlenumPhoto *self, const Look *look, Tile *tile, Reading *reading)
{
  guint before = reading->found->len;

  tile->scale = look->scale;
  cut_tile (self, tile);
  if (look->smooth)
    smooth (tile->pixels, tile->n_columns, tile->n_rows);
  scan (reading->scanner, tile, reading->found, reading->seen);
  g_clear_pointer (&tile->pixels, g_free);
  for (guint i = before; i < reading->found->len; i++)
    cover_code (self, g_array_index (reading->found, PlenumPhotoCode, i).corners);

  return reading->found->len > before;
}

static gboolean
tell (Reading *reading, double done, GError **error)
{
  if (reading->progress != NULL)
    reading->progress (done, reading->data);

  return !g_cancellable_set_error_if_cancelled (reading->cancellable, error);
}

static gboolean
look_everywhere (PlenumPhoto *self, const Look *look, Reading *reading, double done, double share, GError **error)
{
  guint size = TILE / look->scale, step = (TILE - OVERLAP) / look->scale;
  guint n_columns = self->width <= size ? 1 : 2 + (self->width - size - 1) / step;
  guint n_rows = self->height <= size ? 1 : 2 + (self->height - size - 1) / step;

  for (guint i = 0; i < n_columns * n_rows; i++)
    {
      Tile tile = { .left = i % n_columns * step, .top = i / n_columns * step };

      tile.width = MIN (size, self->width - tile.left);
      tile.height = MIN (size, self->height - tile.top);
      look_at (self, look, &tile, reading);
      if (!tell (reading, done + share * (i + 1) / (n_columns * n_rows), error))
        return FALSE;
    }

  return TRUE;
}

/* How often it turns from dark to light or back on the way, grain aside. */
static guint
count_turns (const guint8 *pixels, gsize step)
{
  guint turns = 0;
  int low = pixels[0], high = pixels[0], rising = 0;

  for (guint i = 1; i < BLOCK; i++)
    {
      int value = pixels[i * step];

      low = rising < 0 ? MIN (low, value) : low;
      high = rising > 0 ? MAX (high, value) : high;
      if (rising <= 0 && value > low + GRAIN)
        {
          turns++;
          rising = 1;
          high = value;
        }
      else if (rising >= 0 && value < high - GRAIN)
        {
          turns++;
          rising = -1;
          low = value;
        }
    }

  return turns;
}

/* Where it turns as often as in a code of small modules, in both directions: writing
 * does not. */
static gboolean
is_busy (const guint8 *grey, guint width, guint left, guint top)
{
  guint across = 0, down = 0;

  for (guint i = 0; i < BLOCK; i += 4)
    {
      across += count_turns (grey + (gsize) (top + i) * width + left, 1);
      down += count_turns (grey + (gsize) top * width + left + i, width);
    }

  return MIN (across, down) >= BLOCK / 4 * LEAST_TURNS;
}

/* Takes a busy block with all that hang together with it. */
static void
collect (guint8 *busy, guint n_columns, guint n_rows, guint block, guint limits[4])
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));

  busy[block] = FALSE;
  g_array_append_val (waiting, block);
  while (waiting->len > 0)
    {
      guint next = g_array_index (waiting, guint, waiting->len - 1);
      guint column = next % n_columns, row = next / n_columns;

      g_array_set_size (waiting, waiting->len - 1);
      limits[0] = MIN (limits[0], column);
      limits[1] = MIN (limits[1], row);
      limits[2] = MAX (limits[2], column);
      limits[3] = MAX (limits[3], row);
      for (guint r = row > 0 ? row - 1 : 0; r <= row + 1 && r < n_rows; r++)
        for (guint c = column > 0 ? column - 1 : 0; c <= column + 1 && c < n_columns; c++)
          {
            guint beside = r * n_columns + c;

            if (busy[beside])
              g_array_append_val (waiting, beside);
            busy[beside] = FALSE;
          }
    }
}

/* What looks like a code and could not be read is looked at again, enlarged. */
static void
look_closer (PlenumPhoto *self, const guint limits[4], Reading *reading)
{
  static const Look looks[] = { { 2, TRUE }, { 3, TRUE }, { 2, FALSE }, { 1.5, TRUE } };
  Tile tile = { .left = MAX (limits[0], 1) - 1, .top = MAX (limits[1], 1) - 1 };

  tile.left *= BLOCK;
  tile.top *= BLOCK;
  tile.width = MIN ((limits[2] + 2) * BLOCK, self->width) - tile.left;
  tile.height = MIN ((limits[3] + 2) * BLOCK, self->height) - tile.top;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (tile.width <= TILE && tile.height <= TILE && look_at (self, &looks[i], &tile, reading))
      break;
}

static gboolean
look_where_busy (PlenumPhoto *self, Reading *reading, double done, GError **error)
{
  guint n_columns = self->width / BLOCK, n_rows = self->height / BLOCK;
  g_autofree guint8 *busy = g_new0 (guint8, (gsize) n_columns * n_rows + 1);
  g_autofree guint8 *calm = g_memdup2 (self->grey, (gsize) self->width * self->height);

  smooth (calm, self->width, self->height);
  for (guint i = 0; i < n_columns * n_rows; i++)
    busy[i] = is_busy (calm, self->width, i % n_columns * BLOCK, i / n_columns * BLOCK);

  for (guint i = 0; i < n_columns * n_rows; i++)
    if (busy[i])
      {
        guint limits[4] = { G_MAXUINT, G_MAXUINT, 0, 0 };

        collect (busy, n_columns, n_rows, i, limits);
        look_closer (self, limits, reading);
        if (!tell (reading, done + (1 - done) * i / (n_columns * n_rows), error))
          return FALSE;
      }

  return tell (reading, 1, error);
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (((const PlenumPhotoCode *) a)->code.id, ((const PlenumPhotoCode *) b)->code.id);
}

/**
 * plenum_photo_read_codes:
 * @self: the photo; what was read is painted over in it
 * @progress: (nullable): told how much is done, from 0 to 1, on this thread
 *
 * Finds the codes of cards; other codes are none of ours. A card that is seen twice
 * is taken once. It takes a second or a few: not for the main thread.
 *
 * Errors: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable) (element-type PlenumPhotoCode): the codes, by id
 */
GArray *
plenum_photo_read_codes (PlenumPhoto *self, PlenumPhotoProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  static const Look looks[] = { { 1, FALSE }, { 0.5, FALSE }, { 1, TRUE } };
  static const double shares[] = { 0, 0.45, 0.55, 0.9 };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PlenumPhotoCode));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { zbar_image_scanner_create (), found, seen, progress, data, cancellable };
  gboolean done = TRUE;

  zbar_image_scanner_set_config (reading.scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  zbar_image_scanner_set_config (reading.scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  for (guint i = 0; i < G_N_ELEMENTS (looks) && done; i++)
    done = look_everywhere (self, &looks[i], &reading, shares[i], shares[i + 1] - shares[i], error);
  done = done && look_where_busy (self, &reading, shares[G_N_ELEMENTS (looks)], error);
  zbar_image_scanner_destroy (reading.scanner);
  if (!done)
    return NULL;

  g_array_sort (found, compare_codes);
  return g_steal_pointer (&found);
}
