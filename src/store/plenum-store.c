/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library that is open: the one way in (actions) and the one way out (reading,
 * and announcements of what changed). Used from one thread at a time. */
#include "plenum-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-changeset.h"
#include "plenum-history.h"
#include "plenum-idea-index.h"
#include "plenum-maintenance.h"
#include "plenum-rows.h"
#include "plenum-store-private.h"
#include "plenum-urn.h"
#include "plenum-uuid.h"

/* So many rows at once are quicker read anew than announced one by one. */
#define MOST_ANNOUNCED 20000

G_DEFINE_QUARK (plenum-store-error-quark, plenum_store_error)

static gboolean
load_identity (PlenumStore *self, GError **error)
{
  g_autofree char *fresh = plenum_uuid_new ();
  g_autofree char *clock = NULL;

  if (!plenum_database_run (self->database, error,
                            "INSERT INTO setting (key, value) SELECT 'node', ?1"
                            " WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'node')", "t", fresh))
    return FALSE;

  self->node = plenum_store_get_setting (self, "node");
  self->clock = plenum_clock_new (self->node);
  clock = plenum_store_get_setting (self, "clock");
  if (plenum_stamp_is_valid (clock))
    plenum_clock_observe (self->clock, clock);
  self->seen = plenum_database_number (self->database, "SELECT max (seq) FROM announcement", "");

  return TRUE;
}

static PlenumStore *
store_open (const char *path, gboolean foreign, GError **error)
{
  g_autoptr (PlenumStore) self = g_new0 (PlenumStore, 1);
  int version;

  self->path = g_strdup (path);
  self->database = plenum_database_open (path, foreign, error);
  if (self->database == NULL)
    return NULL;

  version = plenum_database_version (self->database);
  if (version > 0 && version < PLENUM_DATABASE_VERSION)
    {
      g_autofree char *copy = plenum_store_back_up (self, "migration", error);

      if (copy == NULL)
        return NULL;
    }

  if (!plenum_database_migrate (self->database, error) || !load_identity (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * plenum_store_open:
 * @path: the library's file; made if it does not exist, its folder does
 *
 * Opens a library of this computer. Before an older one is brought up to date a
 * copy is made.
 *
 * Errors: %PLENUM_STORE_ERROR_OPEN, %PLENUM_STORE_ERROR_NEWER,
 * %PLENUM_STORE_ERROR_FAILED; the file is as it was then.
 *
 * Returns: (transfer full) (nullable): the store
 */
PlenumStore *
plenum_store_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return store_open (path, FALSE, error);
}

/**
 * plenum_store_open_foreign:
 * @path: an existing file that this computer did not necessarily write
 *
 * Like plenum_store_open(), after a check of the whole file.
 *
 * Returns: (transfer full) (nullable): the store
 */
PlenumStore *
plenum_store_open_foreign (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return store_open (path, TRUE, error);
}

void
plenum_store_close (PlenumStore *self)
{
  g_clear_pointer (&self->database, plenum_database_close);
  g_clear_pointer (&self->clock, plenum_clock_free);
  g_free (self->node);
  g_free (self->path);
  g_free (self);
}

const char *
plenum_store_get_path (PlenumStore *self)
{
  return self->path;
}

/**
 * plenum_store_get_node:
 *
 * Returns: (transfer none): the UUID of this library
 */
const char *
plenum_store_get_node (PlenumStore *self)
{
  return self->node;
}

/**
 * plenum_store_set_listener:
 * @listener: (nullable): called after every commit, of this or another program,
 *   on the thread that uses the store
 */
void
plenum_store_set_listener (PlenumStore *self, PlenumStoreListener listener, gpointer user_data)
{
  self->listener = listener;
  self->listener_data = user_data;
}

/* What was counted is on the disk by now; a key that cannot be deleted is tried
 * again when the library is next opened. */
static void
settle (PlenumStore *self)
{
  g_autoptr (GError) error = NULL;

  if (!plenum_urn_settle (self, &error))
    g_warning ("%s", error->message);
}

/**
 * plenum_store_set_sealer:
 * @sealer: what keeps secret ballots; without one there are no secret polls
 */
void
plenum_store_set_sealer (PlenumStore *self, const PlenumSealer *sealer)
{
  self->sealer = sealer;
  settle (self);
}

static void
announce (PlenumStore *self, PlenumChanges *changes)
{
  if (self->listener != NULL && (plenum_changes_get_everything (changes) || plenum_changes_get_length (changes) > 0))
    self->listener (changes, self->listener_data);
}

static void
add_news (PlenumStore *self, GBytes *changeset, PlenumChanges *changes)
{
  if (plenum_changes_get_everything (changes))
    return;

  plenum_changeset_announce (self->database, changeset, changes);
  if (plenum_changes_get_length (changes) > MOST_ANNOUNCED)
    plenum_changes_set_everything (changes);
}

/* Reads what was committed since the last time. */
static PlenumChanges *
read_news (PlenumStore *self)
{
  PlenumChanges *changes = plenum_changes_new ();
  sqlite3_stmt *statement = plenum_database_prepare (
    self->database,
    "SELECT announcement.seq, action.changeset, announcement.poll FROM announcement LEFT JOIN action ON action.id = announcement.action"
    " WHERE seq > ?1 ORDER BY seq", NULL);

  if (statement == NULL)
    return changes;

  sqlite3_bind_int64 (statement, 1, self->seen);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      self->seen = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_type (statement, 2) != SQLITE_NULL)
        {
          const char *poll = (const char *) sqlite3_column_text (statement, 2);

          plenum_changes_add (changes, PLENUM_POLL, poll, plenum_rows_get (self->database, PLENUM_POLL, poll, NULL));
        }
      else if (sqlite3_column_type (statement, 1) == SQLITE_NULL)
        plenum_changes_set_everything (changes);
      else if (self->listener != NULL)
        {
          g_autoptr (GBytes) changeset = g_bytes_new (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1));

          add_news (self, changeset, changes);
        }
    }
  sqlite3_reset (statement);

  return changes;
}

/**
 * plenum_store_commit:
 *
 * Private to the store: ends the open transaction and tells the listener what
 * changed. Where that fails, what would have been told counts as not told yet.
 */
gboolean
plenum_store_commit (PlenumStore *self, GError **error)
{
  gint64 seen = self->seen;
  g_autoptr (PlenumChanges) changes = read_news (self);

  if (!plenum_database_commit (self->database, error))
    {
      /* The next announcement may get the same number. */
      self->seen = seen;
      return FALSE;
    }

  announce (self, changes);
  return TRUE;
}

/**
 * plenum_store_follow:
 *
 * Looks whether another program changed the library and tells the listener.
 * Cheap when nothing happened.
 */
gboolean
plenum_store_follow (PlenumStore *self, GError **error)
{
  if (plenum_database_number (self->database, "SELECT max (seq) FROM announcement", "") <= self->seen)
    return TRUE;

  /* One transaction, so that all rows are of one moment. */
  return plenum_database_exec (self->database, "BEGIN", error) && plenum_store_commit (self, error);
}

/**
 * plenum_store_begin:
 *
 * Private to the store: starts a transaction that writes, with the clock set
 * after everything that other programs wrote.
 */
gboolean
plenum_store_begin (PlenumStore *self, GError **error)
{
  g_autofree char *clock = NULL;

  if (!plenum_store_follow (self, error) || !plenum_database_begin (self->database, error))
    return FALSE;

  clock = plenum_store_get_setting (self, "clock");
  if (plenum_stamp_is_valid (clock))
    plenum_clock_observe (self->clock, clock);

  return TRUE;
}

/**
 * plenum_store_remember:
 *
 * Private to the store: keeps the clock's last stamp for the next start.
 */
gboolean
plenum_store_remember (PlenumStore *self, GError **error)
{
  char stamp[PLENUM_STAMP_LENGTH + 1];

  plenum_clock_now (self->clock, stamp);
  return plenum_store_set_setting (self, "clock", stamp, error);
}

/* Puts the action into the line of @workshop. */
static gboolean
write_place (PlenumStore *self, gint64 action, const char *workshop, GError **error)
{
  return plenum_database_run (self->database, error,
                              "INSERT INTO action_workshop (workshop, action) VALUES (?1, ?2)", "ti", workshop, action)
         /* What had been undone here cannot be redone on top of this. */
         && plenum_database_run (self->database, error,
                                 "UPDATE action SET undone = 2 WHERE undone = 1"
                                 " AND id IN (SELECT action FROM action_workshop WHERE workshop = ?1)", "t", workshop);
}

static gboolean
write_history (PlenumStore *self, PlenumAction *action, GBytes *changeset, GHashTable *workshops, GError **error)
{
  g_autofree char *label = plenum_label_to_stored (plenum_action_get_label (action));
  const char *kind = plenum_action_is_import (action) ? "import" : "edit";
  GHashTableIter iter;
  gpointer workshop;
  gint64 id;

  /* Stamps alone are nothing to undo, and no line of actions would tell when they
   * must not be put back any more. */
  if (g_hash_table_size (workshops) == 0)
    return TRUE;
  /* Filled afterwards, since SQLite would copy it to bind it. */
  if (!plenum_database_run (self->database, error,
                            "INSERT INTO action (time, kind, label, changeset) VALUES (?1, ?2, ?3, zeroblob (?4))",
                            "itti", (gint64) (g_get_real_time () / 1000), kind, label, (gint64) g_bytes_get_size (changeset)))
    return FALSE;
  id = sqlite3_last_insert_rowid (plenum_database_get (self->database));
  if (!plenum_database_write_blob (self->database, "action", "changeset", id, changeset, error))
    return FALSE;

  g_hash_table_iter_init (&iter, workshops);
  while (g_hash_table_iter_next (&iter, &workshop, NULL))
    if (!write_place (self, id, workshop, error))
      return FALSE;

  return plenum_database_run (self->database, error, "INSERT INTO announcement (action) VALUES (?1)", "i", id);
}

/* That it was done, not what it did. */
static gboolean
write_final (PlenumStore *self, PlenumAction *action, const char *poll, GError **error)
{
  g_autofree char *label = plenum_label_to_stored (plenum_action_get_label (action));
  g_autofree char *workshop = plenum_database_text (self->database, "SELECT workshop FROM poll WHERE id = ?1", "t", poll);
  gint64 id;

  if (!plenum_database_run (self->database, error, "INSERT INTO action (time, kind, label) VALUES (?1, 'edit', ?2)",
                            "it", (gint64) (g_get_real_time () / 1000), label))
    return FALSE;
  id = sqlite3_last_insert_rowid (plenum_database_get (self->database));

  return write_place (self, id, workshop, error)
         && plenum_database_run (self->database, error, "INSERT INTO announcement (action, poll) VALUES (?1, ?2)", "it", id, poll);
}

/* Runs the action in the open transaction; gives what it changed. */
static GBytes *
record_action (PlenumStore *self, PlenumAction *action, PlenumEdit *edit, GError **error)
{
  gboolean import = plenum_action_is_import (action);
  g_autoptr (GBytes) changeset = NULL;
  char stamp[PLENUM_STAMP_LENGTH + 1];

  edit->session = plenum_changeset_record (self->database, import, error);
  if (edit->session == NULL)
    return NULL;

  if ((import && !plenum_idea_index_gather (self->database, TRUE, error)) || !plenum_action_run (action, edit, error))
    {
      sqlite3session_delete (edit->session);
      return NULL;
    }

  changeset = plenum_changeset_finish (self->database, edit->session, error);
  if (changeset == NULL)
    return NULL;

  plenum_clock_now (self->clock, stamp);
  if (!plenum_changeset_write_down (self->database, changeset, import ? NULL : stamp, error)
      || (import && !plenum_idea_index_gather (self->database, FALSE, error)))
    return NULL;

  return g_steal_pointer (&changeset);
}

/* Runs the action and writes down what there is to write down. */
static gboolean
run_action (PlenumStore *self, PlenumAction *action, PlenumEdit *edit, GError **error)
{
  g_autoptr (GBytes) recorded = record_action (self, action, edit, error);
  g_autoptr (GHashTable) workshops = NULL;
  g_autoptr (GBytes) changeset = NULL;

  if (recorded == NULL)
    return FALSE;
  workshops = plenum_changeset_workshops (self->database, recorded);
  changeset = plenum_insertions_finish (edit->insertions, workshops, recorded, error);
  if (changeset == NULL)
    return FALSE;
  /* What changed nothing is in no history. */
  if (plenum_action_get_place (action) != NULL && g_hash_table_size (workshops) > 0)
    g_hash_table_add (workshops, g_strdup (plenum_action_get_place (action)));
  if (edit->final_poll != NULL)
    return write_final (self, action, edit->final_poll, error) && plenum_store_remember (self, error);

  return g_bytes_get_size (changeset) == 0
         || (write_history (self, action, changeset, workshops, error) && plenum_store_remember (self, error));
}

/**
 * plenum_store_perform:
 * @action: what to do; it runs once
 *
 * Runs @action in one transaction and writes it to the history. When this
 * returns %TRUE it is on the disk. An action that changes nothing leaves no entry.
 *
 * Errors: those of the action, %PLENUM_STORE_ERROR_FAILED; the library is as it
 * was then.
 */
gboolean
plenum_store_perform (PlenumStore *self, PlenumAction *action, GError **error)
{
  g_autofree char *final_poll = NULL;
  g_autoptr (PlenumInsertions) insertions = plenum_insertions_new ();
  PlenumEdit edit = { self, NULL, NULL, insertions };
  g_autoptr (PlenumClock) before = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && PLENUM_IS_ACTION (action), FALSE);

  if (!plenum_store_begin (self, error))
    return FALSE;

  before = plenum_clock_copy (self->clock);
  done = run_action (self, action, &edit, error);
  final_poll = edit.final_poll;
  if (!done)
    {
      plenum_database_roll_back (self->database);
      /* What came from elsewhere was not seen then, however late its stamps are. */
      plenum_clock_free (self->clock);
      self->clock = g_steal_pointer (&before);
      return FALSE;
    }

  if (!plenum_store_commit (self, error))
    return FALSE;

  if (final_poll != NULL)
    settle (self);
  return TRUE;
}

/**
 * plenum_store_get:
 *
 * Returns: (transfer full) (nullable): the row, or %NULL with
 *   %PLENUM_STORE_ERROR_NOT_FOUND
 */
PlenumRecord *
plenum_store_get (PlenumStore *self, PlenumRecordType type, const char *id, GError **error)
{
  return plenum_rows_get (self->database, type, id, error);
}

/**
 * plenum_store_list:
 * @field: the field that must have @value, or -1 for all rows
 *
 * Returns: (transfer full) (nullable) (element-type PlenumRecord): in order
 */
GPtrArray *
plenum_store_list (PlenumStore *self, PlenumRecordType type, int field, const char *value, GError **error)
{
  return plenum_rows_list (self->database, type, field, value, error);
}

/**
 * plenum_store_count:
 *
 * Returns: how many rows plenum_store_list() would give
 */
gint64
plenum_store_count (PlenumStore *self, PlenumRecordType type, int field, const char *value)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autofree char *sql = field < 0
    ? g_strdup_printf ("SELECT count (*) FROM %s", info->name)
    : g_strdup_printf ("SELECT count (*) FROM %s WHERE %s = ?1", info->name, info->fields[field].name);

  return plenum_database_number (self->database, sql, field < 0 ? "" : "t", value);
}
