/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo of a wall: read on a thread of its own, compared with the board on the
 * library's, then shown. Nothing is changed here. */
#include "plenum-photo-job.h"

#include <glib/gi18n.h>

#include "plenum-activity.h"
#include "plenum-dialogs.h"
#include "plenum-photo-dialog.h"
#include "plenum-photo-picture.h"

typedef struct
{
  GWeakRef         from;
  PlenumLibrary   *library;
  char            *board;
  char            *path;
  PlenumActivity  *activity;
  GCancellable    *cancellable;
  GArray          *codes; /* (nullable): of PlenumPhotoCode */
  PlenumPhotoPlan *plan;  /* (nullable) */
} Job;

static void
job_free (Job *self)
{
  plenum_activity_finish (self->activity);
  g_weak_ref_clear (&self->from);
  g_clear_object (&self->library);
  g_clear_object (&self->activity);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->codes, g_array_unref);
  g_clear_pointer (&self->plan, plenum_photo_plan_free);
  g_free (self->board);
  g_free (self->path);
  g_free (self);
}

static void
fail (Job *self, const GError *error)
{
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);

  if (from != NULL && gtk_widget_get_root (from) != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    plenum_dialogs_tell (from, _("The photo was not read"), error->message);
  job_free (self);
}

static void
read_photo (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;
  GError *error = NULL;
  g_autoptr (PlenumPhoto) photo = plenum_photo_load (self->path, &error);

  if (photo != NULL)
    self->codes = plenum_photo_read_codes (photo, plenum_activity_report, self->activity, cancellable, &error);
  if (self->codes != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* On the library's thread. */
static gpointer
compare (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *self = data;

  return plenum_photo_plan_new (store, self->board, self->codes, error);
}

static void
draw_picture (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *self = data;

  g_task_return_pointer (task, plenum_photo_picture_new (self->path, self->plan->cards), g_object_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *self = user_data;
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GdkTexture) picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (from != NULL && gtk_widget_get_root (from) != NULL)
    plenum_photo_dialog_show (from, self->library, g_steal_pointer (&self->plan), picture);
  job_free (self);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  self->plan = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  if (self->plan == NULL)
    {
      fail (self, error);
      return;
    }

  task = g_task_new (NULL, NULL, drawn_cb, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, draw_picture);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Job *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      fail (self, error);
      return;
    }

  plenum_library_query_async (self->library, compare, self, NULL, (GDestroyNotify) plenum_photo_plan_free, self->cancellable,
                              compared_cb, self);
}

/**
 * plenum_photo_job_start:
 * @from: the widget that asks
 * @board: the board that the photo shows
 * @path: the photo
 *
 * Reads a photo and shows what it would change.
 */
void
plenum_photo_job_start (GtkWidget *from, PlenumLibrary *library, const char *board, const char *path)
{
  Job *self = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  g_weak_ref_init (&self->from, from);
  self->library = g_object_ref (library);
  self->board = g_strdup (board);
  self->path = g_strdup (path);
  self->cancellable = g_cancellable_new ();
  self->activity = plenum_activity_start (from, _("Looking for cards on the photo…"), self->cancellable);
  plenum_activity_report (0, self->activity);

  task = g_task_new (NULL, self->cancellable, read_cb, self);
  g_task_set_task_data (task, self, NULL);
  g_task_run_in_thread (task, read_photo);
}
