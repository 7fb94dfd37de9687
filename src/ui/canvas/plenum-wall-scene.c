/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-scene.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
is_carried (const PlenumWallScene *self, PlenumBoardEntry *entry)
{
  return self->carried != NULL && g_hash_table_contains (self->carried, entry);
}

/**
 * plenum_wall_scene_item_rect:
 *
 * Returns: where an item is at the moment: one that is carried is elsewhere already
 */
graphene_rect_t
plenum_wall_scene_item_rect (const PlenumWallScene *self, guint item)
{
  graphene_rect_t rect = *plenum_wall_model_get_rect (self->model, item);

  if (is_carried (self, plenum_wall_model_get_item (self->model, item)->entry))
    graphene_rect_offset (&rect, self->right, self->down);

  return rect;
}

/**
 * plenum_wall_scene_has_item:
 *
 * Returns: whether the item is in what is painted
 */
gboolean
plenum_wall_scene_has_item (const PlenumWallScene *self, guint item)
{
  return self->zone < 0 || plenum_wall_model_get_item (self->model, item)->frame == (guint) self->zone;
}

/**
 * plenum_wall_scene_frame:
 * @at: in the window
 * @width: of its edge
 *
 * Paints the ground of an area.
 */
void
plenum_wall_scene_frame (const PlenumWallScene *self, GtkSnapshot *snapshot, const graphene_rect_t *at, double width, const GdkRGBA *edge)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, at, MIN (12, at->size.width * 0.1));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->ink->frame, at);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width }, (GdkRGBA[4]) { *edge, *edge, *edge, *edge });
}

/**
 * plenum_wall_scene_cover:
 * @at: a frame, in the window
 *
 * Paints the sign of what the room does not see: as if something lay upon it.
 */
void
plenum_wall_scene_cover (const PlenumWallScene *self, GtkSnapshot *snapshot, const graphene_rect_t *at)
{
  graphene_rect_t part = GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height);
  double step = 14 * self->lines, first, last;
  GdkRGBA colour = self->ink->text;
  GskRoundedRect outline;
  cairo_t *cr;

  if (!graphene_rect_intersection (at, &part, &part))
    return;

  gsk_rounded_rect_init_from_rect (&outline, at, MIN (12, at->size.width * 0.1));
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  cr = gtk_snapshot_append_cairo (snapshot, &part);
  colour.alpha = self->ink->contrast ? 0.35 : 0.09;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2 * self->lines);
  first = part.origin.x - part.origin.y - part.size.height;
  last = part.origin.x + part.size.width - part.origin.y;
  for (double offset = floor (first / step) * step; offset < last; offset += step)
    {
      cairo_move_to (cr, offset + part.origin.y, part.origin.y);
      cairo_line_to (cr, offset + part.origin.y + part.size.height, part.origin.y + part.size.height);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/**
 * plenum_wall_scene_quarters:
 *
 * Paints the middle of both axes of a matrix, which makes four quarters.
 */
void
plenum_wall_scene_quarters (const PlenumWallScene *self, GtkSnapshot *snapshot)
{
  graphene_rect_t at = plenum_wall_view_to_window (&self->view, &plenum_wall_model_get_zone (self->model, 1)->rect);

  gtk_snapshot_append_color (snapshot, &self->ink->edge,
                             &GRAPHENE_RECT_INIT (round (at.origin.x + at.size.width / 2), at.origin.y, self->lines, at.size.height));
  gtk_snapshot_append_color (snapshot, &self->ink->edge,
                             &GRAPHENE_RECT_INIT (at.origin.x, round (at.origin.y + at.size.height / 2), at.size.width, self->lines));
}

static void
paint_theme (const PlenumWallScene *self, GtkSnapshot *snapshot, const PlenumWallTheme *theme)
{
  graphene_rect_t seen = GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height);
  graphene_rect_t at = plenum_wall_view_to_window (&self->view, &theme->rect);
  const graphene_point_t *hull = plenum_wall_model_get_hull (self->model, theme);
  GdkRGBA fill = self->ink->text;
  cairo_t *cr;

  if (!plenum_wall_scene_has_item (self, plenum_wall_model_find (self->model, theme->entry)))
    return;
  if (theme->n < 3 || !graphene_rect_intersection (&at, &seen, &at) || is_carried (self, theme->entry))
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &at);
  for (guint i = 0; i < theme->n; i++)
    cairo_line_to (cr, (hull[i].x - self->view.x) * self->view.zoom, (hull[i].y - self->view.y) * self->view.zoom);
  cairo_close_path (cr);
  fill.alpha = 0.05;
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_fill_preserve (cr);
  fill.alpha = self->ink->contrast ? 1 : 0.45;
  gdk_cairo_set_source_rgba (cr, &fill);
  cairo_set_line_width (cr, 1.5 * self->lines);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, (double[]) { 6 * self->lines, 4 * self->lines }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Where the line between two middles leaves the first card. */
static graphene_point_t
leave (const graphene_rect_t *from, const graphene_point_t *to)
{
  graphene_point_t centre = plenum_wall_middle (from);
  double right = to->x - centre.x, down = to->y - centre.y;
  double part = MIN (right != 0 ? from->size.width / 2 / fabs (right) : 1, down != 0 ? from->size.height / 2 / fabs (down) : 1);

  part = MIN (part, 1);
  return GRAPHENE_POINT_INIT (centre.x + right * part, centre.y + down * part);
}

typedef struct
{
  graphene_rect_t  from; /* in the window */
  graphene_rect_t  to;
  graphene_rect_t  both;
  graphene_point_t start;
  graphene_point_t end;
} Line;

/* Whether any of it is in view. */
static gboolean
find_line (const PlenumWallScene *self, const PlenumWallLink *link, Line *line)
{
  graphene_rect_t window = GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height);
  graphene_rect_t from = plenum_wall_scene_item_rect (self, link->from), to = plenum_wall_scene_item_rect (self, link->to);
  graphene_point_t middle;

  if (!plenum_wall_scene_has_item (self, link->from) || !plenum_wall_scene_has_item (self, link->to))
    return FALSE;
  line->from = plenum_wall_view_to_window (&self->view, &from);
  line->to = plenum_wall_view_to_window (&self->view, &to);
  graphene_rect_union (&line->from, &line->to, &line->both);
  middle = plenum_wall_middle (&line->to);
  line->start = leave (&line->from, &middle);
  middle = plenum_wall_middle (&line->from);
  line->end = leave (&line->to, &middle);

  return graphene_rect_intersection (&line->both, &window, &line->both);
}

static void
set_letters (const PlenumWallScene *self, PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (self->letters <= 0)
    return;

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute (self->letters * PANGO_SCALE));
  pango_layout_set_attributes (layout, attributes);
}

/* Above the cards, if the line is long enough for it. */
static void
paint_link_name (const PlenumWallScene *self, GtkSnapshot *snapshot, const PlenumWallLink *link)
{
  g_autoptr (PangoLayout) layout = NULL;
  Line line;
  int width, height;

  if (self->view.zoom < 0.45 * self->lines || !find_line (self, link, &line) || !plenum_wall_ink_in_time (self->ink))
    return;

  /* Translators: on the line between two cards: this card builds on that one, or answers that need */
  layout = gtk_widget_create_pango_layout (self->widget, g_strcmp0 (link->kind, "answers-need") == 0 ? _("answers need") : _("builds on"));
  set_letters (self, layout);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (hypot (line.end.x - line.start.x, line.end.y - line.start.y) < width + 16)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round ((line.start.x + line.end.x - width) / 2),
                                                          round ((line.start.y + line.end.y - height) / 2)));
  gtk_snapshot_append_color (snapshot, &self->ink->frame, &GRAPHENE_RECT_INIT (-4, 0, width + 8, height));
  gtk_snapshot_append_layout (snapshot, layout, &self->ink->text);
  gtk_snapshot_restore (snapshot);
}

static void
paint_link (const PlenumWallScene *self, GtkSnapshot *snapshot, const PlenumWallLink *link)
{
  double head = 9 * self->lines, angle;
  Line line;
  cairo_t *cr;

  if (!find_line (self, link, &line))
    return;

  angle = atan2 (line.end.y - line.start.y, line.end.x - line.start.x);
  cr = gtk_snapshot_append_cairo (snapshot, &line.both);
  gdk_cairo_set_source_rgba (cr, &self->ink->text);
  cairo_set_line_width (cr, CLAMP (2 * self->view.zoom, 1, 3) * self->lines);
  cairo_move_to (cr, line.start.x, line.start.y);
  cairo_line_to (cr, line.end.x, line.end.y);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, line.end.x, line.end.y);
      cairo_line_to (cr, line.end.x - head * cos (angle + side * 0.45), line.end.y - head * sin (angle + side * 0.45));
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/**
 * plenum_wall_scene_themes:
 *
 * Paints the outlines around the cards of themes.
 */
void
plenum_wall_scene_themes (const PlenumWallScene *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < plenum_wall_model_n_themes (self->model); i++)
    paint_theme (self, snapshot, plenum_wall_model_get_theme (self->model, i));
}

/**
 * plenum_wall_scene_links:
 *
 * Paints the arrows between cards that build on each other.
 */
void
plenum_wall_scene_links (const PlenumWallScene *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < plenum_wall_model_n_links (self->model); i++)
    paint_link (self, snapshot, plenum_wall_model_get_link (self->model, i));
}

/**
 * plenum_wall_scene_link_names:
 *
 * Paints what the arrows say, which is above the cards.
 */
void
plenum_wall_scene_link_names (const PlenumWallScene *self, GtkSnapshot *snapshot)
{
  for (guint i = 0; i < plenum_wall_model_n_links (self->model); i++)
    paint_link_name (self, snapshot, plenum_wall_model_get_link (self->model, i));
}
