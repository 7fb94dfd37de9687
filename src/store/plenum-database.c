/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-database.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-file-hold.h"
#include "plenum-schema-resources.h"
#include "plenum-store.h"
#include "plenum-stamp-function.h"
#include "plenum-tokenizer.h"

#define APPLICATION_ID 0x506c6e6d /* "Plnm" */
#define BLOB_PIECE ((gsize) 1024 * 1024)

struct _PlenumDatabase
{
  sqlite3        *handle;
  char           *path;
  GHashTable     *statements; /* SQL text → sqlite3_stmt, kept for reuse */
  PlenumFileHold *hold;       /* (nullable): until the library is known to be one */
};

/**
 * plenum_database_set_error:
 *
 * Says what SQLite's last error means for the person who works here.
 */
void
plenum_database_set_error (PlenumDatabase *self, GError **error)
{
  int code = sqlite3_errcode (self->handle);
  g_autofree char *name = g_filename_display_basename (self->path);

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   _("%s: the disk is full. Make room and try again; nothing was lost."), name);
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   _("%s: another program is writing to this library. Try again when it is done."), name);
      break;

    case SQLITE_READONLY:
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   _("%s: this library can only be read. Check the permissions of the file and its folder."), name);
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN,
                   _("%s: the file is damaged or is no Plenum library. Open the latest copy instead."), name);
      break;

    case SQLITE_CONSTRAINT:
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID,
                   /* Translators: the first is a file name, the second a technical message in English */
                   _("%s: something this belongs to is missing or its value is not allowed (%s)"),
                   name, sqlite3_errmsg (self->handle));
      break;

    default:
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   "%s: %s", name, sqlite3_errmsg (self->handle));
    }
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gboolean
looks_like_library (PlenumDatabase *self, GError **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  int version = plenum_database_version (self);
  gint64 id = plenum_database_number (self, "PRAGMA application_id", "");
  gint64 tables = plenum_database_number (self, "SELECT count(*) FROM sqlite_schema", "");

  if (sqlite3_errcode (self->handle) != SQLITE_OK && sqlite3_errcode (self->handle) != SQLITE_DONE
      && sqlite3_errcode (self->handle) != SQLITE_ROW)
    {
      plenum_database_set_error (self, error);
      return FALSE;
    }

  if (tables > 0 && id != APPLICATION_ID)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN,
                   _("%s: this is a database of another program, no Plenum library"), name);
      return FALSE;
    }

  if (version > PLENUM_DATABASE_VERSION)
    {
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NEWER,
                   _("%s: this library was made by a newer Plenum (format %d, this program knows up to %d). Update Plenum to open it."),
                   name, version, PLENUM_DATABASE_VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_intact (PlenumDatabase *self, GError **error)
{
  g_autofree char *result = plenum_database_text (self, "PRAGMA quick_check(1)", "");

  if (g_strcmp0 (result, "ok") != 0)
    {
      g_autofree char *name = g_filename_display_basename (self->path);

      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN,
                   _("%s: the file is damaged. Open the latest copy instead."), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * plenum_database_open:
 * @path: the file, made if it does not exist
 * @foreign: whether the file comes from elsewhere and is checked before use
 *
 * Errors: %PLENUM_STORE_ERROR_OPEN, %PLENUM_STORE_ERROR_NEWER,
 * %PLENUM_STORE_ERROR_FAILED. An existing file is not changed by a failure.
 *
 * Returns: (transfer full) (nullable): a connection, not yet migrated
 */
PlenumDatabase *
plenum_database_open (const char *path, gboolean foreign, GError **error)
{
  g_autoptr (PlenumDatabase) self = g_new0 (PlenumDatabase, 1);
  static gsize configured = 0;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (foreign ? 0 : SQLITE_OPEN_CREATE);

  /* Nobody asks how much memory SQLite uses, and counting it takes a lock at each allocation.
   * Where something else in the process has used SQLite before, it stays as it is. */
  if (g_once_init_enter (&configured))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&configured, 1);
    }

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            finalize_statement);

  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN,
                   /* Translators: the first is a file, the second the system's reason */
                   _("%s: the library cannot be opened (%s)"), name,
                   self->handle != NULL ? sqlite3_errmsg (self->handle) : g_strerror (ENOMEM));
      return NULL;
    }

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, PLENUM_DATABASE_PATIENCE);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!plenum_database_exec (self, "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON", error)
      || !plenum_tokenizer_register (self->handle, error)
      || !plenum_stamp_function_register (self->handle, error)
      || !looks_like_library (self, error)
      || (foreign && !is_intact (self, error))
      || !plenum_database_exec (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
                                "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;"
                                /* The first read makes the files that are held. */
                                "PRAGMA user_version", error))
    return NULL;

  self->hold = plenum_file_hold_new (path);

  return g_steal_pointer (&self);
}

/**
 * plenum_database_make_one_file:
 *
 * Leaves the library without files beside it, as a copy of it is kept. Nothing but
 * closing it comes after this.
 *
 * Errors: %PLENUM_STORE_ERROR_FAILED, while another program uses it too
 */
gboolean
plenum_database_make_one_file (PlenumDatabase *self, GError **error)
{
  plenum_file_hold_loosen (self->hold);

  return plenum_database_exec (self, "PRAGMA journal_mode = DELETE", error);
}

void
plenum_database_close (PlenumDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  if (self->hold != NULL)
    plenum_file_hold_loosen (self->hold);
  sqlite3_close (self->handle);
  g_clear_pointer (&self->hold, plenum_file_hold_free);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
plenum_database_get (PlenumDatabase *self)
{
  return self->handle;
}

int
plenum_database_version (PlenumDatabase *self)
{
  return plenum_database_number (self, "PRAGMA user_version", "");
}

/**
 * plenum_database_migrate:
 *
 * Brings the schema up to date, all of it or nothing. The caller has made a
 * copy of a library that holds anything.
 */
gboolean
plenum_database_migrate (PlenumDatabase *self, GError **error)
{
  if (plenum_database_version (self) == PLENUM_DATABASE_VERSION)
    return TRUE;

  if (!plenum_database_begin (self, error))
    return FALSE;

  /* Read again: another program may have been quicker. */
  for (int version = plenum_database_version (self) + 1; version <= PLENUM_DATABASE_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("/org/plenum/Plenum/schema/%03d.sql", version);
      g_autoptr (GBytes) script = g_resource_lookup_data (plenum_schema_get_resource (), path,
                                                          G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      g_autofree char *finish = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                                 APPLICATION_ID, version);

      if (script == NULL
          || !plenum_database_exec (self, g_bytes_get_data (script, NULL), error)
          || !plenum_database_exec (self, finish, error))
        {
          plenum_database_roll_back (self);
          return FALSE;
        }
    }

  return plenum_database_commit (self, error);
}

gboolean
plenum_database_exec (PlenumDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  plenum_database_set_error (self, error);
  return FALSE;
}

/**
 * plenum_database_prepare:
 * @sql: one statement; the text is the key under which it is kept
 *
 * Returns: (transfer none) (nullable): a statement that is reset and has no bindings
 */
sqlite3_stmt *
plenum_database_prepare (PlenumDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      plenum_database_set_error (self, error);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/* Binds by @types: 't' a text or NULL, 'i' a gint64, 'b' a GBytes or NULL. The
 * values outlive the step, since callers reset before they return. */
static sqlite3_stmt *
prepare_bound (PlenumDatabase *self, const char *sql, const char *types, va_list values, GError **error)
{
  sqlite3_stmt *statement = plenum_database_prepare (self, sql, error);

  for (int i = 0; statement != NULL && types[i] != '\0'; i++)
    switch (types[i])
      {
      case 't':
        sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_STATIC);
        break;

      case 'i':
        sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
        break;

      case 'b':
        {
          GBytes *bytes = va_arg (values, GBytes *);

          if (bytes != NULL)
            sqlite3_bind_blob64 (statement, i + 1, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), SQLITE_STATIC);
          break;
        }

      default:
        g_assert_not_reached ();
      }

  return statement;
}

/**
 * plenum_database_run:
 * @types: for each value 't' (text or %NULL), 'i' (gint64) or 'b' (GBytes or %NULL)
 *
 * Runs one statement that gives no rows.
 */
gboolean
plenum_database_run (PlenumDatabase *self, GError **error, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  gboolean done;
  va_list values;

  va_start (values, types);
  statement = prepare_bound (self, sql, types, values, error);
  va_end (values);
  if (statement == NULL)
    return FALSE;

  done = sqlite3_step (statement) == SQLITE_DONE;
  if (!done)
    plenum_database_set_error (self, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return done;
}

/**
 * plenum_database_write_blob:
 * @row: its number
 * @bytes: as many as the column holds
 *
 * Overwrites what stands in a column piece by piece.
 */
gboolean
plenum_database_write_blob (PlenumDatabase *self, const char *table, const char *column, gint64 row, GBytes *bytes, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  sqlite3_blob *blob = NULL;
  int result = sqlite3_blob_open (self->handle, "main", table, column, row, 1, &blob);

  for (gsize at = 0; result == SQLITE_OK && at < size; at += BLOB_PIECE)
    result = sqlite3_blob_write (blob, data + at, MIN (BLOB_PIECE, size - at), at);
  if (result != SQLITE_OK)
    plenum_database_set_error (self, error);
  sqlite3_blob_close (blob);

  return result == SQLITE_OK;
}

/**
 * plenum_database_number:
 *
 * Returns: the first column of the first row, 0 if there is none
 */
gint64
plenum_database_number (PlenumDatabase *self, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  gint64 number = 0;
  va_list values;

  va_start (values, types);
  statement = prepare_bound (self, sql, types, values, NULL);
  va_end (values);
  if (statement == NULL)
    return 0;

  if (sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return number;
}

/**
 * plenum_database_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row
 */
char *
plenum_database_text (PlenumDatabase *self, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement;
  char *text = NULL;
  va_list values;

  va_start (values, types);
  statement = prepare_bound (self, sql, types, values, NULL);
  va_end (values);
  if (statement == NULL)
    return NULL;

  if (sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return text;
}

gboolean
plenum_database_begin (PlenumDatabase *self, GError **error)
{
  return plenum_database_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
plenum_database_commit (PlenumDatabase *self, GError **error)
{
  if (plenum_database_exec (self, "COMMIT", error))
    return TRUE;

  plenum_database_roll_back (self);
  return FALSE;
}

void
plenum_database_roll_back (PlenumDatabase *self)
{
  /* SQLite may have rolled back by itself, after a full disk for example. */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}
