/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated copies of the library, made before what cannot be looked through first:
 * migrations and large imports. The last few are kept. */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-maintenance.h"
#include "plenum-store-private.h"

#define COPIES_KEPT 5
#define PAGES_A_STEP 1024

static char *
get_folder (const char *path)
{
  return g_strconcat (path, "-copies", NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  return -strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * plenum_store_list_backups:
 * @path: a library's file
 *
 * Returns: (transfer full) (element-type filename): the copies of it, newest first
 */
GPtrArray *
plenum_store_list_backups (const char *path)
{
  g_autofree char *folder = get_folder (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".db"))
      g_ptr_array_add (copies, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (copies, compare_newest_first);

  return copies;
}

static void
drop_old (const char *path)
{
  g_autoptr (GPtrArray) copies = plenum_store_list_backups (path);

  for (guint i = COPIES_KEPT; i < copies->len; i++)
    g_unlink (copies->pdata[i]);
}

/* Makes the copy one file that needs no other: no WAL beside it. */
static int
copy_into (sqlite3 *source, const char *target_path)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup = NULL;
  int result = sqlite3_open_v2 (target_path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (result == SQLITE_OK)
    {
      backup = sqlite3_backup_init (target, "main", source, "main");
      result = backup != NULL ? SQLITE_OK : sqlite3_errcode (target);
    }
  while (result == SQLITE_OK)
    result = sqlite3_backup_step (backup, PAGES_A_STEP);
  if (backup != NULL)
    sqlite3_backup_finish (backup);
  if (result == SQLITE_DONE)
    result = sqlite3_exec (target, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (target);

  return result;
}

/**
 * plenum_store_back_up:
 * @occasion: what it is made before, a word for the file's name: "import"
 *
 * Copies the library as it is on the disk into a dated file beside it and drops
 * all but the last five such files.
 *
 * Errors: %PLENUM_STORE_ERROR_FAILED; no half copy is left then.
 *
 * Returns: (transfer full) (type filename) (nullable): the copy
 */
char *
plenum_store_back_up (PlenumStore *self, const char *occasion, GError **error)
{
  g_autofree char *folder = get_folder (self->path);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.%06dZ-%s.db", date, g_date_time_get_microsecond (now), occasion);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  int result;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_autofree char *shown = g_filename_display_name (folder);

      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   /* Translators: the first is a folder, the second the system's reason */
                   _("%s: a copy of the library cannot be made there (%s)"), shown, g_strerror (errno));
      return NULL;
    }

  result = copy_into (plenum_database_get (self->database), unfinished);
  if (result != SQLITE_OK || g_rename (unfinished, path) != 0)
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_unlink (unfinished);
      g_set_error (error, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_FAILED,
                   _("%s: a copy of the library cannot be made there (%s)"), shown,
                   result != SQLITE_OK ? sqlite3_errstr (result) : g_strerror (errno));
      return NULL;
    }

  drop_old (self->path);
  return g_steal_pointer (&path);
}
