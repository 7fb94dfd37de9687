/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What writing costs beside the writing itself is paid while nobody waits. */
#include "plenum-store-private.h"

/* Of the log of what is not yet in the library's file. At rest it is moved there when it
 * is as long as SQLite itself lets it become; without any rest, when it is ten times that. */
#define LOG_AT_REST 1000
#define LOG_AT_MOST 10000 /* 40 MB */

static void
move_log (PlenumStore *self)
{
  sqlite3 *handle = plenum_database_get (self->database);

  /* What somebody still reads stays in the log and is moved the next time. */
  sqlite3_wal_checkpoint_v2 (handle, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  self->log_pages = 0;
}

static int
written_cb (gpointer user_data, sqlite3 *handle, const char *name, int pages)
{
  PlenumStore *self = user_data;

  self->log_pages = pages;
  if (pages >= LOG_AT_MOST)
    move_log (self);

  return SQLITE_OK;
}

/**
 * plenum_store_put_off:
 *
 * Leaves to plenum_store_rest() what SQLite would do at the end of every so many
 * writings, with somebody waiting for just that one. What is written is durable all
 * the same.
 */
void
plenum_store_put_off (PlenumStore *self)
{
  g_return_if_fail (self != NULL);

  sqlite3_wal_hook (plenum_database_get (self->database), written_cb, self);
}

/* The log is a new file after each start, whose name and place the disk has to learn
 * with the first writing: that takes longer than to store a card. */
static void
write_first (PlenumStore *self)
{
  sqlite3 *handle = plenum_database_get (self->database);

  if (self->warm)
    return;

  self->warm = TRUE;
  sqlite3_exec (handle, "REPLACE INTO setting (key, value) SELECT key, value FROM setting WHERE key = 'node'", NULL, NULL, NULL);
}

/**
 * plenum_store_rest:
 *
 * To be called while nothing is asked of the store. The first time, writes what stands
 * there already, so that nobody who types a card waits for what only the first writing
 * takes; later moves a long log into the library's file.
 *
 * Does nothing while another program writes, and tells nobody of a failure: it shows
 * again, with somebody to tell it to, when there is something to write.
 */
void
plenum_store_rest (PlenumStore *self)
{
  sqlite3 *handle;

  g_return_if_fail (self != NULL);

  handle = plenum_database_get (self->database);
  sqlite3_busy_timeout (handle, 0);
  write_first (self);
  if (self->log_pages >= LOG_AT_REST)
    move_log (self);
  sqlite3_busy_timeout (handle, PLENUM_DATABASE_PATIENCE);
}
