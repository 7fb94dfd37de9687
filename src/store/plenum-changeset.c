/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An action's changeset is its history entry; its inverse is undo; and what it
 * touched is what gets stamped and announced. */
#include "plenum-changeset.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-idea-index.h"
#include "plenum-rows.h"
#include "plenum-store.h"

/* Recorded beside the types' own tables: "other" always, the rest for imports,
 * whose stamps are part of what they did. */
static const char * const stamp_tables[] = { "stamp", "tombstone" };

/* Recorded for all but imports. A text that lost is kept whatever becomes of the import that
 * lost it: other copies may have heard from us meanwhile, and take it that we kept it. */
static const char conflict_table[] = "conflict";

/**
 * plenum_changeset_set_failed:
 *
 * Says that what an action did could not be written down for its undo.
 */
void
plenum_changeset_set_failed (GError **error)
{
  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                       _("The change could not be recorded. Nothing was changed."));
}

/**
 * plenum_changeset_record:
 * @with_stamps: whether stamps and tombstones belong to the change itself
 *
 * Returns: (transfer full) (nullable): a session, for plenum_changeset_finish()
 */
sqlite3_session *
plenum_changeset_record (PlenumDatabase *database, gboolean with_stamps, GError **error)
{
  sqlite3_session *session = NULL;
  int result = sqlite3session_create (plenum_database_get (database), "main", &session);

  for (guint i = 0; result == SQLITE_OK && i < PLENUM_N_TYPES; i++)
    result = sqlite3session_attach (session, plenum_type_get_info (i)->name);
  if (result == SQLITE_OK)
    result = sqlite3session_attach (session, "other");
  for (guint i = 0; result == SQLITE_OK && with_stamps && i < G_N_ELEMENTS (stamp_tables); i++)
    result = sqlite3session_attach (session, stamp_tables[i]);
  if (result == SQLITE_OK && !with_stamps)
    result = sqlite3session_attach (session, conflict_table);

  if (result == SQLITE_OK)
    return session;

  sqlite3session_delete (session);
  plenum_changeset_set_failed (error);
  return NULL;
}

/**
 * plenum_changeset_finish:
 * @session: (transfer full): what plenum_changeset_record() gave
 *
 * Returns: (transfer full) (nullable): what happened since, empty if nothing did
 */
GBytes *
plenum_changeset_finish (PlenumDatabase *database, sqlite3_session *session, GError **error)
{
  void *data = NULL;
  int size = 0;
  int result = sqlite3session_changeset (session, &size, &data);

  sqlite3session_delete (session);
  if (result != SQLITE_OK)
    {
      plenum_changeset_set_failed (error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

GBytes *
plenum_changeset_invert (GBytes *changeset, GError **error)
{
  void *data = NULL;
  int size = 0;

  if (sqlite3changeset_invert (g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL), &size, &data) != SQLITE_OK)
    {
      plenum_changeset_set_failed (error);
      return NULL;
    }

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

static gboolean
is_beside (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamp_tables); i++)
    if (strcmp (table, stamp_tables[i]) == 0)
      return TRUE;

  return strcmp (table, conflict_table) == 0;
}

/* Stamps move on with every later change, so only the rows themselves decide
 * whether something later stands in the way. */
static int
conflict_cb (void *data, int kind, sqlite3_changeset_iter *iter)
{
  gboolean *stopped = data;
  const char *table = NULL;
  int n_columns, operation, indirect;

  if (kind != SQLITE_CHANGESET_FOREIGN_KEY)
    sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);

  if (table != NULL && is_beside (table))
    return kind == SQLITE_CHANGESET_DATA || kind == SQLITE_CHANGESET_CONFLICT
           ? SQLITE_CHANGESET_REPLACE : SQLITE_CHANGESET_OMIT;

  *stopped = TRUE;
  return SQLITE_CHANGESET_ABORT;
}

/**
 * plenum_changeset_apply:
 *
 * Errors: %PLENUM_STORE_ERROR_CONFLICT if the rows are no longer as the change
 * left them. Nothing is applied then.
 */
gboolean
plenum_changeset_apply (PlenumDatabase *database, GBytes *changeset, GError **error)
{
  gboolean stopped = FALSE;
  int result = sqlite3changeset_apply (plenum_database_get (database), g_bytes_get_size (changeset),
                                       (void *) g_bytes_get_data (changeset, NULL), NULL, conflict_cb, &stopped);

  if (result == SQLITE_OK)
    return TRUE;

  if (stopped || (result & 0xff) == SQLITE_CONSTRAINT)
    g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_CONFLICT,
                         _("This cannot be undone or redone, because something later changed the same. Undo the later change first."));
  else
    plenum_database_set_error (database, error);
  return FALSE;
}

/* Beside SQLITE_INSERT and so on: a conflict about the record was settled, or is open again. */
#define CONFLICT_CHANGED 0

/* Calls @func for each row of a known type, until it returns FALSE. */
typedef gboolean (*RowFunc) (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type,
                             int operation, const char *id, gpointer data, GError **error);

/* The type of the record that a row is about; @operation becomes CONFLICT_CHANGED where it is no
 * row of its own. */
static gboolean
find_type (PlenumDatabase *database, const char *table, const char *id, PlenumRecordType *type, int *operation)
{
  g_autofree char *name = NULL;

  if (plenum_type_from_name (table, type))
    return TRUE;
  if (strcmp (table, conflict_table) != 0)
    return FALSE;

  *operation = CONFLICT_CHANGED;
  *type = PLENUM_WORKSHOP;
  /* Such rows are never deleted, but with their workshop. */
  name = database != NULL
         ? plenum_database_text (database, "SELECT type FROM conflict WHERE record = ?1 LIMIT 1", "t", id) : NULL;

  return database == NULL || (name != NULL && plenum_type_from_name (name, type));
}

static gboolean
for_each_row (PlenumDatabase *database, GBytes *changeset, RowFunc func, gpointer data, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  gboolean going = TRUE;

  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  if (sqlite3changeset_start (&iter, g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL)) != SQLITE_OK)
    {
      plenum_changeset_set_failed (error);
      return FALSE;
    }

  while (going && sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;
      sqlite3_value *value = NULL;
      PlenumRecordType type;
      const char *id;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      if (operation == SQLITE_INSERT)
        sqlite3changeset_new (iter, 0, &value);
      else
        sqlite3changeset_old (iter, 0, &value);
      id = value != NULL ? (const char *) sqlite3_value_text (value) : NULL;
      if (id != NULL && find_type (database, table, id, &type, &operation))
        going = func (database, iter, type, operation, id, data, error);
    }

  sqlite3changeset_finalize (iter);
  return going;
}

/* The workshop of the row: its own id, or its first field. */
static char *
get_workshop (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type, int operation, const char *id)
{
  sqlite3_value *value = NULL;
  g_autofree char *sql = NULL;

  if (type == PLENUM_WORKSHOP)
    return g_strdup (id);
  if (operation == CONFLICT_CHANGED)
    return plenum_database_text (database, "SELECT workshop FROM conflict WHERE record = ?1 LIMIT 1", "t", id);

  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 1, &value);
  else
    sqlite3changeset_old (iter, 1, &value);
  if (value != NULL && sqlite3_value_type (value) == SQLITE_TEXT)
    return g_strdup ((const char *) sqlite3_value_text (value));

  /* An update names only what it changed. */
  sql = g_strdup_printf ("SELECT workshop FROM %s WHERE id = ?1", plenum_type_get_info (type)->name);
  return plenum_database_text (database, sql, "t", id);
}

/* The fields that an update changed. */
static gboolean
stamp_fields (PlenumDatabase *database, sqlite3_changeset_iter *iter, const PlenumTypeInfo *info,
              const char *id, const char *stamp, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < info->n_fields; i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_new (iter, i + 1, &value) != SQLITE_OK || value == NULL)
        continue;
      if (names->len > 0)
        g_string_append_c (names, ';');
      g_string_append (names, info->fields[i].name);
    }

  return plenum_rows_stamp_fields (database, id, names->str, stamp, error);
}

static gboolean
stamp_all (PlenumDatabase *database, const char *id, const char *stamp, GError **error)
{
  g_autoptr (PlenumStamps) stamps = plenum_stamps_new (stamp, NULL);

  return plenum_rows_put_stamps (database, id, stamps, error);
}

static gboolean
stamp_row (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type, int operation,
           const char *id, gpointer stamp, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);

  if (operation == CONFLICT_CHANGED)
    return TRUE;
  if (operation == SQLITE_DELETE)
    {
      g_autofree char *workshop = get_workshop (database, iter, type, operation, id);

      return plenum_database_run (database, error, "DELETE FROM stamp WHERE record = ?1", "t", id)
             && plenum_database_run (database, error,
                                     "INSERT OR REPLACE INTO tombstone (id, type, workshop, stamp) VALUES (?1, ?2, ?3, ?4)",
                                     "tttt", id, info->name, workshop != NULL ? workshop : id, stamp);
    }

  if (operation == SQLITE_INSERT
      && !plenum_database_run (database, error, "DELETE FROM tombstone WHERE id = ?1", "t", id))
    return FALSE;
  if (info->immutable)
    return TRUE;

  return operation == SQLITE_UPDATE ? stamp_fields (database, iter, info, id, stamp, error)
                                    : stamp_all (database, id, stamp, error);
}

/* The text before, or the text now where the change did not touch it. */
static char *
old_text (sqlite3_changeset_iter *iter, guint field, PlenumRecord *now)
{
  sqlite3_value *value = NULL;

  if (sqlite3changeset_old (iter, field + 1, &value) == SQLITE_OK && value != NULL)
    return g_strdup ((const char *) sqlite3_value_text (value));

  return now != NULL ? g_strdup (plenum_record_get_text (now, field)) : NULL;
}

/* Whether an update changed the words of a card: most move it. */
static gboolean
says_otherwise (sqlite3_changeset_iter *iter)
{
  static const guint fields[] = { PLENUM_IDEA_TITLE, PLENUM_IDEA_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      sqlite3_value *value = NULL;

      if (sqlite3changeset_new (iter, fields[i] + 1, &value) == SQLITE_OK && value != NULL)
        return TRUE;
    }

  return FALSE;
}

static const char *
new_text (sqlite3_changeset_iter *iter, guint field)
{
  sqlite3_value *value = NULL;

  return sqlite3changeset_new (iter, field + 1, &value) == SQLITE_OK && value != NULL
           ? (const char *) sqlite3_value_text (value) : NULL;
}

static gboolean
index_row (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type, int operation,
           const char *id, gpointer data, GError **error)
{
  g_autoptr (PlenumRecord) now = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  if (type != PLENUM_IDEA || operation == CONFLICT_CHANGED || (operation == SQLITE_UPDATE && !says_otherwise (iter)))
    return TRUE;
  if (operation == SQLITE_INSERT) /* its words stand in the change itself */
    return plenum_idea_index_add (database, id, new_text (iter, PLENUM_IDEA_TITLE), new_text (iter, PLENUM_IDEA_TEXT), error);

  now = plenum_rows_get (database, type, id, NULL);
  title = old_text (iter, PLENUM_IDEA_TITLE, now);
  text = old_text (iter, PLENUM_IDEA_TEXT, now);
  if (!plenum_idea_index_remove (database, id, title, text, error))
    return FALSE;

  if (now == NULL)
    return plenum_idea_index_forget (database, id, error);

  return plenum_idea_index_add (database, id, plenum_record_get_text (now, PLENUM_IDEA_TITLE),
                                plenum_record_get_text (now, PLENUM_IDEA_TEXT), error);
}

/**
 * plenum_changeset_write_down:
 * @stamp: (nullable): the moment; %NULL where stamps came with what was changed
 *
 * Does beside the rows what goes with them, in the transaction in which they were
 * changed: gives every field that was changed that stamp and every row that was
 * deleted a tombstone, and brings the full-text search up to date.
 */
gboolean
plenum_changeset_write_down (PlenumDatabase *database, GBytes *changeset, const char *stamp, GError **error)
{
  return (stamp == NULL || for_each_row (database, changeset, stamp_row, (gpointer) stamp, error))
         && for_each_row (database, changeset, index_row, NULL, error);
}

static gboolean
collect_workshop (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type, int operation,
                  const char *id, gpointer data, GError **error)
{
  char *workshop = get_workshop (database, iter, type, operation, id);

  if (workshop != NULL)
    g_hash_table_add (data, workshop);
  return TRUE;
}

/**
 * plenum_changeset_workshops:
 *
 * Returns: (transfer full) (element-type utf8): the workshops it touches
 */
GHashTable *
plenum_changeset_workshops (PlenumDatabase *database, GBytes *changeset)
{
  GHashTable *workshops = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for_each_row (database, changeset, collect_workshop, workshops, NULL);
  return workshops;
}

static gboolean
announce_row (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type, int operation,
              const char *id, gpointer data, GError **error)
{
  plenum_changes_add (data, type, id, plenum_rows_get (database, type, id, NULL));
  return TRUE;
}

/**
 * plenum_changeset_announce:
 *
 * Adds to @changes each row the changeset touched, as it is now.
 */
void
plenum_changeset_announce (PlenumDatabase *database, GBytes *changeset, PlenumChanges *changes)
{
  for_each_row (database, changeset, announce_row, changes, NULL);
}

typedef struct
{
  const char *id;
  gboolean    found;
} Search;

static gboolean
is_text (sqlite3_value *value, const char *text)
{
  return value != NULL && sqlite3_value_type (value) == SQLITE_TEXT
         && g_strcmp0 ((const char *) sqlite3_value_text (value), text) == 0;
}

static gboolean
search_row (PlenumDatabase *database, sqlite3_changeset_iter *iter, PlenumRecordType type, int operation,
            const char *id, gpointer data, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  Search *search = data;

  search->found = g_strcmp0 (id, search->id) == 0;
  for (guint i = 0; !search->found && operation != CONFLICT_CHANGED && i < info->n_fields; i++)
    {
      sqlite3_value *before = NULL, *after = NULL;

      if (info->fields[i].kind != PLENUM_FIELD_REFERENCE)
        continue;
      if (operation != SQLITE_INSERT)
        sqlite3changeset_old (iter, i + 1, &before);
      if (operation != SQLITE_DELETE)
        sqlite3changeset_new (iter, i + 1, &after);
      search->found = is_text (before, search->id) || is_text (after, search->id);
    }

  return !search->found;
}

/**
 * plenum_changeset_touches:
 *
 * Returns: whether it changed the record @id, or made or let go of a row that
 *   refers to it: a tag, a comment, a place in a theme
 */
gboolean
plenum_changeset_touches (GBytes *changeset, const char *id)
{
  Search search = { id, FALSE };

  for_each_row (NULL, changeset, search_row, &search, NULL);
  return search.found;
}
