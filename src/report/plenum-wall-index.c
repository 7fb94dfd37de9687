/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-wall-index.h"

#include <math.h>

#define SQUARE 512.0 /* a few cards */

typedef struct
{
  graphene_rect_t rect;
  guint           asked; /* the last question that found it */
} Place;

struct _PlenumWallIndex
{
  GHashTable      *squares; /* gint64 → GArray of guint */
  GArray          *places;  /* of Place, by item */
  graphene_rect_t  bounds;
  guint            asked;
};

PlenumWallIndex *
plenum_wall_index_new (void)
{
  PlenumWallIndex *self = g_new0 (PlenumWallIndex, 1);

  self->squares = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));

  return self;
}

void
plenum_wall_index_free (PlenumWallIndex *self)
{
  g_hash_table_unref (self->squares);
  g_array_unref (self->places);
  g_free (self);
}

void
plenum_wall_index_clear (PlenumWallIndex *self)
{
  g_hash_table_remove_all (self->squares);
  g_array_set_size (self->places, 0);
  self->bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
}

typedef struct
{
  int left, top, right, bottom;
} Squares;

static Squares
cover (const graphene_rect_t *rect)
{
  return (Squares) { floor (rect->origin.x / SQUARE), floor (rect->origin.y / SQUARE),
                     floor ((rect->origin.x + rect->size.width) / SQUARE),
                     floor ((rect->origin.y + rect->size.height) / SQUARE) };
}

static gint64
square_key (int column, int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

/**
 * plenum_wall_index_insert:
 * @item: a small number that the caller knows it by, inserted once
 */
void
plenum_wall_index_insert (PlenumWallIndex *self, guint item, const graphene_rect_t *rect)
{
  Squares squares = cover (rect);

  if (self->places->len == 0)
    self->bounds = *rect;
  graphene_rect_union (&self->bounds, rect, &self->bounds);
  if (item >= self->places->len)
    g_array_set_size (self->places, item + 1);
  g_array_index (self->places, Place, item).rect = *rect;

  for (int column = squares.left; column <= squares.right; column++)
    for (int row = squares.top; row <= squares.bottom; row++)
      {
        gint64 key = square_key (column, row);
        GArray *items = g_hash_table_lookup (self->squares, &key);

        if (items == NULL)
          {
            items = g_array_sized_new (FALSE, FALSE, sizeof (guint), 8);
            g_hash_table_insert (self->squares, g_memdup2 (&key, sizeof key), items);
          }
        g_array_append_val (items, item);
      }
}

/**
 * plenum_wall_index_find:
 * @found: (element-type guint): gets what touches @rect, each once, in no order
 */
void
plenum_wall_index_find (PlenumWallIndex *self, const graphene_rect_t *rect, GArray *found)
{
  graphene_rect_t part;
  Squares squares;

  /* A glance from far away asks for more squares than there are. */
  if (self->places->len == 0 || !graphene_rect_intersection (rect, &self->bounds, &part))
    return;

  squares = cover (&part);
  self->asked++;
  for (int column = squares.left; column <= squares.right; column++)
    for (int row = squares.top; row <= squares.bottom; row++)
      {
        gint64 key = square_key (column, row);
        GArray *items = g_hash_table_lookup (self->squares, &key);

        for (guint i = 0; items != NULL && i < items->len; i++)
          {
            guint item = g_array_index (items, guint, i);
            Place *place = &g_array_index (self->places, Place, item);

            if (place->asked == self->asked)
              continue;
            place->asked = self->asked;
            if (graphene_rect_intersection (&place->rect, rect, NULL))
              g_array_append_val (found, item);
          }
      }
}
