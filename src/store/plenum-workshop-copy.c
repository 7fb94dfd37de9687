/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop again, with new ids, to be run once more. */
#include "plenum-workshop-copy.h"

#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-store.h"
#include "plenum-theme-actions.h"
#include "plenum-uuid.h"

/* In an order in which what is referred to comes first. */
static const PlenumRecordType copied[] = {
  PLENUM_BOARD, PLENUM_AREA, PLENUM_IDEA, PLENUM_TAG, PLENUM_COMMENT,
  PLENUM_THEME, PLENUM_MEMBERSHIP, PLENUM_LINK, PLENUM_POLL, PLENUM_OPTION,
};

static const char *
new_reference (GHashTable *ids, PlenumRecord *record, guint field)
{
  const char *old = plenum_record_get_text (record, field);

  return old != NULL ? g_hash_table_lookup (ids, old) : NULL;
}

/* Some ids follow from what the record says, so that merges unite. */
static char *
make_id (GHashTable *ids, PlenumRecord *record)
{
  PlenumRecordType type = plenum_record_get_record_type (record);

  if (type == PLENUM_TAG)
    return plenum_tag_id (new_reference (ids, record, PLENUM_TAG_IDEA), plenum_record_get_text (record, PLENUM_TAG_NAME));
  if (type == PLENUM_MEMBERSHIP)
    return plenum_membership_id (new_reference (ids, record, PLENUM_MEMBERSHIP_THEME),
                                 new_reference (ids, record, PLENUM_MEMBERSHIP_IDEA));
  if (type == PLENUM_LINK)
    return plenum_link_id (new_reference (ids, record, PLENUM_LINK_IDEA), new_reference (ids, record, PLENUM_LINK_TARGET),
                           plenum_record_get_text (record, PLENUM_LINK_KIND));

  return plenum_uuid_new ();
}

static void
begin_poll_again (PlenumRecord *poll)
{
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  plenum_record_set_null (poll, PLENUM_POLL_OPENED);
  plenum_record_set_null (poll, PLENUM_POLL_CLOSED);
  plenum_record_set_null (poll, PLENUM_POLL_SHOWN);
  plenum_record_set_null (poll, PLENUM_POLL_COLLECTOR);
}

static gboolean
copy_type (PlenumEdit *edit, PlenumRecordType type, const char *workshop, GHashTable *ids, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autoptr (GPtrArray) records = plenum_store_list (plenum_edit_get_store (edit), type, 0, workshop, error);

  if (records == NULL)
    return FALSE;

  /* An idea may refer to one that comes later. */
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (ids, g_strdup (plenum_record_get_id (records->pdata[i])), make_id (ids, records->pdata[i]));

  for (guint i = 0; i < records->len; i++)
    {
      PlenumRecord *record = records->pdata[i];
      const char *id = g_hash_table_lookup (ids, plenum_record_get_id (record));
      g_autoptr (PlenumRecord) copy = plenum_record_copy (record, id);

      /* People are not copied, so what points at one points nowhere. */
      for (guint f = 0; f < info->n_fields; f++)
        if (info->fields[f].kind == PLENUM_FIELD_REFERENCE)
          plenum_record_set_text (copy, f, new_reference (ids, record, f));
      if (type == PLENUM_POLL)
        begin_poll_again (copy);

      if (!plenum_edit_insert (edit, copy, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * plenum_workshop_copy:
 * @workshop: what is copied
 * @copy_id: the copy's id
 *
 * Copies everything but people, ballots and dates.
 */
gboolean
plenum_workshop_copy (PlenumEdit *edit, PlenumRecord *workshop, const char *copy_id, const char *title, GError **error)
{
  const char *id = plenum_record_get_id (workshop);
  g_autoptr (PlenumRecord) copy = plenum_record_copy (workshop, copy_id);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  plenum_record_set_text (copy, PLENUM_WORKSHOP_TITLE, title);
  plenum_record_set_text (copy, PLENUM_WORKSHOP_STATE, "planned");
  plenum_record_set_integer (copy, PLENUM_WORKSHOP_ARCHIVED, FALSE);
  plenum_record_set_integer (copy, PLENUM_WORKSHOP_CREATED, g_get_real_time () / 1000);
  plenum_record_set_null (copy, PLENUM_WORKSHOP_DATE);
  plenum_record_set_null (copy, PLENUM_WORKSHOP_END_DATE);
  plenum_record_set_null (copy, PLENUM_WORKSHOP_RETENTION_DATE);
  if (!plenum_edit_insert (edit, copy, error))
    return FALSE;

  g_hash_table_insert (ids, g_strdup (id), g_strdup (copy_id));
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    if (!copy_type (edit, copied[i], id, ids, error))
      return FALSE;

  return TRUE;
}
