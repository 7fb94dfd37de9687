/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first reading of a bundle: everything is checked before the library is
 * touched. References can only be checked in a second reading, since a record
 * may refer to one that comes later. */
#include "plenum-bundle-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-bundle.h"
#include "plenum-bundle-feed.h"
#include "plenum-place.h"

/* Kinds in the set of ids beyond the types of records. */
#define KIND_TOMBSTONE PLENUM_N_TYPES
#define KIND_OTHER     (PLENUM_N_TYPES + 1)

G_STATIC_ASSERT (KIND_OTHER < 31);

void
plenum_bundle_check_free (PlenumBundleCheck *self)
{
  plenum_bundle_header_clear (&self->header);
  plenum_id_set_free (self->ids);
  plenum_knowledge_free (self->knowledge);
  g_ptr_array_unref (self->workshops);
  g_hash_table_unref (self->counts);
  g_free (self);
}

static guint
get_kind (PlenumBundleItem *item)
{
  switch (item->kind)
    {
    case PLENUM_BUNDLE_RECORD:
      return plenum_record_get_record_type (item->record);

    case PLENUM_BUNDLE_TOMBSTONE:
      return KIND_TOMBSTONE;

    case PLENUM_BUNDLE_OTHER:
    default:
      return KIND_OTHER;
    }
}

static gboolean
check_item (PlenumBundleCheck *self, PlenumBundleItem *item, GError **error)
{
  gsize count = GPOINTER_TO_SIZE (g_hash_table_lookup (self->counts, item->type));

  if (!plenum_id_set_add (self->ids, item->id, get_kind (item)))
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_DUPLICATE,
                              plenum_input_get_name (self->input), item->line,
                              _("A second record has the id %s. Ids are unique."), item->id);
      return FALSE;
    }

  self->n_records++;
  g_hash_table_insert (self->counts, g_strdup (item->type), GSIZE_TO_POINTER (count + 1));
  if (item->kind == PLENUM_BUNDLE_TOMBSTONE)
    plenum_knowledge_add (self->knowledge, item->workshop, item->stamp);
  else if (item->kind == PLENUM_BUNDLE_RECORD)
    plenum_knowledge_add_record (self->knowledge, item->record, item->stamps);
  if (item->kind == PLENUM_BUNDLE_RECORD && get_kind (item) == PLENUM_WORKSHOP)
    g_ptr_array_add (self->workshops, g_strdup (plenum_record_get_text (item->record, PLENUM_WORKSHOP_TITLE)));

  return TRUE;
}

/**
 * plenum_bundle_check_new:
 * @input: (transfer none): the bundle, which outlives this
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_JSON_ERROR or of GIO
 *
 * Reads a bundle through: syntax, schema, ids, counts, digest, signature.
 *
 * Returns: (transfer full) (nullable): what was found, or %NULL if it is not valid
 */
PlenumBundleCheck *
plenum_bundle_check_new (PlenumInput *input, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumBundleCheck) self = g_new0 (PlenumBundleCheck, 1);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlenumBundleFeed) feed = NULL;

  self->input = input;
  self->ids = plenum_id_set_new ();
  self->knowledge = plenum_knowledge_new ();
  self->workshops = g_ptr_array_new_with_free_func (g_free);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  stream = plenum_input_read (input, cancellable, error);
  if (stream == NULL)
    return NULL;

  feed = plenum_bundle_feed_new (stream, plenum_input_get_name (input), NULL, cancellable);
  for (;;)
    {
      g_autoptr (PlenumBundleItem) item = NULL;

      if (!plenum_bundle_feed_next (feed, &item, error))
        return NULL;
      if (item == NULL)
        break;
      if (!check_item (self, item, error))
        return NULL;
    }
  plenum_bundle_header_copy (&self->header, plenum_bundle_feed_get_header (feed));

  return g_steal_pointer (&self);
}

/**
 * plenum_bundle_check_references:
 * @item: a record of the same bundle
 * @error: return location for %PLENUM_BUNDLE_ERROR_REFERENCE
 *
 * Returns: whether everything that @item refers to is in the bundle
 */
gboolean
plenum_bundle_check_references (PlenumBundleCheck *self, PlenumBundleItem *item, GError **error)
{
  const PlenumTypeInfo *info;

  if (item->kind != PLENUM_BUNDLE_RECORD)
    return TRUE;

  info = plenum_type_get_info (plenum_record_get_record_type (item->record));
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *id;

      if (info->fields[i].kind != PLENUM_FIELD_REFERENCE || plenum_record_is_null (item->record, i))
        continue;

      id = plenum_record_get_text (item->record, i);
      if (plenum_id_set_lookup (self->ids, id) != (int) info->fields[i].target)
        {
          plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_REFERENCE,
                                  plenum_input_get_name (self->input), item->line,
                                  /* Translators: a type such as "idea", a member such as "area", its type, an id. */
                                  _("%s, “%s”: There is no %s with the id %s in this bundle."),
                                  info->name, info->fields[i].name,
                                  plenum_type_get_info (info->fields[i].target)->name, id);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_all_references (PlenumBundleCheck *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = plenum_input_read (self->input, cancellable, error);
  g_autoptr (PlenumBundleFeed) feed = NULL;

  if (stream == NULL)
    return FALSE;

  feed = plenum_bundle_feed_new (stream, plenum_input_get_name (self->input), &self->header, cancellable);
  for (;;)
    {
      g_autoptr (PlenumBundleItem) item = NULL;

      if (!plenum_bundle_feed_next (feed, &item, error))
        return FALSE;
      if (item == NULL)
        return TRUE;
      if (!plenum_bundle_check_references (self, item, error))
        return FALSE;
    }
}

void
plenum_verification_free (PlenumVerification *verification)
{
  g_free (verification->file);
  g_free (verification->signed_by);
  g_ptr_array_unref (verification->problems);
  g_free (verification);
}

/**
 * plenum_bundle_verify:
 * @path: a bundle, or "-" for standard input
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Checks a bundle without a library: syntax, schema, references, digest and
 * signature. A bundle that cannot be read is not valid; only being cancelled is
 * an error.
 *
 * Returns: (transfer full) (nullable): what was found
 */
PlenumVerification *
plenum_bundle_verify (const char *path, GCancellable *cancellable, GError **error)
{
  PlenumVerification *verification = g_new0 (PlenumVerification, 1);
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  g_autoptr (PlenumBundleCheck) check = NULL;
  g_autoptr (GError) problem = NULL;

  verification->file = g_strdup (path);
  verification->problems = g_ptr_array_new_with_free_func (g_free);

  check = plenum_bundle_check_new (input, cancellable, &problem);
  if (check != NULL)
    {
      verification->signed_by = g_strdup (check->header.key);
      verification->valid = check_all_references (check, cancellable, &problem);
    }

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      plenum_verification_free (verification);
      return NULL;
    }
  if (problem != NULL)
    g_ptr_array_add (verification->problems, g_strdup (problem->message));

  return verification;
}
