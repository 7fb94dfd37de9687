/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "plenum-bundle-check.h"
#include "plenum-bundle-feed.h"
#include "plenum-import-part.h"
#include "plenum-merge.h"
#include "plenum-paper-actions.h"

typedef struct
{
  PlenumImportPart   parent;
  PlenumInput       *input;
  PlenumBundleCheck *check;
} BundlePart;

/* What was typed of papers on several computers has come together. */
static gboolean
settle_papers (PlenumImportRun *run, GError **error)
{
  for (guint i = 0; i < run->result->workshops->len; i++)
    if (!plenum_edit_settle_papers (run->edit, run->result->workshops->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* The second reading: references, and the merge. The digest is checked again, so
 * a file that changed meanwhile is not taken. */
static gboolean
bundle_run (PlenumImportPart *part, PlenumImportRun *run, GError **error)
{
  BundlePart *self = (BundlePart *) part;
  g_autoptr (PlenumMerge) merge = plenum_merge_new (run->edit, self->check->knowledge, run->result);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlenumBundleFeed) feed = NULL;
  guint64 done = 0;

  if (run->workshop != NULL)
    {
      g_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_FORMAT,
                   _("%s: A bundle brings its own workshops. It cannot be imported into another one."),
                   plenum_input_get_name (self->input));
      return FALSE;
    }

  stream = plenum_input_read (self->input, run->cancellable, error);
  if (stream == NULL)
    return FALSE;

  feed = plenum_bundle_feed_new (stream, plenum_input_get_name (self->input), &self->check->header, run->cancellable);
  for (;;)
    {
      g_autoptr (PlenumBundleItem) item = NULL;

      if (!plenum_bundle_feed_next (feed, &item, error))
        return FALSE;
      if (item == NULL)
        return plenum_merge_finish (merge, error) && settle_papers (run, error);
      if (!plenum_bundle_check_references (self->check, item, error)
          || !plenum_merge_item (merge, item, error))
        return FALSE;
      if (++done % 64 == 0 && !plenum_import_run_step (run, (double) done / self->check->n_records, error))
        return FALSE;
    }
}

static void
bundle_free (PlenumImportPart *part)
{
  BundlePart *self = (BundlePart *) part;

  g_clear_pointer (&self->check, plenum_bundle_check_free);
  plenum_input_free (self->input);
  g_free (self);
}

static const PlenumImportPartClass bundle_class = { bundle_run, bundle_free };

static void
describe (BundlePart *self)
{
  PlenumImportPart *part = &self->parent;
  g_autoptr (GPtrArray) titles = g_ptr_array_copy (self->check->workshops, NULL, NULL);
  g_autoptr (GList) types = g_list_sort (g_hash_table_get_keys (self->check->counts), (GCompareFunc) g_strcmp0);

  g_ptr_array_set_free_func (titles, NULL);
  if (titles->len > 0)
    {
      g_ptr_array_add (titles, NULL);
      part->preview.title = g_strjoinv (", ", (GStrv) titles->pdata);
    }
  for (GList *type = types; type != NULL; type = type->next)
    plenum_import_part_count (part, type->data, GPOINTER_TO_SIZE (g_hash_table_lookup (self->check->counts, type->data)));

  if (self->check->header.key == NULL)
    g_ptr_array_add (part->preview.notes, g_strdup (_("This bundle is not signed: who wrote it cannot be proved.")));
  else
    /* Translators: %s is a public key in Base64. */
    g_ptr_array_add (part->preview.notes, g_strdup_printf (_("This bundle is signed by the key %s."), self->check->header.key));
}

/**
 * plenum_import_bundle_new:
 * @input: (transfer full): a bundle
 *
 * Returns: (transfer full) (nullable): a bundle that is valid but for its references
 */
PlenumImportPart *
plenum_import_bundle_new (PlenumInput *input, GCancellable *cancellable, GError **error)
{
  BundlePart *self = g_new0 (BundlePart, 1);

  self->input = input;
  plenum_import_part_init (&self->parent, &bundle_class, PLENUM_IMPORT_BUNDLE,
                           (const char * const []) { plenum_input_get_name (input), NULL });
  self->check = plenum_bundle_check_new (input, cancellable, error);
  if (self->check == NULL)
    {
      plenum_import_part_free (&self->parent);
      return NULL;
    }
  describe (self);

  return &self->parent;
}
