/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-import-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-exchange.h"
#include "plenum-position.h"
#include "plenum-uuid.h"

void
plenum_import_place_clear (PlenumImportPlace *self)
{
  g_clear_pointer (&self->workshop, g_free);
  g_clear_pointer (&self->area, g_free);
  g_clear_pointer (&self->position, g_free);
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

static gboolean
make_board (PlenumImportPlace *self, PlenumImportRun *run, const char *area_title, GError **error)
{
  g_autofree char *board_id = plenum_uuid_from_name ("import-board", self->workshop);
  g_autofree char *area_id = plenum_uuid_from_name ("import-area", self->workshop);
  g_autofree char *position = plenum_position_between (NULL, NULL);
  g_autoptr (PlenumRecord) board = plenum_record_new (PLENUM_BOARD, board_id);
  g_autoptr (PlenumRecord) area = plenum_record_new (PLENUM_AREA, area_id);
  gboolean alive;

  plenum_record_set_text (board, PLENUM_BOARD_WORKSHOP, self->workshop);
  plenum_record_set_text (board, PLENUM_BOARD_TITLE, _("Submissions"));
  plenum_record_set_text (board, PLENUM_BOARD_LAYOUT, "columns");
  plenum_record_set_text (board, PLENUM_BOARD_POSITION, position);
  plenum_record_set_text (area, PLENUM_AREA_WORKSHOP, self->workshop);
  plenum_record_set_text (area, PLENUM_AREA_BOARD, board_id);
  plenum_record_set_text (area, PLENUM_AREA_TITLE, area_title);
  plenum_record_set_text (area, PLENUM_AREA_POSITION, position);

  if (!plenum_import_run_put (run, board, FALSE, &alive, error)
      || (alive && !plenum_import_run_put (run, area, FALSE, &alive, error)))
    return FALSE;
  if (alive)
    self->area = g_steal_pointer (&area_id);

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
 * @area_title: what the area is called, where one has to be made
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
  if (self->area == NULL && !make_board (self, run, area_title, error))
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
