/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-import-part.h"

#include <string.h>

#include "plenum-exchange.h"
#include "plenum-knowledge.h"

static void
clear_count (gpointer data)
{
  g_free (((PlenumBundleCount *) data)->type);
}

static void
free_loss (gpointer data)
{
  PlenumImportLoss *loss = data;

  g_free (loss->column);
  g_free (loss->why);
  g_free (loss);
}

void
plenum_import_part_init (PlenumImportPart *self, const PlenumImportPartClass *klass, const char *format, const char * const *files)
{
  self->klass = klass;
  self->preview.format = format;
  self->preview.files = g_strdupv ((GStrv) files);
  self->preview.notes = g_ptr_array_new_with_free_func (g_free);
  self->preview.counts = g_array_new (FALSE, TRUE, sizeof (PlenumBundleCount));
  g_array_set_clear_func (self->preview.counts, clear_count);
  self->preview.lost = g_ptr_array_new_with_free_func (free_loss);
}

void
plenum_import_part_free (PlenumImportPart *self)
{
  g_strfreev (self->preview.files);
  g_free (self->preview.title);
  g_ptr_array_unref (self->preview.notes);
  g_array_unref (self->preview.counts);
  g_ptr_array_unref (self->preview.lost);
  g_clear_pointer (&self->preview.mapping, plenum_table_mapping_free);
  g_clear_pointer (&self->preview.rows, g_ptr_array_unref);
  self->klass->free (self);
}

/* So many records of a type are in the file. */
void
plenum_import_part_count (PlenumImportPart *self, const char *type, guint count)
{
  PlenumBundleCount new_count = { g_strdup (type), count };

  g_array_append_val (self->preview.counts, new_count);
}

void
plenum_import_part_lose (PlenumImportPart *self, const char *column, const char *why)
{
  PlenumImportLoss *loss = g_new0 (PlenumImportLoss, 1);

  loss->column = g_strdup (column);
  loss->why = g_strdup (why);
  g_ptr_array_add (self->preview.lost, loss);
}

/**
 * plenum_import_part_name:
 * @file: what the user calls the file
 * @otherwise: for standard input
 *
 * Returns: (transfer full): the title of a workshop whose file names none
 */
char *
plenum_import_part_name (const char *file, const char *otherwise)
{
  g_autofree char *base = g_path_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  char *dot = strchr (name, '.');

  if (strcmp (file, "-") == 0)
    return g_strdup (otherwise);
  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

/* Says how far the part is, 0 to 1; FALSE if it shall stop. */
gboolean
plenum_import_run_step (PlenumImportRun *run, double done, GError **error)
{
  if (run->progress != NULL)
    run->progress (run->done_before + MIN (done, 1) * run->share, run->progress_data);

  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static gboolean
insert (PlenumImportRun *run, PlenumRecord *record, gboolean buried, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));
  const char *id = plenum_record_get_id (record);

  /* What the file does not date is from now. */
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == PLENUM_FIELD_TIME && info->fields[i].required && plenum_record_is_null (record, i))
      plenum_record_set_integer (record, i, g_get_real_time () / 1000);

  if (!plenum_edit_insert (run->edit, record, error)
      || (buried && !plenum_edit_unbury (run->edit, id, error)))
    return FALSE;

  plenum_import_result_count (run->result, info->name, PLENUM_IMPORT_ADDED);
  if (!info->immutable)
    {
      g_autoptr (PlenumStamps) stamps = plenum_stamps_new (run->stamp, NULL);

      return plenum_edit_put_stamps (run->edit, id, stamps, error);
    }

  return TRUE;
}

/* A card's place is where it was put here, not where the file has it. */
static gboolean
is_place (const PlenumField *field)
{
  return strcmp (field->name, "position") == 0 || strcmp (field->name, "area") == 0;
}

/* Takes over what the file changed since the last import. What people changed
 * here since then stays: the file did not see it. */
static gboolean
update (PlenumImportRun *run, PlenumRecord *ours, PlenumRecord *record, gboolean compare, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  const char *id = plenum_record_get_id (record);
  g_autoptr (PlenumStamps) stamps = compare ? plenum_store_get_stamps (plenum_edit_get_store (run->edit), id) : NULL;
  gboolean changed = FALSE;

  for (guint i = 0; stamps != NULL && i < info->n_fields; i++)
    {
      PlenumFieldKind kind = info->fields[i].kind;

      if (plenum_record_is_null (record, i) || plenum_record_field_equal (ours, record, i)
          || is_place (&info->fields[i]) || plenum_stamps_has_own (stamps, info->fields[i].name))
        continue;

      if (kind == PLENUM_FIELD_INTEGER || kind == PLENUM_FIELD_BOOLEAN || kind == PLENUM_FIELD_TIME)
        plenum_record_set_integer (ours, i, plenum_record_get_integer (record, i));
      else
        plenum_record_set_text (ours, i, plenum_record_get_text (record, i));
      changed = TRUE;
    }

  plenum_import_result_count (run->result, info->name, changed ? PLENUM_IMPORT_CHANGED : PLENUM_IMPORT_UNCHANGED);
  if (changed)
    {
      g_autofree char *own = plenum_stamps_to_text (stamps);
      g_autoptr (PlenumStamps) renewed = plenum_stamps_new (run->stamp, own);

      return plenum_edit_update (run->edit, ours, error) && plenum_edit_put_stamps (run->edit, id, renewed, error);
    }

  return TRUE;
}

/**
 * plenum_import_run_put:
 * @record: a record with the id that belongs to its place in the file
 * @compare: whether a difference means that the file changed
 * @alive: (out) (optional): whether it is in the library now; what people deleted stays deleted
 * @error: return location for an error of the store
 */
gboolean
plenum_import_run_put (PlenumImportRun *run, PlenumRecord *record, gboolean compare, gboolean *alive, GError **error)
{
  PlenumStore *store = plenum_edit_get_store (run->edit);
  PlenumRecordType type = plenum_record_get_record_type (record);
  const char *id = plenum_record_get_id (record);
  g_autoptr (GError) failure = NULL;
  g_autoptr (PlenumRecord) ours = plenum_store_get (store, type, id, &failure);
  g_autoptr (PlenumTombstone) tombstone = NULL;

  if (alive != NULL)
    *alive = TRUE;
  if (ours != NULL)
    return update (run, ours, record, compare, error);
  if (!g_error_matches (failure, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  tombstone = plenum_store_get_tombstone (store, id);
  if (tombstone != NULL && !run->revive)
    {
      if (alive != NULL)
        *alive = FALSE;
      plenum_import_result_count (run->result, plenum_type_get_info (type)->name, PLENUM_IMPORT_UNCHANGED);
      return TRUE;
    }

  return insert (run, record, tombstone != NULL, error);
}

/* Deletes a record that the file has replaced. */
gboolean
plenum_import_run_remove (PlenumImportRun *run, PlenumRecord *record, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const char *id = plenum_record_get_id (record);

  plenum_import_result_count (run->result, plenum_type_get_info (type)->name, PLENUM_IMPORT_CHANGED);

  return plenum_edit_delete (run->edit, type, id, error)
         && plenum_edit_bury (run->edit, type, id, plenum_bundle_workshop_of (record), run->stamp, error);
}
