/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same imports, performed by a library on its own thread. */
#include "plenum-import.h"

static void
performed_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (plenum_library_perform_finish (PLENUM_LIBRARY (library), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
prepared_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PlenumImport *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (PlenumAction) action = NULL;
  GError *error = NULL;

  if (plenum_library_query_finish (PLENUM_LIBRARY (library), result, &error) == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  action = plenum_import_make_action (self, cancellable);
  plenum_library_perform_async (PLENUM_LIBRARY (library), action, cancellable, performed_cb, g_steal_pointer (&task));
}

static gpointer
prepare_query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_import_prepare (data, store, error) ? data : NULL;
}

/**
 * plenum_import_perform_async:
 *
 * As plenum_import_perform(), without blocking. The progress function is called
 * on the library's thread.
 */
void
plenum_import_perform_async (PlenumImport        *self,
                             PlenumLibrary       *library,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, plenum_import_perform_async);
  plenum_library_query_async (library, prepare_query, g_object_ref (self), g_object_unref, NULL,
                              cancellable, prepared_cb, task);
}

gboolean
plenum_import_perform_finish (PlenumImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rehearsed_cb (GObject *library, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (plenum_library_query_finish (PLENUM_LIBRARY (library), result, &error) != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gpointer
rehearse_query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return plenum_import_rehearse (data, store, cancellable, error) ? data : NULL;
}

/**
 * plenum_import_rehearse_async:
 *
 * As plenum_import_rehearse(), without blocking. The progress function is called on
 * the library's thread.
 */
void
plenum_import_rehearse_async (PlenumImport        *self,
                              PlenumLibrary       *library,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, plenum_import_rehearse_async);
  plenum_library_query_async (library, rehearse_query, g_object_ref (self), g_object_unref, NULL,
                              cancellable, rehearsed_cb, task);
}

gboolean
plenum_import_rehearse_finish (PlenumImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
