/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-drawing-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FONT "Cantarell, Noto Sans, sans-serif"
/* Pango does not define it. */
typedef PangoLayout Layout;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Layout, g_object_unref)

#define CURVE 0.5523 /* of a quarter circle */

static void
clear_item (gpointer data)
{
  PlenumDrawingItem *item = data;

  g_free (item->text);
  g_clear_object (&item->layout);
  g_clear_pointer (&item->part, plenum_drawing_unref);
}

/**
 * plenum_drawing_new:
 *
 * Returns: (transfer full): an empty drawing of that size
 */
PlenumDrawing *
plenum_drawing_new (double width, double height)
{
  PlenumDrawing *self = g_new0 (PlenumDrawing, 1);

  g_ref_count_init (&self->references);
  self->width = width;
  self->height = height;
  self->items = g_array_new (FALSE, TRUE, sizeof (PlenumDrawingItem));
  g_array_set_clear_func (self->items, clear_item);

  return self;
}

PlenumDrawing *
plenum_drawing_ref (PlenumDrawing *self)
{
  g_ref_count_inc (&self->references);

  return self;
}

void
plenum_drawing_unref (PlenumDrawing *self)
{
  if (!g_ref_count_dec (&self->references))
    return;

  g_array_unref (self->items);
  g_free (self);
}

double
plenum_drawing_get_width (PlenumDrawing *self)
{
  return self->width;
}

double
plenum_drawing_get_height (PlenumDrawing *self)
{
  return self->height;
}

/**
 * plenum_drawing_set_size:
 *
 * For where it is known only once all is drawn.
 */
void
plenum_drawing_set_size (PlenumDrawing *self, double width, double height)
{
  self->width = width;
  self->height = height;
}

static PlenumDrawingItem *
add_item (PlenumDrawing *self, PlenumItemType type)
{
  g_array_set_size (self->items, self->items->len + 1);
  g_array_index (self->items, PlenumDrawingItem, self->items->len - 1).type = type;

  return &g_array_index (self->items, PlenumDrawingItem, self->items->len - 1);
}

/**
 * plenum_drawing_begin:
 * @tag: a structure element of PDF: "Sect", "H1", "P"
 */
void
plenum_drawing_begin (PlenumDrawing *self, const char *tag)
{
  add_item (self, PLENUM_ITEM_BEGIN)->text = g_strdup (tag);
}

void
plenum_drawing_end (PlenumDrawing *self)
{
  PlenumDrawingItem *item = add_item (self, PLENUM_ITEM_END);

  for (int depth = 1, i = self->items->len - 2; i >= 0; i--)
    {
      PlenumDrawingItem *other = &g_array_index (self->items, PlenumDrawingItem, i);

      depth += other->type == PLENUM_ITEM_END ? 1 : other->type == PLENUM_ITEM_BEGIN ? -1 : 0;
      if (depth == 0)
        {
          item->text = g_strdup (other->text);
          return;
        }
    }
  g_return_if_reached ();
}

/* Numbers in a path are the same in every language. */
static void
append_numbers (GString *path, char command, guint n, const double *numbers)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (path, "%s%c", path->len > 0 ? " " : "", command);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (path, " %s", g_ascii_formatd (text, sizeof text, "%.3f", numbers[i]));
}

#define APPEND(path, command, ...) \
  append_numbers (path, command, sizeof ((double[]) { __VA_ARGS__ }) / sizeof (double), (double[]) { __VA_ARGS__ })

/* A rectangle whose corners are quarters of ellipses. */
static void
append_rounded (GString *path, const cairo_rectangle_t *a, double rx, double ry)
{
  double x = a->x, y = a->y, r = a->x + a->width, b = a->y + a->height;
  double kx = rx * (1 - CURVE), ky = ry * (1 - CURVE);

  APPEND (path, 'M', x + rx, y);
  APPEND (path, 'L', r - rx, y);
  APPEND (path, 'C', r - kx, y, r, y + ky, r, y + ry);
  APPEND (path, 'L', r, b - ry);
  APPEND (path, 'C', r, b - ky, r - kx, b, r - rx, b);
  APPEND (path, 'L', x + rx, b);
  APPEND (path, 'C', x + kx, b, x, b - ky, x, b - ry);
  APPEND (path, 'L', x, y + ry);
  APPEND (path, 'C', x, y + ky, x + kx, y, x + rx, y);
  g_string_append (path, " Z");
}

/* Arcs all around, bulging from a rectangle a little inside. */
static void
append_cloud (GString *path, const cairo_rectangle_t *a)
{
  double bulge = MIN (a->width, a->height) * 0.12;
  cairo_rectangle_t in = { a->x + bulge, a->y + bulge, a->width - 2 * bulge, a->height - 2 * bulge };
  int across = MAX (3, (int) (in.width / (3 * bulge))), down = MAX (2, (int) (in.height / (3 * bulge)));
  int n = 2 * (across + down);
  double x = in.x, y = in.y;

  APPEND (path, 'M', x, y);
  for (int i = 0; i < n; i++)
    {
      int side = i < across ? 0 : i < across + down ? 1 : i < 2 * across + down ? 2 : 3;
      double dx = side == 0 ? in.width / across : side == 2 ? -in.width / across : 0;
      double dy = side == 1 ? in.height / down : side == 3 ? -in.height / down : 0;
      double ox = side == 1 ? 1 : side == 3 ? -1 : 0, oy = side == 0 ? -1 : side == 2 ? 1 : 0;

      APPEND (path, 'C', x + ox * 1.33 * bulge, y + oy * 1.33 * bulge, x + dx + ox * 1.33 * bulge,
              y + dy + oy * 1.33 * bulge, x + dx, y + dy);
      x += dx;
      y += dy;
    }
  g_string_append (path, " Z");
}

/**
 * plenum_drawing_shape:
 * @fill: (nullable): what it is filled with
 * @edge: (nullable): what its edge is drawn with
 */
void
plenum_drawing_shape (PlenumDrawing *self, PlenumShape shape, const cairo_rectangle_t *area, const PlenumInk *fill, const PlenumInk *edge)
{
  g_autoptr (GString) path = g_string_new (NULL);
  double radius = MIN (area->width, area->height) * 0.08;
  PlenumDrawingItem *item;

  if (shape == PLENUM_SHAPE_RECTANGLE)
    {
      APPEND (path, 'M', area->x, area->y);
      APPEND (path, 'L', area->x + area->width, area->y);
      APPEND (path, 'L', area->x + area->width, area->y + area->height);
      APPEND (path, 'L', area->x, area->y + area->height);
      g_string_append (path, " Z");
    }
  else if (shape == PLENUM_SHAPE_OVAL)
    append_rounded (path, area, area->width / 2, area->height / 2);
  else if (shape == PLENUM_SHAPE_CLOUD)
    append_cloud (path, area);
  else
    append_rounded (path, area, MIN (radius, 12), MIN (radius, 12));

  item = add_item (self, PLENUM_ITEM_PATH);
  item->text = g_strdup (path->str);
  item->scale = 1;
  item->filled = fill != NULL;
  item->edged = edge != NULL;
  item->fill = fill != NULL ? *fill : (PlenumInk) { 0, 0, 0 };
  item->edge = edge != NULL ? *edge : (PlenumInk) { 0, 0, 0 };
  item->edge_width = 1;
}

/**
 * plenum_drawing_mark:
 *
 * Returns: the place behind all that is drawn so far
 */
gsize
plenum_drawing_mark (PlenumDrawing *self)
{
  return self->items->len;
}

/**
 * plenum_drawing_shape_at:
 * @mark: behind what it goes
 *
 * Like plenum_drawing_shape(), for what has to lie below that which says how large
 * it is.
 */
void
plenum_drawing_shape_at (PlenumDrawing           *self,
                         gsize                    mark,
                         PlenumShape              shape,
                         const cairo_rectangle_t *area,
                         const PlenumInk         *fill,
                         const PlenumInk         *edge)
{
  PlenumDrawingItem item;

  plenum_drawing_shape (self, shape, area, fill, edge);
  item = g_array_index (self->items, PlenumDrawingItem, self->items->len - 1);
  memset (&g_array_index (self->items, PlenumDrawingItem, self->items->len - 1), 0, sizeof item);
  g_array_set_size (self->items, self->items->len - 1);
  g_array_insert_val (self->items, mark, item);
}

void
plenum_drawing_line (PlenumDrawing *self, double x1, double y1, double x2, double y2, double width, const PlenumInk *ink)
{
  g_autoptr (GString) path = g_string_new (NULL);
  PlenumDrawingItem *item = add_item (self, PLENUM_ITEM_PATH);

  APPEND (path, 'M', x1, y1);
  APPEND (path, 'L', x2, y2);
  item->text = g_strdup (path->str);
  item->scale = 1;
  item->edged = TRUE;
  item->edge = *ink;
  item->edge_width = width;
}

/**
 * plenum_drawing_path:
 * @path: in absolute commands of SVG, of M, L, C and Z only, separated by spaces
 * @x: where its origin goes
 *
 * Fills a path by the rule of even and odd.
 */
void
plenum_drawing_path (PlenumDrawing *self, const char *path, double x, double y, double scale, const PlenumInk *ink)
{
  PlenumDrawingItem *item = add_item (self, PLENUM_ITEM_PATH);

  item->text = g_strdup (path);
  item->x = x;
  item->y = y;
  item->scale = scale;
  item->filled = TRUE;
  item->fill = *ink;
}

static PangoLayout *
new_layout (const char *text, double width, double size, const PlenumTextStyle *style)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout *layout;

  /* Lines break the same on screen, on paper and in a file. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (style->centred)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (style->bold != 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->end_index = style->bold < 0 ? PANGO_ATTR_INDEX_TO_TEXT_END : (guint) style->bold;
      pango_attr_list_insert (attributes, bold);
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }

  return layout;
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * plenum_drawing_measure_text:
 *
 * Returns: how high @text is in letters of the style's size, broken at @width
 */
double
plenum_drawing_measure_text (const char *text, double width, const PlenumTextStyle *style)
{
  g_autoptr (Layout) layout = new_layout (text, width, style->size, style);

  return get_layout_height (layout);
}

/* Words stay whole unless they must not. */
static gboolean
fits (PangoLayout *layout, double height)
{
  const PangoLogAttr *attributes;
  const char *text = pango_layout_get_text (layout);
  int n;

  if (get_layout_height (layout) > height)
    return FALSE;

  attributes = pango_layout_get_log_attrs_readonly (layout, &n);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL && l->next != NULL; l = l->next)
    {
      PangoLayoutLine *next = l->next->data;
      glong offset = g_utf8_pointer_to_offset (text, text + next->start_index);

      if (offset < n && !attributes[offset].is_line_break && !attributes[offset].is_mandatory_break)
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_drawing_fit_text:
 *
 * Returns: the greatest size between the style's two at which @text fits, or its
 *   least where none does
 */
double
plenum_drawing_fit_text (const char *text, double width, double height, const PlenumTextStyle *style)
{
  double low = style->least, high = style->size;

  for (guint i = 0; i < 8; i++)
    {
      double size = i == 0 ? high : (low + high) / 2;
      g_autoptr (Layout) layout = new_layout (text, width, size, style);

      if (fits (layout, height))
        low = size;
      else
        high = size;
      if (low >= high)
        break;
    }

  return low;
}

/**
 * plenum_drawing_text:
 * @tag: (nullable): the structure element that it is
 * @area: what it must not leave
 *
 * Writes @text as large as it fits; what does not fit at the least size ends with
 * an ellipsis.
 */
void
plenum_drawing_text (PlenumDrawing *self, const char *tag, const char *text, const cairo_rectangle_t *area, const PlenumTextStyle *style)
{
  double size = plenum_drawing_fit_text (text, area->width, area->height, style);
  g_autoptr (Layout) layout = new_layout (text, area->width, size, style);
  PlenumDrawingItem *item;

  if (get_layout_height (layout) > area->height)
    {
      pango_layout_set_height (layout, area->height * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  if (tag != NULL)
    plenum_drawing_begin (self, tag);
  item = add_item (self, PLENUM_ITEM_TEXT);
  item->x = area->x;
  item->y = area->y + (style->centred ? MAX (0, (area->height - get_layout_height (layout)) / 2) : 0);
  item->fill = style->ink;
  item->layout = g_steal_pointer (&layout);
  if (tag != NULL)
    plenum_drawing_end (self);
}

/**
 * plenum_drawing_part:
 * @part: what is drawn there, as it is then
 * @scale: how large
 * @clip: (nullable): what of it is shown, in its own unit
 */
void
plenum_drawing_part (PlenumDrawing *self, PlenumDrawing *part, double x, double y, double scale, const cairo_rectangle_t *clip)
{
  PlenumDrawingItem *item = add_item (self, PLENUM_ITEM_PART);

  item->part = plenum_drawing_ref (part);
  item->x = x;
  item->y = y;
  item->scale = scale;
  item->clipped = clip != NULL;
  if (clip != NULL)
    item->clip = *clip;
}
