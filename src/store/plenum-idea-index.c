/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-idea-index.h"

#include <sqlite3.h>

#define MUCH  (8 * 1024 * 1024) /* bytes */
#define USUAL (1024 * 1024)     /* as FTS5 has it */

/**
 * plenum_idea_index_add:
 * @id: an idea whose words are not in the index
 * @title: (nullable): its title
 * @text: its text
 *
 * One row of VALUES, not a SELECT: before a statement that may write several rows
 * SQLite asks for a savepoint, and FTS5 writes all it has gathered to the disk.
 */
gboolean
plenum_idea_index_add (PlenumDatabase *database, const char *id, const char *title, const char *text, GError **error)
{
  gint64 row;

  if (!plenum_database_run (database, error, "INSERT OR IGNORE INTO idea_row (id) VALUES (?1)", "t", id))
    return FALSE;

  row = sqlite3_changes (plenum_database_get (database)) > 0
        ? sqlite3_last_insert_rowid (plenum_database_get (database))
        : plenum_database_number (database, "SELECT row FROM idea_row WHERE id = ?1", "t", id);

  return plenum_database_run (database, error, "INSERT INTO idea_search (rowid, title, text) VALUES (?1, ?2, ?3)",
                              "itt", row, title, text);
}

/**
 * plenum_idea_index_remove:
 * @title: (nullable): as it was given to plenum_idea_index_add()
 * @text: the same
 */
gboolean
plenum_idea_index_remove (PlenumDatabase *database, const char *id, const char *title, const char *text, GError **error)
{
  return plenum_database_run (database, error,
                              "INSERT INTO idea_search (idea_search, rowid, title, text)"
                              " SELECT 'delete', row, ?2, ?3 FROM idea_row WHERE id = ?1", "ttt", id, title, text);
}

/**
 * plenum_idea_index_forget:
 *
 * Lets go of the place of an idea that is gone, once its words are removed.
 */
gboolean
plenum_idea_index_forget (PlenumDatabase *database, const char *id, GError **error)
{
  return plenum_database_run (database, error, "DELETE FROM idea_row WHERE id = ?1", "t", id);
}

/**
 * plenum_idea_index_gather:
 * @much: before very many ideas are added; not, afterwards
 *
 * How many words are kept in memory before they are written to the disk. Each time
 * they are, what there is already has to be merged with them.
 */
gboolean
plenum_idea_index_gather (PlenumDatabase *database, gboolean much, GError **error)
{
  return plenum_database_run (database, error, "INSERT INTO idea_search (idea_search, rank) VALUES ('hashsize', ?1)",
                              "i", (gint64) (much ? MUCH : USUAL));
}
