/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-chart-pen.h"

void
plenum_chart_pen_begin (PlenumChartPen *self, GtkWidget *widget, GtkSnapshot *snapshot)
{
  self->widget = widget;
  self->snapshot = snapshot;
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &self->text);
}

void
plenum_chart_pen_end (PlenumChartPen *self)
{
  g_clear_pointer (&self->layouts, g_hash_table_unref);
}

/**
 * plenum_chart_pen_get_colour:
 * @name: one of the platform's named colours
 * @colour: (out caller-allocates): that colour; the text's where there is none
 */
void
plenum_chart_pen_get_colour (PlenumChartPen *self, const char *name, GdkRGBA *colour)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (self->widget), name, colour))
    *colour = self->text;
}

static void
mix (const GdkRGBA *one, const GdkRGBA *other, float share, GdkRGBA *mixed)
{
  mixed->red = one->red + (other->red - one->red) * share;
  mixed->green = one->green + (other->green - one->green) * share;
  mixed->blue = one->blue + (other->blue - one->blue) * share;
  mixed->alpha = 1;
}

/**
 * plenum_chart_pen_get_level:
 * @level: from 0, the best
 *
 * A step on the way from good to bad. Lightness goes up and down again on it, so that
 * who does not see the colours sees both ends; numbers and a legend say which is which.
 */
void
plenum_chart_pen_get_level (PlenumChartPen *self, guint level, guint n_levels, GdkRGBA *colour)
{
  static const char *const names[] = { "green_5", "yellow_2", "red_4" };
  float place = n_levels > 1 ? 2.0f * level / (n_levels - 1) : 0;
  guint step = MIN ((guint) place, 1);
  GdkRGBA one, other;

  plenum_chart_pen_get_colour (self, names[step], &one);
  plenum_chart_pen_get_colour (self, names[step + 1], &other);
  mix (&one, &other, place - step, colour);
}

/**
 * plenum_chart_pen_get_tint:
 * @strength: from 0 to 1
 *
 * The accent as a ground that the text's colour is still read well on.
 */
void
plenum_chart_pen_get_tint (PlenumChartPen *self, double strength, GdkRGBA *colour)
{
  plenum_chart_pen_get_colour (self, "accent_bg_color", colour);
  colour->alpha = 0.06 + 0.44 * strength;
}

/* Black or white, whichever is read better on that ground: WCAG's relative luminance. */
void
plenum_chart_pen_contrast (const GdkRGBA *ground, GdkRGBA *colour)
{
  float luminance = 0.2126f * ground->red * ground->red + 0.7152f * ground->green * ground->green
                    + 0.0722f * ground->blue * ground->blue;

  *colour = luminance > 0.18f ? (GdkRGBA) { 0, 0, 0, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
}

/* From right to left everything is mirrored, the text excepted. */
static double
get_left (PlenumChartPen *self, double x, double width)
{
  return self->mirrored ? gtk_widget_get_width (self->widget) - x - width : x;
}

void
plenum_chart_pen_fill (PlenumChartPen *self, const GdkRGBA *colour, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (self->snapshot, colour,
                             &GRAPHENE_RECT_INIT (get_left (self, x, width), y, width, height));
}

static PangoLayout *
get_layout (PlenumChartPen *self, const char *text, gboolean bold)
{
  g_autofree char *key = g_strconcat (bold ? "b" : "-", text, NULL);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;

  layout = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (bold)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);

  return layout;
}

/**
 * plenum_chart_pen_measure:
 *
 * Returns: how wide the text is, in pixels
 */
double
plenum_chart_pen_measure (PlenumChartPen *self, const char *text, gboolean bold)
{
  PangoLayout *layout = get_layout (self, text, bold);
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/**
 * plenum_chart_pen_write:
 * @width: of the place for it; what is longer is cut and says so
 * @height: of the place, in whose middle it stands
 * @align: 0 at the start, 1 at the end
 *
 * Returns: how wide it became, in pixels
 */
double
plenum_chart_pen_write (PlenumChartPen *self,
                        const char     *text,
                        gboolean        bold,
                        const GdkRGBA  *colour,
                        double          x,
                        double          y,
                        double          width,
                        double          height,
                        double          align)
{
  PangoLayout *layout = get_layout (self, text, bold);
  int own_width, own_height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &own_width, &own_height);
  if (own_width > width)
    {
      pango_layout_set_width (layout, (int) width * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, &own_width, &own_height);
    }

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (get_left (self, x + (width - own_width) * align, own_width),
                                                y + (height - own_height) / 2));
  gtk_snapshot_append_layout (self->snapshot, layout, colour != NULL ? colour : &self->text);
  gtk_snapshot_restore (self->snapshot);

  return own_width;
}
