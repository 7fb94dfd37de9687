/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-import.h"

#include <string.h>

#include "plenum-import-part.h"
#include "plenum-maintenance.h"
#include "plenum-recognise.h"

#define COPY_FROM 100 /* records; for less, undo is enough */

struct _PlenumImport
{
  GObject             parent_instance;

  GPtrArray          *parts;
  GPtrArray          *results;
  GPtrArray          *expected;     /* nullable: it was not rehearsed */
  char               *workshop;
  PlenumProgressFunc  progress;
  gpointer            progress_data;
};

G_DEFINE_FINAL_TYPE (PlenumImport, plenum_import, G_TYPE_OBJECT)

static void
plenum_import_finalize (GObject *object)
{
  PlenumImport *self = PLENUM_IMPORT (object);

  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->results);
  g_clear_pointer (&self->expected, g_ptr_array_unref);
  g_free (self->workshop);

  G_OBJECT_CLASS (plenum_import_parent_class)->finalize (object);
}

static void
plenum_import_class_init (PlenumImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plenum_import_finalize;
}

static void
plenum_import_init (PlenumImport *self)
{
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_import_part_free);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_import_result_free);
}

/* Takes the inputs whose place in the list is the first of their group. */
static PlenumImportPart *
open_group (GPtrArray                   *inputs,
            GArray                      *kinds,
            guint                        first,
            const PlenumElectionReader  *reader,
            GCancellable                *cancellable,
            GError                     **error)
{
  PlenumKind *kind = &g_array_index (kinds, PlenumKind, first);
  g_autoptr (GPtrArray) group = NULL;

  switch (kind->content)
    {
    case PLENUM_CONTENT_BUNDLE:
      return plenum_import_bundle_new (g_steal_pointer (&inputs->pdata[first]), cancellable, error);

    case PLENUM_CONTENT_TABLE:
      return plenum_import_table_new (g_steal_pointer (&inputs->pdata[first]), cancellable, error);

    case PLENUM_CONTENT_FOREIGN_TABLE:
    case PLENUM_CONTENT_FOREIGN_JSON:
      return plenum_import_foreign_new (g_steal_pointer (&inputs->pdata[first]), kind->format,
                                        kind->content == PLENUM_CONTENT_FOREIGN_JSON, cancellable, error);

    case PLENUM_CONTENT_ELECTION:
      return plenum_import_election_new (g_steal_pointer (&inputs->pdata[first]), kind->format, reader, cancellable, error);

    case PLENUM_CONTENT_POLIS_COMMENTS:
    case PLENUM_CONTENT_POLIS_VOTES:
    case PLENUM_CONTENT_POLIS_PARTICIPANTS:
    case PLENUM_CONTENT_POLIS_SUMMARY:
    default:
      group = plenum_recognise_group (inputs, kinds, first);
      return plenum_import_polis_new (group, cancellable, error);
    }
}

static void
free_input (gpointer input)
{
  if (input != NULL)
    plenum_input_free (input);
}

/**
 * plenum_import_open:
 * @paths: (array zero-terminated=1): files, "-" for standard input among them
 * @format: (nullable): one of plenum_import_list_formats(), or %NULL to recognise
 *   each file by its contents
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_JSON_ERROR,
 *   %PLENUM_CSV_ERROR or of GIO, whose message begins with the file and the line
 *
 * Reads the files through and checks them. Files that belong together become one
 * part. Needs no library and may run on any thread.
 *
 * Returns: (transfer full) (nullable): an import to look at and to perform
 */
PlenumImport *
plenum_import_open (const char * const *paths, const char *format, GCancellable *cancellable, GError **error)
{
  return plenum_import_open_elections (paths, format, NULL, cancellable, error);
}

/* A file of ballots, if there is who reads it. */
static gboolean
recognise_election (PlenumInput *input, const char *format, const PlenumElectionReader *reader, PlenumKind *kind, GCancellable *cancellable)
{
  gsize length;
  g_autofree char *start = reader != NULL ? plenum_input_peek (input, 1024, &length, cancellable, NULL) : NULL;
  const char *found = start != NULL ? reader->recognise (plenum_input_get_name (input), start) : NULL;

  if (found == NULL || (format != NULL && strcmp (format, found) != 0))
    return FALSE;
  *kind = (PlenumKind) { PLENUM_CONTENT_ELECTION, found };

  return TRUE;
}

/**
 * plenum_import_open_elections:
 * @reader: (nullable): what files of ballots are read with; without it there are none
 *
 * As plenum_import_open(); errors of files of ballots are the reader's.
 *
 * Returns: (transfer full) (nullable): an import to look at and to perform
 */
PlenumImport *
plenum_import_open_elections (const char * const          *paths,
                              const char                  *format,
                              const PlenumElectionReader  *reader,
                              GCancellable                *cancellable,
                              GError                     **error)
{
  g_autoptr (PlenumImport) self = g_object_new (PLENUM_TYPE_IMPORT, NULL);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func (free_input);
  g_autoptr (GArray) kinds = g_array_new (FALSE, TRUE, sizeof (PlenumKind));

  for (guint i = 0; paths[i] != NULL; i++)
    {
      PlenumKind kind;

      g_ptr_array_add (inputs, plenum_input_new (paths[i]));
      if (!recognise_election (inputs->pdata[i], format, reader, &kind, cancellable)
          && !plenum_recognise_input (inputs->pdata[i], format, &kind, cancellable, error))
        return NULL;
      g_array_append_val (kinds, kind);
    }

  for (guint i = 0; i < inputs->len; i++)
    if (inputs->pdata[i] != NULL)
      {
        PlenumImportPart *part = open_group (inputs, kinds, i, reader, cancellable, error);

        if (part == NULL)
          return NULL;
        g_ptr_array_add (self->parts, part);
      }

  return g_steal_pointer (&self);
}

/**
 * plenum_import_set_workshop:
 * @workshop: (nullable): the workshop that foreign ideas go into, or %NULL for one of their own
 */
void
plenum_import_set_workshop (PlenumImport *self, const char *workshop)
{
  g_return_if_fail (PLENUM_IS_IMPORT (self));

  g_free (self->workshop);
  self->workshop = g_strdup (workshop);
}

/**
 * plenum_import_set_progress:
 * @func: called on the library's thread while the import is performed
 */
void
plenum_import_set_progress (PlenumImport *self, PlenumProgressFunc func, gpointer data)
{
  self->progress = func;
  self->progress_data = data;
}

/**
 * plenum_import_set_agreement:
 * @value: the number in a Polis export's votes that means agreement, 1 or -1
 *
 * Overrules what was found to fit.
 */
void
plenum_import_set_agreement (PlenumImport *self, int value)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      PlenumImportPart *part = self->parts->pdata[i];

      if (strcmp (part->preview.format, PLENUM_IMPORT_POLIS) == 0)
        plenum_import_polis_set_agree (part, value);
    }
}

guint
plenum_import_get_n_previews (PlenumImport *self)
{
  return self->parts->len;
}

/**
 * plenum_import_get_preview:
 *
 * Returns: (transfer none): one part, valid as long as the import
 */
PlenumImportPreview *
plenum_import_get_preview (PlenumImport *self, guint index)
{
  g_return_val_if_fail (index < self->parts->len, NULL);

  return &((PlenumImportPart *) self->parts->pdata[index])->preview;
}

/**
 * plenum_import_recall:
 * @store: the library, on its thread
 *
 * Maps the columns of tables as was done last for tables with the same header.
 */
void
plenum_import_recall (PlenumImport *self, PlenumStore *store)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      PlenumTableMapping *mapping = plenum_import_get_preview (self, i)->mapping;
      g_autofree char *key = mapping != NULL ? plenum_table_mapping_get_key (mapping) : NULL;
      g_autofree char *text = key != NULL ? plenum_store_get_setting (store, key) : NULL;

      if (text != NULL)
        plenum_table_mapping_apply_text (mapping, text);
    }
}

/**
 * plenum_import_prepare:
 * @store: the library, on its thread
 * @error: return location for an error of the store
 *
 * What has to be done before the action: a copy of the library where the import
 * is large, and remembering how tables were mapped.
 */
gboolean
plenum_import_prepare (PlenumImport *self, PlenumStore *store, GError **error)
{
  guint records = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      PlenumImportPreview *preview = plenum_import_get_preview (self, i);

      for (guint j = 0; j < preview->counts->len; j++)
        records += g_array_index (preview->counts, PlenumBundleCount, j).count;
      if (preview->mapping != NULL)
        {
          g_autofree char *key = plenum_table_mapping_get_key (preview->mapping);
          g_autofree char *text = plenum_table_mapping_to_text (preview->mapping);

          if (!plenum_store_set_setting (store, key, text, error))
            return FALSE;
        }
    }

  if (records > COPY_FROM)
    {
      g_autofree char *copy = plenum_store_back_up (store, "import", error);

      return copy != NULL;
    }

  return TRUE;
}

typedef struct
{
  PlenumImport *import;
  GCancellable *cancellable;
  gboolean      rehearsal;
} ActionData;

/* Keeps what came of it, and fails, so that nothing of it stays. */
static gboolean
end_rehearsal (PlenumImport *self, GError **error)
{
  self->expected = g_steal_pointer (&self->results);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_import_result_free);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "This was only tried out");

  return FALSE;
}

static gboolean
run_action (PlenumEdit *edit, gpointer user_data, GError **error)
{
  ActionData *data = user_data;
  PlenumImport *self = data->import;

  g_ptr_array_set_size (self->results, 0);
  for (guint i = 0; i < self->parts->len; i++)
    {
      PlenumImportPart *part = self->parts->pdata[i];
      PlenumImportRun run = { edit, self->workshop, FALSE, NULL, self->progress, self->progress_data };

      run.result = plenum_import_result_new ((const char * const *) part->preview.files, part->preview.format);
      g_ptr_array_add (self->results, run.result);
      run.share = 1.0 / self->parts->len;
      run.done_before = i * run.share;
      run.cancellable = data->cancellable;
      plenum_edit_now (edit, run.stamp);
      if (!plenum_import_run_step (&run, 0, error) || !part->klass->run (part, &run, error))
        return FALSE;
    }

  return !data->rehearsal || end_rehearsal (self, error);
}

static void
free_action_data (gpointer user_data)
{
  ActionData *data = user_data;

  g_object_unref (data->import);
  g_clear_object (&data->cancellable);
  g_free (data);
}

static PlenumAction *
make_action (PlenumImport *self, gboolean rehearsal, GCancellable *cancellable)
{
  ActionData *data = g_new0 (ActionData, 1);
  PlenumImportPreview *first = self->parts->len > 0 ? plenum_import_get_preview (self, 0) : NULL;
  PlenumLabel *label;

  data->import = g_object_ref (self);
  data->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  data->rehearsal = rehearsal;
  if (self->parts->len == 1)
    label = plenum_label_new_named ("Import “{name}”", first->title != NULL ? first->title : first->files[0]);
  else
    label = plenum_label_new_count ("Import {count} file", "Import {count} files", self->parts->len, NULL);

  return plenum_action_new_import (label, run_action, data, free_action_data);
}

/**
 * plenum_import_make_action:
 * @cancellable: (nullable): stops the action, which then changes nothing
 *
 * Returns: (transfer full): an action that imports everything, after plenum_import_prepare()
 */
PlenumAction *
plenum_import_make_action (PlenumImport *self, GCancellable *cancellable)
{
  return make_action (self, FALSE, cancellable);
}

/**
 * plenum_import_rehearse:
 * @store: the library, on its thread; it is not changed
 * @cancellable: (nullable): stops it
 *
 * Finds out what the import would do, for plenum_import_get_expected(), by doing it: the
 * action fails at its end, so that nothing of it stays.
 */
gboolean
plenum_import_rehearse (PlenumImport *self, PlenumStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumAction) action = make_action (self, TRUE, cancellable);
  g_autoptr (GError) end = NULL;

  g_clear_pointer (&self->expected, g_ptr_array_unref);
  /* It always fails, but has come to its end if there is what to expect. */
  if (plenum_store_perform (store, action, &end) || self->expected != NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&end));
  return FALSE;
}

/**
 * plenum_import_get_expected:
 * @index: which part, as for plenum_import_get_preview()
 *
 * Returns: (transfer none) (nullable): what will come of it, unless the library changes
 *   meanwhile; %NULL if it was not rehearsed
 */
PlenumImportResult *
plenum_import_get_expected (PlenumImport *self, guint index)
{
  return self->expected != NULL && index < self->expected->len ? self->expected->pdata[index] : NULL;
}

/**
 * plenum_import_perform:
 * @store: the library, on its thread
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for any error; the library is as it was then
 *
 * Prepares and imports everything, or nothing.
 */
gboolean
plenum_import_perform (PlenumImport *self, PlenumStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumAction) action = plenum_import_make_action (self, cancellable);

  return plenum_import_prepare (self, store, error) && plenum_store_perform (store, action, error);
}

/**
 * plenum_import_get_results:
 *
 * Returns: (transfer none) (element-type PlenumImportResult): what was done, part by part
 */
GPtrArray *
plenum_import_get_results (PlenumImport *self)
{
  return self->results;
}

/**
 * plenum_import_count:
 *
 * Returns: how many records of all parts had that outcome
 */
guint
plenum_import_count (PlenumImport *self, PlenumImportOutcome outcome)
{
  guint sum = 0;

  for (guint i = 0; i < self->results->len; i++)
    sum += plenum_import_result_get (self->results->pdata[i], NULL, outcome);

  return sum;
}
