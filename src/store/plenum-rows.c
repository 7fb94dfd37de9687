/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The statements are made from the table of types, so that a field is named in
 * one place. Names come from that table, values are always bound. */
#include "plenum-rows.h"

#include <glib/gi18n-lib.h>

#include "plenum-store.h"

static gboolean
is_number (const PlenumField *field)
{
  return field->kind == PLENUM_FIELD_INTEGER || field->kind == PLENUM_FIELD_BOOLEAN
         || field->kind == PLENUM_FIELD_TIME;
}

static char *
column_list (const PlenumTypeInfo *info)
{
  GString *columns = g_string_new ("id");

  for (guint i = 0; i < info->n_fields; i++)
    g_string_append_printf (columns, ", %s", info->fields[i].name);

  return g_string_free (columns, FALSE);
}

/* The SQL that each type needs, made once for all stores and threads. */
typedef struct
{
  char *select;
  char *insert;
  char *try_insert;
  char *remove;
  char *order;
} TypeSql;

static const TypeSql *
get_sql (PlenumRecordType type)
{
  static TypeSql sql[PLENUM_N_TYPES];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (guint t = 0; t < PLENUM_N_TYPES; t++)
        {
          const PlenumTypeInfo *info = plenum_type_get_info (t);
          g_autofree char *columns = column_list (info);
          GString *gaps = g_string_new ("?1");

          for (guint i = 0; i < info->n_fields; i++)
            g_string_append_printf (gaps, ", ?%u", i + 2);
          sql[t].select = g_strdup_printf ("SELECT %s FROM %s", columns, info->name);
          sql[t].insert = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", info->name, columns, gaps->str);
          sql[t].try_insert = g_strconcat (sql[t].insert, " ON CONFLICT (id) DO NOTHING", NULL);
          sql[t].remove = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", info->name);
          sql[t].order = g_strdup (plenum_type_find_field (t, "position") >= 0 ? "position, id" : "id");
          g_string_free (gaps, TRUE);
        }
      g_once_init_leave (&ready, 1);
    }

  return &sql[type];
}

static PlenumRecord *
read_record (sqlite3_stmt *statement, PlenumRecordType type)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  PlenumRecord *record = plenum_record_new (type, (const char *) sqlite3_column_text (statement, 0));

  for (guint i = 0; i < info->n_fields; i++)
    {
      if (sqlite3_column_type (statement, i + 1) == SQLITE_NULL)
        continue;

      if (is_number (&info->fields[i]))
        plenum_record_set_integer (record, i, sqlite3_column_int64 (statement, i + 1));
      else
        plenum_record_set_text (record, i, (const char *) sqlite3_column_text (statement, i + 1));
    }

  return record;
}

static void
bind_field (sqlite3_stmt *statement, int place, PlenumRecord *record, guint field)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));

  if (plenum_record_is_null (record, field))
    sqlite3_bind_null (statement, place);
  else if (is_number (&info->fields[field]))
    sqlite3_bind_int64 (statement, place, plenum_record_get_integer (record, field));
  else
    sqlite3_bind_text (statement, place, plenum_record_get_text (record, field), -1, SQLITE_STATIC);
}

static gboolean
finish (PlenumDatabase *database, sqlite3_stmt *statement, GError **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    plenum_database_set_error (database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return done;
}

static void
set_not_found (PlenumRecordType type, const char *id, GError **error)
{
  g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
               /* Translators: first a technical name such as "idea", then an identifier */
               _("There is no %s with the id %s in this library"), plenum_type_get_info (type)->name, id);
}

/**
 * plenum_rows_get:
 *
 * Returns: (transfer full) (nullable): the row, or %NULL with
 *   %PLENUM_STORE_ERROR_NOT_FOUND or a failure
 */
PlenumRecord *
plenum_rows_get (PlenumDatabase *database, PlenumRecordType type, const char *id, GError **error)
{
  g_autofree char *sql = g_strconcat (get_sql (type)->select, " WHERE id = ?1", NULL);
  sqlite3_stmt *statement = plenum_database_prepare (database, sql, error);
  PlenumRecord *record = NULL;
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    record = read_record (statement, type);
  else if (result == SQLITE_DONE)
    set_not_found (type, id, error);
  else
    plenum_database_set_error (database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return record;
}

/**
 * plenum_rows_list:
 * @field: the field that must have @value, or -1 for all rows
 *
 * Returns: (transfer full) (nullable) (element-type PlenumRecord): by position,
 *   then id
 */
GPtrArray *
plenum_rows_list (PlenumDatabase *database, PlenumRecordType type, int field, const char *value, GError **error)
{
  const TypeSql *sql = get_sql (type);
  g_autofree char *query = field < 0
    ? g_strdup_printf ("%s ORDER BY %s", sql->select, sql->order)
    : g_strdup_printf ("%s WHERE %s = ?1 ORDER BY %s", sql->select,
                       plenum_type_get_info (type)->fields[field].name, sql->order);
  sqlite3_stmt *statement = plenum_database_prepare (database, query, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  int result;

  if (statement == NULL)
    return NULL;

  if (field >= 0)
    sqlite3_bind_text (statement, 1, value, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (records, read_record (statement, type));
  if (result != SQLITE_DONE)
    plenum_database_set_error (database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&records) : NULL;
}

static gboolean
insert_record (PlenumDatabase *database, const char *sql, PlenumRecord *record, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  sqlite3_stmt *statement = plenum_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, plenum_record_get_id (record), -1, SQLITE_STATIC);
  for (guint i = 0; i < plenum_type_get_info (type)->n_fields; i++)
    bind_field (statement, i + 2, record, i);

  return finish (database, statement, error);
}

gboolean
plenum_rows_insert (PlenumDatabase *database, PlenumRecord *record, GError **error)
{
  return insert_record (database, get_sql (plenum_record_get_record_type (record))->insert, record, error);
}

/**
 * plenum_rows_try_insert:
 * @inserted: (out): whether it was; not if there is a row of that id
 */
gboolean
plenum_rows_try_insert (PlenumDatabase *database, PlenumRecord *record, gboolean *inserted, GError **error)
{
  const TypeSql *sql = get_sql (plenum_record_get_record_type (record));

  if (!insert_record (database, sql->try_insert, record, error))
    return FALSE;

  *inserted = sqlite3_changes (plenum_database_get (database)) > 0;
  return TRUE;
}

/**
 * plenum_rows_update:
 * @before: the row as it is
 * @record: the row as it shall be
 *
 * Writes the fields that differ, so that the changeset names only those.
 */
gboolean
plenum_rows_update (PlenumDatabase *database, PlenumRecord *before, PlenumRecord *record, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement;

  g_string_printf (sql, "UPDATE %s SET ", info->name);
  for (guint i = 0, n = 0; i < info->n_fields; i++)
    if (!plenum_record_field_equal (before, record, i))
      g_string_append_printf (sql, "%s%s = ?%u", n++ > 0 ? ", " : "", info->fields[i].name, i + 2);
  if (g_str_has_suffix (sql->str, "SET "))
    return TRUE;
  g_string_append (sql, " WHERE id = ?1");

  statement = plenum_database_prepare (database, sql->str, error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, plenum_record_get_id (record), -1, SQLITE_STATIC);
  for (guint i = 0; i < info->n_fields; i++)
    if (!plenum_record_field_equal (before, record, i))
      bind_field (statement, i + 2, record, i);

  return finish (database, statement, error);
}

/**
 * plenum_rows_set_pair:
 * @first: a field that holds a number
 * @second: another
 *
 * Writes two numbers without reading the row: for thousands of them at once.
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND if there is no such row
 */
gboolean
plenum_rows_set_pair (PlenumDatabase *database, PlenumRecordType type, const char *id, guint first, gint64 one,
                      guint second, gint64 other, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET %s = ?2, %s = ?3 WHERE id = ?1", info->name,
                                          info->fields[first].name, info->fields[second].name);

  if (!plenum_database_run (database, error, sql, "tii", id, one, other))
    return FALSE;
  if (sqlite3_changes (plenum_database_get (database)) > 0)
    return TRUE;

  set_not_found (type, id, error);
  return FALSE;
}

/**
 * plenum_rows_delete:
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND if there is no such row
 */
gboolean
plenum_rows_delete (PlenumDatabase *database, PlenumRecordType type, const char *id, GError **error)
{
  if (!plenum_database_run (database, error, get_sql (type)->remove, "t", id))
    return FALSE;

  if (sqlite3_changes (plenum_database_get (database)) == 0)
    {
      set_not_found (type, id, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * plenum_rows_get_stamps:
 *
 * Returns: (transfer full) (nullable): the stamps of the row with that id
 */
PlenumStamps *
plenum_rows_get_stamps (PlenumDatabase *database, const char *id)
{
  sqlite3_stmt *statement = plenum_database_prepare (database, "SELECT base, fields FROM stamp WHERE record = ?1", NULL);
  PlenumStamps *stamps = NULL;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) == SQLITE_ROW)
    stamps = plenum_stamps_new ((const char *) sqlite3_column_text (statement, 0),
                                (const char *) sqlite3_column_text (statement, 1));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return stamps;
}

/**
 * plenum_rows_stamp_fields:
 * @names: names of fields of the row with that id, with semicolons between them
 *
 * Gives these fields a stamp, or all of them where the row has no stamps yet.
 */
gboolean
plenum_rows_stamp_fields (PlenumDatabase *database, const char *id, const char *names, const char *stamp, GError **error)
{
  return plenum_database_run (database, error,
                              "INSERT INTO stamp (record, base) VALUES (?1, ?3)"
                              " ON CONFLICT (record) DO UPDATE SET fields = stamped (base, fields, ?2, ?3)",
                              "ttt", id, names, stamp);
}

gboolean
plenum_rows_put_stamps (PlenumDatabase *database, const char *id, PlenumStamps *stamps, GError **error)
{
  g_autofree char *fields = plenum_stamps_to_text (stamps);

  return plenum_database_run (database, error,
                              "INSERT INTO stamp (record, base, fields) VALUES (?1, ?2, ?3)"
                              " ON CONFLICT (record) DO UPDATE SET base = excluded.base, fields = excluded.fields",
                              "ttt", id, plenum_stamps_get_base (stamps), fields);
}
