/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done, newest first, followed as the library changes. */
#include "plenum-history-list.h"

struct _PlenumHistoryList
{
  GObject        parent_instance;

  PlenumLibrary *library;
  char          *workshop; /* nullable: the whole library */
  GPtrArray     *items;    /* of PlenumHistoryItem */
  GCancellable  *asked;    /* the newest question, which alone is answered */
  gboolean       loaded;
};

enum { LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return PLENUM_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PLENUM_HISTORY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PlenumHistoryList *self = PLENUM_HISTORY_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlenumHistoryList, plenum_history_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* The day of an entry here, as a number that differs from day to day. */
static gint64
get_day (const PlenumHistoryEntry *entry)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->time / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_get_year (local) * 1000 + g_date_time_get_day_of_year (local) : 0;
}

static GHashTable *
index_items (PlenumHistoryList *self)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->items->len; i++)
    g_hash_table_insert (index, (gpointer) &plenum_history_item_get_entry (self->items->pdata[i])->id, self->items->pdata[i]);

  return index;
}

/* Takes the entries, which are oldest first. What was listed before stays the
 * same object, so that its row keeps the focus. */
static GPtrArray *
make_items (PlenumHistoryList *self, GPtrArray *entries)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) before = index_items (self);
  gboolean found = FALSE;
  gint64 day = -1;

  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = entries->len; i > 0; i--)
    {
      PlenumHistoryEntry *entry = entries->pdata[i - 1];
      PlenumHistoryItem *item = g_hash_table_lookup (before, &entry->id);
      gboolean current = !found && entry->state == PLENUM_HISTORY_DONE;
      gboolean first = get_day (entry) != day;

      found = found || current;
      day = get_day (entry);
      if (item == NULL)
        {
          g_ptr_array_add (items, plenum_history_item_new (entry, first, current));
          continue;
        }
      /* The index borrows its keys from the entry that is replaced. */
      g_hash_table_remove (before, &entry->id);
      plenum_history_item_update (item, entry, first, current);
      g_ptr_array_add (items, g_object_ref (item));
    }

  return items;
}

static void
take_items (PlenumHistoryList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) before = self->items;
  guint least = MIN (before->len, items->len);
  guint start = 0, end = 0;

  while (start < least && before->pdata[start] == items->pdata[start])
    start++;
  while (end < least - start && before->pdata[before->len - 1 - end] == items->pdata[items->len - 1 - end])
    end++;

  self->items = items;
  if (before->len > start + end || items->len > start + end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, items->len - start - end);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlenumHistoryList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = plenum_library_get_history_finish (PLENUM_LIBRARY (source), result, &error);

  if (entries == NULL)
    return;

  take_items (self, make_items (self, entries));
  self->loaded = TRUE;
  g_signal_emit (self, signals[LOADED], 0);
}

static void
ask (PlenumHistoryList *self)
{
  if (self->asked != NULL)
    g_cancellable_cancel (self->asked);
  g_clear_object (&self->asked);
  self->asked = g_cancellable_new ();
  plenum_library_get_history_async (self->library, self->workshop, NULL, self->asked, answered_cb, g_object_ref (self));
}

static void
plenum_history_list_finalize (GObject *object)
{
  PlenumHistoryList *self = PLENUM_HISTORY_LIST (object);

  g_clear_object (&self->library);
  g_clear_object (&self->asked);
  g_ptr_array_unref (self->items);
  g_free (self->workshop);

  G_OBJECT_CLASS (plenum_history_list_parent_class)->finalize (object);
}

static void
plenum_history_list_class_init (PlenumHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_history_list_finalize;

  /**
   * PlenumHistoryList::loaded:
   *
   * The history has been read, for the first time or again.
   */
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plenum_history_list_init (PlenumHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * plenum_history_list_new:
 * @library: an open library
 * @workshop: (nullable): whose history, or %NULL for that of the whole library
 *
 * Returns: (transfer full): #PlenumHistoryItem objects, which come as soon as they are read
 */
PlenumHistoryList *
plenum_history_list_new (PlenumLibrary *library, const char *workshop)
{
  PlenumHistoryList *self = g_object_new (PLENUM_TYPE_HISTORY_LIST, NULL);

  self->library = g_object_ref (library);
  self->workshop = g_strdup (workshop);
  g_signal_connect_object (library, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  ask (self);

  return self;
}

/**
 * plenum_history_list_loaded:
 *
 * Returns: whether it has been read, so that an empty list is one
 */
gboolean
plenum_history_list_loaded (PlenumHistoryList *self)
{
  g_return_val_if_fail (PLENUM_IS_HISTORY_LIST (self), FALSE);

  return self->loaded;
}
