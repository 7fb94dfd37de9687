/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo, redo and the list of what was done. Each workshop has its own line of
 * actions; one that touched several stands in the line of each. */
#include "plenum-history.h"

#include <glib/gi18n-lib.h>

#include "plenum-changeset.h"
#include "plenum-store-private.h"

#define OF_WORKSHOP "(?1 IS NULL OR id IN (SELECT action FROM action_workshop WHERE workshop = ?1))"
#define LAST_DONE "FROM action WHERE undone = 0 AND changeset IS NOT NULL AND " OF_WORKSHOP " ORDER BY id DESC LIMIT 1"
#define FIRST_UNDONE "FROM action WHERE undone = 1 AND changeset IS NOT NULL AND " OF_WORKSHOP " ORDER BY id LIMIT 1"

void
plenum_history_entry_free (PlenumHistoryEntry *entry)
{
  g_free (entry->label);
  g_free (entry);
}

static char *
render_stored (const char *stored)
{
  g_autoptr (PlenumLabel) label = plenum_label_parse (stored);

  return plenum_label_render (label);
}

/**
 * plenum_store_get_history:
 * @workshop: (nullable): whose, or %NULL for all
 *
 * Returns: (transfer full) (nullable) (element-type PlenumHistoryEntry): oldest first
 */
GPtrArray *
plenum_store_get_history (PlenumStore *self, const char *workshop, GError **error)
{
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database, "SELECT id, time, label, undone FROM action WHERE " OF_WORKSHOP " ORDER BY id", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_history_entry_free);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, workshop, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      PlenumHistoryEntry *entry = g_new0 (PlenumHistoryEntry, 1);

      entry->id = sqlite3_column_int64 (statement, 0);
      entry->time = sqlite3_column_int64 (statement, 1);
      entry->label = render_stored ((const char *) sqlite3_column_text (statement, 2));
      entry->state = sqlite3_column_int (statement, 3);
      g_ptr_array_add (entries, entry);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return g_steal_pointer (&entries);
}

static char *
get_label (PlenumStore *self, const char *sql, const char *workshop)
{
  g_autofree char *stored = plenum_database_text (self->database, sql, "t", workshop);

  return stored != NULL ? render_stored (stored) : NULL;
}

/**
 * plenum_store_get_undo_label:
 * @workshop: (nullable): whose, or %NULL for the whole library
 *
 * Returns: (transfer full) (nullable): what undo would undo, in the user's
 *   language, or %NULL if there is nothing
 */
char *
plenum_store_get_undo_label (PlenumStore *self, const char *workshop)
{
  return get_label (self, "SELECT label " LAST_DONE, workshop);
}

char *
plenum_store_get_redo_label (PlenumStore *self, const char *workshop)
{
  return get_label (self, "SELECT label " FIRST_UNDONE, workshop);
}

static GBytes *
load_changeset (PlenumStore *self, gint64 id)
{
  sqlite3_stmt *statement = plenum_database_prepare (self->database, "SELECT changeset FROM action WHERE id = ?1", NULL);
  GBytes *changeset = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    changeset = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);

  return changeset;
}

/* In the open transaction: takes the action back, or does it again. What undo
 * changes is a change like any other to those this library exchanges bundles
 * with, so it gets a new stamp; but undoing an import restores the old ones. */
static gboolean
turn (PlenumStore *self, gint64 id, gboolean undo, GError **error)
{
  g_autoptr (GBytes) changeset = load_changeset (self, id);
  g_autofree char *kind = plenum_database_text (self->database, "SELECT kind FROM action WHERE id = ?1", "i", id);
  char stamp[PLENUM_STAMP_LENGTH + 1];

  if (undo && changeset != NULL)
    {
      GBytes *inverse = plenum_changeset_invert (changeset, error);

      g_bytes_unref (changeset);
      changeset = inverse;
    }

  if (changeset == NULL || !plenum_changeset_apply (self->database, changeset, error))
    return FALSE;

  plenum_clock_now (self->clock, stamp);
  if ((g_strcmp0 (kind, "import") != 0 && !plenum_changeset_stamp (self->database, changeset, stamp, error))
      || !plenum_changeset_index (self->database, changeset, error))
    return FALSE;

  return plenum_database_run (self->database, error, "UPDATE action SET undone = ?1 WHERE id = ?2", "ii",
                              (gint64) (undo ? PLENUM_HISTORY_UNDONE : PLENUM_HISTORY_DONE), id)
         && plenum_database_run (self->database, error, "INSERT INTO announcement (action) VALUES (?1)", "i", id)
         && plenum_store_remember (self, error);
}

static gboolean
turn_next (PlenumStore *self, const char *workshop, gboolean undo, GError **error)
{
  g_autoptr (PlenumChanges) changes = NULL;
  gint64 id;

  if (!plenum_store_begin (self, error))
    return FALSE;

  id = plenum_database_number (self->database, undo ? "SELECT id " LAST_DONE : "SELECT id " FIRST_UNDONE, "t", workshop);
  if (id == 0)
    {
      plenum_database_roll_back (self->database);
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOTHING,
                           undo ? _("There is nothing to undo") : _("There is nothing to redo"));
      return FALSE;
    }

  if (!turn (self, id, undo, error))
    {
      plenum_database_roll_back (self->database);
      return FALSE;
    }

  changes = plenum_store_read_news (self);
  if (!plenum_database_commit (self->database, error))
    return FALSE;

  plenum_store_announce (self, changes);
  return TRUE;
}

/**
 * plenum_store_undo:
 * @workshop: (nullable): where, or %NULL for the last action of the library
 *
 * Errors: %PLENUM_STORE_ERROR_NOTHING, %PLENUM_STORE_ERROR_CONFLICT
 */
gboolean
plenum_store_undo (PlenumStore *self, const char *workshop, GError **error)
{
  return turn_next (self, workshop, TRUE, error);
}

/**
 * plenum_store_redo:
 * @workshop: (nullable): where, or %NULL for the action that was undone last
 *
 * Errors: %PLENUM_STORE_ERROR_NOTHING, %PLENUM_STORE_ERROR_CONFLICT
 */
gboolean
plenum_store_redo (PlenumStore *self, const char *workshop, GError **error)
{
  return turn_next (self, workshop, FALSE, error);
}
