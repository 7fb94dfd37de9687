/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-summary.h"

#include "plenum-rows.h"
#include "plenum-store-private.h"

void
plenum_summary_free (PlenumSummary *summary)
{
  g_object_unref (summary->workshop);
  g_free (summary);
}

static GHashTable *
count_by_workshop (PlenumStore *self, PlenumRecordType type, GError **error)
{
  /* Cards that were merged into another are not counted beside it. */
  g_autofree char *sql = g_strdup_printf ("SELECT workshop, count (*) FROM %s %s GROUP BY workshop",
                                          plenum_type_get_info (type)->name,
                                          type == PLENUM_IDEA ? "WHERE face IS NULL" : "");
  sqlite3_stmt *statement = plenum_database_prepare (self->database, sql, error);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_insert (counts, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                         GUINT_TO_POINTER (sqlite3_column_int (statement, 1)));
  if (statement != NULL)
    sqlite3_reset (statement);

  return counts;
}

/**
 * plenum_store_list_summaries:
 *
 * Returns: (transfer full) (nullable) (element-type PlenumSummary): all
 *   workshops, in the order they were made
 */
GPtrArray *
plenum_store_list_summaries (PlenumStore *self, GError **error)
{
  g_autoptr (GPtrArray) workshops = plenum_rows_list (self->database, PLENUM_WORKSHOP, -1, NULL, error);
  g_autoptr (GHashTable) ideas = NULL;
  g_autoptr (GHashTable) participants = NULL;
  g_autoptr (GHashTable) polls = NULL;
  GPtrArray *summaries;

  if (workshops == NULL)
    return NULL;

  ideas = count_by_workshop (self, PLENUM_IDEA, NULL);
  participants = count_by_workshop (self, PLENUM_PARTICIPANT, NULL);
  polls = count_by_workshop (self, PLENUM_POLL, NULL);
  summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_summary_free);
  for (guint i = 0; i < workshops->len; i++)
    {
      PlenumSummary *summary = g_new0 (PlenumSummary, 1);
      const char *id = plenum_record_get_id (workshops->pdata[i]);

      summary->workshop = g_object_ref (workshops->pdata[i]);
      summary->ideas = GPOINTER_TO_UINT (g_hash_table_lookup (ideas, id));
      summary->participants = GPOINTER_TO_UINT (g_hash_table_lookup (participants, id));
      summary->polls = GPOINTER_TO_UINT (g_hash_table_lookup (polls, id));
      g_ptr_array_add (summaries, summary);
    }

  return summaries;
}

/**
 * plenum_store_count_cards:
 *
 * Returns: how many cards lie in @area, those that were merged into another not counted
 */
gint64
plenum_store_count_cards (PlenumStore *self, const char *area)
{
  return plenum_database_number (self->database, "SELECT count (*) FROM idea WHERE area = ?1 AND face IS NULL", "t", area);
}
