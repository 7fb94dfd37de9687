/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workshops out of a library as a bundle. Record by record: memory does not grow
 * with the library but for the ids of tombstones and of ballots to shuffle. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-bundle-item.h"
#include "plenum-bundle-writer.h"
#include "plenum-bundle.h"
#include "plenum-exchange.h"
#include "plenum-output.h"
#include "plenum-poll-actions.h"
#include "plenum-uuid.h"

typedef struct
{
  PlenumStore               *store;
  const char * const        *workshops;
  const PlenumExportOptions *options;
  PlenumBundleKey           *key;
  PlenumBundleWriter        *writer;
  GPtrArray                 *others;     /* PlenumOther */
  GPtrArray                 *tombstones; /* PlenumOther, known types and unknown */
  GPtrArray                 *ballots;    /* id as it leaves, then id as it is */
  GArray                    *counts;
  guint                      total;
  guint                      written;
  GCancellable              *cancellable;
} Export;

static void
clear_count (gpointer data)
{
  g_free (((PlenumBundleCount *) data)->type);
}

void
plenum_export_result_free (PlenumExportResult *result)
{
  g_free (result->file);
  g_free (result->id);
  g_free (result->node);
  g_free (result->digest);
  g_clear_pointer (&result->counts, g_array_unref);
  g_free (result);
}

static gboolean
add_json (Export *export, const char *json, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (export->cancellable, error)
      || !plenum_bundle_writer_add (export->writer, json, export->cancellable, error))
    return FALSE;

  export->written++;
  if (export->options->progress != NULL && export->written % 100 == 0)
    export->options->progress ((double) export->written / export->total, export->options->progress_data);

  return TRUE;
}

static gboolean
add_record (PlenumRecord *record, PlenumStamps *stamps, gpointer data, GError **error)
{
  Export *export = data;
  g_autoptr (PlenumRecord) leaving = plenum_privacy_apply (export->options->privacy, export->key, record);
  g_autoptr (PlenumStamps) leaving_stamps = plenum_privacy_apply_stamps (export->options->privacy, leaving, stamps);
  g_autofree char *json = plenum_bundle_item_to_json (leaving, leaving_stamps);

  return add_json (export, json, error);
}

static gboolean
collect_ballot (PlenumRecord *record, PlenumStamps *stamps, gpointer data, GError **error)
{
  Export *export = data;
  const char *id = plenum_record_get_id (record);
  g_autofree char *other = plenum_bundle_key_make_id (export->key, id);

  g_ptr_array_add (export->ballots, g_strconcat (other, " ", id, NULL));

  return TRUE;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* In the order of ids that say nothing: neither when nor by whom. */
static gboolean
add_shuffled_ballots (Export *export, GError **error)
{
  if (!plenum_store_each (export->store, PLENUM_BALLOT, export->workshops, collect_ballot, export, error))
    return FALSE;

  g_ptr_array_sort (export->ballots, compare_strings);
  for (guint i = 0; i < export->ballots->len; i++)
    {
      const char *id = strchr (export->ballots->pdata[i], ' ') + 1;
      g_autoptr (PlenumRecord) record = plenum_store_get (export->store, PLENUM_BALLOT, id, error);

      if (record == NULL || !add_record (record, NULL, export, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_others (Export *export, GPtrArray *others, GError **error)
{
  for (guint i = 0; i < others->len; i++)
    if (!add_json (export, ((PlenumOther *) others->pdata[i])->json, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_all (Export *export, GError **error)
{
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    {
      gboolean added;

      if (!plenum_privacy_carries (export->options->privacy, plenum_type_get_info (type)->name))
        continue;
      if (type == PLENUM_BALLOT && export->options->privacy == PLENUM_PRIVACY_ANONYMOUS)
        added = add_shuffled_ballots (export, error);
      else
        added = plenum_store_each (export->store, type, export->workshops, add_record, export, error);
      if (!added)
        return FALSE;
    }

  return add_others (export, export->others, error) && add_others (export, export->tombstones, error);
}

static void
count (Export *export, const char *type, guint n)
{
  PlenumBundleCount *last = export->counts->len > 0
                              ? &g_array_index (export->counts, PlenumBundleCount, export->counts->len - 1) : NULL;

  if (last != NULL && strcmp (last->type, type) == 0)
    {
      last->count += n;
    }
  else if (n > 0)
    {
      PlenumBundleCount new_count = { g_strdup (type), n };

      g_array_append_val (export->counts, new_count);
    }
  export->total += n;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const PlenumOther *x = *(PlenumOther * const *) a;
  const PlenumOther *y = *(PlenumOther * const *) b;

  return strcmp (x->id, y->id);
}

static void
take_tombstone (Export *export, const PlenumTombstone *tombstone)
{
  g_autofree char *stamp = NULL;
  PlenumOther *other;

  /* An anonymous ballot has an id nobody knows, so nobody can miss it. */
  if (!plenum_privacy_carries (export->options->privacy, tombstone->type)
      || (export->options->privacy == PLENUM_PRIVACY_ANONYMOUS && strcmp (tombstone->type, "ballot") == 0))
    return;

  stamp = plenum_privacy_apply_stamp (export->options->privacy, tombstone->stamp);
  other = g_new0 (PlenumOther, 1);
  other->id = g_strdup (tombstone->id);
  other->type = g_strdup ("tombstone");
  other->json = plenum_bundle_tombstone_json (tombstone->id, tombstone->type, tombstone->workshop, stamp);
  g_ptr_array_add (export->tombstones, other);
}

/* What is kept in memory: tombstones and what only a newer program knows. */
static gboolean
collect_others (Export *export, GError **error)
{
  g_autoptr (GPtrArray) others = plenum_store_list_others (export->store, export->workshops, error);
  g_autoptr (GPtrArray) tombstones = NULL;

  if (others == NULL || (tombstones = plenum_store_list_tombstones (export->store, export->workshops, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < tombstones->len; i++)
    take_tombstone (export, tombstones->pdata[i]);

  g_ptr_array_set_free_func (others, NULL);
  for (guint i = 0; i < others->len; i++)
    {
      PlenumOther *other = others->pdata[i];

      if (!plenum_privacy_carries (export->options->privacy, other->type))
        plenum_other_free (other);
      else
        g_ptr_array_add (strcmp (other->type, "tombstone") == 0 ? export->tombstones : export->others, other);
    }
  g_ptr_array_sort (export->tombstones, compare_ids);

  return TRUE;
}

static gboolean
count_all (Export *export, GError **error)
{
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    for (guint i = 0; export->workshops[i] != NULL; i++)
      if (plenum_privacy_carries (export->options->privacy, plenum_type_get_info (type)->name))
        count (export, plenum_type_get_info (type)->name,
               type == PLENUM_WORKSHOP ? 1 : plenum_store_count (export->store, type, 0, export->workshops[i]));

  if (!collect_others (export, error))
    return FALSE;
  for (guint i = 0; i < export->others->len; i++)
    count (export, ((PlenumOther *) export->others->pdata[i])->type, 1);
  count (export, "tombstone", export->tombstones->len);

  return TRUE;
}

/* The workshops once each, in the order of their ids; all of them where none is named. */
static GStrv
list_workshops (PlenumStore *store, const char * const *workshops, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = NULL;

  if (workshops == NULL)
    {
      records = plenum_store_list (store, PLENUM_WORKSHOP, -1, NULL, error);
      if (records == NULL)
        return NULL;
      for (guint i = 0; i < records->len; i++)
        g_ptr_array_add (ids, g_strdup (plenum_record_get_id (records->pdata[i])));
    }

  for (guint i = 0; workshops != NULL && workshops[i] != NULL; i++)
    {
      g_autoptr (PlenumRecord) record = plenum_store_get (store, PLENUM_WORKSHOP, workshops[i], error);

      if (record == NULL)
        return NULL;
      if (!g_ptr_array_find_with_equal_func (ids, workshops[i], g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (workshops[i]));
    }
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_set_free_func (ids, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

static void
fill_header (PlenumBundleHeader *header, PlenumStore *store, PlenumPrivacy privacy)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  header->id = plenum_uuid_new ();
  header->created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  header->generator = g_strdup ("plenum " PLENUM_VERSION);
  header->node = g_strdup (plenum_store_get_node (store));
  header->privacy = g_strdup (plenum_privacy_get_name (privacy));
}

/* Whoever has the ballots knows the result: the vote stays closed from then on. The
 * ballots of a secret vote are in no bundle until its result was shown. */
static gboolean
note_shown (Export *export, GError **error)
{
  for (guint i = 0; !export->options->untouched && export->workshops[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) polls = plenum_store_list (export->store, PLENUM_POLL, PLENUM_POLL_WORKSHOP,
                                                       export->workshops[i], error);

      for (guint k = 0; polls != NULL && k < polls->len; k++)
        {
          g_autoptr (PlenumAction) show = plenum_action_show_result (plenum_record_get_id (polls->pdata[k]));

          if (g_strcmp0 (plenum_record_get_text (polls->pdata[k], PLENUM_POLL_STATE), "closed") == 0
              && plenum_record_is_null (polls->pdata[k], PLENUM_POLL_SHOWN)
              && plenum_record_is_null (polls->pdata[k], PLENUM_POLL_COLLECTOR)
              && !plenum_store_perform (export->store, show, error))
            return FALSE;
        }
      if (polls == NULL)
        return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (export->cancellable, error);
}

static PlenumExportResult *
write_bundle (Export *export, PlenumOutput *output, const char *path, GError **error)
{
  PlenumBundleHeader header = { NULL };
  PlenumExportResult *result = NULL;

  export->writer = plenum_bundle_writer_new (plenum_output_get_stream (output));
  fill_header (&header, export->store, export->options->privacy);
  if (plenum_bundle_writer_begin (export->writer, &header, export->counts, export->cancellable, error)
      && add_all (export, error)
      && plenum_bundle_writer_finish (export->writer, &header, export->options->sign ? export->key : NULL,
                                      export->cancellable, error)
      && plenum_output_finish (output, export->cancellable, error))
    {
      result = g_new0 (PlenumExportResult, 1);
      result->file = g_strdup (path);
      result->id = g_strdup (header.id);
      result->node = g_strdup (header.node);
      result->digest = g_strdup (header.digest);
      result->counts = g_array_ref (export->counts);
    }
  plenum_bundle_writer_free (export->writer);
  plenum_bundle_header_clear (&header);

  return result;
}

/**
 * plenum_bundle_export:
 * @store: the library
 * @workshops: (nullable) (array zero-terminated=1): ids, or %NULL for all of them
 * @path: the file, packed if it ends in ".gz", or "-" for standard output
 * @options: (nullable): how; %NULL is full, not signed
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of the store, of GIO, or %PLENUM_BUNDLE_ERROR_KEY
 *
 * Writes a bundle of workshops. Runs on the store's thread, on one state of the
 * library, whoever else writes to it. On failure a file that was there stays as
 * it was. Of closed polls whose ballots are in the bundle it is noted before, once the
 * file can be written, that the result was shown; see plenum_action_show_result().
 *
 * Returns: (transfer full) (nullable): what was written, or %NULL on failure
 */
PlenumExportResult *
plenum_bundle_export (PlenumStore                *store,
                      const char * const         *workshops,
                      const char                 *path,
                      const PlenumExportOptions  *options,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  static const PlenumExportOptions plain = { PLENUM_PRIVACY_FULL, FALSE, NULL, NULL };
  Export export = { store, NULL, options != NULL ? options : &plain };
  g_auto (GStrv) ids = NULL;
  g_autoptr (PlenumOutput) output = NULL;
  PlenumExportResult *result = NULL;

  if (export.options->sign || export.options->privacy != PLENUM_PRIVACY_FULL)
    {
      export.key = plenum_bundle_key_load (plenum_store_get_node (store), error);
      if (export.key == NULL)
        return NULL;
    }

  export.others = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_other_free);
  export.tombstones = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_other_free);
  export.ballots = g_ptr_array_new_with_free_func (g_free);
  export.counts = g_array_new (FALSE, FALSE, sizeof (PlenumBundleCount));
  g_array_set_clear_func (export.counts, clear_count);
  export.cancellable = cancellable;

  ids = list_workshops (store, workshops, error);
  export.workshops = (const char * const *) ids;
  if (ids != NULL
      && (output = plenum_output_open (path, error)) != NULL
      && !g_cancellable_set_error_if_cancelled (cancellable, error)
      && note_shown (&export, error)
      && plenum_store_begin_reading (store, error))
    {
      if (count_all (&export, error))
        result = write_bundle (&export, output, path, error);
      plenum_store_end_reading (store);
    }

  g_ptr_array_unref (export.others);
  g_ptr_array_unref (export.tombstones);
  g_ptr_array_unref (export.ballots);
  g_array_unref (export.counts);
  g_clear_pointer (&export.key, plenum_bundle_key_free);

  return result;
}
