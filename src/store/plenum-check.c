/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the library is what it should be. */
#include <glib/gi18n-lib.h>

#include "plenum-changeset.h"
#include "plenum-maintenance.h"
#include "plenum-store-private.h"

static void
collect_texts (PlenumStore *self, const char *sql, GPtrArray *problems)
{
  sqlite3_stmt *statement = plenum_database_prepare (self->database, sql, NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (problems, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  if (statement != NULL)
    sqlite3_reset (statement);
}

static void
check_foreign_keys (PlenumStore *self, GPtrArray *problems)
{
  sqlite3_stmt *statement = plenum_database_prepare (self->database, "PRAGMA foreign_key_check", NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (problems, g_strdup_printf (_("A row of “%s” refers to a row of “%s” that does not exist"),
                                                (const char *) sqlite3_column_text (statement, 0),
                                                (const char *) sqlite3_column_text (statement, 2)));
  if (statement != NULL)
    sqlite3_reset (statement);
}

static void
check_stamps (PlenumStore *self, GPtrArray *problems)
{
  gint64 last;

  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);
      g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE id NOT IN (SELECT record FROM stamp)", info->name);
      gint64 missing = info->immutable ? 0 : plenum_database_number (self->database, sql, "");

      if (missing > 0)
        g_ptr_array_add (problems, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                 "%lld row of “%s” has no stamp",
                                                                 "%lld rows of “%s” have no stamp", missing),
                                                    (long long) missing, info->name));
    }

  last = plenum_database_number (self->database,
                                 "SELECT count (*) FROM stamp WHERE base > (SELECT value FROM setting WHERE key = 'clock')", "");
  if (last > 0)
    g_ptr_array_add (problems, g_strdup (_("The library's clock is behind the stamps in it")));
}

static void
check_history (PlenumStore *self, GPtrArray *problems)
{
  sqlite3_stmt *statement = plenum_database_prepare (self->database, "SELECT id, changeset FROM action WHERE changeset IS NOT NULL", NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) changeset = g_bytes_new (sqlite3_column_blob (statement, 1), sqlite3_column_bytes (statement, 1));
      g_autoptr (GBytes) inverse = plenum_changeset_invert (changeset, NULL);

      if (inverse == NULL)
        g_ptr_array_add (problems, g_strdup_printf (_("Entry %lld of the history is damaged and cannot be undone"),
                                                    (long long) sqlite3_column_int64 (statement, 0)));
    }
  if (statement != NULL)
    sqlite3_reset (statement);
}

static void
check_search (PlenumStore *self, GPtrArray *problems)
{
  if (!plenum_database_exec (self->database, "INSERT INTO idea_search (idea_search, rank) VALUES ('integrity-check', 1)", NULL))
    g_ptr_array_add (problems, g_strdup (_("The search index does not fit the ideas")));
}

static GPtrArray *
find_problems (PlenumStore *self)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  collect_texts (self, "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'", problems);
  check_foreign_keys (self, problems);
  check_stamps (self, problems);
  check_history (self, problems);
  check_search (self, problems);

  return problems;
}

/* What can be made anew from the rows themselves. A missing stamp is made the
 * oldest there can be, so that it never beats anything; what refers to nothing
 * is left, since only a person can say what it should refer to. */
static gboolean
mend (PlenumStore *self, GError **error)
{
  char stamp[PLENUM_STAMP_LENGTH + 1];
  g_autofree char *newest = NULL;

  if (!plenum_store_begin (self, error))
    return FALSE;

  for (guint i = 0; i < PLENUM_N_TYPES; i++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (i);
      g_autofree char *sql = g_strdup_printf ("INSERT INTO stamp (record, base) SELECT id, '000000000000-0000-00000000' FROM %s"
                                              " WHERE id NOT IN (SELECT record FROM stamp)", info->name);

      if (!info->immutable && !plenum_database_exec (self->database, sql, error))
        goto failed;
    }

  newest = plenum_database_text (self->database, "SELECT max (base) FROM stamp", "");
  if (plenum_stamp_is_valid (newest))
    plenum_clock_observe (self->clock, newest);
  plenum_clock_now (self->clock, stamp);
  if (plenum_database_exec (self->database, "REINDEX; INSERT INTO idea_search (idea_search) VALUES ('rebuild')", error)
      && plenum_store_remember (self, error)
      && plenum_database_commit (self->database, error))
    return TRUE;

failed:
  plenum_database_roll_back (self->database);
  return FALSE;
}

/**
 * plenum_store_check:
 * @repair: whether to mend what can be made anew: indexes, search, missing stamps
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what is wrong, after
 *   the repair if there was one, in the user's language; empty if all is well.
 *   %NULL if the repair failed; the library is as it was then.
 */
GPtrArray *
plenum_store_check (PlenumStore *self, gboolean repair, GError **error)
{
  GPtrArray *problems = find_problems (self);

  if (problems->len == 0 || !repair)
    return problems;

  g_ptr_array_unref (problems);
  return mend (self, error) ? find_problems (self) : NULL;
}
