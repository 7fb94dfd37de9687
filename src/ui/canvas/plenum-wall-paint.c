/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted of a wall: what lies around the cards, and those that are no
 * widgets at the moment, because they are too far away or came just now. */
#include <math.h>

#include "plenum-wall-private.h"

#define MOST_LINES 3000 /* texts that are kept */

static void
paint_zone (PlenumWall *self, const PlenumWallScene *scene, GtkSnapshot *snapshot, guint number)
{
  const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, number);
  graphene_rect_t rect = zone->rect, at;
  gboolean target = self->carry == PLENUM_CARRY_CARDS && number == self->carried_zone;

  if (self->carry == PLENUM_CARRY_FRAME && self->carried_zone == number)
    graphene_rect_offset (&rect, self->right, self->down);
  if (self->carry == PLENUM_CARRY_CORNER && self->carried_zone == number)
    {
      rect.size.width = MAX (rect.size.width + self->right, 200);
      rect.size.height = MAX (rect.size.height + self->down, 120);
    }
  at = plenum_wall_view_to_window (&self->view, &rect);
  plenum_wall_scene_frame (scene, snapshot, &at, target ? 2 : 1, target ? &self->ink->accent : &self->ink->edge);

  if (zone->hidden)
    plenum_wall_scene_cover (scene, snapshot, &at);

  /* A handle to resize it by. */
  if (!zone->folded && zone->area != NULL && plenum_board_area_get_id (zone->area) != NULL && at.size.width > 120)
    for (guint i = 1; i <= 2; i++)
      gtk_snapshot_append_color (snapshot, &self->ink->edge,
                                 &GRAPHENE_RECT_INIT (at.origin.x + at.size.width - 6 - 5 * i, at.origin.y + at.size.height - 8, 3, 3));
}

/* Above the frame, where its title has no room for a widget, or there is none. */
static void
paint_zone_name (PlenumWall *self, GtkSnapshot *snapshot, guint number)
{
  const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, number);
  graphene_rect_t at = plenum_wall_view_to_window (&self->view, &zone->rect);
  g_autofree char *name = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (plenum_wall_has_header (self, number) || at.size.width < 40 || (plenum_wall_model_is_matrix (self->model) && number == 1))
    return;

  name = plenum_wall_zone_label (self, number);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  pango_layout_set_width (layout, (at.size.width - 8) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (at.origin.x + 4), round (at.origin.y - 22)));
  gtk_snapshot_append_layout (snapshot, layout, &self->ink->text);
  gtk_snapshot_restore (snapshot);
}

/* The first line of a card, laid out once for all zooms; what is too much is cut off. */
static PangoLayout *
get_line (PlenumWall *self, PlenumBoardEntry *entry)
{
  PangoLayout *layout = g_hash_table_lookup (self->lines, entry);
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *name = NULL;

  if (layout != NULL || !plenum_wall_ink_in_time (self->ink))
    return layout;

  if (g_hash_table_size (self->lines) >= MOST_LINES)
    g_hash_table_remove_all (self->lines);
  name = plenum_board_entry_dup_name (entry);
  if (g_utf8_strlen (name, -1) > 14)
    *g_utf8_offset_to_pointer (name, 14) = '\0';
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (plenum_wall_letters (0)));
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_insert (self->lines, entry, layout);

  return layout;
}

/* At the upper edge of a rectangle, in the middle of other forms: their corners are not paper. */
static void
paint_line (PlenumWall *self, GtkSnapshot *snapshot, const PlenumWallItem *item, const graphene_rect_t *at)
{
  gboolean box = item->form == PLENUM_FORM_RECTANGLE || item->form == PLENUM_FORM_STRIP;
  double side = box ? 3 : at->size.width * 0.12;
  graphene_rect_t room = GRAPHENE_RECT_INIT (at->origin.x + side, at->origin.y, MAX (at->size.width - 2 * side, 1), at->size.height);
  PangoLayout *layout = get_line (self, item->entry);
  int height;

  if (layout == NULL)
    return;

  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_push_clip (snapshot, &room);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (room.origin.x), round (box ? at->origin.y + 1 : at->origin.y + (at->size.height - height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &self->ink->text);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
paint_card (PlenumWall *self, GtkSnapshot *snapshot, guint item)
{
  const PlenumWallItem *what = plenum_wall_model_get_item (self->model, item);
  graphene_rect_t rect = plenum_wall_item_rect (self, item);
  graphene_rect_t at = plenum_wall_view_to_window (&self->view, &rect);
  PlenumWallDetail detail = plenum_wall_detail (&rect.size, self->view.zoom);
  GdkRGBA paper = what->stack ? self->ink->edge : self->ink->papers[what->paper];

  if (!plenum_board_entry_get_matches (what->entry))
    paper.alpha = 0.3;
  if (detail == PLENUM_WALL_COLOUR || what->form == PLENUM_FORM_RECTANGLE)
    gtk_snapshot_append_color (snapshot, &paper, &at);
  else
    plenum_wall_ink_sheet (self->ink, snapshot, &at, what->form, &paper);
  if (detail != PLENUM_WALL_COLOUR && at.size.height >= 15)
    paint_line (self, snapshot, what, &at);
  if (plenum_board_entry_get_selected (what->entry))
    plenum_wall_ink_edge (self->ink, snapshot, &at, PLENUM_FORM_RECTANGLE, MIN (2, at.size.height / 4), &self->ink->accent);
}

static void
paint_cards (PlenumWall *self, GtkSnapshot *snapshot)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  graphene_rect_t seen = plenum_wall_view_seen (&self->view);

  if (self->carry != PLENUM_CARRY_NOTHING)
    {
      graphene_rect_t before = seen;

      graphene_rect_offset (&before, -self->right, -self->down);
      graphene_rect_union (&seen, &before, &seen);
    }
  plenum_wall_model_find_in (self->model, &seen, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint item = g_array_index (found, guint, i);

      if (!g_hash_table_contains (self->cards, plenum_wall_model_get_item (self->model, item)->entry))
        paint_card (self, snapshot, item);
    }
}

PlenumWallScene
plenum_wall_get_scene (PlenumWall *self)
{
  return (PlenumWallScene) {
    GTK_WIDGET (self), self->model, self->ink, self->view, 1, 0, -1,
    self->carry != PLENUM_CARRY_NOTHING ? self->carried : NULL, self->right, self->down,
  };
}

/* All that is below the widgets. */
void
plenum_wall_paint (PlenumWall *self, GtkSnapshot *snapshot)
{
  PlenumWallScene scene = plenum_wall_get_scene (self);
  guint n_zones = plenum_wall_model_n_zones (self->model);

  gtk_snapshot_append_color (snapshot, &self->ink->ground, &GRAPHENE_RECT_INIT (0, 0, self->view.width, self->view.height));
  for (guint i = 0; i < n_zones; i++)
    paint_zone (self, &scene, snapshot, i);
  if (plenum_wall_model_is_matrix (self->model) && n_zones > 1)
    plenum_wall_scene_quarters (&scene, snapshot);
  plenum_wall_scene_themes (&scene, snapshot);
  plenum_wall_scene_links (&scene, snapshot);
  paint_cards (self, snapshot);
  for (guint i = 0; i < n_zones; i++)
    paint_zone_name (self, snapshot, i);
}

/* What is above them: what links say, and a rubber band. */
void
plenum_wall_paint_above (PlenumWall *self, GtkSnapshot *snapshot)
{
  PlenumWallScene scene = plenum_wall_get_scene (self);
  graphene_rect_t at;
  GdkRGBA fill = self->ink->accent;
  GskRoundedRect outline;

  plenum_wall_scene_link_names (&scene, snapshot);
  if (!self->banding)
    return;

  at = plenum_wall_view_to_window (&self->view, &self->band);
  graphene_rect_normalize (&at);
  fill.alpha = 0.15;
  gtk_snapshot_append_color (snapshot, &fill, &at);
  gsk_rounded_rect_init_from_rect (&outline, &at, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { self->ink->accent, self->ink->accent, self->ink->accent, self->ink->accent });
}
