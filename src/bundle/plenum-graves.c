/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that one copy deleted, while another may still refer to them: a card
 * that was deleted here and commented on there. What is referred to stays, or
 * comes back, so that nothing that somebody did to it is lost and no reference
 * leads nowhere; it keeps the stamp of its deletion, and goes when nothing refers
 * to it any more. So who is alive follows from what is known, not from the order
 * in which it became known. */
#include "plenum-graves.h"

#include <string.h>

#include "plenum-knowledge.h"

typedef struct
{
  PlenumRecordType  type;
  char             *id;
} Doubt;

struct _PlenumGraves
{
  PlenumEdit  *edit;
  PlenumStore *store;
  GPtrArray   *graves; /* PlenumGrave */
  GPtrArray   *doubts; /* Doubt: may have lost what kept them */
};

static void
grave_free (gpointer data)
{
  PlenumGrave *grave = data;

  g_object_unref (grave->record);
  g_clear_pointer (&grave->stamps, plenum_stamps_free);
  g_free (grave->deleted);
  g_free (grave);
}

static void
doubt_free (gpointer data)
{
  Doubt *doubt = data;

  g_free (doubt->id);
  g_free (doubt);
}

PlenumGraves *
plenum_graves_new (PlenumEdit *edit)
{
  PlenumGraves *self = g_new0 (PlenumGraves, 1);

  self->edit = edit;
  self->store = plenum_edit_get_store (edit);
  self->graves = g_ptr_array_new_with_free_func (grave_free);
  self->doubts = g_ptr_array_new_with_free_func (doubt_free);

  return self;
}

void
plenum_graves_free (PlenumGraves *self)
{
  g_ptr_array_unref (self->graves);
  g_ptr_array_unref (self->doubts);
  g_free (self);
}

static gboolean
bury (PlenumGraves *self, PlenumRecord *record, const char *deleted, GError **error)
{
  return plenum_edit_bury (self->edit, plenum_record_get_record_type (record), plenum_record_get_id (record),
                           plenum_bundle_workshop_of (record), deleted, error);
}

static void
add (PlenumGraves *self, PlenumRecord *record, PlenumStamps *stamps, const char *deleted, gboolean was_ours)
{
  PlenumGrave *grave = g_new0 (PlenumGrave, 1);

  grave->record = g_object_ref (record);
  grave->deleted = g_strdup (deleted);
  grave->was_ours = was_ours;
  if (stamps != NULL)
    {
      g_autofree char *own = plenum_stamps_to_text (stamps);

      grave->stamps = plenum_stamps_new (plenum_stamps_get_base (stamps), own);
    }
  g_ptr_array_add (self->graves, grave);
}

/**
 * plenum_graves_add_theirs:
 * @record: an incoming record that is not in the library
 * @stamps: (nullable): when its fields got their values
 * @deleted: the stamp of its deletion, later than all of them
 */
gboolean
plenum_graves_add_theirs (PlenumGraves *self, PlenumRecord *record, PlenumStamps *stamps, const char *deleted, GError **error)
{
  add (self, record, stamps, deleted, FALSE);

  return bury (self, record, deleted, error);
}

/**
 * plenum_graves_add_ours:
 * @record: a record in the library
 *
 * As plenum_graves_add_theirs(); takes it out of the library.
 */
gboolean
plenum_graves_add_ours (PlenumGraves *self, PlenumRecord *record, PlenumStamps *stamps, const char *deleted, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));

  add (self, record, stamps, deleted, TRUE);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == PLENUM_FIELD_REFERENCE && !plenum_record_is_null (record, i))
      plenum_graves_doubt (self, info->fields[i].target, plenum_record_get_text (record, i));

  return plenum_edit_delete (self->edit, plenum_record_get_record_type (record), plenum_record_get_id (record), error)
         && bury (self, record, deleted, error);
}

/**
 * plenum_graves_doubt:
 *
 * Says that a record may be there only because something referred to it, and that
 * this may have changed.
 */
void
plenum_graves_doubt (PlenumGraves *self, PlenumRecordType type, const char *id)
{
  Doubt *doubt = g_new0 (Doubt, 1);

  doubt->type = type;
  doubt->id = g_strdup (id);
  g_ptr_array_add (self->doubts, doubt);
}

static gboolean
is_referred_to (PlenumGraves *self, PlenumRecordType target, const char *id)
{
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    {
      const PlenumTypeInfo *info = plenum_type_get_info (type);

      for (guint field = 0; field < info->n_fields; field++)
        if (info->fields[field].kind == PLENUM_FIELD_REFERENCE && info->fields[field].target == target
            && plenum_store_count (self->store, type, field, id) > 0)
          return TRUE;
    }

  return FALSE;
}

static gboolean
bring_back (PlenumGraves *self, PlenumGrave *grave, GError **error)
{
  const char *id = plenum_record_get_id (grave->record);

  grave->alive = TRUE;
  if (!plenum_edit_insert (self->edit, grave->record, error) || !plenum_edit_unbury (self->edit, id, error))
    return FALSE;
  if (grave->stamps == NULL)
    return TRUE;

  plenum_stamps_set (grave->stamps, PLENUM_DELETED, grave->deleted);

  return plenum_edit_put_stamps (self->edit, id, grave->stamps, error);
}

/* What returns may refer to others that are gone, so it goes on until nothing returns. */
static gboolean
bring_back_all (PlenumGraves *self, GError **error)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->graves->len; i++)
        {
          PlenumGrave *grave = self->graves->pdata[i];

          if (grave->alive
              || !is_referred_to (self, plenum_record_get_record_type (grave->record), plenum_record_get_id (grave->record)))
            continue;
          if (!bring_back (self, grave, error))
            return FALSE;
          again = TRUE;
        }
    }

  return TRUE;
}

/* Buries what is there although it was deleted, if nothing refers to it any more. */
static gboolean
resolve_doubt (PlenumGraves *self, const Doubt *doubt, GError **error)
{
  g_autoptr (PlenumStamps) stamps = plenum_store_get_stamps (self->store, doubt->id);
  const char *deleted = stamps != NULL ? plenum_stamps_get (stamps, PLENUM_DELETED, TRUE) : NULL;
  g_autoptr (PlenumRecord) record = NULL;
  g_autofree char *latest = NULL;

  if (deleted == NULL || is_referred_to (self, doubt->type, doubt->id))
    return TRUE;

  record = plenum_store_get (self->store, doubt->type, doubt->id, error);
  if (record == NULL)
    return FALSE;
  latest = plenum_stamps_latest (record, stamps);

  return g_strcmp0 (latest, deleted) > 0 || plenum_graves_add_ours (self, record, stamps, deleted, error);
}

/**
 * plenum_graves_settle:
 * @error: return location for an error of the store
 *
 * Decides who is alive. Leaves no reference to a record that is gone.
 */
gboolean
plenum_graves_settle (PlenumGraves *self, GError **error)
{
  if (!bring_back_all (self, error))
    return FALSE;

  /* Grows while it is gone through. */
  for (guint i = 0; i < self->doubts->len; i++)
    if (!resolve_doubt (self, self->doubts->pdata[i], error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_graves_list:
 *
 * Returns: (transfer none) (element-type PlenumGrave): all that were added
 */
GPtrArray *
plenum_graves_list (PlenumGraves *self)
{
  return self->graves;
}
