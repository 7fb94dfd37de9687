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

static PlenumHistoryEntry *
read_entry (sqlite3_stmt *statement)
{
  PlenumHistoryEntry *entry = g_new0 (PlenumHistoryEntry, 1);

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->time = sqlite3_column_int64 (statement, 1);
  entry->label = render_stored ((const char *) sqlite3_column_text (statement, 2));
  entry->state = sqlite3_column_int (statement, 3);

  return entry;
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
    g_ptr_array_add (entries, read_entry (statement));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return g_steal_pointer (&entries);
}

/**
 * plenum_store_get_record_history:
 * @workshop: (nullable): the record's workshop, where known: others are not searched then
 * @record: the id of a record, which may be gone by now
 *
 * What was done to one record: actions that changed it, and those that made or
 * let go of something that refers to it, such as a card's tag, comment or theme.
 *
 * Returns: (transfer full) (nullable) (element-type PlenumHistoryEntry): oldest first
 */
GPtrArray *
plenum_store_get_record_history (PlenumStore *self, const char *workshop, const char *record,
                                 GCancellable *cancellable, GError **error)
{
  /* A changeset holds ids as they are, so that most need not be read through. */
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database,
    "SELECT id, time, label, undone, changeset FROM action"
    " WHERE instr (changeset, CAST (?2 AS BLOB)) > 0 AND " OF_WORKSHOP " ORDER BY id", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_history_entry_free);

  g_return_val_if_fail (record != NULL, NULL);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, workshop, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, record, -1, SQLITE_STATIC);
  while (!g_cancellable_is_cancelled (cancellable) && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) changeset = g_bytes_new (sqlite3_column_blob (statement, 4), sqlite3_column_bytes (statement, 4));

      if (plenum_changeset_touches (changeset, record))
        g_ptr_array_add (entries, read_entry (statement));
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&entries);
}

typedef struct
{
  char *workshop; /* nullable */
  char *record;   /* nullable */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->workshop);
  g_free (question->record);
  g_free (question);
}

/* On the library's thread. */
static gpointer
query_history (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return question->record != NULL
         ? plenum_store_get_record_history (store, question->workshop, question->record, cancellable, error)
         : plenum_store_get_history (store, question->workshop, error);
}

/**
 * plenum_library_get_history_async:
 * @workshop: (nullable): whose, or %NULL for the whole library
 * @record: (nullable): the id of a record, to be told what was done to it; or
 *   %NULL for everything that was done
 */
void
plenum_library_get_history_async (PlenumLibrary *self, const char *workshop, const char *record,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);

  question->workshop = g_strdup (workshop);
  question->record = g_strdup (record);
  plenum_library_query_async (self, query_history, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                              cancellable, callback, user_data);
}

/**
 * plenum_library_get_history_finish:
 *
 * Returns: (transfer full) (nullable) (element-type PlenumHistoryEntry): oldest first
 */
GPtrArray *
plenum_library_get_history_finish (PlenumLibrary *self, GAsyncResult *result, GError **error)
{
  return plenum_library_query_finish (self, result, error);
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

#define MUST_STAY_CLOSED "SELECT count (*) FROM poll WHERE shown IS NOT NULL AND state <> 'closed'"
#define MUST_STAY_OPENED \
  "SELECT count (*) FROM poll WHERE state = 'draft' AND EXISTS (SELECT 1 FROM sealed_ballot WHERE poll = poll.id)"

/* What a final action settled stays so, whatever is undone around it. */
static gboolean
apply_beside_final (PlenumStore *self, GBytes *changeset, GError **error)
{
  gint64 closed = plenum_database_number (self->database, MUST_STAY_CLOSED, "");
  gint64 opened = plenum_database_number (self->database, MUST_STAY_OPENED, "");
  const char *message = NULL;

  if (!plenum_changeset_apply (self->database, changeset, error))
    return FALSE;

  if (plenum_database_number (self->database, MUST_STAY_CLOSED, "") > closed)
    message = _("The result of this poll was shown already, so the poll stays closed. To vote again, copy the poll.");
  else if (plenum_database_number (self->database, MUST_STAY_OPENED, "") > opened)
    message = _("Somebody has voted already in this secret poll, so that it was opened cannot be undone. Close the poll instead.");
  if (message == NULL)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT, message);
  return FALSE;
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

  if (changeset == NULL || !apply_beside_final (self, changeset, error))
    return FALSE;

  plenum_clock_now (self->clock, stamp);
  if (!plenum_changeset_write_down (self->database, changeset, g_strcmp0 (kind, "import") != 0 ? stamp : NULL, error))
    return FALSE;

  return plenum_database_run (self->database, error, "UPDATE action SET undone = ?1 WHERE id = ?2", "ii",
                              (gint64) (undo ? PLENUM_HISTORY_UNDONE : PLENUM_HISTORY_DONE), id)
         && plenum_database_run (self->database, error, "INSERT INTO announcement (action) VALUES (?1)", "i", id)
         && plenum_store_remember (self, error);
}

static gboolean
turn_next (PlenumStore *self, const char *workshop, gboolean undo, GError **error)
{
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

  return plenum_store_commit (self, error);
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

/* In the open transaction. */
static gboolean
turn_until (PlenumStore *self, const char *workshop, gint64 action, GError **error)
{
  g_autofree char *found = plenum_database_text (self->database,
                                                 "SELECT undone FROM action WHERE id = ?2 AND " OF_WORKSHOP,
                                                 "ti", workshop, action);
  gboolean undo = g_strcmp0 (found, "0") == 0;

  if (found == NULL)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND, _("This is not in the history any more"));
      return FALSE;
    }
  if (!undo && g_strcmp0 (found, "1") != 0)
    {
      g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                           _("This cannot be done again, because something else was done after it was undone"));
      return FALSE;
    }

  while (TRUE)
    {
      gint64 id = plenum_database_number (self->database, undo ? "SELECT id " LAST_DONE : "SELECT id " FIRST_UNDONE, "t", workshop);

      if (id == 0 || (undo ? id <= action : id > action))
        return TRUE;
      if (!turn (self, id, undo, error))
        return FALSE;
    }
}

/**
 * plenum_store_go_to:
 * @workshop: (nullable): whose history, or %NULL for that of the library
 * @action: the id of one of its entries
 *
 * Undoes what was done after @action, or if that is undone itself, does all up
 * to it again: afterwards it is the last thing done. All of it happens, or
 * nothing does.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_INVALID for an
 *   entry that can no longer be done again, %PLENUM_STORE_ERROR_CONFLICT
 */
gboolean
plenum_store_go_to (PlenumStore *self, const char *workshop, gint64 action, GError **error)
{
  if (!plenum_store_begin (self, error))
    return FALSE;

  if (!turn_until (self, workshop, action, error))
    {
      plenum_database_roll_back (self->database);
      return FALSE;
    }

  return plenum_store_commit (self, error);
}
