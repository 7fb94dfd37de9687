/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-import-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-exchange.h"
#include "plenum-fold.h"
#include "plenum-position.h"
#include "plenum-uuid.h"

void
plenum_import_place_clear (PlenumImportPlace *self)
{
  g_clear_pointer (&self->workshop, g_free);
  g_clear_pointer (&self->area, g_free);
  g_clear_pointer (&self->position, g_free);
  g_clear_pointer (&self->areas, g_hash_table_unref);
  g_clear_pointer (&self->area_position, g_free);
}

/* The position to add after; ideas that are there already count only where they are. */
static gboolean
find_last (PlenumImportPlace *self, PlenumStore *store, GError **error)
{
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_AREA, self->area, error);

  if (ideas == NULL)
    return FALSE;

  for (guint i = 0; i < ideas->len; i++)
    {
      const char *position = plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_POSITION);

      if (self->position == NULL || strcmp (position, self->position) > 0)
        {
          g_free (self->position);
          self->position = g_strdup (position);
        }
    }

  return TRUE;
}

/* The board for what comes from elsewhere. */
static gboolean
put_board (PlenumImportPlace *self, PlenumImportRun *run, char **id, gboolean *alive, GError **error)
{
  g_autofree char *position = plenum_position_between (NULL, NULL);
  g_autoptr (PlenumRecord) board = NULL;

  *id = plenum_uuid_from_name ("import-board", self->workshop);
  board = plenum_record_new (PLENUM_BOARD, *id);
  plenum_record_set_text (board, PLENUM_BOARD_WORKSHOP, self->workshop);
  plenum_record_set_text (board, PLENUM_BOARD_TITLE, _("Submissions"));
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, "columns");
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, position);

  return plenum_import_run_put (run, board, FALSE, alive, error);
}

/* An area on that board; @id is %NULL where people deleted it here. */
static gboolean
put_area (PlenumImportPlace *self, PlenumImportRun *run, char *new_id, const char *title, char **id, GError **error)
{
  g_autofree char *area_id = new_id;
  g_autofree char *board = NULL;
  g_autofree char *position = plenum_position_between (self->area_position, NULL);
  g_autoptr (PlenumRecord) area = plenum_record_new (PLENUM_AREA, area_id);
  gboolean alive;

  if (!put_board (self, run, &board, &alive, error))
    return FALSE;

  plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, self->workshop);
  plenum_record_set_text (area, PLENUM_AREA_BOARD, board);
  plenum_record_set_text (area, PLENUM_AREA_TITLE, title);
  plenum_record_set_text (area, PLENUM_AREA_POSITION, position);
  if (alive && !plenum_import_run_put (run, area, FALSE, &alive, error))
    return FALSE;

  *id = alive ? g_steal_pointer (&area_id) : NULL;
  g_free (self->area_position);
  self->area_position = g_steal_pointer (&position);

  return TRUE;
}

/**
 * plenum_import_place_find_area:
 * @title: (nullable): the column or list that an idea stands in elsewhere
 * @area: (out) (transfer full) (nullable): the area of that title, %NULL where people
 *   deleted it; without a title where all ideas go
 * @error: return location for an error of the store
 */
gboolean
plenum_import_place_find_area (PlenumImportPlace *self, PlenumImportRun *run, const char *title, char **area, GError **error)
{
  g_autofree char *folded = title != NULL ? plenum_fold (title) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;
  const char *known;

  if (title == NULL)
    {
      *area = g_strdup (self->area);
      return TRUE;
    }

  if (self->areas == NULL)
    self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_lookup_extended (self->areas, folded, NULL, (gpointer *) &known))
    {
      name = g_strconcat (self->workshop, " ", folded, NULL);
      if (!put_area (self, run, plenum_uuid_from_name ("import-area", name), title, &id, error))
        return FALSE;
      known = id;
      g_hash_table_insert (self->areas, g_strdup (folded), g_steal_pointer (&id));
    }
  *area = g_strdup (known);

  return TRUE;
}

/* The first area of the workshop's first board, if it has any. */
static gboolean
take_area (PlenumImportPlace *self, PlenumStore *store, GError **error)
{
  g_autoptr (GPtrArray) boards = plenum_store_list (store, PLENUM_BOARD, PLENUM_BOARD_WORKSHOP, self->workshop, error);

  for (guint i = 0; boards != NULL && i < boards->len && self->area == NULL; i++)
    {
      g_autoptr (GPtrArray) areas = plenum_store_list (store, PLENUM_AREA, PLENUM_AREA_BOARD,
                                                       plenum_record_get_id (boards->pdata[i]), error);

      if (areas == NULL)
        return FALSE;
      if (areas->len > 0)
        self->area = g_strdup (plenum_record_get_id (areas->pdata[0]));
    }

  return boards != NULL;
}

/**
 * plenum_import_place_find:
 * @self: (out caller-allocates): the place, all zero before
 * @workshop: the workshop to make, where the user names none
 * @area_title: (nullable): what the area is called, where one has to be made; %NULL if
 *   every idea names its own
 */
gboolean
plenum_import_place_find (PlenumImportPlace *self, PlenumImportRun *run, PlenumRecord *workshop, const char *area_title, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (run->edit);
  g_autoptr (PlenumRecord) named = NULL;

  if (run->workshop != NULL)
    {
      named = plenum_store_get (store, PLENUM_WORKSHOP, run->workshop, error);
      if (named == NULL)
        return FALSE;
      self->workshop = g_strdup (run->workshop);
    }
  else
    {
      g_autoptr (PlenumTombstone) tombstone = plenum_store_get_tombstone (store, plenum_record_get_id (workshop));

      /* Who imports the file of a workshop that was deleted wants it again, whole. */
      run->revive = tombstone != NULL;
      self->workshop = g_strdup (plenum_record_get_id (workshop));
      if (!plenum_import_run_put (run, workshop, TRUE, NULL, error))
        return FALSE;
    }

  plenum_import_result_add_workshop (run->result, self->workshop);
  if (run->workshop != NULL && !take_area (self, store, error))
    return FALSE;
  if (self->area == NULL && area_title != NULL
      && !put_area (self, run, plenum_uuid_from_name ("import-area", self->workshop), area_title, &self->area, error))
    return FALSE;

  return self->area == NULL || find_last (self, store, error);
}

/**
 * plenum_import_place_next:
 *
 * Returns: (transfer full): the position after everything so far
 */
char *
plenum_import_place_next (PlenumImportPlace *self)
{
  char *next = plenum_position_between (self->position, NULL);

  g_free (self->position);
  self->position = g_strdup (next);

  return next;
}
