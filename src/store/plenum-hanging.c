/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hanging cards as they hang in a room, in one step. */
#include "plenum-hanging.h"

#include <glib/gi18n-lib.h>

#include "plenum-order.h"
#include "plenum-stacks.h"
#include "plenum-store.h"

/**
 * plenum_hanging_new:
 * @board: where the cards hang
 *
 * Returns: (transfer full): an empty one
 */
PlenumHanging *
plenum_hanging_new (const char *board)
{
  PlenumHanging *self = g_new0 (PlenumHanging, 1);

  self->board = g_strdup (board);
  self->areas = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_ptr_array_new_with_free_func (g_object_unref);
  self->ideas = g_ptr_array_new_with_free_func (g_object_unref);
  self->stacks = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
plenum_hanging_free (PlenumHanging *self)
{
  g_free (self->board);
  g_ptr_array_unref (self->areas);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->ideas);
  g_ptr_array_unref (self->stacks);
  g_free (self);
}

/**
 * plenum_hanging_add_idea:
 * @idea: with its area and place
 * @theme: (nullable): the id of the theme it hangs with
 */
void
plenum_hanging_add_idea (PlenumHanging *self, PlenumRecord *idea, const char *theme)
{
  g_ptr_array_add (self->ideas, g_object_ref (idea));
  g_ptr_array_add (self->stacks, g_strdup (theme));
}

/* The record as it is in the library, or NULL, which is no error, if it is new. */
static PlenumRecord *
find (PlenumEdit *edit, PlenumRecord *record)
{
  return plenum_store_get (plenum_edit_get_store (edit), plenum_record_get_record_type (record),
                           plenum_record_get_id (record), NULL);
}

static gboolean
is_of_workshop (PlenumRecord *record, const char *workshop, GError **error)
{
  if (g_strcmp0 (plenum_record_get_text (record, 0), workshop) == 0)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                       _("A card cannot be moved to another workshop. Copy it and paste it there."));
  return FALSE;
}

/* A new record, or the old one with those fields of the new one that a wall shows. */
static gboolean
put (PlenumEdit *edit, PlenumRecord *record, const char *workshop, const guint *fields, guint n_fields, GError **error)
{
  g_autoptr (PlenumRecord) old = find (edit, record);

  if (old == NULL)
    {
      plenum_record_set_text (record, 0, workshop);
      return plenum_edit_insert (edit, record, error);
    }

  for (guint i = 0; i < n_fields; i++)
    {
      const PlenumField *field = &plenum_type_get_info (plenum_record_get_record_type (record))->fields[fields[i]];

      if (plenum_record_is_null (record, fields[i]))
        plenum_record_set_null (old, fields[i]);
      else if (field->kind == PLENUM_FIELD_INTEGER)
        plenum_record_set_integer (old, fields[i], plenum_record_get_integer (record, fields[i]));
      else
        plenum_record_set_text (old, fields[i], plenum_record_get_text (record, fields[i]));
    }

  return is_of_workshop (old, workshop, error) && plenum_edit_update (edit, old, error);
}

static gboolean
put_areas (PlenumEdit *edit, PlenumHanging *hanging, const char *workshop, GError **error)
{
  static const guint fields[] = { PLENUM_AREA_X, PLENUM_AREA_Y, PLENUM_AREA_WIDTH, PLENUM_AREA_HEIGHT };
  g_auto (PlenumGap) gap = { NULL };

  plenum_gap_before (&gap, plenum_edit_get_store (edit), PLENUM_ORDER_AREAS, hanging->board, NULL);
  for (guint i = 0; i < hanging->areas->len; i++)
    {
      g_autofree char *place = plenum_gap_next (&gap);

      plenum_record_set_text (hanging->areas->pdata[i], PLENUM_AREA_BOARD, hanging->board);
      plenum_record_set_text (hanging->areas->pdata[i], PLENUM_AREA_POSITION, place);
      if (!put (edit, hanging->areas->pdata[i], workshop, fields, G_N_ELEMENTS (fields), error))
        return FALSE;
    }

  return TRUE;
}

static PlenumRecord *
find_theme (PlenumHanging *hanging, const char *id)
{
  for (guint i = 0; i < hanging->themes->len; i++)
    if (g_strcmp0 (plenum_record_get_id (hanging->themes->pdata[i]), id) == 0)
      return hanging->themes->pdata[i];

  return NULL;
}

/* A new theme hangs where its first card does. One that is there already stays: it
 * may have cards that are not named. */
static gboolean
hangs_there (PlenumEdit *edit, PlenumRecord *theme, const char *area, GError **error)
{
  g_autoptr (PlenumRecord) old = find (edit, theme);

  if (old == NULL)
    plenum_record_set_text (theme, PLENUM_THEME_AREA, area);
  else if (g_strcmp0 (plenum_record_get_text (old, PLENUM_THEME_AREA), area) != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("A theme was moved to another area meanwhile. Read the photo once more."));
      return FALSE;
    }

  return TRUE;
}

/* A card of a theme comes after the theme itself, so both get their places in turn. */
static gboolean
put_idea (PlenumEdit *edit, PlenumHanging *hanging, guint i, const char *workshop, GHashTable *placed, GError **error)
{
  static const guint idea_fields[] = { PLENUM_IDEA_AREA, PLENUM_IDEA_X, PLENUM_IDEA_Y, PLENUM_IDEA_POSITION };
  static const guint theme_fields[] = { PLENUM_THEME_POSITION };
  PlenumStore *store = plenum_edit_get_store (edit);
  PlenumRecord *idea = hanging->ideas->pdata[i];
  PlenumRecord *theme = find_theme (hanging, hanging->stacks->pdata[i]);
  const char *area = plenum_record_get_text (idea, PLENUM_IDEA_AREA);
  g_auto (PlenumGap) gap = { NULL };
  g_autofree char *place = NULL;

  if (theme != NULL && g_hash_table_add (placed, theme))
    {
      g_auto (PlenumGap) before = { NULL };
      g_autofree char *theme_place = NULL;

      plenum_gap_before (&before, store, PLENUM_ORDER_CARDS, area, NULL);
      theme_place = plenum_gap_next (&before);
      plenum_record_set_text (theme, PLENUM_THEME_POSITION, theme_place);
      if (!hangs_there (edit, theme, area, error)
          || !put (edit, theme, workshop, theme_fields, G_N_ELEMENTS (theme_fields), error))
        return FALSE;
    }

  plenum_gap_before (&gap, store, PLENUM_ORDER_CARDS, area, NULL);
  place = plenum_gap_next (&gap);
  plenum_record_set_text (idea, PLENUM_IDEA_POSITION, place);

  return put (edit, idea, workshop, idea_fields, G_N_ELEMENTS (idea_fields), error)
         && plenum_stacks_leave (edit, plenum_record_get_id (idea), theme != NULL ? plenum_record_get_id (theme) : NULL, error)
         && (theme == NULL || plenum_stacks_join (edit, plenum_record_get_id (theme), idea, error));
}

static gboolean
hang_ideas (PlenumEdit *edit, gpointer data, GError **error)
{
  PlenumHanging *hanging = data;
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) board = plenum_store_get (store, PLENUM_BOARD, hanging->board, error);
  g_autoptr (GHashTable) placed = g_hash_table_new (NULL, NULL);
  const char *workshop;

  if (board == NULL)
    return FALSE;

  workshop = plenum_record_get_text (board, PLENUM_BOARD_WORKSHOP);
  if (!put_areas (edit, hanging, workshop, error))
    return FALSE;
  for (guint i = 0; i < hanging->ideas->len; i++)
    if (!put_idea (edit, hanging, i, workshop, placed, error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_action_hang_ideas:
 * @hanging: (transfer full): how they hang; every theme is that of some idea
 *
 * The cards leave the stacks in which they do not hang, and come after those cards
 * of their area that are not named.
 *
 * Errors: %PLENUM_STORE_ERROR_INVALID for what belongs to another workshop
 *
 * Returns: (transfer full): the action
 */
PlenumAction *
plenum_action_hang_ideas (PlenumHanging *hanging)
{
  return plenum_action_new (plenum_label_new_count ("Hang card as on the photo", "Hang {count} cards as on the photo",
                                                    hanging->ideas->len, NULL),
                            hang_ideas, hanging, (GDestroyNotify) plenum_hanging_free);
}
