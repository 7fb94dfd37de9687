/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A function of SQL, so that a row's stamps are read and written by one statement:
 * who moves 5,000 cards waits for each statement 5,000 times. */
#include "plenum-stamp-function.h"

#include "plenum-stamps.h"
#include "plenum-store.h"

/* stamped (base, fields, names, stamp): the stamps in "fields" with that stamp for each
 * of the names, which stand between semicolons. */
static void
stamped (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  const char *base = (const char *) sqlite3_value_text (values[0]);
  const char *fields = (const char *) sqlite3_value_text (values[1]);
  const char *names = (const char *) sqlite3_value_text (values[2]);
  const char *stamp = (const char *) sqlite3_value_text (values[3]);
  g_autoptr (PlenumStamps) stamps = NULL;
  g_auto (GStrv) list = NULL;
  char *text;

  if (base == NULL || fields == NULL || names == NULL || stamp == NULL)
    {
      sqlite3_result_error (context, "stamped() takes no null", -1);
      return;
    }

  stamps = plenum_stamps_new (base, fields);
  list = g_strsplit (names, ";", -1);
  for (guint i = 0; list[i] != NULL; i++)
    plenum_stamps_set (stamps, list[i], stamp);

  text = plenum_stamps_to_text (stamps);
  sqlite3_result_text (context, text, -1, g_free);
}

/**
 * plenum_stamp_function_register:
 *
 * Makes stamped() known to a connection.
 *
 * Errors: %PLENUM_STORE_ERROR_FAILED
 */
gboolean
plenum_stamp_function_register (sqlite3 *handle, GError **error)
{
  if (sqlite3_create_function_v2 (handle, "stamped", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                  NULL, stamped, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  g_set_error_literal (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED, sqlite3_errmsg (handle));
  return FALSE;
}
