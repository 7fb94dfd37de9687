/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing as SVG whose text is text: cairo's would be outlines of letters, which
 * nobody can search, select or have read to them. */
#include "plenum-drawing-private.h"

#define FAMILY "Cantarell, 'Noto Sans', sans-serif"

static void
append_number (GString *svg, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (svg, " %s=\"%s\"", name, g_ascii_formatd (text, sizeof text, "%.2f", value));
}

static void
append_ink (GString *svg, const char *name, gboolean there, const PlenumInk *ink)
{
  if (there)
    g_string_append_printf (svg, " %s=\"#%02x%02x%02x\"", name, (guint) (ink->red * 255 + 0.5),
                            (guint) (ink->green * 255 + 0.5), (guint) (ink->blue * 255 + 0.5));
  else
    g_string_append_printf (svg, " %s=\"none\"", name);
}

/* XML 1.0 has no place for most control characters, not even as references. */
static char *
escape (const char *text)
{
  GString *clean = g_string_new (NULL);
  g_autofree char *owned = NULL;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if ((c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n')
        g_string_append_unichar (clean, c);
    }
  owned = g_string_free (clean, FALSE);

  return g_markup_escape_text (owned, -1);
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const PangoGlyphItem *x = *(PangoGlyphItem * const *) a, *y = *(PangoGlyphItem * const *) b;

  return (x->item->offset > y->item->offset) - (x->item->offset < y->item->offset);
}

/**
 * plenum_drawing_get_line_text:
 *
 * Returns: (transfer full): what can be read in the line, in the order it is
 *   spoken; with the ellipsis, without what it stands for
 */
char *
plenum_drawing_get_line_text (PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  GString *read = g_string_new (NULL);
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  for (GSList *l = line->runs; l != NULL; l = l->next)
    g_ptr_array_add (runs, l->data);
  g_ptr_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const PangoGlyphItem *run = runs->pdata[i];

      if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        g_string_append (read, "…");
      else
        g_string_append_len (read, text + run->item->offset, run->item->length);
    }

  return g_strchomp (g_string_free (read, FALSE));
}

static gboolean
is_bold (PangoLayoutLine *line)
{
  const PangoGlyphItem *run = line->runs != NULL ? line->runs->data : NULL;
  PangoFontDescription *font;
  gboolean bold;

  if (run == NULL)
    return FALSE;

  font = pango_font_describe (run->item->analysis.font);
  bold = pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD;
  pango_font_description_free (font);

  return bold;
}

static void
append_text (GString *svg, const PlenumDrawingItem *item)
{
  PangoLayoutIter *iter = pango_layout_get_iter (item->layout);
  const PangoFontDescription *font = pango_layout_get_font_description (item->layout);

  g_string_append (svg, "<text font-family=\"" FAMILY "\" xml:space=\"preserve\"");
  append_number (svg, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  append_ink (svg, "fill", TRUE, &item->fill);
  g_string_append_c (svg, '>');
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      g_autofree char *read = plenum_drawing_get_line_text (line);
      g_autofree char *escaped = escape (read);
      PangoRectangle extents;

      if (*read == '\0')
        continue;

      /* Where the font is missing, the line is as long as planned all the same. */
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      g_string_append (svg, "<tspan");
      append_number (svg, "x", item->x + (double) extents.x / PANGO_SCALE);
      append_number (svg, "y", item->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      append_number (svg, "textLength", (double) extents.width / PANGO_SCALE);
      g_string_append_printf (svg, " lengthAdjust=\"spacingAndGlyphs\"%s>%s</tspan>\n",
                              is_bold (line) ? " font-weight=\"bold\"" : "", escaped);
    }
  while (pango_layout_iter_next_line (iter));
  g_string_append (svg, "</text>\n");
  pango_layout_iter_free (iter);
}

static void
append_place (GString *svg, const PlenumDrawingItem *item)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE], scale[G_ASCII_DTOSTR_BUF_SIZE];

  if (item->x != 0 || item->y != 0 || item->scale != 1)
    g_string_append_printf (svg, " transform=\"translate(%s %s) scale(%s)\"", g_ascii_formatd (x, sizeof x, "%.2f", item->x),
                            g_ascii_formatd (y, sizeof y, "%.2f", item->y),
                            g_ascii_formatd (scale, sizeof scale, "%.4f", item->scale));
}

static void
append_path (GString *svg, const PlenumDrawingItem *item)
{
  g_string_append_printf (svg, "<path d=\"%s\" fill-rule=\"evenodd\"", item->text);
  append_ink (svg, "fill", item->filled, &item->fill);
  append_ink (svg, "stroke", item->edged, &item->edge);
  if (item->edged)
    append_number (svg, "stroke-width", item->edge_width);
  append_place (svg, item);
  g_string_append (svg, "/>\n");
}

static void
append_items (GString *svg, PlenumDrawing *drawing)
{
  for (guint i = 0; i < drawing->items->len; i++)
    {
      const PlenumDrawingItem *item = &g_array_index (drawing->items, PlenumDrawingItem, i);

      switch (item->type)
        {
        case PLENUM_ITEM_BEGIN:
          g_string_append_printf (svg, "<g%s>\n", item->text[0] == 'H' ? " role=\"heading\"" : "");
          break;

        case PLENUM_ITEM_END:
          g_string_append (svg, "</g>\n");
          break;

        case PLENUM_ITEM_PATH:
          append_path (svg, item);
          break;

        case PLENUM_ITEM_TEXT:
          append_text (svg, item);
          break;

        case PLENUM_ITEM_PART:
        default:
          g_string_append (svg, "<g");
          append_place (svg, item);
          g_string_append (svg, ">\n");
          append_items (svg, item->part);
          g_string_append (svg, "</g>\n");
        }
    }
}

/**
 * plenum_drawing_to_svg:
 * @title: what the picture shows
 * @language: (nullable): the language of its text, as "de"
 *
 * Parts are not clipped.
 *
 * Returns: (transfer full): an SVG document; a unit of the drawing is one of its
 */
char *
plenum_drawing_to_svg (PlenumDrawing *self, const char *title, const char *language)
{
  GString *svg = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  g_autofree char *escaped = escape (title);
  g_autofree char *lang = g_markup_escape_text (language != NULL ? language : "", -1);
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  append_number (svg, "width", self->width);
  append_number (svg, "height", self->height);
  g_string_append_printf (svg, " viewBox=\"0 0 %s %s\"", g_ascii_formatd (width, sizeof width, "%.2f", self->width),
                          g_ascii_formatd (height, sizeof height, "%.2f", self->height));
  if (*lang != '\0')
    g_string_append_printf (svg, " xml:lang=\"%s\"", lang);
  g_string_append_printf (svg, ">\n<title>%s</title>\n", escaped);
  append_items (svg, self);
  g_string_append (svg, "</svg>\n");

  return g_string_free (svg, FALSE);
}
