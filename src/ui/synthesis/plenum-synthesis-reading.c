/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the cards of all workshops of a synthesis at once, on the store's thread. */
#include "plenum-synthesis-reading.h"

#include "plenum-synthesis-card.h"

void
plenum_synthesis_reading_free (PlenumSynthesisReading *reading)
{
  g_ptr_array_unref (reading->cards);
  g_free (reading);
}

/* Later workshops first: what has just arrived is what one wants to see. */
static int
compare_workshops (gconstpointer a, gconstpointer b)
{
  PlenumRecord *first = *(PlenumRecord * const *) a;
  PlenumRecord *second = *(PlenumRecord * const *) b;
  int order = g_strcmp0 (plenum_record_get_text (second, PLENUM_WORKSHOP_DATE),
                         plenum_record_get_text (first, PLENUM_WORKSHOP_DATE));

  return order != 0 ? order : g_strcmp0 (plenum_record_get_id (first), plenum_record_get_id (second));
}

static GPtrArray *
list_workshops (PlenumStore *store, const char *synthesis, GError **error)
{
  g_autoptr (GPtrArray) sources = plenum_store_list (store, PLENUM_SOURCE, PLENUM_SOURCE_WORKSHOP, synthesis, error);
  GPtrArray *workshops;

  if (sources == NULL)
    return NULL;

  workshops = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < sources->len; i++)
    {
      /* One that was deleted, or has not arrived yet, has no cards to read. */
      PlenumRecord *workshop =
        plenum_store_get (store, PLENUM_WORKSHOP, plenum_record_get_text (sources->pdata[i], PLENUM_SOURCE_SOURCE), NULL);

      if (workshop != NULL)
        g_ptr_array_add (workshops, workshop);
    }
  g_ptr_array_sort (workshops, compare_workshops);

  return workshops;
}

/* Person to sector; only what is needed of people leaves this thread. */
static GHashTable *
read_sectors (PlenumStore *store, const char *workshop, GError **error)
{
  g_autoptr (GPtrArray) people = plenum_store_list (store, PLENUM_PARTICIPANT, PLENUM_PARTICIPANT_WORKSHOP, workshop, error);
  GHashTable *sectors;

  if (people == NULL)
    return NULL;

  sectors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < people->len; i++)
    if (!plenum_record_is_null (people->pdata[i], PLENUM_PARTICIPANT_SECTOR))
      g_hash_table_insert (sectors, g_strdup (plenum_record_get_id (people->pdata[i])),
                           g_strdup (plenum_record_get_text (people->pdata[i], PLENUM_PARTICIPANT_SECTOR)));

  return sectors;
}

static int
compare_ideas (gconstpointer a, gconstpointer b)
{
  PlenumRecord *first = *(PlenumRecord * const *) a;
  PlenumRecord *second = *(PlenumRecord * const *) b;
  gint64 one = plenum_record_get_integer (first, PLENUM_IDEA_CREATED);
  gint64 other = plenum_record_get_integer (second, PLENUM_IDEA_CREATED);

  return one != other ? (one > other) - (one < other) : g_strcmp0 (plenum_record_get_id (first), plenum_record_get_id (second));
}

static gboolean
add_cards (PlenumSynthesisReading *reading, PlenumStore *store, PlenumRecord *workshop, GError **error)
{
  const char *id = plenum_record_get_id (workshop);
  g_autoptr (GPtrArray) ideas = plenum_store_list (store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, id, error);
  g_autoptr (GHashTable) sectors = ideas != NULL ? read_sectors (store, id, error) : NULL;

  if (sectors == NULL)
    return FALSE;

  g_ptr_array_sort (ideas, compare_ideas);
  for (guint i = 0; i < ideas->len; i++)
    {
      const char *author = plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_AUTHOR);

      /* What was merged into another card is read there. */
      if (plenum_record_is_null (ideas->pdata[i], PLENUM_IDEA_FACE))
        g_ptr_array_add (reading->cards, plenum_synthesis_card_new (ideas->pdata[i], workshop, reading->n_sources,
                                                                    author != NULL ? g_hash_table_lookup (sectors, author) : NULL));
    }
  reading->n_sources++;

  return TRUE;
}

static gpointer
read_cards (PlenumStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumSynthesisReading) reading = g_new0 (PlenumSynthesisReading, 1);
  g_autoptr (GPtrArray) workshops = list_workshops (store, data, error);

  reading->cards = g_ptr_array_new_with_free_func (g_object_unref);
  if (workshops == NULL)
    return NULL;

  for (guint i = 0; i < workshops->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !add_cards (reading, store, workshops->pdata[i], error))
      return NULL;

  return g_steal_pointer (&reading);
}

/**
 * plenum_synthesis_reading_async:
 * @synthesis: its id
 *
 * Reads the cards of all its sources.
 */
void
plenum_synthesis_reading_async (PlenumLibrary       *library,
                                const char          *synthesis,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  plenum_library_query_async (library, read_cards, g_strdup (synthesis), g_free,
                              (GDestroyNotify) plenum_synthesis_reading_free, cancellable, callback, user_data);
}

/**
 * plenum_synthesis_reading_finish:
 *
 * Returns: (transfer full) (nullable): the cards
 */
PlenumSynthesisReading *
plenum_synthesis_reading_finish (PlenumLibrary *library, GAsyncResult *result, GError **error)
{
  return plenum_library_query_finish (library, result, error);
}
