/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading files and taking them in, away from the main thread, with a bar that
 * tells how far it is and stops it. */
#include "plenum-import-job.h"

#include <glib/gi18n.h>

#include "plenum-activity.h"
#include "plenum-ballot-election.h"
#include "plenum-dialogs.h"
#include "plenum-perform.h"

typedef struct
{
  GWeakRef                from;
  PlenumLibrary          *library;
  GStrv                   paths;
  PlenumImport           *import;
  PlenumImportOpenedFunc  opened;
  PlenumActivity         *activity;
  GCancellable           *cancellable;
} Job;

static Job *
job_new (GtkWidget *from, PlenumLibrary *library, const char *title)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->from, from);
  job->library = g_object_ref (library);
  job->cancellable = g_cancellable_new ();
  job->activity = plenum_activity_start (from, title, job->cancellable);

  return job;
}

static void
job_free (Job *job)
{
  plenum_activity_finish (job->activity);
  g_weak_ref_clear (&job->from);
  g_object_unref (job->library);
  g_object_unref (job->activity);
  g_object_unref (job->cancellable);
  g_clear_object (&job->import);
  g_strfreev (job->paths);
  g_free (job);
}

/* An error of a file says where and what would be right: too much for a toast. */
static void
tell (GtkWidget *from, const GError *error)
{
  if (from != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    plenum_dialogs_tell (from, _("Nothing was imported"), error->message);
}

static void
open_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  PlenumImport *import = plenum_import_open_elections ((const char * const *) job->paths, NULL, &plenum_ballot_election_reader,
                                                       cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
show_progress (Job *job)
{
  plenum_activity_report (0, job->activity);
  plenum_import_set_progress (job->import, plenum_activity_report, job->activity);
}

static void
rehearsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&job->from);
  g_autoptr (GError) error = NULL;

  plenum_import_set_progress (job->import, NULL, NULL);
  if (!plenum_import_rehearse_finish (job->import, result, &error))
    tell (from, error);
  else if (from != NULL)
    job->opened (job->import, from, job->library);
  job_free (job);
}

/* What comes of a table depends on what is said about its columns first. */
static gboolean
has_mapping (PlenumImport *import)
{
  for (guint i = 0; i < plenum_import_get_n_previews (import); i++)
    if (plenum_import_get_preview (import, i)->mapping != NULL)
      return TRUE;

  return FALSE;
}

/* On the library's thread. */
static gpointer
recall (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  plenum_import_recall (data, store);

  return g_object_ref (data);
}

static void
recalled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&job->from);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlenumImport) import = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);

  if (import != NULL && from != NULL && !has_mapping (import))
    {
      show_progress (job);
      plenum_import_rehearse_async (import, job->library, job->cancellable, rehearsed_cb, job);
      return;
    }

  if (import == NULL)
    tell (from, error);
  else if (from != NULL)
    job->opened (import, from, job->library);
  job_free (job);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&job->from);
  g_autoptr (GError) error = NULL;

  job->import = g_task_propagate_pointer (G_TASK (result), &error);
  if (job->import == NULL)
    {
      tell (from, error);
      job_free (job);
      return;
    }

  plenum_library_query_async (job->library, recall, job->import, NULL, g_object_unref, job->cancellable,
                              recalled_cb, job);
}

/**
 * plenum_import_job_open:
 * @from: the widget that asks
 * @files: of #GFile
 * @opened: called with what is in the files, unless @from has gone or they
 *   cannot be read, which is told
 */
void
plenum_import_job_open (GtkWidget              *from,
                        PlenumLibrary          *library,
                        GListModel             *files,
                        PlenumImportOpenedFunc  opened)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  g_autoptr (GTask) task = NULL;
  Job *job;

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) == NULL)
        {
          plenum_show_message (from, _("Files to import must be in a folder of this computer."));
          return;
        }
      g_strv_builder_add (paths, g_file_peek_path (file));
    }

  job = job_new (from, library, _("Reading the files…"));
  job->paths = g_strv_builder_end (paths);
  job->opened = opened;
  task = g_task_new (NULL, job->cancellable, opened_cb, job);
  g_task_set_task_data (task, job, NULL);
  g_task_run_in_thread (task, open_thread);
}

static char *
summarise (PlenumImport *import)
{
  guint added = plenum_import_count (import, PLENUM_IMPORT_ADDED);
  guint changed = plenum_import_count (import, PLENUM_IMPORT_CHANGED);

  if (added == 0 && changed == 0)
    return g_strdup (_("Nothing is new: all of this is in the library already."));
  if (changed == 0)
    return g_strdup_printf (ngettext ("%u record imported", "%u records imported", added), added);

  return g_strdup_printf (ngettext ("%u record imported or updated", "%u records imported or updated", added + changed),
                          added + changed);
}

static void
performed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&job->from);
  g_autoptr (GError) error = NULL;

  if (!plenum_import_perform_finish (job->import, result, &error))
    {
      tell (from, error);
    }
  else if (from != NULL)
    {
      g_autofree char *sentence = summarise (job->import);

      if (plenum_import_count (job->import, PLENUM_IMPORT_ADDED) + plenum_import_count (job->import, PLENUM_IMPORT_CHANGED) > 0)
        plenum_show_undo (from, sentence);
      else
        plenum_show_message (from, sentence);
    }
  job_free (job);
}

/**
 * plenum_import_job_start:
 * @from: the widget that asks
 * @import: what was looked at
 *
 * Takes it in, all of it or nothing, and says what came of it.
 */
void
plenum_import_job_start (GtkWidget *from, PlenumLibrary *library, PlenumImport *import)
{
  Job *job = job_new (from, library, _("Importing…"));

  job->import = g_object_ref (import);
  show_progress (job);
  plenum_import_perform_async (import, library, job->cancellable, performed_cb, job);
}
