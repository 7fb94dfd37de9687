/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dated copies that were made of the library before something large. */
#include "plenum-copies.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "plenum-format.h"
#include "plenum-maintenance.h"

/**
 * plenum_copies_get_time:
 * @path: (type filename): a copy
 *
 * Returns: when it was made, in milliseconds since 1970: as its name says, and else
 *   as the file system does
 */
gint64
plenum_copies_get_time (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *date = g_strndup (name, strlen ("2026-03-12T140500"));
  g_autofree char *iso = g_strconcat (date, "Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);
  GStatBuf info = { 0 };

  if (time != NULL)
    return g_date_time_to_unix (time) * 1000;

  return g_stat (path, &info) == 0 ? (gint64) info.st_mtime * 1000 : 0;
}

/**
 * plenum_copies_lay_out:
 * @path: (type filename): a copy
 *
 * Copies @path again, so that looking at it leaves it as it is, into a folder which
 * nobody else may enter: it is full of names.
 *
 * Returns: (transfer full) (type filename): a library to open, for
 *   plenum_copies_put_away(); %NULL with an error of %G_FILE_ERROR or %G_IO_ERROR,
 *   and then nothing was made
 */
char *
plenum_copies_lay_out (const char *path, GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "plenum-copy-XXXXXX", NULL);
  g_autofree char *place = NULL;
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GFile) target = NULL;

  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  if (g_mkdtemp (folder) == NULL)
    {
      int reason = errno;

      /* Translators: %1$s is a folder, %2$s the reason: "No space left on device". */
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (reason), _("The copy could not be laid out in “%1$s”: %2$s"),
                   g_get_user_runtime_dir (), g_strerror (reason));
      return NULL;
    }

  place = g_build_filename (folder, "library.db", NULL);
  target = g_file_new_for_path (place);
  if (!g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    {
      plenum_copies_put_away (place);
      return NULL;
    }

  return g_steal_pointer (&place);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) != 0)
        remove_folder (path);
    }
  g_rmdir (folder);
}

/**
 * plenum_copies_put_away:
 * @path: (type filename): from plenum_copies_lay_out(), closed
 *
 * Removes it with all that was made beside it.
 */
void
plenum_copies_put_away (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  remove_folder (folder);
}

static void
open_cb (GtkWidget *row, gpointer data)
{
  PlenumApplication *application = data;
  GtkRoot *window = gtk_widget_get_root (row);
  g_autofree char *path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));

  gtk_window_close (GTK_WINDOW (window));
  plenum_application_open_copy (application, path);
}

static GtkWidget *
make_row (PlenumApplication *application, const char *path)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = plenum_format_time (plenum_copies_get_time (path));
  g_autofree char *size = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    size = g_format_size (info.st_size);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (open_cb), application, 0);

  return row;
}

/**
 * plenum_copies_new_group:
 *
 * Returns: (transfer floating): the copies of the application's library as rows
 *   that open them
 */
GtkWidget *
plenum_copies_new_group (PlenumApplication *application)
{
  GtkWidget *group = adw_preferences_group_new ();
  PlenumLibrary *library = plenum_application_get_library (application);
  g_autoptr (GPtrArray) copies = plenum_store_list_backups (plenum_library_get_path (library));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Old copies"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         copies->len > 0
                                         ? _("Plenum copies the library before each large import and before each update of its format, and keeps the last five copies. A copy opens in a window of its own and stays as it is; from there you can bring back single workshops.")
                                         : _("Plenum copies the library before each large import and before each update of its format, and keeps the last five copies. There is none yet."));
  for (guint i = 0; i < copies->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (application, copies->pdata[i]));

  return group;
}

/**
 * plenum_copies_show:
 * @parent: (nullable): the window that asks
 *
 * Lets one of the copies be chosen and opens it.
 */
void
plenum_copies_show (PlenumApplication *application, GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (plenum_copies_new_group (application)));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("Open an Old Copy"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 460);
  gtk_window_present (GTK_WINDOW (window));
}
