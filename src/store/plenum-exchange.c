/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-exchange.h"

#include <string.h>

#include "plenum-rows.h"
#include "plenum-store-private.h"

/* The workshops as the JSON array that SQL unfolds with json_each(). Ids hold
 * nothing that JSON would have to escape. */
static char *
to_json_array (const char * const *workshops)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; workshops[i] != NULL; i++)
    if (strpbrk (workshops[i], "\"\\") == NULL)
      g_string_append_printf (json, "%s\"%s\"", json->len > 1 ? "," : "", workshops[i]);
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

void
plenum_tombstone_free (PlenumTombstone *tombstone)
{
  g_free (tombstone->id);
  g_free (tombstone->type);
  g_free (tombstone->workshop);
  g_free (tombstone->stamp);
  g_free (tombstone);
}

void
plenum_other_free (PlenumOther *other)
{
  g_free (other->id);
  g_free (other->type);
  g_free (other->workshop);
  g_free (other->json);
  g_free (other);
}

/**
 * plenum_store_begin_reading:
 *
 * Until plenum_store_end_reading(), everything is read from one state of the
 * library, whatever other programs write meanwhile. Nothing may be performed
 * in between.
 */
gboolean
plenum_store_begin_reading (PlenumStore *self, GError **error)
{
  return plenum_database_exec (self->database, "BEGIN", error);
}

void
plenum_store_end_reading (PlenumStore *self)
{
  plenum_database_roll_back (self->database);
}

/**
 * plenum_store_each:
 * @workshops: (array zero-terminated=1): ids
 * @func: called for each row, in the order of ids
 *
 * Goes through the rows of one type with memory for one row. @func may read
 * from the store.
 */
gboolean
plenum_store_each (PlenumStore *self, PlenumRecordType type, const char * const *workshops,
                   PlenumEachFunc func, gpointer data, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autofree char *array = to_json_array (workshops);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE %s IN (SELECT value FROM json_each (?1)) ORDER BY id",
                                          info->name, type == PLENUM_WORKSHOP ? "id" : "workshop");
  sqlite3_stmt *statement = NULL;
  gboolean going = TRUE;

  /* Not the kept statement of that text: @func may come here again. */
  if (sqlite3_prepare_v2 (plenum_database_get (self->database), sql, -1, &statement, NULL) != SQLITE_OK)
    {
      plenum_database_set_error (self->database, error);
      return FALSE;
    }

  sqlite3_bind_text (statement, 1, array, -1, SQLITE_STATIC);
  while (going && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *id = (const char *) sqlite3_column_text (statement, 0);
      g_autoptr (PlenumRecord) record = plenum_rows_get (self->database, type, id, error);
      g_autoptr (PlenumStamps) stamps = info->immutable ? NULL : plenum_rows_get_stamps (self->database, id);

      going = record != NULL && func (record, stamps, data, error);
    }
  sqlite3_finalize (statement);

  return going;
}

/**
 * plenum_store_get_stamps:
 *
 * Returns: (transfer full) (nullable): when the fields of that row got their values
 */
PlenumStamps *
plenum_store_get_stamps (PlenumStore *self, const char *id)
{
  return plenum_rows_get_stamps (self->database, id);
}

static PlenumTombstone *
read_tombstone (sqlite3_stmt *statement)
{
  PlenumTombstone *tombstone = g_new0 (PlenumTombstone, 1);

  tombstone->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  tombstone->type = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  tombstone->workshop = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  tombstone->stamp = g_strdup ((const char *) sqlite3_column_text (statement, 3));

  return tombstone;
}

static PlenumOther *
read_other (sqlite3_stmt *statement)
{
  PlenumOther *other = g_new0 (PlenumOther, 1);

  other->id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  other->type = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  other->workshop = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  other->json = g_strdup ((const char *) sqlite3_column_text (statement, 3));

  return other;
}

typedef gpointer (*ReadFunc) (sqlite3_stmt *statement);

static gpointer
read_one (PlenumStore *self, const char *sql, const char *id, ReadFunc read)
{
  sqlite3_stmt *statement = plenum_database_prepare (self->database, sql, NULL);
  gpointer result = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    result = read (statement);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result;
}

static GPtrArray *
read_all (PlenumStore *self, const char *sql, const char * const *workshops, ReadFunc read,
          GDestroyNotify destroy, GError **error)
{
  g_autofree char *array = to_json_array (workshops);
  sqlite3_stmt *statement = plenum_database_prepare (self->database, sql, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (destroy);
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, array, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (all, read (statement));
  if (result != SQLITE_DONE)
    plenum_database_set_error (self->database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * plenum_store_get_tombstone:
 *
 * Returns: (transfer full) (nullable): the tombstone of a row that was deleted
 */
PlenumTombstone *
plenum_store_get_tombstone (PlenumStore *self, const char *id)
{
  return read_one (self, "SELECT id, type, workshop, stamp FROM tombstone WHERE id = ?1", id, (ReadFunc) read_tombstone);
}

/**
 * plenum_store_has_tombstones:
 *
 * Returns: whether anything was ever deleted from this library
 */
gboolean
plenum_store_has_tombstones (PlenumStore *self)
{
  return plenum_database_number (self->database, "SELECT EXISTS (SELECT 1 FROM tombstone)", "") != 0;
}

/**
 * plenum_store_list_tombstones:
 *
 * Returns: (transfer full) (nullable) (element-type PlenumTombstone): by id
 */
GPtrArray *
plenum_store_list_tombstones (PlenumStore *self, const char * const *workshops, GError **error)
{
  return read_all (self, "SELECT id, type, workshop, stamp FROM tombstone"
                   " WHERE workshop IN (SELECT value FROM json_each (?1)) ORDER BY id",
                   workshops, (ReadFunc) read_tombstone, (GDestroyNotify) plenum_tombstone_free, error);
}

/**
 * plenum_store_has_losing:
 *
 * Returns: whether plenum_edit_keep_losing() keeps that value already
 */
gboolean
plenum_store_has_losing (PlenumStore *self, const char *record, const char *field, const char *stamp)
{
  return plenum_database_number (self->database,
                                 "SELECT count (*) FROM conflict WHERE record = ?1 AND field = ?2 AND stamp = ?3",
                                 "ttt", record, field, stamp) > 0;
}

/**
 * plenum_store_get_other:
 *
 * Returns: (transfer full) (nullable): a record of a type this program does not know
 */
PlenumOther *
plenum_store_get_other (PlenumStore *self, const char *id)
{
  return read_one (self, "SELECT id, type, workshop, record FROM other WHERE id = ?1", id, (ReadFunc) read_other);
}

/**
 * plenum_store_list_others:
 *
 * Returns: (transfer full) (nullable) (element-type PlenumOther): by type, then
 *   id; those that name no workshop are always among them
 */
GPtrArray *
plenum_store_list_others (PlenumStore *self, const char * const *workshops, GError **error)
{
  return read_all (self, "SELECT id, type, workshop, record FROM other"
                   " WHERE workshop IS NULL OR workshop IN (SELECT value FROM json_each (?1)) ORDER BY type, id",
                   workshops, (ReadFunc) read_other, (GDestroyNotify) plenum_other_free, error);
}
