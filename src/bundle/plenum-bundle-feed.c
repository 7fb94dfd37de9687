/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a bundle on a thread of its own, a little ahead of whoever takes the
 * records: parsing and storing take about as long as each other, and side by side
 * half as long as one after the other. Memory is bounded by a few heaps of records. */
#include "plenum-bundle-feed.h"

#include <string.h>

#define HEAP_RECORDS 128
#define HEAP_BYTES   (256 * 1024)
#define MOST_HEAPS   8

struct _PlenumBundleFeed
{
  PlenumBundleReader *reader;      /* of the thread, until it ended */
  GCancellable       *cancellable;
  GThread            *thread;
  GMutex              mutex;
  GCond               cond;

  /* Under the mutex. */
  GQueue              heaps;       /* of GPtrArray of PlenumBundleItem */
  GError             *error;
  gboolean            ended;
  gboolean            unwanted;    /* nobody takes any more */

  /* Of whoever takes. */
  GPtrArray          *heap;
  guint               taken;       /* of it */
};

static void
free_item (gpointer item)
{
  if (item != NULL)
    plenum_bundle_item_free (item);
}

static GPtrArray *
read_heap (PlenumBundleFeed *self, gboolean *more, GError **error)
{
  GPtrArray *heap = g_ptr_array_new_with_free_func (free_item);
  gsize bytes = 0;

  while (heap->len < HEAP_RECORDS && bytes < HEAP_BYTES)
    {
      PlenumBundleItem *item;

      *more = plenum_bundle_reader_next (self->reader, &item, self->cancellable, error) && item != NULL;
      if (!*more)
        break;
      bytes += strlen (item->json);
      g_ptr_array_add (heap, item);
    }

  return heap;
}

static gpointer
read_all (gpointer data)
{
  PlenumBundleFeed *self = data;
  gboolean more = TRUE;

  while (more)
    {
      GError *error = NULL;
      GPtrArray *heap = read_heap (self, &more, &error);

      g_mutex_lock (&self->mutex);
      while (self->heaps.length == MOST_HEAPS && !self->unwanted)
        g_cond_wait (&self->cond, &self->mutex);
      more = more && !self->unwanted;
      g_queue_push_tail (&self->heaps, heap);
      self->error = error;
      self->ended = !more;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
    }

  return NULL;
}

/**
 * plenum_bundle_feed_new:
 * @stream: the bundle, unpacked
 * @name: what messages call it
 * @known: (nullable): the header, if the file was read before
 * @cancellable: (nullable): a #GCancellable
 *
 * Returns: (transfer full): what reads the records from now on
 */
PlenumBundleFeed *
plenum_bundle_feed_new (GInputStream *stream, const char *name, const PlenumBundleHeader *known, GCancellable *cancellable)
{
  PlenumBundleFeed *self = g_new0 (PlenumBundleFeed, 1);

  self->reader = plenum_bundle_reader_new (stream, name, known);
  g_set_object (&self->cancellable, cancellable);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->heaps);
  self->thread = g_thread_new ("bundle", read_all, self);

  return self;
}

/**
 * plenum_bundle_feed_free:
 *
 * Waits for the thread, which stops after the heap it is at.
 */
void
plenum_bundle_feed_free (PlenumBundleFeed *self)
{
  g_mutex_lock (&self->mutex);
  self->unwanted = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  g_queue_clear_full (&self->heaps, (GDestroyNotify) g_ptr_array_unref);
  g_clear_pointer (&self->heap, g_ptr_array_unref);
  g_clear_error (&self->error);
  plenum_bundle_reader_free (self->reader);
  g_clear_object (&self->cancellable);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self);
}

/* The next heap; NULL after the last, and then maybe an error. */
static GPtrArray *
take_heap (PlenumBundleFeed *self, GError **error)
{
  GPtrArray *heap;

  g_mutex_lock (&self->mutex);
  while (self->heaps.length == 0 && !self->ended)
    g_cond_wait (&self->cond, &self->mutex);
  heap = g_queue_pop_head (&self->heaps);
  if (heap == NULL && self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);

  return heap;
}

/**
 * plenum_bundle_feed_next:
 * @item: (out) (transfer full) (nullable): the next record, or %NULL after the last
 * @error: return location for an error as of plenum_bundle_reader_next()
 *
 * Returns: %FALSE on failure, and then @item is %NULL
 */
gboolean
plenum_bundle_feed_next (PlenumBundleFeed *self, PlenumBundleItem **item, GError **error)
{
  GError *failure = NULL;

  *item = NULL;
  while (self->heap == NULL || self->taken == self->heap->len)
    {
      g_clear_pointer (&self->heap, g_ptr_array_unref);
      self->taken = 0;
      self->heap = take_heap (self, &failure);
      if (failure != NULL)
        g_propagate_error (error, failure);
      if (self->heap == NULL)
        return failure == NULL;
    }

  *item = g_steal_pointer (&self->heap->pdata[self->taken++]);

  return TRUE;
}

/**
 * plenum_bundle_feed_get_header:
 *
 * Returns: (transfer none): what stands around the records; to be asked only after
 *   the last one
 */
const PlenumBundleHeader *
plenum_bundle_feed_get_header (PlenumBundleFeed *self)
{
  return plenum_bundle_reader_get_header (self->reader);
}
