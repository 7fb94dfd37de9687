/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the library with a bundle. What a newer program added is not known
 * to be harmless, so it leaves with "full" only. */
#include "plenum-bundle-privacy.h"

#include <string.h>

#include "plenum-clock.h"

#define DAY (G_GINT64_CONSTANT (24) * 60 * 60 * 1000) /* milliseconds */

static const char * const names[] = { "full", "pseudonymous", "anonymous" };

const char *
plenum_privacy_get_name (PlenumPrivacy privacy)
{
  return names[privacy];
}

/**
 * plenum_privacy_from_name:
 * @privacy: (out): what is called @name; untouched if nothing is
 */
gboolean
plenum_privacy_from_name (const char *name, PlenumPrivacy *privacy)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *privacy = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * plenum_privacy_carries:
 * @type: the name of a type of records
 *
 * Returns: whether such records, and the tombstones of such, are in a bundle
 */
gboolean
plenum_privacy_carries (PlenumPrivacy privacy, const char *type)
{
  PlenumRecordType known;

  if (privacy == PLENUM_PRIVACY_FULL)
    return TRUE;
  if (!plenum_type_from_name (type, &known))
    return FALSE;

  return privacy != PLENUM_PRIVACY_ANONYMOUS || known != PLENUM_PARTICIPANT;
}

static gboolean
is_withheld (PlenumPrivacy privacy, const PlenumField *field)
{
  if (privacy == PLENUM_PRIVACY_FULL)
    return FALSE;

  return field->privacy == PLENUM_FIELD_PERSONAL || strcmp (field->name, "extra") == 0
         || (field->privacy == PLENUM_FIELD_AUTHORSHIP && privacy == PLENUM_PRIVACY_ANONYMOUS);
}

/**
 * plenum_privacy_apply:
 * @key: (nullable): the library's key, needed for all but %PLENUM_PRIVACY_FULL
 *
 * Returns: (transfer full): @record as it may leave the library
 */
PlenumRecord *
plenum_privacy_apply (PlenumPrivacy privacy, PlenumBundleKey *key, PlenumRecord *record)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  g_autofree char *id = NULL;
  PlenumRecord *copy;

  if (privacy == PLENUM_PRIVACY_FULL)
    return g_object_ref (record);

  /* The id of a ballot tells when it was cast. */
  if (privacy == PLENUM_PRIVACY_ANONYMOUS && type == PLENUM_BALLOT)
    id = plenum_bundle_key_make_id (key, plenum_record_get_id (record));
  copy = plenum_record_copy (record, id != NULL ? id : plenum_record_get_id (record));

  for (guint i = 0; i < info->n_fields; i++)
    if (is_withheld (privacy, &info->fields[i]))
      plenum_record_set_null (copy, i);
    else if (privacy == PLENUM_PRIVACY_ANONYMOUS && info->fields[i].kind == PLENUM_FIELD_TIME && !plenum_record_is_null (copy, i))
      plenum_record_set_integer (copy, i, plenum_record_get_integer (copy, i) / DAY * DAY);

  if (type == PLENUM_PARTICIPANT)
    {
      g_autofree char *pseudonym = plenum_bundle_key_pseudonym (key, plenum_record_get_id (record));

      plenum_record_set_text (copy, PLENUM_PARTICIPANT_PSEUDONYM, pseudonym);
    }

  return copy;
}

/**
 * plenum_privacy_apply_stamp:
 *
 * Returns: (transfer full): @stamp as it may leave the library
 */
char *
plenum_privacy_apply_stamp (PlenumPrivacy privacy, const char *stamp)
{
  guint64 time;

  if (privacy != PLENUM_PRIVACY_ANONYMOUS)
    return g_strdup (stamp);

  time = g_ascii_strtoull (stamp, NULL, 16) / DAY * DAY;

  return g_strdup_printf ("%012" G_GINT64_MODIFIER "x-0000-%s", time, stamp + PLENUM_STAMP_LENGTH - 8);
}

/**
 * plenum_privacy_apply_stamps:
 * @record: what plenum_privacy_apply() gave
 * @stamps: (nullable): the stamps of the row
 *
 * Returns: (transfer full) (nullable): what of them may leave the library
 */
PlenumStamps *
plenum_privacy_apply_stamps (PlenumPrivacy privacy, PlenumRecord *record, PlenumStamps *stamps)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char *base = NULL;
  PlenumStamps *copy;

  if (stamps == NULL)
    return NULL;

  own = plenum_stamps_list_own (stamps);
  base = plenum_privacy_apply_stamp (privacy, plenum_stamps_get_base (stamps));
  copy = plenum_stamps_new (base, NULL);
  for (guint i = 0; i < own->len; i++)
    {
      int field = plenum_type_find_field (type, own->pdata[i]);
      g_autofree char *stamp = plenum_privacy_apply_stamp (privacy, plenum_stamps_get (stamps, own->pdata[i], TRUE));

      if (privacy == PLENUM_PRIVACY_FULL
          || (field >= 0 && !is_withheld (privacy, &plenum_type_get_info (type)->fields[field])))
        plenum_stamps_set (copy, own->pdata[i], stamp);
    }

  return copy;
}
