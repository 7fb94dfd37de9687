/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Removing a workshop for good: rows, history, search index, free pages, the
 * write-ahead log and the copies. Nothing of it can be read from the files. */
#include <glib/gi18n-lib.h>

#include "plenum-maintenance.h"
#include "plenum-store-private.h"
#include "plenum-urn.h"

static gboolean
erase_rows (PlenumStore *self, const char *workshop, GError **error)
{
  if (!plenum_urn_erase (self, workshop, error))
    return FALSE;

  for (int i = PLENUM_N_TYPES - 1; i >= 0; i--)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);
      const char *column = i == PLENUM_WORKSHOP ? "id" : "workshop";
      g_autofree char *stamps = g_strdup_printf ("DELETE FROM stamp WHERE record IN (SELECT id FROM %s WHERE %s = ?1)", info->name, column);
      g_autofree char *rows = g_strdup_printf ("DELETE FROM %s WHERE %s = ?1", info->name, column);

      if (!plenum_database_run (self->database, error, stamps, "t", workshop)
          || !plenum_database_run (self->database, error, rows, "t", workshop))
        return FALSE;
    }

  return plenum_database_run (self->database, error, "DELETE FROM other WHERE workshop = ?1", "t", workshop)
         && plenum_database_run (self->database, error, "DELETE FROM tombstone WHERE workshop = ?1", "t", workshop)
         && plenum_database_run (self->database, error, "DELETE FROM conflict WHERE workshop = ?1", "t", workshop);
}

/* Actions that touched other workshops as well stay in their history without
 * their contents: they can be read, no longer undone. */
static gboolean
erase_history (PlenumStore *self, const char *workshop, GError **error)
{
  return plenum_database_run (self->database, error,
                              "UPDATE announcement SET poll = NULL"
                              " WHERE action IN (SELECT action FROM action_workshop WHERE workshop = ?1)", "t", workshop)
         && plenum_database_run (self->database, error,
                                 "UPDATE action SET changeset = NULL, label = ''"
                                 " WHERE id IN (SELECT action FROM action_workshop WHERE workshop = ?1)", "t", workshop)
         && plenum_database_run (self->database, error, "DELETE FROM action_workshop WHERE workshop = ?1", "t", workshop)
         && plenum_database_exec (self->database,
                                  "DELETE FROM action WHERE id NOT IN (SELECT action FROM action_workshop) AND changeset IS NULL", error)
         && plenum_database_exec (self->database, "INSERT INTO announcement (action) VALUES (NULL)", error);
}

static gboolean
erase (PlenumStore *self, const char *workshop, GError **error)
{
  if (!plenum_store_begin (self, error))
    return FALSE;

  if (!erase_rows (self, workshop, error) || !erase_history (self, workshop, error)
      || !plenum_database_exec (self->database, "INSERT INTO idea_search (idea_search) VALUES ('rebuild')", error))
    {
      plenum_database_roll_back (self->database);
      return FALSE;
    }

  return plenum_store_commit (self, error)
         && plenum_database_exec (self->database, "VACUUM; PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
erase_in_copy (const char *path, const char *workshop, GError **error)
{
  g_autoptr (PlenumStore) copy = plenum_store_open_foreign (path, error);

  return copy != NULL && erase (copy, workshop, error)
         && plenum_database_make_one_file (copy->database, error);
}

/**
 * plenum_store_erase_workshop:
 * @workshop: its id
 *
 * Removes everything of a workshop, also from the copies of the library. Cannot
 * be undone. What other computers have is not touched, and it leaves no
 * tombstone: importing its bundle brings it back.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_FAILED
 */
gboolean
plenum_store_erase_workshop (PlenumStore *self, const char *workshop, GError **error)
{
  g_autoptr (PlenumRecord) record = plenum_store_get (self, PLENUM_WORKSHOP, workshop, NULL);
  g_autoptr (GPtrArray) copies = plenum_store_list_backups (self->path);

  if (record == NULL
      && plenum_database_number (self->database, "SELECT count (*) FROM action_workshop WHERE workshop = ?1", "t", workshop) == 0)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
                   _("There is no workshop with the id %s in this library"), workshop);
      return FALSE;
    }

  if (!erase (self, workshop, error))
    return FALSE;

  for (guint i = 0; i < copies->len; i++)
    if (!erase_in_copy (copies->pdata[i], workshop, error))
      return FALSE;

  return TRUE;
}
