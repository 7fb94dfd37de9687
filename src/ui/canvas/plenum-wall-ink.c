/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-ink.h"

#include <adwaita.h>
#include <math.h>

#include "plenum-card-colours.h"
#include "plenum-card-kinds.h"
#include "plenum-kind-icons.h"

/* Of a frame's 16 ms. */
#define TEXT_TIME 3000

PlenumWallInk *
plenum_wall_ink_new (void)
{
  return g_new0 (PlenumWallInk, 1);
}

void
plenum_wall_ink_free (PlenumWallInk *self)
{
  g_clear_pointer (&self->icons, g_ptr_array_unref);
  g_free (self);
}

static void
look_up (GtkStyleContext *style, const char *name, GdkRGBA *colour)
{
  if (!gtk_style_context_lookup_color (style, name, colour))
    *colour = (GdkRGBA) { 0.5, 0.5, 0.5, 1 };
}

/**
 * plenum_wall_ink_update:
 *
 * Takes the colours and icons that the platform wants now.
 */
void
plenum_wall_ink_update (PlenumWallInk *self, GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  guint n_kinds, n_colours;
  const PlenumCardKind *kinds = plenum_card_kinds_get_table (&n_kinds);
  const PlenumCardColour *colours = plenum_card_colours_get_table (&n_colours);

  for (guint i = 0; i < n_colours && PLENUM_WALL_N_KINDS + i < PLENUM_WALL_N_PAPERS; i++)
    {
      g_autofree char *name = g_strconcat ("plenum_paper_", colours[i].id, NULL);

      look_up (style, name, &self->papers[PLENUM_WALL_N_KINDS + i]);
    }
  for (guint i = 0; i < PLENUM_WALL_N_KINDS && i < n_kinds; i++)
    {
      g_autofree char *name = g_strconcat ("plenum_paper_", kinds[i].id, NULL);

      look_up (style, name, &self->papers[i]);
    }
  g_clear_pointer (&self->icons, g_ptr_array_unref);
  self->icons = plenum_kind_icons_load (widget);
  look_up (style, "view_fg_color", &self->text);
  look_up (style, "window_bg_color", &self->ground);
  look_up (style, "view_bg_color", &self->frame);
  look_up (style, "accent_color", &self->accent);
  self->contrast = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  self->edge = self->text;
  self->edge.alpha = self->contrast ? 0.7 : 0.18;
}

/**
 * plenum_wall_ink_begin:
 *
 * A frame begins.
 */
void
plenum_wall_ink_begin (PlenumWallInk *self)
{
  self->until = g_get_monotonic_time () + TEXT_TIME;
  self->late = FALSE;
}

/**
 * plenum_wall_ink_in_time:
 *
 * Returns: whether there is time to lay out another text; else it has to wait for
 *   the next frame
 */
gboolean
plenum_wall_ink_in_time (PlenumWallInk *self)
{
  if (g_get_monotonic_time () < self->until)
    return TRUE;

  self->late = TRUE;
  return FALSE;
}

guint
plenum_wall_ink_kind (PlenumBoardEntry *entry)
{
  return plenum_wall_paper (plenum_board_entry_get_kind (entry), NULL);
}

static GskRoundedRect
get_outline (const graphene_rect_t *rect, PlenumCardForm form)
{
  GskRoundedRect outline;
  double half = MIN (rect->size.width, rect->size.height) / 2;
  graphene_size_t corner;

  if (form == PLENUM_FORM_OVAL || form == PLENUM_FORM_CIRCLE)
    corner = GRAPHENE_SIZE_INIT (rect->size.width / 2, rect->size.height / 2);
  else
    {
      double radius = form == PLENUM_FORM_STRIP ? MIN (4, half) : MIN (MIN (9, half), rect->size.width * 0.06);

      corner = GRAPHENE_SIZE_INIT (radius, radius);
    }
  gsk_rounded_rect_init (&outline, rect, &corner, &corner, &corner, &corner);

  return outline;
}

/* Seven bows around an oval. */
static void
trace_cloud (cairo_t *cr, const graphene_rect_t *rect)
{
  static const struct { double x, y, r; } bows[] = {
    { 0.24, 0.30, 0.22 }, { 0.50, 0.24, 0.23 }, { 0.76, 0.32, 0.21 }, { 0.82, 0.64, 0.18 },
    { 0.58, 0.74, 0.24 }, { 0.30, 0.74, 0.22 }, { 0.17, 0.58, 0.17 },
  };

  cairo_save (cr);
  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_scale (cr, rect->size.width, rect->size.height);
  for (guint i = 0; i < G_N_ELEMENTS (bows); i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, bows[i].x, bows[i].y, bows[i].r, 0, 2 * G_PI);
    }
  cairo_rectangle (cr, 0.2, 0.25, 0.6, 0.5);
  cairo_restore (cr);
}

/* The edge of a cloud is what a slightly larger one leaves behind a smaller. */
static void
paint_cloud (GtkSnapshot *snapshot, const graphene_rect_t *rect, double inset, const GdkRGBA *colour)
{
  graphene_rect_t inner = *rect;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);

  graphene_rect_inset (&inner, inset, inset);
  trace_cloud (cr, &inner);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/**
 * plenum_wall_ink_sheet:
 *
 * Paints a card without its text.
 */
void
plenum_wall_ink_sheet (PlenumWallInk *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, PlenumCardForm form, const GdkRGBA *paper)
{
  GskRoundedRect outline;

  if (form == PLENUM_FORM_CLOUD)
    {
      paint_cloud (snapshot, rect, 0, &self->edge);
      paint_cloud (snapshot, rect, 1, paper);
      return;
    }

  outline = get_outline (rect, form);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, paper, rect);
  gtk_snapshot_pop (snapshot);
  plenum_wall_ink_edge (self, snapshot, rect, form, 1, &self->edge);
}

/**
 * plenum_wall_ink_edge:
 *
 * Paints the edge of a card, as for one that is selected.
 */
void
plenum_wall_ink_edge (PlenumWallInk *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, PlenumCardForm form, double width, const GdkRGBA *colour)
{
  GskRoundedRect outline = get_outline (rect, form == PLENUM_FORM_CLOUD ? PLENUM_FORM_RECTANGLE : form);
  float widths[] = { width, width, width, width };
  GdkRGBA colours[] = { *colour, *colour, *colour, *colour };

  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

/**
 * plenum_wall_ink_icon:
 *
 * Paints the sign of a kind, so that it is told by more than its colour.
 */
void
plenum_wall_ink_icon (PlenumWallInk *self, GtkSnapshot *snapshot, guint kind, double x, double y, double size)
{
  GdkRGBA colours[4] = { self->text, self->text, self->text, self->text };

  if (self->icons == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (self->icons->pdata[kind]), snapshot, size, size, colours, 4);
  gtk_snapshot_restore (snapshot);
}
