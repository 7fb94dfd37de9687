/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that a merge found deleted, while others may still refer to them. One
 * copy deleted a card, another commented on it: whichever was later decides. A
 * comment that is later brings its card back; one that is earlier goes with it. A
 * reference that need not be there is given up. */
#include "plenum-graves.h"

#include <string.h>

#include "plenum-knowledge.h"

typedef struct
{
  PlenumRecord *record;
  PlenumStamps *stamps;   /* nullable */
  char         *deleted;  /* when */
  char         *latest;   /* nullable: when it, or what it had to come back for, was changed last */
  gboolean      alive;
} Grave;

struct _PlenumGraves
{
  PlenumEdit         *edit;
  PlenumStore        *store;
  PlenumImportResult *result;
  GPtrArray          *graves;
  GHashTable         *returned; /* id → Grave, of those that are alive again */
};

static void
grave_free (gpointer data)
{
  Grave *grave = data;

  g_object_unref (grave->record);
  g_clear_pointer (&grave->stamps, plenum_stamps_free);
  g_free (grave->deleted);
  g_free (grave->latest);
  g_free (grave);
}

PlenumGraves *
plenum_graves_new (PlenumEdit *edit, PlenumImportResult *result)
{
  PlenumGraves *self = g_new0 (PlenumGraves, 1);

  self->edit = edit;
  self->store = plenum_edit_get_store (edit);
  self->result = result;
  self->graves = g_ptr_array_new_with_free_func (grave_free);
  self->returned = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
plenum_graves_free (PlenumGraves *self)
{
  g_hash_table_unref (self->returned);
  g_ptr_array_unref (self->graves);
  g_free (self);
}

/**
 * plenum_graves_add:
 * @record: what was deleted, as it was last
 * @stamps: (nullable): when its fields got their values
 * @deleted: the stamp of its deletion
 */
void
plenum_graves_add (PlenumGraves *self, PlenumRecord *record, PlenumStamps *stamps, const char *deleted)
{
  Grave *grave = g_new0 (Grave, 1);

  grave->record = g_object_ref (record);
  grave->deleted = g_strdup (deleted);
  grave->latest = plenum_stamps_latest (record, stamps);
  if (stamps != NULL)
    {
      g_autofree char *own = plenum_stamps_to_text (stamps);

      grave->stamps = plenum_stamps_new (plenum_stamps_get_base (stamps), own);
    }
  g_ptr_array_add (self->graves, grave);
}

/* Calls @func for every row that refers to the record by a field that is needed, or by one that is not. */
typedef gboolean (*ReferrerFunc) (PlenumGraves *self, Grave *grave, PlenumRecord *referrer, guint field, GError **error);

static gboolean
each_referrer (PlenumGraves *self, Grave *grave, gboolean required, ReferrerFunc func, GError **error)
{
  PlenumRecordType target = plenum_record_get_record_type (grave->record);

  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (type);

      for (guint field = 0; field < info->n_fields; field++)
        {
          g_autoptr (GPtrArray) referrers = NULL;

          if (info->fields[field].kind != PLENUM_FIELD_REFERENCE || info->fields[field].target != target
              || info->fields[field].required != required)
            continue;

          referrers = plenum_store_list (self->store, type, field, plenum_record_get_id (grave->record), error);
          if (referrers == NULL)
            return FALSE;
          for (guint i = 0; i < referrers->len; i++)
            if (!func (self, grave, referrers->pdata[i], field, error))
              return FALSE;
        }
    }

  return TRUE;
}

/* A row that is later than the deletion of what it needs wants that back. */
static gboolean
consider_return (PlenumGraves *self, Grave *grave, PlenumRecord *referrer, guint field, GError **error)
{
  g_autoptr (PlenumStamps) stamps = plenum_store_get_stamps (self->store, plenum_record_get_id (referrer));
  g_autofree char *latest = plenum_stamps_latest (referrer, stamps);
  Grave *returned = g_hash_table_lookup (self->returned, plenum_record_get_id (referrer));

  if (returned != NULL && g_strcmp0 (returned->latest, latest) > 0)
    {
      g_free (latest);
      latest = g_strdup (returned->latest);
    }

  if (g_strcmp0 (latest, grave->deleted) > 0)
    {
      grave->alive = TRUE;
      if (g_strcmp0 (latest, grave->latest) > 0)
        {
          g_free (grave->latest);
          grave->latest = g_steal_pointer (&latest);
        }
    }

  return TRUE;
}

static gboolean
bring_back (PlenumGraves *self, Grave *grave, GError **error)
{
  const char *id = plenum_record_get_id (grave->record);
  PlenumRecordType type = plenum_record_get_record_type (grave->record);

  plenum_import_result_count (self->result, plenum_type_get_info (type)->name, PLENUM_IMPORT_ADDED);
  g_hash_table_insert (self->returned, (char *) id, grave);

  return plenum_edit_insert (self->edit, grave->record, error)
         && (grave->stamps == NULL || plenum_edit_put_stamps (self->edit, id, grave->stamps, error))
         && plenum_edit_unbury (self->edit, id, error);
}

/* What returns may need others that are gone, so it goes on until nothing returns. */
static gboolean
bring_back_all (PlenumGraves *self, GError **error)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->graves->len; i++)
        {
          Grave *grave = self->graves->pdata[i];

          if (grave->alive)
            continue;
          if (!each_referrer (self, grave, TRUE, consider_return, error))
            return FALSE;
          if (grave->alive && !bring_back (self, grave, error))
            return FALSE;
          again |= grave->alive;
        }
    }

  return TRUE;
}

/* Goes with what it needs, at the same time. */
static gboolean
bury_too (PlenumGraves *self, Grave *grave, PlenumRecord *referrer, guint field, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (referrer);
  const char *id = plenum_record_get_id (referrer);
  g_autoptr (PlenumStamps) stamps = NULL;
  g_autoptr (GError) failure = NULL;
  g_autoptr (PlenumRecord) still = plenum_store_get (self->store, type, id, &failure);

  if (still == NULL)
    return TRUE; /* it refers to two that are gone, and went with the other */

  stamps = plenum_store_get_stamps (self->store, id);
  plenum_graves_add (self, still, stamps, grave->deleted);
  plenum_import_result_count (self->result, plenum_type_get_info (type)->name, PLENUM_IMPORT_CHANGED);

  return plenum_edit_delete (self->edit, type, id, error)
         && plenum_edit_bury (self->edit, type, id, plenum_bundle_workshop_of (still), grave->deleted, error);
}

static gboolean
let_go (PlenumGraves *self, Grave *grave, PlenumRecord *referrer, guint field, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (referrer);
  const char *name = plenum_type_get_info (type)->fields[field].name;
  const char *id = plenum_record_get_id (referrer);
  g_autoptr (PlenumStamps) stamps = plenum_store_get_stamps (self->store, id);

  plenum_record_set_null (referrer, field);
  if (!plenum_edit_update (self->edit, referrer, error))
    return FALSE;
  if (stamps == NULL)
    return TRUE;

  if (g_strcmp0 (plenum_stamps_get (stamps, name, FALSE), grave->deleted) < 0)
    plenum_stamps_set (stamps, name, grave->deleted);

  return plenum_edit_put_stamps (self->edit, id, stamps, error);
}

/**
 * plenum_graves_settle:
 * @error: return location for an error of the store
 *
 * Leaves no reference to a record that is gone.
 */
gboolean
plenum_graves_settle (PlenumGraves *self, GError **error)
{
  if (!bring_back_all (self, error))
    return FALSE;

  /* Grows while it is gone through. */
  for (guint i = 0; i < self->graves->len; i++)
    {
      Grave *grave = self->graves->pdata[i];

      if (!grave->alive
          && (!each_referrer (self, grave, TRUE, bury_too, error)
              || !each_referrer (self, grave, FALSE, let_go, error)))
        return FALSE;
    }

  return TRUE;
}
