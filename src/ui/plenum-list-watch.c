/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells once when anything in a list of records has changed, however much it
 * was: what counts or sorts a whole list does so once a commit. */
#include "plenum-list-watch.h"

#include "plenum-record.h"

struct _PlenumListWatch
{
  GObject     parent_instance;

  GListModel *list;
  GPtrArray  *records; /* in the order of the list, so that those that went are known */
  guint       source;
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PlenumListWatch, plenum_list_watch, G_TYPE_OBJECT)

static gboolean
idle_cb (gpointer data)
{
  PlenumListWatch *self = data;

  self->source = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
queue (PlenumListWatch *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, idle_cb, self, NULL);
}

static void
forget (PlenumListWatch *self, guint position, guint removed)
{
  for (guint i = position; i < position + removed; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->records, i), self);
  if (removed > 0)
    g_ptr_array_remove_range (self->records, position, removed);
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, PlenumListWatch *self)
{
  forget (self, position, removed);
  for (guint i = 0; i < added; i++)
    {
      PlenumRecord *record = g_list_model_get_item (list, position + i);

      g_ptr_array_insert (self->records, position + i, record);
      g_signal_connect_swapped (record, "changed", G_CALLBACK (queue), self);
    }
  queue (self);
}

static void
plenum_list_watch_dispose (GObject *object)
{
  PlenumListWatch *self = PLENUM_LIST_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  forget (self, 0, self->records->len);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (plenum_list_watch_parent_class)->dispose (object);
}

static void
plenum_list_watch_finalize (GObject *object)
{
  g_ptr_array_unref (PLENUM_LIST_WATCH (object)->records);
  G_OBJECT_CLASS (plenum_list_watch_parent_class)->finalize (object);
}

static void
plenum_list_watch_class_init (PlenumListWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plenum_list_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = plenum_list_watch_finalize;

  /**
   * PlenumListWatch::changed:
   *
   * Records came, went or have other values. Emitted before the next frame.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_list_watch_init (PlenumListWatch *self)
{
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * plenum_list_watch_new:
 * @list: (element-type PlenumRecord): what to watch
 *
 * Returns: (transfer full): a watch, which lasts as long as it is kept
 */
PlenumListWatch *
plenum_list_watch_new (GListModel *list)
{
  PlenumListWatch *self = g_object_new (PLENUM_TYPE_LIST_WATCH, NULL);

  self->list = g_object_ref (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (list, 0, 0, g_list_model_get_n_items (list), self);

  return self;
}
