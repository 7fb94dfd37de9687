/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers that two people type, after what they typed on two computers came together. A
 * paper is one vote, wherever it was typed, and how often. Ids follow from those of the
 * ballots before, so that each computer comes to the same. */
#include "plenum-paper-actions.h"

#include <string.h>

#include "plenum-store-private.h"

/* What was typed of papers with a number: counted, or a reading. */
#define ITEMS_SQL \
  "WITH item AS MATERIALIZED (SELECT ballot.id, poll, voters > 0 AS counted, state = 'open' AS open," \
  " json_extract (ballot.extra, '$.paper') AS paper, json_extract (ballot.extra, '$.typist') AS typist," \
  " coalesce (" PLENUM_CHOICES_SQL ("choices") ", '') AS said" \
  " FROM ballot JOIN poll ON poll.id = poll WHERE ballot.workshop = ?1" \
  " AND json_extract (ballot.extra, '$.paper') IS NOT NULL)"

/* Of two ballots of a paper that say the same, the one with the smaller id is kept; so it
 * is of two readings by one person. A reading that says the same as a ballot says nothing
 * new. */
#define SPARE_SQL ITEMS_SQL \
  "SELECT one.id, NULL FROM item AS one JOIN item AS other USING (poll, paper, said)" \
  " WHERE one.id <> other.id AND CASE WHEN other.counted THEN NOT one.counted OR other.id < one.id" \
  " ELSE NOT one.counted AND one.typist IS other.typist AND other.id < one.id END GROUP BY one.id"

/* Two ballots of a paper that say different things. */
#define CONTRARY_SQL ITEMS_SQL \
  "SELECT one.id, one.id FROM item AS one JOIN item AS other USING (poll, paper)" \
  " WHERE one.counted AND other.counted AND one.open AND one.said <> other.said GROUP BY one.id"

/* Two readings by different people that say the same, of a paper that does not count.
 * Of two ballots nobody knows who typed them, so one alone does not speak for two. */
#define AGREED_SQL ITEMS_SQL \
  "SELECT min (one.id), other.id FROM item AS one JOIN item AS other USING (poll, paper, said)" \
  " WHERE one.open AND one.id < other.id AND one.typist IS NOT other.typist" \
  " AND NOT EXISTS (SELECT 1 FROM item AS done WHERE done.poll = one.poll AND done.paper = one.paper AND done.counted)" \
  " GROUP BY one.poll, one.paper"

#define READINGS_SQL \
  "SELECT id, NULL FROM ballot WHERE poll = ?1 AND voters = 0 AND json_extract (extra, '$.paper') = ?2"

/* Pairs of ids, the second of which may be %NULL. */
static GPtrArray *
list_ids (PlenumDatabase *database, const char *sql, const char *where, gint64 paper, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = plenum_database_prepare (database, sql, error);
  int result;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_text (statement, 1, where, -1, SQLITE_STATIC);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, paper);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    for (int i = 0; i < 2; i++)
      g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, i)));
  if (result != SQLITE_DONE)
    plenum_database_set_error (database, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return result == SQLITE_DONE ? g_steal_pointer (&ids) : NULL;
}

/* As old as @one, and the same wherever it is made. */
static char *
derive_id (const char *one, const char *other)
{
  g_autofree char *both = g_strconcat (one, " ", other, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);
  char *id = g_strdup (one);

  memcpy (id + 20, digest, 3); /* what goes before says when */
  memcpy (id + 24, digest + 3, 12);

  return id;
}

/* Puts a ballot with @voters, or a reading, in the place of another; nobody's name and
 * nothing of how it was typed is kept. */
static gboolean
put_instead (PlenumEdit *edit, const char *old, const char *other, gint64 voters, gint64 *paper, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autoptr (PlenumRecord) ballot = plenum_store_get (store, PLENUM_BALLOT, old, error);
  g_autofree char *id = derive_id (old, other);
  g_autoptr (PlenumRecord) copy = NULL;
  g_autofree char *extra = NULL;

  if (ballot == NULL)
    return FALSE;

  copy = plenum_record_copy (ballot, id);
  extra = plenum_database_text (store->database, "SELECT json_remove (?1, '$.typist', '$.typed')", "t",
                                plenum_record_get_text (ballot, PLENUM_BALLOT_EXTRA));
  *paper = plenum_database_number (store->database, "SELECT json_extract (?1, '$.paper')", "t", extra);
  plenum_record_set_text (copy, PLENUM_BALLOT_EXTRA, extra);
  plenum_record_set_integer (copy, PLENUM_BALLOT_VOTERS, voters);

  return plenum_edit_delete (edit, PLENUM_BALLOT, old, error) && plenum_edit_insert (edit, copy, error);
}

static gboolean
drop (PlenumEdit *edit, GPtrArray *ids, GError **error)
{
  for (guint i = 0; ids != NULL && i < ids->len; i += 2)
    if (!plenum_edit_delete (edit, PLENUM_BALLOT, ids->pdata[i], error))
      return FALSE;

  return ids != NULL;
}

static gboolean
count_agreed (PlenumEdit *edit, const char *one, const char *other, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (edit);
  g_autofree char *poll = plenum_database_text (store->database, "SELECT poll FROM ballot WHERE id = ?1", "t", one);
  g_autoptr (GPtrArray) rest = NULL;
  gint64 paper;

  if (!put_instead (edit, one, other, 1, &paper, error))
    return FALSE;

  rest = list_ids (store->database, READINGS_SQL, poll, paper, error);
  return drop (edit, rest, error);
}

/**
 * plenum_edit_settle_papers:
 * @workshop: the id of a workshop into which something was merged
 *
 * Lets each paper be one vote: what was typed of it on several computers counts once if
 * it is the same, as soon as two people have typed it. If two computers count different
 * things, the paper waits until somebody types it again. Where a poll is closed, nothing
 * new counts, and what differs stays.
 */
gboolean
plenum_edit_settle_papers (PlenumEdit *edit, const char *workshop, GError **error)
{
  PlenumDatabase *database = plenum_edit_get_store (edit)->database;
  g_autoptr (GPtrArray) spare = list_ids (database, SPARE_SQL, workshop, 0, error);
  g_autoptr (GPtrArray) contrary = NULL;
  g_autoptr (GPtrArray) agreed = NULL;
  gint64 paper;

  if (!drop (edit, spare, error))
    return FALSE;

  contrary = list_ids (database, CONTRARY_SQL, workshop, 0, error);
  for (guint i = 0; contrary != NULL && i < contrary->len; i += 2)
    if (!put_instead (edit, contrary->pdata[i], contrary->pdata[i + 1], 0, &paper, error))
      return FALSE;
  agreed = contrary != NULL ? list_ids (database, AGREED_SQL, workshop, 0, error) : NULL;
  for (guint i = 0; agreed != NULL && i < agreed->len; i += 2)
    if (!count_agreed (edit, agreed->pdata[i], agreed->pdata[i + 1], error))
      return FALSE;

  return agreed != NULL;
}
