/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store for a program with a main loop: everything runs on a thread of its
 * own, one after the other, and what changed is told on the main thread. */
#include "plenum-library.h"

#include <glib/gi18n-lib.h>

#include "plenum-history.h"

#define FOLLOW_INTERVAL (250 * G_TIME_SPAN_MILLISECOND)

struct _PlenumLibrary
{
  GObject             parent_instance;

  char               *path;
  const PlenumSealer *sealer;  /* nullable */
  gboolean            read_only;
  GThread            *thread;
  GAsyncQueue        *jobs;    /* of GTask; one without a job ends the thread */
  GMainContext       *context; /* where announcements are told */

  PlenumStore        *store;   /* touched by the thread only */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumLibrary, plenum_library, G_TYPE_OBJECT)

typedef struct _Job Job;
typedef void (*JobFunc) (PlenumLibrary *self, GTask *task, Job *job);

struct _Job
{
  JobFunc          run;
  PlenumAction    *action;
  char            *workshop;
  gboolean         undo;
  gint64           entry;
  PlenumQueryFunc  query;
  gpointer         data;
  GDestroyNotify   destroy_data;
  GDestroyNotify   destroy_result;
};

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->destroy_data != NULL)
    job->destroy_data (job->data);
  g_clear_object (&job->action);
  g_free (job->workshop);
  g_free (job);
}

typedef struct
{
  GWeakRef       library;
  PlenumChanges *changes;
} Announcement;

static gboolean
tell_cb (gpointer data)
{
  Announcement *announcement = data;
  g_autoptr (PlenumLibrary) self = g_weak_ref_get (&announcement->library);

  if (self != NULL)
    g_signal_emit (self, signals[CHANGED], 0, announcement->changes);

  return G_SOURCE_REMOVE;
}

static void
announcement_free (gpointer data)
{
  Announcement *announcement = data;

  g_weak_ref_clear (&announcement->library);
  plenum_changes_unref (announcement->changes);
  g_free (announcement);
}

/* Not g_main_context_invoke(), which would call here and now while no main loop runs. */
static void
call_on_main (PlenumLibrary *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

static gboolean
release_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

/* On the store's thread. The same priority as a task's return, so that a change
 * is told before the action that made it reports that it is done. */
static void
store_changed_cb (PlenumChanges *changes, gpointer user_data)
{
  PlenumLibrary *self = user_data;
  Announcement *announcement = g_new0 (Announcement, 1);

  g_weak_ref_init (&announcement->library, self);
  announcement->changes = plenum_changes_ref (changes);
  call_on_main (self, tell_cb, announcement, announcement_free);
}

static void
answer (GTask *task, GError *error)
{
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_open (PlenumLibrary *self, GTask *task, Job *job)
{
  GError *error = NULL;

  if (self->store == NULL)
    self->store = plenum_store_open (self->path, &error);
  if (self->store != NULL)
    {
      plenum_store_set_listener (self->store, store_changed_cb, self);
      plenum_store_set_sealer (self->store, self->sealer);
      plenum_store_put_off (self->store);
    }
  answer (task, error);
}

/* An action, or a step in the history. */
static void
run_change (PlenumLibrary *self, GTask *task, Job *job)
{
  GError *error = NULL;

  if (job->action != NULL)
    plenum_store_perform (self->store, job->action, &error);
  else
    plenum_store_go_to (self->store, job->workshop, job->entry, &error);
  answer (task, error);
}

static void
run_turn (PlenumLibrary *self, GTask *task, Job *job)
{
  GError *error = NULL;
  g_autofree char *label = job->undo ? plenum_store_get_undo_label (self->store, job->workshop)
                                     : plenum_store_get_redo_label (self->store, job->workshop);
  gboolean done = job->undo ? plenum_store_undo (self->store, job->workshop, &error)
                            : plenum_store_redo (self->store, job->workshop, &error);

  if (done)
    g_task_return_pointer (task, g_steal_pointer (&label), g_free);
  else
    g_task_return_error (task, error);
}

static void
run_query (PlenumLibrary *self, GTask *task, Job *job)
{
  GError *error = NULL;
  gpointer result = job->query (self->store, job->data, g_task_get_cancellable (task), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, job->destroy_result);
}

static void
run (PlenumLibrary *self, GTask *task, Job *job)
{
  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->store == NULL && job->run != run_open)
    g_task_return_new_error (task, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_OPEN, "The library is not open");
  else if (self->read_only && (job->run == run_change || job->run == run_turn))
    g_task_return_new_error (task, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_INVALID, "%s",
                             _("This is an old copy, which stays as it is. To go on with a workshop, bring it back into your library."));
  else
    job->run (self, task, job);
}

static gpointer
thread_cb (gpointer data)
{
  PlenumLibrary *self = data;

  while (TRUE)
    {
      g_autoptr (GTask) task = g_async_queue_timeout_pop (self->jobs, FOLLOW_INTERVAL);
      Job *job = task != NULL ? g_task_get_task_data (task) : NULL;

      if (task == NULL)
        {
          /* A failure here shows again, with somebody to tell it to, at the next action. */
          if (self->store != NULL && plenum_store_follow (self->store, NULL) && !self->read_only)
            plenum_store_rest (self->store);
          continue;
        }

      if (job == NULL)
        break;
      run (self, task, job);
      /* Not let go here: it may hold the last reference to the library, which waits for this thread. */
      call_on_main (self, release_cb, g_steal_pointer (&task), g_object_unref);
    }

  g_clear_pointer (&self->store, plenum_store_close);
  return NULL;
}

/**
 * plenum_library_close:
 *
 * Waits until what was asked for is done and closes the file.
 */
void
plenum_library_close (PlenumLibrary *self)
{
  g_return_if_fail (PLENUM_IS_LIBRARY (self));

  if (self->thread == NULL)
    return;

  g_async_queue_push (self->jobs, g_task_new (NULL, NULL, NULL, NULL));
  g_thread_join (g_steal_pointer (&self->thread));
}

static void
plenum_library_dispose (GObject *object)
{
  plenum_library_close (PLENUM_LIBRARY (object));

  G_OBJECT_CLASS (plenum_library_parent_class)->dispose (object);
}

static void
plenum_library_finalize (GObject *object)
{
  PlenumLibrary *self = PLENUM_LIBRARY (object);

  g_async_queue_unref (self->jobs);
  g_main_context_unref (self->context);
  g_free (self->path);

  G_OBJECT_CLASS (plenum_library_parent_class)->finalize (object);
}

static void
plenum_library_class_init (PlenumLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_library_finalize;

  /**
   * PlenumLibrary::changed:
   * @changes: (type PlenumChanges): the rows that are different now
   *
   * Something was committed, by this program or by another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLENUM_TYPE_CHANGES);
}

static void
plenum_library_init (PlenumLibrary *self)
{
  self->jobs = g_async_queue_new_full (g_object_unref);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * plenum_library_new:
 * @path: (type filename): the library's file
 *
 * Returns: (transfer full): a library that is not open yet
 */
PlenumLibrary *
plenum_library_new (const char *path)
{
  PlenumLibrary *self = g_object_new (PLENUM_TYPE_LIBRARY, NULL);

  self->path = g_strdup (path);
  return self;
}

const char *
plenum_library_get_path (PlenumLibrary *self)
{
  g_return_val_if_fail (PLENUM_IS_LIBRARY (self), NULL);

  return self->path;
}

/* Takes @job, which must be complete: the thread may have it at once. */
static void
push_job (PlenumLibrary *self, Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, job, job_free);
  if (self->thread == NULL)
    self->thread = g_thread_new ("plenum-store", thread_cb, self);
  g_async_queue_push (self->jobs, task);
}

/**
 * plenum_library_set_sealer:
 * @sealer: as for plenum_store_set_sealer(); set before the library is opened
 */
void
plenum_library_set_sealer (PlenumLibrary *self, const PlenumSealer *sealer)
{
  self->sealer = sealer;
}

/**
 * plenum_library_set_read_only:
 *
 * Refuses all changes with %PLENUM_STORE_ERROR_INVALID. Set before it is opened.
 */
void
plenum_library_set_read_only (PlenumLibrary *self)
{
  self->read_only = TRUE;
}

gboolean
plenum_library_is_read_only (PlenumLibrary *self)
{
  return self->read_only;
}

/**
 * plenum_library_open_async:
 *
 * Opens the file, or makes it. Everything else may be asked for at once and
 * waits for this; it fails if this fails.
 */
void
plenum_library_open_async (PlenumLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PLENUM_IS_LIBRARY (self));

  job->run = run_open;
  push_job (self, job, NULL, callback, user_data);
}

gboolean
plenum_library_open_finish (PlenumLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plenum_library_perform_async:
 * @action: what to do; ask it for its result when it is done
 *
 * When this reports success the change is on the disk, and #PlenumLibrary::changed
 * has been emitted for it.
 */
void
plenum_library_perform_async (PlenumLibrary *self, PlenumAction *action, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PLENUM_IS_LIBRARY (self) && PLENUM_IS_ACTION (action));

  job->run = run_change;
  job->action = g_object_ref (action);
  push_job (self, job, cancellable, callback, user_data);
}

gboolean
plenum_library_perform_finish (PlenumLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
push_turn (PlenumLibrary *self, const char *workshop, gboolean undo, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PLENUM_IS_LIBRARY (self));

  job->run = run_turn;
  job->workshop = g_strdup (workshop);
  job->undo = undo;
  push_job (self, job, NULL, callback, user_data);
}

/**
 * plenum_library_undo_async:
 * @workshop: (nullable): where, or %NULL for the last action of the library
 */
void
plenum_library_undo_async (PlenumLibrary *self, const char *workshop, GAsyncReadyCallback callback, gpointer user_data)
{
  push_turn (self, workshop, TRUE, callback, user_data);
}

void
plenum_library_redo_async (PlenumLibrary *self, const char *workshop, GAsyncReadyCallback callback, gpointer user_data)
{
  push_turn (self, workshop, FALSE, callback, user_data);
}

/**
 * plenum_library_undo_finish:
 *
 * For undo and redo.
 *
 * Returns: (transfer full) (nullable): what was undone or redone, in the user's
 *   language; %NULL with %PLENUM_STORE_ERROR_NOTHING or another error
 */
char *
plenum_library_undo_finish (PlenumLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plenum_library_go_to_async:
 * @workshop: (nullable): whose history, or %NULL for that of the library
 * @entry: the id of one of its entries
 *
 * See plenum_store_go_to().
 */
void
plenum_library_go_to_async (PlenumLibrary *self, const char *workshop, gint64 entry, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PLENUM_IS_LIBRARY (self));

  job->run = run_change;
  job->workshop = g_strdup (workshop);
  job->entry = entry;
  push_job (self, job, NULL, callback, user_data);
}

gboolean
plenum_library_go_to_finish (PlenumLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * plenum_library_query_async:
 * @func: reads from the store, on its thread
 * @data: for @func
 * @destroy_data: (nullable): frees @data, on any thread
 * @destroy_result: (nullable): frees a result that nobody takes
 */
void
plenum_library_query_async (PlenumLibrary *self, PlenumQueryFunc func, gpointer data, GDestroyNotify destroy_data,
                            GDestroyNotify destroy_result, GCancellable *cancellable,
                            GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (PLENUM_IS_LIBRARY (self) && func != NULL);

  job->run = run_query;
  job->query = func;
  job->data = data;
  job->destroy_data = destroy_data;
  job->destroy_result = destroy_result;
  push_job (self, job, cancellable, callback, user_data);
}

/**
 * plenum_library_query_finish:
 *
 * Returns: (transfer full) (nullable): what the function returned
 */
gpointer
plenum_library_query_finish (PlenumLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
