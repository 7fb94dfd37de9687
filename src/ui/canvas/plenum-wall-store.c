/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Storing where cards and frames were put: all that one drop moves is one step. */
#include <glib/gi18n.h>
#include <math.h>

#include "plenum-canvas-actions.h"
#include "plenum-matrix-actions.h"
#include "plenum-perform.h"
#include "plenum-wall-private.h"

#define LEAST_FRAME_WIDTH  200
#define LEAST_FRAME_HEIGHT 120

static void
performed_cb (PlenumAction *action, const GError *error, gpointer data)
{
  /* If it could not be stored, it is where it was; else the model has said so already. */
  plenum_wall_settle (data);
}

/* Stores what was dropped. */
void
plenum_wall_perform (PlenumWall *self, PlenumAction *action)
{
  self->settling = self->carry != PLENUM_CARRY_NOTHING;
  plenum_perform (GTK_WIDGET (self), plenum_workshop_model_get_library (plenum_board_model_get_workshop (self->board)),
                  action, NULL, performed_cb, self);
}

/* Frames that nobody placed have to hold still as soon as somebody relies on them. */
static PlenumAction *
fix_frames (PlenumWall *self, PlenumAction *action)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (PlenumFramePlace));

  for (guint i = 0; i < plenum_wall_model_n_zones (self->model); i++)
    {
      const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, i);
      const char *id = zone->area != NULL ? plenum_board_area_get_id (zone->area) : NULL;
      PlenumFramePlace place = { id, { zone->full.origin.x, zone->full.origin.y, zone->full.size.width, zone->full.size.height } };

      if (id != NULL && !zone->stored)
        g_array_append_val (frames, place);
    }

  return frames->len > 0 ? plenum_action_fix_frames (action, (PlenumFramePlace *) (gpointer) frames->data, frames->len) : action;
}

/* Other cards of an area that is small stay where they are seen, too. */
static void
keep_others (PlenumWall *self, GArray *places, guint zone)
{
  guint loose = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < plenum_wall_model_n_items (self->model); i++)
      {
        const PlenumWallItem *item = plenum_wall_model_get_item (self->model, i);
        const graphene_rect_t *rect = plenum_wall_model_get_rect (self->model, i);
        PlenumCardPlace place = { plenum_board_entry_get_id (item->entry), NULL, round (rect->origin.x), round (rect->origin.y), TRUE };

        if (item->frame != zone || item->placed || item->stack)
          continue;
        if (pass == 0)
          loose++;
        else if (loose <= PLENUM_WALL_MOST_LOOSE && !g_hash_table_contains (self->carried, item->entry))
          g_array_append_val (places, place);
      }
}

/**
 * plenum_wall_place:
 * @entries: (element-type PlenumBoardEntry): cards
 * @rects: (array): where they shall be, by entry
 *
 * Puts cards where they belong from now on: into the areas they are in then.
 */
void
plenum_wall_place (PlenumWall *self, GPtrArray *entries, const graphene_rect_t *rects)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PlenumCardPlace));
  g_autoptr (GHashTable) left = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer zone;

  for (guint i = 0; i < entries->len; i++)
    {
      int item = plenum_wall_model_find (self->model, entries->pdata[i]);
      graphene_point_t centre = plenum_wall_middle (&rects[i]);
      int target = plenum_wall_model_find_zone (self->model, centre.x, centre.y);
      const PlenumWallZone *into = target >= 0 ? plenum_wall_model_get_zone (self->model, target) : NULL;
      PlenumCardPlace place = { plenum_board_entry_get_id (entries->pdata[i]),
                                into != NULL && item >= 0 && plenum_wall_model_get_item (self->model, item)->frame != (guint) target
                                ? plenum_board_area_get_id (into->area) : NULL,
                                round (rects[i].origin.x), round (rects[i].origin.y) };

      if (item < 0)
        continue;
      /* Below the title, so that it is not upon it when the area is unfolded. */
      if (into != NULL && into->folded)
        place.y = round (into->full.origin.y + PLENUM_WALL_HEAD);
      g_array_append_val (places, place);
      g_hash_table_add (self->carried, entries->pdata[i]);
      g_hash_table_add (left, GUINT_TO_POINTER (plenum_wall_model_get_item (self->model, item)->frame));
    }
  if (places->len == 0)
    return;

  g_hash_table_iter_init (&iter, left);
  while (g_hash_table_iter_next (&iter, &zone, NULL))
    keep_others (self, places, GPOINTER_TO_UINT (zone));
  plenum_wall_perform (self, fix_frames (self, plenum_action_place_ideas ((PlenumCardPlace *) (gpointer) places->data, places->len)));
}

static void
drop_on_matrix (PlenumWall *self, GPtrArray *entries, const graphene_rect_t *rects)
{
  g_autofree PlenumAxisPlace *places = g_new (PlenumAxisPlace, entries->len);

  for (guint i = 0; i < entries->len; i++)
    {
      int across = -1, up = 0;

      plenum_wall_model_to_axes (self->model, &rects[i], &across, &up);
      places[i] = (PlenumAxisPlace) { plenum_board_entry_get_id (entries->pdata[i]), across, up };
    }
  plenum_wall_perform (self, plenum_action_rate_ideas (places, entries->len));
}

static void
drop_cards (PlenumWall *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GArray) rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

  /* In their order on the board, so that the same drop gives the same order. */
  for (guint i = 0; i < plenum_wall_model_n_items (self->model); i++)
    {
      PlenumBoardEntry *entry = plenum_wall_model_get_item (self->model, i)->entry;
      graphene_rect_t rect = plenum_wall_item_rect (self, i);

      if (!g_hash_table_contains (self->carried, entry) || plenum_board_entry_is_stack (entry))
        continue;
      g_ptr_array_add (entries, entry);
      g_array_append_val (rects, rect);
    }

  if (entries->len > 0 && plenum_wall_model_is_matrix (self->model))
    drop_on_matrix (self, entries, (const graphene_rect_t *) (gpointer) rects->data);
  else if (entries->len > 0)
    plenum_wall_place (self, entries, (const graphene_rect_t *) (gpointer) rects->data);
}

static void
drop_frame (PlenumWall *self)
{
  const PlenumWallZone *zone = plenum_wall_model_get_zone (self->model, self->carried_zone);
  const char *id = zone->area != NULL ? plenum_board_area_get_id (zone->area) : NULL;
  gboolean corner = self->carry == PLENUM_CARRY_CORNER;
  int right = round (self->right), down = round (self->down);
  PlenumFrame frame = { zone->rect.origin.x + (corner ? 0 : right), zone->rect.origin.y + (corner ? 0 : down),
                        MAX (zone->full.size.width + (corner ? right : 0), LEAST_FRAME_WIDTH),
                        MAX (zone->full.size.height + (corner ? down : 0), LEAST_FRAME_HEIGHT) };

  if (id == NULL || (right == 0 && down == 0))
    return;

  plenum_wall_perform (self, fix_frames (self, plenum_action_set_frame (id, &frame, corner ? 0 : right, corner ? 0 : down)));
}

/* Puts down what is carried. It is seen there at once, and stays so when it is stored. */
void
plenum_wall_drop (PlenumWall *self)
{
  graphene_rect_t rect = self->carried_rect;
  g_autofree char *place = NULL;
  g_autofree char *sentence = NULL;

  if (self->carry == PLENUM_CARRY_NOTHING || self->settling)
    return;

  if (self->carry == PLENUM_CARRY_CARDS)
    {
      if (self->right != 0 || self->down != 0)
        drop_cards (self);
      graphene_rect_offset (&rect, self->right, self->down);
      place = plenum_wall_say_point (self, &rect);
      sentence = g_strdup_printf (_("Dropped: %s."), place);
      plenum_board_desk_say (self->desk, sentence);
    }
  else
    drop_frame (self);
  self->by_keys = FALSE;
  if (!self->settling)
    plenum_wall_put_back (self);
}
