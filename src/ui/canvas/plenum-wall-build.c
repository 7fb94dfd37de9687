/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a board to a wall: all of it anew, for ten thousand cards are laid out in
 * less time than it takes to draw them. */
#include <math.h>

#include "plenum-matrix-actions.h"
#include "plenum-wall-arrange.h"
#include "plenum-wall-model-private.h"

#define OUTLINE 14.0 /* from a card to the outline of its theme */

typedef struct
{
  PlenumWallModel *model;
  GArray          *spots;  /* of PlenumWallSpot, by item */
  GHashTable      *themes; /* PlenumBoardEntry → its number + 1 */
  guint            frame;
  gboolean         placed; /* on a matrix: those with a place, or those without */
} Build;

static gboolean
is_null (PlenumRecord *record, guint one, guint other)
{
  return plenum_record_is_null (record, one) || plenum_record_is_null (record, other);
}

static void
add_item (Build *build, PlenumBoardEntry *entry, PlenumCardForm form, const PlenumWallSpot *spot)
{
  gboolean stack = plenum_board_entry_is_stack (entry);
  const char *colour = stack ? NULL : plenum_record_get_text (plenum_board_entry_get_record (entry), PLENUM_IDEA_COLOUR);
  PlenumWallItem item = { entry, build->frame, form, spot->placed, stack,
                          plenum_wall_paper (stack ? NULL : plenum_board_entry_get_kind (entry), colour) };

  g_array_append_val (build->model->items, item);
  g_array_append_val (build->spots, *spot);
}

/* The name of a theme stands above its cards, wherever they are. */
static void
add_theme (Build *build, PlenumBoardEntry *entry)
{
  PlenumWallTheme theme = { .entry = entry };
  PlenumWallSpot spot = { .theme = -1, .placed = plenum_board_entry_count_cards (entry) > 0 };

  if (!spot.placed)
    spot.rect.size = GRAPHENE_SIZE_INIT (200, PLENUM_WALL_STRIP);
  g_array_append_val (build->model->themes, theme);
  g_hash_table_insert (build->themes, entry, GUINT_TO_POINTER (build->model->themes->len));
  add_item (build, entry, PLENUM_FORM_STRIP, &spot);
}

static void
add_card (Build *build, PlenumBoardEntry *entry)
{
  PlenumRecord *idea = plenum_board_entry_get_record (entry);
  PlenumCardForm form = plenum_card_form_find (plenum_record_get_text (idea, PLENUM_IDEA_FORM));
  PlenumBoardEntry *stack = plenum_board_entry_get_stack (entry);
  PlenumWallSpot spot = { .theme = stack != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (build->themes, stack)) - 1 : -1,
                          .placed = !is_null (idea, PLENUM_IDEA_X, PLENUM_IDEA_Y) };

  spot.rect.size = plenum_wall_card_size (plenum_record_get_text (idea, PLENUM_IDEA_SIZE), form, FALSE);
  if (spot.placed)
    spot.rect.origin = GRAPHENE_POINT_INIT (plenum_record_get_integer (idea, PLENUM_IDEA_X),
                                            plenum_record_get_integer (idea, PLENUM_IDEA_Y));
  add_item (build, entry, form, &spot);
}

/* A card that was merged into another is shown by that one. */
static gboolean
is_shown (PlenumBoardEntry *entry)
{
  return plenum_board_entry_is_stack (entry)
         || plenum_record_is_null (plenum_board_entry_get_record (entry), PLENUM_IDEA_FACE);
}

static void
add_entry (gpointer data, gpointer user_data)
{
  if (!is_shown (data))
    return;

  if (plenum_board_entry_is_stack (data))
    add_theme (user_data, data);
  else
    add_card (user_data, data);
}

static void
add_area (Build *build, PlenumBoardArea *area, GArray *frames)
{
  PlenumRecord *record = plenum_board_area_get_record (area);
  PlenumWallFrame frame = { .first = build->spots->len };
  PlenumWallZone zone = { .area = area };

  if (record != NULL && !is_null (record, PLENUM_AREA_X, PLENUM_AREA_Y)
      && !is_null (record, PLENUM_AREA_WIDTH, PLENUM_AREA_HEIGHT))
    {
      frame.stored = TRUE;
      frame.rect = GRAPHENE_RECT_INIT (plenum_record_get_integer (record, PLENUM_AREA_X),
                                       plenum_record_get_integer (record, PLENUM_AREA_Y),
                                       plenum_record_get_integer (record, PLENUM_AREA_WIDTH),
                                       plenum_record_get_integer (record, PLENUM_AREA_HEIGHT));
    }
  plenum_board_area_foreach (area, add_entry, build);
  frame.n = build->spots->len - frame.first;
  g_array_append_val (frames, frame);
  zone.stored = frame.stored;
  g_array_append_val (build->model->zones, zone);
  build->frame++;
}

static void
add_areas (Build *build, GArray *frames)
{
  GListModel *areas = G_LIST_MODEL (build->model->board);

  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (PlenumBoardArea) area = g_list_model_get_item (areas, i);

      add_area (build, area, frames);
    }
  plenum_wall_layout ((PlenumWallFrame *) (gpointer) frames->data, frames->len,
                      (PlenumWallSpot *) (gpointer) build->spots->data);
  for (guint i = 0; i < frames->len; i++)
    g_array_index (build->model->zones, PlenumWallZone, i).rect = g_array_index (frames, PlenumWallFrame, i).rect;
}

static gboolean
is_left_out (Build *build, PlenumBoardArea *area)
{
  return build->model->public && !plenum_board_area_is_public (area);
}

/* Of a folded area only the title is left; all others lie where they lie, too. */
static void
fold_zones (PlenumWallModel *self)
{
  for (guint i = 0; i < self->zones->len; i++)
    {
      PlenumWallZone *zone = &g_array_index (self->zones, PlenumWallZone, i);
      PlenumRecord *record = zone->area != NULL ? plenum_board_area_get_record (zone->area) : NULL;

      zone->full = zone->rect;
      zone->folded = record != NULL && plenum_record_get_integer (record, PLENUM_AREA_FOLDED) != 0;
      zone->hidden = record != NULL && plenum_record_get_integer (record, PLENUM_AREA_HIDDEN) != 0;
      if (zone->folded)
        zone->rect.size.height = PLENUM_WALL_HEAD;
    }
}

/* What is hidden or folded; only now, when all is laid out: what stays is where everybody else sees it. */
static void
leave_out (Build *build)
{
  PlenumWallModel *self = build->model;
  g_autofree int *frames = g_new (int, self->zones->len + 1);
  guint n_zones = 0, n_items = 0, n_themes = 0;

  for (guint i = 0; i < self->zones->len; i++)
    {
      frames[i] = is_left_out (build, g_array_index (self->zones, PlenumWallZone, i).area) ? -1 : (int) n_zones;
      if (frames[i] >= 0)
        g_array_index (self->zones, PlenumWallZone, n_zones++) = g_array_index (self->zones, PlenumWallZone, i);
    }
  g_hash_table_remove_all (build->themes);
  for (guint i = 0; i < self->items->len; i++)
    {
      PlenumWallItem item = g_array_index (self->items, PlenumWallItem, i);

      if (frames[item.frame] < 0)
        continue;
      item.frame = frames[item.frame];
      if (g_array_index (self->zones, PlenumWallZone, item.frame).folded)
        continue;
      if (item.stack)
        {
          g_array_index (self->themes, PlenumWallTheme, n_themes++) = (PlenumWallTheme) { .entry = item.entry };
          g_hash_table_insert (build->themes, item.entry, GUINT_TO_POINTER (n_themes));
        }
      g_array_index (build->spots, PlenumWallSpot, n_items) = g_array_index (build->spots, PlenumWallSpot, i);
      g_array_index (self->items, PlenumWallItem, n_items++) = item;
    }
  g_array_set_size (self->zones, n_zones);
  g_array_set_size (self->items, n_items);
  g_array_set_size (build->spots, n_items);
  g_array_set_size (self->themes, n_themes);
}

static void
add_rated (gpointer data, gpointer user_data)
{
  Build *build = user_data;
  PlenumRecord *idea = plenum_board_entry_get_record (data);
  graphene_rect_t ground = build->model->ground;
  PlenumWallSpot spot = { .theme = -1 };
  PlenumCardForm form;

  if (plenum_board_entry_is_stack (data) || !is_shown (data))
    return;
  spot.placed = !is_null (idea, PLENUM_IDEA_ACROSS, PLENUM_IDEA_UP);
  if (spot.placed != build->placed)
    return;

  form = plenum_card_form_find (plenum_record_get_text (idea, PLENUM_IDEA_FORM));
  spot.rect.size = plenum_wall_card_size (plenum_record_get_text (idea, PLENUM_IDEA_SIZE), form, !build->model->public);
  if (spot.placed)
    spot.rect.origin = GRAPHENE_POINT_INIT (
      plenum_record_get_integer (idea, PLENUM_IDEA_ACROSS) * (ground.size.width - spot.rect.size.width) / PLENUM_AXIS_LENGTH,
      (PLENUM_AXIS_LENGTH - plenum_record_get_integer (idea, PLENUM_IDEA_UP)) * (ground.size.height - spot.rect.size.height) / PLENUM_AXIS_LENGTH);
  add_item (build, data, form, &spot);
}

/* First the tray with what has no place yet, then what lies between the axes. */
static void
add_matrix (Build *build)
{
  GListModel *areas = G_LIST_MODEL (build->model->board);
  PlenumWallFrame tray = { .n = 0 };
  PlenumWallZone zones[] = { { .rect = build->model->ground }, { .rect = build->model->ground } };

  for (guint placed = 0; placed < 2; placed++)
    {
      build->placed = placed > 0;
      build->frame = placed;
      for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
        {
          g_autoptr (PlenumBoardArea) area = g_list_model_get_item (areas, i);

          if (!is_left_out (build, area))
            plenum_board_area_foreach (area, add_rated, build);
        }
      if (!placed)
        tray.n = build->spots->len;
    }

  tray.stored = TRUE;
  tray.rect.size.width = MAX (2 * 140 + PLENUM_WALL_GAP, sqrt (tray.n * 9000.0)) + 2 * PLENUM_WALL_PAD;
  plenum_wall_layout (&tray, 1, (PlenumWallSpot *) (gpointer) build->spots->data);
  zones[0].rect = tray.rect;
  zones[0].rect.size.height = MAX (tray.rect.size.height, zones[1].rect.size.height);
  zones[0].rect.origin.x = -tray.rect.size.width - 96;
  for (guint i = 0; i < tray.n; i++)
    g_array_index (build->spots, PlenumWallSpot, i).rect.origin.x += zones[0].rect.origin.x;
  g_array_append_vals (build->model->zones, zones, 2);
}

static void
add_corners (GArray *points, const graphene_rect_t *rect)
{
  graphene_rect_t outline = *rect;

  graphene_rect_inset (&outline, -OUTLINE, -OUTLINE);
  for (guint corner = 0; corner < 4; corner++)
    {
      graphene_point_t point = { outline.origin.x + (corner % 2) * outline.size.width,
                                 outline.origin.y + (corner / 2) * outline.size.height };

      g_array_append_val (points, point);
    }
}

/* What the cards of each theme cover, and the points of their corners. */
static void
gather_theme_cards (Build *build, GArray **corners)
{
  PlenumWallModel *self = build->model;

  for (guint i = 0; i < self->items->len; i++)
    {
      PlenumBoardEntry *stack = plenum_board_entry_get_stack (g_array_index (self->items, PlenumWallItem, i).entry);
      guint number = stack != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (build->themes, stack)) : 0;
      graphene_rect_t rect = g_array_index (build->spots, PlenumWallSpot, i).rect;
      PlenumWallTheme *theme;

      if (number == 0)
        continue;
      theme = &g_array_index (self->themes, PlenumWallTheme, number - 1);
      if (corners[number - 1] == NULL)
        {
          corners[number - 1] = g_array_new (FALSE, FALSE, sizeof (graphene_point_t));
          theme->rect = rect;
        }
      graphene_rect_union (&theme->rect, &rect, &theme->rect);
      add_corners (corners[number - 1], &rect);
    }
}

static void
outline_themes (Build *build)
{
  PlenumWallModel *self = build->model;
  g_autofree GArray **corners = g_new0 (GArray *, self->themes->len + 1);

  gather_theme_cards (build, corners);
  for (guint i = 0, item = 0; i < self->themes->len; i++, item++)
    {
      PlenumWallTheme *theme = &g_array_index (self->themes, PlenumWallTheme, i);
      graphene_rect_t strip;

      while (g_array_index (self->items, PlenumWallItem, item).entry != theme->entry)
        item++;
      if (corners[i] == NULL)
        {
          theme->rect = g_array_index (build->spots, PlenumWallSpot, item).rect;
          continue;
        }
      strip = plenum_wall_layout_strip (&theme->rect);
      g_array_index (build->spots, PlenumWallSpot, item).rect = strip;
      add_corners (corners[i], &strip);
      theme->first = self->points->len;
      theme->n = plenum_wall_hull ((graphene_point_t *) (gpointer) corners[i]->data, corners[i]->len);
      g_array_append_vals (self->points, corners[i]->data, theme->n);
      graphene_rect_union (&theme->rect, &strip, &theme->rect);
      graphene_rect_inset (&theme->rect, -OUTLINE, -OUTLINE);
      g_array_unref (corners[i]);
    }
}

/* Items are in the order of zones. */
static void
count_items (PlenumWallModel *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      PlenumWallZone *zone = &g_array_index (self->zones, PlenumWallZone, g_array_index (self->items, PlenumWallItem, i).frame);

      if (zone->n_items++ == 0)
        zone->first = i;
    }
}

static void
add_links (PlenumWallModel *self)
{
  GListModel *links = G_LIST_MODEL (plenum_workshop_model_get_list (plenum_board_model_get_workshop (self->board), PLENUM_LINK));

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (PlenumRecord) record = g_list_model_get_item (links, i);
      int from = plenum_wall_model_find (self, plenum_board_model_lookup (self->board, plenum_record_get_text (record, PLENUM_LINK_IDEA)));
      int to = plenum_wall_model_find (self, plenum_board_model_lookup (self->board, plenum_record_get_text (record, PLENUM_LINK_TARGET)));
      PlenumWallLink link = { from, to, g_intern_string (plenum_record_get_text (record, PLENUM_LINK_KIND)) };

      if (from >= 0 && to >= 0)
        g_array_append_val (self->links, link);
    }
}

void
plenum_wall_model_build (PlenumWallModel *self)
{
  g_autoptr (GArray) spots = g_array_new (FALSE, TRUE, sizeof (PlenumWallSpot));
  g_autoptr (GArray) frames = g_array_new (FALSE, TRUE, sizeof (PlenumWallFrame));
  g_autoptr (GHashTable) themes = g_hash_table_new (NULL, NULL);
  Build build = { self, spots, themes, 0, FALSE };
  GArray *arrays[] = { self->items, self->rects, self->zones, self->themes, self->points, self->links };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_set_size (arrays[i], 0);
  g_hash_table_remove_all (self->by_entry);
  plenum_wall_index_clear (self->index);

  if (self->matrix)
    add_matrix (&build);
  else
    {
      add_areas (&build, frames);
      fold_zones (self);
      leave_out (&build);
      outline_themes (&build);
    }
  count_items (self);

  g_array_set_size (self->rects, spots->len);
  for (guint i = 0; i < spots->len; i++)
    {
      g_array_index (self->rects, graphene_rect_t, i) = g_array_index (spots, PlenumWallSpot, i).rect;
      plenum_wall_index_insert (self->index, i, &g_array_index (self->rects, graphene_rect_t, i));
      g_hash_table_insert (self->by_entry, g_array_index (self->items, PlenumWallItem, i).entry, GUINT_TO_POINTER (i));
    }
  add_links (self);
}
