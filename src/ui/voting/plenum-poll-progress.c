/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many of how many have voted, kept up to date. What they voted is never read. */
#include "plenum-poll-progress.h"

#include "plenum-ballots.h"
#include "plenum-list-watch.h"

struct _PlenumPollProgress
{
  GObject              parent_instance;

  PlenumWorkshopModel *model;
  PlenumRecord        *poll;
  PlenumListWatch     *watch; /* of the people: who is present is expected */
  GCancellable        *cancellable;
  guint                voted;
  guint                expected;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumPollProgress, plenum_poll_progress, G_TYPE_OBJECT)

static guint
count_present (PlenumPollProgress *self)
{
  GListModel *people = G_LIST_MODEL (plenum_workshop_model_get_list (self->model, PLENUM_PARTICIPANT));
  guint n = g_list_model_get_n_items (people);
  guint present = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlenumRecord) person = g_list_model_get_item (people, i);

      present += plenum_record_get_integer (person, PLENUM_PARTICIPANT_PRESENT) != 0;
    }

  return present;
}

static void
update_expected (PlenumPollProgress *self)
{
  self->expected = plenum_record_is_null (self->poll, PLENUM_POLL_EXPECTED)
                   ? count_present (self)
                   : (guint) CLAMP (plenum_record_get_integer (self->poll, PLENUM_POLL_EXPECTED), 0, G_MAXINT32);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
count_ballot (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  *(gint64 *) data += sheet->voters;

  return TRUE;
}

static gpointer
query (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree gint64 *voters = g_new0 (gint64, 1);
  g_autoptr (PlenumRecord) poll = plenum_store_get (store, PLENUM_POLL, data, error);

  if (poll == NULL)
    return NULL;

  /* In the urn every ballot is one voter's, and nothing else can be read there. */
  if (!plenum_record_is_null (poll, PLENUM_POLL_COLLECTOR))
    *voters = plenum_store_count_votes (store, data);
  else if (!plenum_store_read_ballots (store, data, count_ballot, voters, error))
    return NULL;

  return g_steal_pointer (&voters);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *voters = plenum_library_query_finish (PLENUM_LIBRARY (source), result, &error);
  PlenumPollProgress *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (voters != NULL)
    {
      self->voted = CLAMP (*voters, 0, G_MAXINT32);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
count (PlenumPollProgress *self)
{
  plenum_library_query_async (plenum_workshop_model_get_library (self->model), query,
                              g_strdup (plenum_record_get_id (self->poll)), g_free, g_free,
                              self->cancellable, counted_cb, self);
}

static void
library_changed_cb (PlenumLibrary *library, PlenumChanges *changes, PlenumPollProgress *self)
{
  /* Of a secret ballot it is only told that its poll is different now. */
  if (plenum_changes_get_everything (changes) || plenum_changes_touch (changes, PLENUM_BALLOT)
      || plenum_changes_touch (changes, PLENUM_POLL))
    count (self);
}

static void
plenum_poll_progress_dispose (GObject *object)
{
  PlenumPollProgress *self = PLENUM_POLL_PROGRESS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  g_clear_object (&self->poll);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (plenum_poll_progress_parent_class)->dispose (object);
}

static void
plenum_poll_progress_class_init (PlenumPollProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_poll_progress_dispose;

  /**
   * PlenumPollProgress::changed:
   *
   * More or fewer have voted, or are expected to.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_poll_progress_init (PlenumPollProgress *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plenum_poll_progress_new:
 * @model: the workshop
 * @poll: one of its polls
 *
 * Returns: (transfer full): its progress, which is 0 until it has been read
 */
PlenumPollProgress *
plenum_poll_progress_new (PlenumWorkshopModel *model, PlenumRecord *poll)
{
  PlenumPollProgress *self = g_object_new (PLENUM_TYPE_POLL_PROGRESS, NULL);
  GListModel *people = G_LIST_MODEL (plenum_workshop_model_get_list (model, PLENUM_PARTICIPANT));

  self->model = g_object_ref (model);
  self->poll = g_object_ref (poll);
  self->watch = plenum_list_watch_new (people);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (update_expected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (poll, "changed", G_CALLBACK (update_expected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plenum_workshop_model_get_library (model), "changed",
                           G_CALLBACK (library_changed_cb), self, 0);
  update_expected (self);
  count (self);

  return self;
}

guint
plenum_poll_progress_get_voted (PlenumPollProgress *self)
{
  g_return_val_if_fail (PLENUM_IS_POLL_PROGRESS (self), 0);

  return self->voted;
}

/**
 * plenum_poll_progress_get_expected:
 *
 * Returns: how many were announced, else how many people are present; 0 if nobody knows
 */
guint
plenum_poll_progress_get_expected (PlenumPollProgress *self)
{
  g_return_val_if_fail (PLENUM_IS_POLL_PROGRESS (self), 0);

  return self->expected;
}
