/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-store-private.h"

/**
 * plenum_store_warm_up:
 *
 * Writes what stands there already, the first time that it is called. The log into
 * which SQLite writes is a new file after each start, whose name and place the disk
 * has to learn with the first writing: that takes longer than to store a card, and
 * nobody shall wait for it who types one.
 *
 * Does nothing while another program writes, and tells nobody of a failure: it shows
 * again, with somebody to tell it to, when there is something to write.
 */
void
plenum_store_warm_up (PlenumStore *self)
{
  sqlite3 *handle = plenum_database_get (self->database);

  if (self->warm)
    return;

  self->warm = TRUE;
  sqlite3_busy_timeout (handle, 0);
  sqlite3_exec (handle, "REPLACE INTO setting (key, value) SELECT key, value FROM setting WHERE key = 'node'", NULL, NULL, NULL);
  sqlite3_busy_timeout (handle, PLENUM_DATABASE_PATIENCE);
}
