/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on a canvas. The cards, areas and themes are those of the
 * columns: a place is all that is added, so a board shown otherwise loses nothing. */
#include "plenum-canvas-actions.h"

#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-stacks.h"
#include "plenum-store.h"

/* What was asked for, on its way to the store's thread. */
typedef struct
{
  PlenumAction *action; /* borrowed: it owns this */
  GPtrArray    *names;  /* owns the ids */
  GArray       *places; /* of PlenumCardPlace */
} Placing;

static void
placing_free (gpointer data)
{
  Placing *self = data;

  g_ptr_array_unref (self->names);
  g_array_unref (self->places);
  g_free (self);
}

static const char *
keep (Placing *self, const char *text)
{
  char *copy = g_strdup (text);

  if (copy != NULL)
    g_ptr_array_add (self->names, copy);
  return copy;
}

static gboolean
is_on_wall (gint64 x, gint64 y, GError **error)
{
  if (ABS (x) <= PLENUM_WALL_LIMIT && ABS (y) <= PLENUM_WALL_LIMIT)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       _("This place is too far away. A wall is ten million pixels wide to each side."));
  return FALSE;
}

static PlenumRecord *
get_area (PlenumStore *store, GHashTable *areas, const char *id, GError **error)
{
  PlenumRecord *area = g_hash_table_lookup (areas, id);

  if (area == NULL && (area = plenum_store_get (store, PLENUM_AREA, id, error)) != NULL)
    g_hash_table_insert (areas, g_strdup (id), area);
  return area;
}

/* The cards that go to another area, by that area: id → ids. */
static GHashTable *
find_movers (PlenumStore *store, GArray *places, GError **error)
{
  g_autoptr (GHashTable) areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) movers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < places->len; i++)
    {
      PlenumCardPlace *place = &g_array_index (places, PlenumCardPlace, i);
      g_autoptr (PlenumRecord) idea = place->area != NULL ? plenum_store_get (store, PLENUM_IDEA, place->id, error) : NULL;
      GPtrArray *ids;

      if (place->area == NULL)
        continue;
      if (idea == NULL || get_area (store, areas, place->area, error) == NULL)
        return NULL;
      if (g_strcmp0 (plenum_record_get_text (idea, PLENUM_IDEA_AREA), place->area) == 0)
        continue;

      ids = g_hash_table_lookup (movers, place->area);
      if (ids == NULL)
        {
          ids = g_ptr_array_new ();
          g_hash_table_insert (movers, g_strdup (place->area), ids);
        }
      g_ptr_array_add (ids, (gpointer) place->id);
    }

  return g_steal_pointer (&movers);
}

/* How many of the cards lie in each stack: id → number. */
static GHashTable *
count_by_stack (PlenumStore *store, GPtrArray *ids)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      char *stack = plenum_stacks_find (store, ids->pdata[i]);
      guint n = stack != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, stack)) : 0;

      if (stack != NULL)
        g_hash_table_insert (counts, stack, GUINT_TO_POINTER (n + 1));
    }

  return counts;
}

/* A theme all of whose cards go to an area goes with them. */
static gboolean
move_whole_themes (PlenumEdit *edit, GPtrArray *ids, const char *area, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (GHashTable) counts = count_by_stack (store, ids);
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, area, NULL);
  for (guint i = 0; i < ids->len && g_hash_table_size (counts) > 0; i++)
    {
      g_autofree char *stack = plenum_stacks_find (store, ids->pdata[i]);
      guint n = stack != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, stack)) : 0;
      g_autofree char *place = NULL;

      if (n == 0)
        continue;
      g_hash_table_remove (counts, stack);
      if (plenum_store_count (store, PLENUM_MEMBERSHIP, PLENUM_MEMBERSHIP_THEME, stack) != n)
        continue;

      place = plenum_gap_next (&gap);
      if (!plenum_edit_set_text (edit, PLENUM_THEME, stack, PLENUM_THEME_AREA, area, error)
          || !plenum_edit_set_text (edit, PLENUM_THEME, stack, PLENUM_THEME_POSITION, place, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts cards at the end of an area; those whose theme stays behind leave it. */
static gboolean
move_to_area (PlenumEdit *edit, const char *area_id, GPtrArray *ids, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) area = plenum_store_get (store, PLENUM_AREA, area_id, error);
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();

  if (area == NULL || !move_whole_themes (edit, ids, area_id, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *stack = plenum_stacks_find (store, ids->pdata[i]);
      g_autoptr (PlenumRecord) theme = stack != NULL ? plenum_store_get (store, PLENUM_THEME, stack, error) : NULL;

      if (theme == NULL || g_strcmp0 (plenum_record_get_text (theme, PLENUM_THEME_AREA), area_id) != 0)
        g_ptr_array_add (loose, ids->pdata[i]);
      else if (!plenum_edit_set_text (edit, PLENUM_IDEA, ids->pdata[i], PLENUM_IDEA_AREA, area_id, error))
        return FALSE;
    }

  g_ptr_array_add (loose, NULL);
  return plenum_stacks_put (edit, (char **) loose->pdata, area, NULL, error);
}

static guint
count_moved (GArray *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    n += !g_array_index (places, PlenumCardPlace, i).stays;

  return n;
}

static gboolean
move_to_areas (PlenumEdit *edit, Placing *placing, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (GHashTable) movers = find_movers (store, placing->places, error);
  g_autoptr (PlenumRecord) area = NULL;
  const char *only = NULL;

  if (movers == NULL)
    return FALSE;

  /* In the order they were named, so that the same request gives the same places. */
  for (guint i = 0; i < placing->places->len; i++)
    {
      const char *target = g_array_index (placing->places, PlenumCardPlace, i).area;
      GPtrArray *ids = target != NULL ? g_hash_table_lookup (movers, target) : NULL;

      if (ids == NULL || ids->len == 0)
        continue;
      if (!move_to_area (edit, target, ids, error))
        return FALSE;
      g_ptr_array_set_size (ids, 0);
      only = g_hash_table_size (movers) == 1 ? target : NULL;
    }

  if (only != NULL && (area = plenum_store_get (store, PLENUM_AREA, only, error)) == NULL)
    return FALSE;
  if (only != NULL)
    plenum_action_set_label (placing->action,
                             plenum_label_new_count ("Move card to “{name}”", "Move {count} cards to “{name}”",
                                                     count_moved (placing->places),
                                                     plenum_record_get_text (area, PLENUM_AREA_TITLE)));
  return TRUE;
}

static gboolean
place_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  Placing *placing = data;

  if (!move_to_areas (edit, placing, error))
    return FALSE;

  for (guint i = 0; i < placing->places->len; i++)
    {
      PlenumCardPlace *place = &g_array_index (placing->places, PlenumCardPlace, i);

      if (!is_on_wall (place->x, place->y, error)
          || !plenum_edit_set_pair (edit, PLENUM_IDEA, place->id, PLENUM_IDEA_X, place->x, PLENUM_IDEA_Y, place->y, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_action_place_ideas:
 * @places: (array length=n_places): where cards lie from now on
 *
 * Moves cards on the canvas. Those that come to another area go to its end. A
 * theme all of whose cards go there goes with them; else they leave it.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, or %PLENUM_STORE_ERROR_INVALID for a
 * place beyond %PLENUM_WALL_LIMIT or an area of another workshop
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_place_ideas (const PlenumCardPlace *places, guint n_places)
{
  Placing *placing = g_new0 (Placing, 1);

  placing->names = g_ptr_array_new_with_free_func (g_free);
  placing->places = g_array_new (FALSE, FALSE, sizeof (PlenumCardPlace));
  for (guint i = 0; i < n_places; i++)
    {
      PlenumCardPlace place = { keep (placing, places[i].id), keep (placing, places[i].area),
                                places[i].x, places[i].y, places[i].stays };

      g_array_append_val (placing->places, place);
    }
  placing->action = plenum_action_new (plenum_label_new_count ("Move card", "Move {count} cards", count_moved (placing->places), NULL),
                                       place_ideas, placing, placing_free);
  return placing->action;
}

typedef struct
{
  PlenumAction *action; /* borrowed: it owns this */
  char         *area;
  PlenumFrame   frame;
  gint64        right;
  gint64        down;
} Framing;

static void
framing_free (gpointer data)
{
  Framing *self = data;

  g_free (self->area);
  g_free (self);
}

static gboolean
take_cards_along (PlenumEdit *edit, Framing *framing, GError **error)
{
  g_autoptr (GPtrArray) ideas = plenum_store_list (plenum_edit_get_store (edit), PLENUM_IDEA, PLENUM_IDEA_AREA,
                                                   framing->area, error);

  for (guint i = 0; ideas != NULL && i < ideas->len; i++)
    {
      PlenumRecord *idea = ideas->pdata[i];
      gint64 x, y;

      /* A card without a place of its own lies where its frame is anyway. */
      if (plenum_record_is_null (idea, PLENUM_IDEA_X) || plenum_record_is_null (idea, PLENUM_IDEA_Y))
        continue;
      x = plenum_record_get_integer (idea, PLENUM_IDEA_X) + framing->right;
      y = plenum_record_get_integer (idea, PLENUM_IDEA_Y) + framing->down;
      if (!is_on_wall (x, y, error))
        return FALSE;
      plenum_record_set_integer (idea, PLENUM_IDEA_X, x);
      plenum_record_set_integer (idea, PLENUM_IDEA_Y, y);
      if (!plenum_edit_update (edit, idea, error))
        return FALSE;
    }

  return ideas != NULL;
}

static gboolean
check_frame (const PlenumFrame *frame, GError **error)
{
  if (!is_on_wall (frame->x, frame->y, error) || !is_on_wall (frame->width, frame->height, error))
    return FALSE;
  if (frame->width > 0 && frame->height > 0)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, _("A frame needs a width and a height"));
  return FALSE;
}

static void
put_frame (PlenumRecord *area, const PlenumFrame *frame)
{
  plenum_record_set_integer (area, PLENUM_AREA_X, frame->x);
  plenum_record_set_integer (area, PLENUM_AREA_Y, frame->y);
  plenum_record_set_integer (area, PLENUM_AREA_WIDTH, frame->width);
  plenum_record_set_integer (area, PLENUM_AREA_HEIGHT, frame->height);
}

static gboolean
set_frame (PlenumEdit *edit, gpointer data, GError **error)
{
  Framing *framing = data;
  const PlenumFrame *frame = &framing->frame;
  g_autoptr (PlenumRecord) area = plenum_store_get (plenum_edit_get_store (edit), PLENUM_AREA, framing->area, error);
  gboolean moves = framing->right != 0 || framing->down != 0;
  const char *title;

  if (area == NULL || !check_frame (frame, error))
    return FALSE;

  put_frame (area, frame);
  title = plenum_record_get_text (area, PLENUM_AREA_TITLE);
  plenum_action_set_label (framing->action, moves ? plenum_label_new_named ("Move area “{name}”", title)
                                                  : plenum_label_new_named ("Resize area “{name}”", title));
  return plenum_edit_update (edit, area, error) && (!moves || take_cards_along (edit, framing, error));
}

/**
 * plenum_action_set_frame:
 * @frame: where the area is on the canvas from now on
 * @right: how far its cards go with it, 0 if only its size changes
 * @down: the same
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, or %PLENUM_STORE_ERROR_INVALID for a
 * frame without a size or a place beyond %PLENUM_WALL_LIMIT
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_set_frame (const char *area, const PlenumFrame *frame, gint64 right, gint64 down)
{
  Framing *framing = g_new0 (Framing, 1);

  framing->area = g_strdup (area);
  framing->frame = *frame;
  framing->right = right;
  framing->down = down;
  framing->action = plenum_action_new (plenum_label_new ("Move area"), set_frame, framing, framing_free);
  return framing->action;
}

/* An action, and the frames that hold still for it. */
typedef struct
{
  PlenumAction *action; /* borrowed: it owns this */
  PlenumAction *inner;
  GPtrArray    *areas;
  GArray       *frames; /* of PlenumFrame */
} Fixing;

static void
fixing_free (gpointer data)
{
  Fixing *self = data;

  g_object_unref (self->inner);
  g_ptr_array_unref (self->areas);
  g_array_unref (self->frames);
  g_free (self);
}

static gboolean
fix_frames (PlenumEdit *edit, gpointer data, GError **error)
{
  Fixing *fixing = data;

  for (guint i = 0; i < fixing->areas->len; i++)
    {
      const PlenumFrame *frame = &g_array_index (fixing->frames, PlenumFrame, i);
      g_autoptr (PlenumRecord) area = plenum_store_get (plenum_edit_get_store (edit), PLENUM_AREA, fixing->areas->pdata[i], error);

      if (area == NULL || !check_frame (frame, error))
        return FALSE;
      if (!plenum_record_is_null (area, PLENUM_AREA_X))
        continue;
      put_frame (area, frame);
      if (!plenum_edit_update (edit, area, error))
        return FALSE;
    }

  if (!plenum_action_run (fixing->inner, edit, error))
    return FALSE;
  plenum_action_set_label (fixing->action, plenum_label_copy (plenum_action_get_label (fixing->inner)));
  return TRUE;
}

/**
 * plenum_action_fix_frames:
 * @inner: (transfer full): what is done
 * @frames: (array length=n_frames): where areas are seen that have no place yet
 *
 * Frames without a place stand where there is room. Once somebody puts a card
 * into one they must not move any more, so both is one step.
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_fix_frames (PlenumAction *inner, const PlenumFramePlace *frames, guint n_frames)
{
  Fixing *fixing = g_new0 (Fixing, 1);

  fixing->inner = inner;
  fixing->areas = g_ptr_array_new_with_free_func (g_free);
  fixing->frames = g_array_new (FALSE, FALSE, sizeof (PlenumFrame));
  for (guint i = 0; i < n_frames; i++)
    {
      g_ptr_array_add (fixing->areas, g_strdup (frames[i].area));
      g_array_append_val (fixing->frames, frames[i].frame);
    }
  fixing->action = plenum_action_new (plenum_label_copy (plenum_action_get_label (inner)), fix_frames, fixing, fixing_free);
  plenum_action_set_result (fixing->action, plenum_action_get_result (inner));
  return fixing->action;
}
