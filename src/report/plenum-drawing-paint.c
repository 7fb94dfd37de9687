/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing on a cairo surface: a screen, a printer, a PDF file, or pixels. */
#include "plenum-drawing-private.h"

static void
trace (cairo_t *cr, const char *path)
{
  while (*path != '\0')
    {
      char command = *path++, *end;
      double n[6];
      guint count = command == 'C' ? 6 : command == 'Z' ? 0 : 2;

      for (guint i = 0; i < count; i++)
        {
          n[i] = g_ascii_strtod (path, &end);
          path = end;
        }
      if (command == 'M')
        cairo_move_to (cr, n[0], n[1]);
      else if (command == 'L')
        cairo_line_to (cr, n[0], n[1]);
      else if (command == 'C')
        cairo_curve_to (cr, n[0], n[1], n[2], n[3], n[4], n[5]);
      else
        cairo_close_path (cr);
      while (*path == ' ')
        path++;
    }
}

static void
set_ink (cairo_t *cr, const PlenumInk *ink)
{
  cairo_set_source_rgb (cr, ink->red, ink->green, ink->blue);
}

static void
paint_path (cairo_t *cr, const PlenumDrawingItem *item)
{
  trace (cr, item->text);
  if (item->filled)
    {
      set_ink (cr, &item->fill);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill_preserve (cr);
    }
  if (item->edged)
    {
      set_ink (cr, &item->edge);
      cairo_set_line_width (cr, item->edge_width);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

/**
 * plenum_drawing_paint:
 * @cr: where; a unit of the drawing is one of its
 */
void
plenum_drawing_paint (PlenumDrawing *self, cairo_t *cr)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const PlenumDrawingItem *item = &g_array_index (self->items, PlenumDrawingItem, i);

      if (item->type == PLENUM_ITEM_BEGIN)
        {
          cairo_tag_begin (cr, item->text, NULL);
          continue;
        }
      if (item->type == PLENUM_ITEM_END)
        {
          cairo_tag_end (cr, item->text);
          continue;
        }

      cairo_save (cr);
      cairo_translate (cr, item->x, item->y);
      if (item->type == PLENUM_ITEM_TEXT)
        {
          set_ink (cr, &item->fill);
          pango_cairo_show_layout (cr, item->layout);
        }
      else
        {
          cairo_scale (cr, item->scale, item->scale);
          if (item->clipped)
            {
              cairo_rectangle (cr, item->clip.x, item->clip.y, item->clip.width, item->clip.height);
              cairo_clip (cr);
            }
          if (item->type == PLENUM_ITEM_PART)
            plenum_drawing_paint (item->part, cr);
          else
            paint_path (cr, item);
        }
      cairo_restore (cr);
    }
}
