/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding: ideas by their words, anything by what a person calls it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-store-private.h"
#include "plenum-uuid.h"

#define SHORT_ID 8 /* characters of an id that are enough to name it */

/* What a person typed as an FTS5 query: each word a prefix, all must be there.
 * Quoting leaves no syntax to a hostile query. */
static char *
to_match (const char *query)
{
  g_auto (GStrv) words = g_strsplit_set (query, " \t\r\n", -1);
  GString *match = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      if (**word != '\0')
        g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", quoted);
    }

  return g_string_free (match, FALSE);
}

/**
 * plenum_store_search_ideas:
 * @workshop: (nullable): where to look, or %NULL for everywhere
 * @query: beginnings of words that must all be in the idea
 *
 * Returns: (transfer full) (nullable) (element-type utf8): ids, best match first
 */
GPtrArray *
plenum_store_search_ideas (PlenumStore *self, const char *workshop, const char *query, GError **error)
{
  g_autofree char *match = to_match (query);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;
  int result;

  if (*match == '\0')
    return g_steal_pointer (&ids);

  statement = plenum_database_prepare (
    self->database,
    "SELECT idea.id FROM idea_search JOIN idea_row ON idea_row.row = idea_search.rowid JOIN idea ON idea.id = idea_row.id"
    " WHERE idea_search MATCH ?1 AND (?2 IS NULL OR idea.workshop = ?2) ORDER BY idea_search.rank, idea.id", error);
  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, workshop, -1, SQLITE_STATIC);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (result != SQLITE_DONE)
    plenum_database_set_error (self->database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

static gboolean
is_short_id (const char *name)
{
  gsize length = strlen (name);

  if (length < SHORT_ID || length > PLENUM_UUID_LENGTH)
    return FALSE;

  return strspn (name, "0123456789abcdef-") == length;
}

/* Ids that begin with @name, or whose title is @name; at most two. */
static GPtrArray *
find_named (PlenumStore *self, PlenumRecordType type, const char *name)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  int title = plenum_type_find_field (type, "title");
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE (?2 AND substr (id, 1, length (?1)) = ?1) OR %s = ?1 LIMIT 2",
                                          info->name, title >= 0 ? "title" : "id");
  sqlite3_stmt *statement = plenum_database_prepare (self->database, sql, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (statement == NULL)
    return ids;

  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, is_short_id (name));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return ids;
}

/**
 * plenum_store_resolve:
 * @name: an id, at least its first 8 characters, or the exact title
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND, %PLENUM_STORE_ERROR_AMBIGUOUS
 *
 * Returns: (transfer full) (nullable): the id
 */
char *
plenum_store_resolve (PlenumStore *self, PlenumRecordType type, const char *name, GError **error)
{
  g_autoptr (GPtrArray) ids = find_named (self, type, name);

  if (ids->len == 1)
    return g_strdup (ids->pdata[0]);

  if (ids->len == 0)
    g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND,
                 /* Translators: first a technical name such as "workshop", then what was typed */
                 _("There is no %s “%s”. Give its id, the first 8 characters of its id, or its exact title."),
                 plenum_type_get_info (type)->name, name);
  else
    g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_AMBIGUOUS,
                 /* Translators: first a technical name such as "workshop", then what was typed */
                 _("More than one %s is called “%s”. Give its whole id."),
                 plenum_type_get_info (type)->name, name);
  return NULL;
}
