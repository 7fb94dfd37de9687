/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-model.h"

#include <glib/gi18n.h>

#include "plenum-matrix-actions.h"
#include "plenum-wall-arrange.h"
#include "plenum-wall-model-private.h"

/* A beamer is wider than a window with a tray, and cards are to be read there. */
#define PUBLIC_GROUND_WIDTH 1600
#define GROUND_HEIGHT       760

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumWallModel, plenum_wall_model, G_TYPE_OBJECT)

static void
plenum_wall_model_dispose (GObject *object)
{
  PlenumWallModel *self = PLENUM_WALL_MODEL (object);

  if (self->board != NULL)
    plenum_wall_model_follow (self, FALSE);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (plenum_wall_model_parent_class)->dispose (object);
}

static void
plenum_wall_model_finalize (GObject *object)
{
  PlenumWallModel *self = PLENUM_WALL_MODEL (object);

  g_array_unref (self->items);
  g_array_unref (self->rects);
  g_array_unref (self->zones);
  g_array_unref (self->themes);
  g_array_unref (self->points);
  g_array_unref (self->links);
  g_hash_table_unref (self->by_entry);
  plenum_wall_index_free (self->index);

  G_OBJECT_CLASS (plenum_wall_model_parent_class)->finalize (object);
}

static void
plenum_wall_model_class_init (PlenumWallModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_wall_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_wall_model_finalize;

  /**
   * PlenumWallModel::changed:
   *
   * Something lies elsewhere, came or went.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_wall_model_init (PlenumWallModel *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (PlenumWallItem));
  self->rects = g_array_new (FALSE, TRUE, sizeof (graphene_rect_t));
  self->zones = g_array_new (FALSE, TRUE, sizeof (PlenumWallZone));
  self->themes = g_array_new (FALSE, TRUE, sizeof (PlenumWallTheme));
  self->points = g_array_new (FALSE, TRUE, sizeof (graphene_point_t));
  self->links = g_array_new (FALSE, TRUE, sizeof (PlenumWallLink));
  self->by_entry = g_hash_table_new (NULL, NULL);
  self->index = plenum_wall_index_new ();
}

/**
 * plenum_wall_model_new:
 * @matrix: whether cards lie between two axes
 *
 * Returns: (transfer full): an empty wall, until plenum_wall_model_follow()
 */
PlenumWallModel *
plenum_wall_model_new (PlenumBoardModel *board, gboolean matrix)
{
  PlenumWallModel *self = g_object_new (PLENUM_TYPE_WALL_MODEL, NULL);

  self->board = g_object_ref (board);
  self->matrix = matrix;
  self->ground = GRAPHENE_RECT_INIT (0, 0, PLENUM_WALL_GROUND_WIDTH, GROUND_HEIGHT);

  return self;
}

gboolean
plenum_wall_model_is_matrix (PlenumWallModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), FALSE);

  return self->matrix;
}

/**
 * plenum_wall_model_set_public:
 *
 * Leaves out what the room may not see, see plenum_board_area_is_public(). The rest
 * lies where it lies for everybody else; on a matrix, at the same places between the
 * axes, of which the one to the right is longer, and cards are of their usual size. To
 * be called before plenum_wall_model_follow().
 */
void
plenum_wall_model_set_public (PlenumWallModel *self)
{
  g_return_if_fail (PLENUM_IS_WALL_MODEL (self) && !self->follows);

  self->public = TRUE;
  self->ground.size.width = PUBLIC_GROUND_WIDTH;
}

static void
update (PlenumWallModel *self)
{
  plenum_wall_model_build (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plenum_wall_model_follow:
 * @follow: whether to be what the board is; nobody else pays for a wall that is not seen
 */
void
plenum_wall_model_follow (PlenumWallModel *self, gboolean follow)
{
  PlenumRecordList *links;

  g_return_if_fail (PLENUM_IS_WALL_MODEL (self));

  if (self->follows == follow)
    return;

  self->follows = follow;
  links = plenum_workshop_model_get_list (plenum_board_model_get_workshop (self->board), PLENUM_LINK);
  if (!follow)
    {
      g_signal_handlers_disconnect_by_data (self->board, self);
      g_signal_handlers_disconnect_by_data (links, self);
      return;
    }

  g_signal_connect_swapped (self->board, "updated", G_CALLBACK (update), self);
  g_signal_connect_swapped (links, "items-changed", G_CALLBACK (update), self);
  update (self);
}

guint
plenum_wall_model_n_items (PlenumWallModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), 0);

  return self->items->len;
}

const PlenumWallItem *
plenum_wall_model_get_item (PlenumWallModel *self, guint item)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && item < self->items->len, NULL);

  return &g_array_index (self->items, PlenumWallItem, item);
}

const graphene_rect_t *
plenum_wall_model_get_rect (PlenumWallModel *self, guint item)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && item < self->rects->len, NULL);

  return &g_array_index (self->rects, graphene_rect_t, item);
}

/**
 * plenum_wall_model_find:
 * @entry: (nullable): a card or theme
 *
 * Returns: its item, or -1
 */
int
plenum_wall_model_find (PlenumWallModel *self, PlenumBoardEntry *entry)
{
  gpointer item;

  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), -1);

  return entry != NULL && g_hash_table_lookup_extended (self->by_entry, entry, NULL, &item) ? GPOINTER_TO_INT (item) : -1;
}

/**
 * plenum_wall_model_find_in:
 * @items: (element-type guint): gets what touches @part
 */
void
plenum_wall_model_find_in (PlenumWallModel *self, const graphene_rect_t *part, GArray *items)
{
  g_return_if_fail (PLENUM_IS_WALL_MODEL (self));

  plenum_wall_index_find (self->index, part, items);
}

static gboolean
is_found (guint item, gpointer data)
{
  PlenumWallModel *self = data;

  return plenum_board_entry_get_matches (g_array_index (self->items, PlenumWallItem, item).entry);
}

/**
 * plenum_wall_model_neighbour:
 *
 * Returns: what lies next in that direction and is found by the search, or -1
 */
int
plenum_wall_model_neighbour (PlenumWallModel *self, guint item, PlenumWallDirection where)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && item < self->items->len, -1);

  return plenum_wall_neighbour (self->index, (const graphene_rect_t *) (gpointer) self->rects->data, item, where, is_found, self);
}

/**
 * plenum_wall_model_find_zone:
 *
 * Returns: the zone a point is in, the smallest if they overlap, or -1
 */
int
plenum_wall_model_find_zone (PlenumWallModel *self, double x, double y)
{
  int found = -1;
  double smallest = G_MAXDOUBLE;

  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), -1);

  for (guint i = 0; i < self->zones->len; i++)
    {
      PlenumWallZone *zone = &g_array_index (self->zones, PlenumWallZone, i);
      double area = zone->rect.size.width * zone->rect.size.height;

      if (graphene_rect_contains_point (&zone->rect, &GRAPHENE_POINT_INIT (x, y)) && area < smallest)
        {
          found = i;
          smallest = area;
        }
    }

  return found;
}

guint
plenum_wall_model_n_zones (PlenumWallModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), 0);

  return self->zones->len;
}

const PlenumWallZone *
plenum_wall_model_get_zone (PlenumWallModel *self, guint zone)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && zone < self->zones->len, NULL);

  return &g_array_index (self->zones, PlenumWallZone, zone);
}

/**
 * plenum_wall_model_dup_zone_name:
 *
 * Returns: (transfer full): how an area is called, or the tray and the ground of a matrix
 */
char *
plenum_wall_model_dup_zone_name (PlenumWallModel *self, guint zone)
{
  PlenumBoardArea *area;
  PlenumRecord *record;

  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && zone < self->zones->len, NULL);

  area = g_array_index (self->zones, PlenumWallZone, zone).area;
  record = area != NULL ? plenum_board_area_get_record (area) : NULL;
  if (record != NULL)
    return g_strdup (plenum_record_get_text (record, PLENUM_AREA_TITLE));
  if (area != NULL)
    return g_strdup (_("Not on a board yet"));

  return g_strdup (zone == 0 ? _("Not placed yet") : _("Matrix"));
}

guint
plenum_wall_model_n_themes (PlenumWallModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), 0);

  return self->themes->len;
}

const PlenumWallTheme *
plenum_wall_model_get_theme (PlenumWallModel *self, guint theme)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && theme < self->themes->len, NULL);

  return &g_array_index (self->themes, PlenumWallTheme, theme);
}

/**
 * plenum_wall_model_get_hull:
 *
 * Returns: (array): the outline around the cards of @theme, of as many points as it says
 */
const graphene_point_t *
plenum_wall_model_get_hull (PlenumWallModel *self, const PlenumWallTheme *theme)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), NULL);

  return &g_array_index (self->points, graphene_point_t, theme->first);
}

guint
plenum_wall_model_n_links (PlenumWallModel *self)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), 0);

  return self->links->len;
}

const PlenumWallLink *
plenum_wall_model_get_link (PlenumWallModel *self, guint link)
{
  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self) && link < self->links->len, NULL);

  return &g_array_index (self->links, PlenumWallLink, link);
}

/**
 * plenum_wall_model_get_bounds:
 *
 * Returns: all that there is
 */
graphene_rect_t
plenum_wall_model_get_bounds (PlenumWallModel *self)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), bounds);

  for (guint i = 0; i < self->zones->len; i++)
    {
      const graphene_rect_t *rect = &g_array_index (self->zones, PlenumWallZone, i).rect;

      if (i == 0)
        bounds = *rect;
      graphene_rect_union (&bounds, rect, &bounds);
    }
  for (guint i = 0; i < self->rects->len; i++)
    graphene_rect_union (&bounds, &g_array_index (self->rects, graphene_rect_t, i), &bounds);

  return bounds;
}

/**
 * plenum_wall_model_get_axis:
 * @up: the axis from the bottom up, or else the one from left to right
 *
 * Returns: (nullable): its name
 */
const char *
plenum_wall_model_get_axis (PlenumWallModel *self, gboolean up)
{
  PlenumRecord *board;
  const char *id;

  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), NULL);

  id = plenum_board_model_get_board (self->board);
  board = id != NULL ? plenum_record_list_lookup (plenum_workshop_model_get_list (plenum_board_model_get_workshop (self->board), PLENUM_BOARD), id)
                     : NULL;
  return board != NULL ? plenum_record_get_text (board, up ? PLENUM_BOARD_Y_AXIS : PLENUM_BOARD_X_AXIS) : NULL;
}

/**
 * plenum_wall_model_to_axes:
 * @rect: where a card lies on a matrix
 * @across: (out): how far along the axis from left to right, in %PLENUM_AXIS_LENGTH
 * @up: (out): how far up
 *
 * Returns: whether it lies between the axes at all
 */
gboolean
plenum_wall_model_to_axes (PlenumWallModel *self, const graphene_rect_t *rect, int *across, int *up)
{
  graphene_point_t centre = plenum_wall_middle (rect);
  graphene_rect_t ground;
  double right, high;

  g_return_val_if_fail (PLENUM_IS_WALL_MODEL (self), FALSE);

  ground = self->ground;
  if (!graphene_rect_contains_point (&ground, &centre))
    return FALSE;

  right = (centre.x - rect->size.width / 2) / (ground.size.width - rect->size.width);
  high = 1 - (centre.y - rect->size.height / 2) / (ground.size.height - rect->size.height);
  *across = CLAMP (right, 0, 1) * PLENUM_AXIS_LENGTH + 0.5;
  *up = CLAMP (high, 0, 1) * PLENUM_AXIS_LENGTH + 0.5;
  return TRUE;
}
