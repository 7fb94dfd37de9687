/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a copy of a workshop has seen what each library did to it: a version
 * vector, read from the stamps. Copies travel whole, so who has a stamp of a
 * library has seen all that this library did before. It tells an old value, which
 * was replaced knowingly, from one that two people wrote at the same time. */
#include "plenum-knowledge.h"

#include <string.h>

struct _PlenumKnowledge
{
  GHashTable *latest; /* "workshop node" → stamp */
};

PlenumKnowledge *
plenum_knowledge_new (void)
{
  PlenumKnowledge *self = g_new0 (PlenumKnowledge, 1);

  self->latest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

void
plenum_knowledge_free (PlenumKnowledge *self)
{
  g_hash_table_unref (self->latest);
  g_free (self);
}

static void
make_key (char key[64], const char *workshop, const char *stamp)
{
  g_snprintf (key, 64, "%s %s", workshop, stamp + PLENUM_STAMP_LENGTH - 8);
}

void
plenum_knowledge_add (PlenumKnowledge *self, const char *workshop, const char *stamp)
{
  char key[64];
  const char *latest;

  make_key (key, workshop, stamp);
  latest = g_hash_table_lookup (self->latest, key);
  if (latest == NULL || strcmp (latest, stamp) < 0)
    g_hash_table_insert (self->latest, g_strdup (key), g_strdup (stamp));
}

/**
 * plenum_bundle_workshop_of:
 *
 * Returns: (transfer none): the id of the workshop that @record belongs to
 */
const char *
plenum_bundle_workshop_of (PlenumRecord *record)
{
  return plenum_record_get_record_type (record) == PLENUM_WORKSHOP
           ? plenum_record_get_id (record) : plenum_record_get_text (record, 0);
}

/**
 * plenum_stamps_latest:
 * @stamps: (nullable): when the fields of @record got their values
 *
 * Returns: (transfer full) (nullable): when it was changed last
 */
char *
plenum_stamps_latest (PlenumRecord *record, PlenumStamps *stamps)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));
  const char *latest = NULL;

  for (guint i = 0; stamps != NULL && i < info->n_fields; i++)
    {
      const char *stamp = plenum_stamps_get (stamps, info->fields[i].name, plenum_record_is_null (record, i));

      if (stamp != NULL && (latest == NULL || strcmp (stamp, latest) > 0))
        latest = stamp;
    }

  return g_strdup (latest);
}

void
plenum_knowledge_add_record (PlenumKnowledge *self, PlenumRecord *record, PlenumStamps *stamps)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));
  const char *last = NULL;

  for (guint i = 0; stamps != NULL && i < info->n_fields; i++)
    {
      const char *stamp = plenum_stamps_get (stamps, info->fields[i].name, plenum_record_is_null (record, i));

      if (stamp != NULL && (last == NULL || strcmp (stamp, last) != 0))
        plenum_knowledge_add (self, plenum_bundle_workshop_of (record), stamp);
      last = stamp;
    }
}

static gboolean
add_each (PlenumRecord *record, PlenumStamps *stamps, gpointer data, GError **error)
{
  plenum_knowledge_add_record (data, record, stamps);

  return TRUE;
}

/**
 * plenum_knowledge_read:
 *
 * Adds all that the library has seen of a workshop.
 */
gboolean
plenum_knowledge_read (PlenumKnowledge *self, PlenumStore *store, const char *workshop, GError **error)
{
  const char * const workshops[] = { workshop, NULL };
  g_autoptr (GPtrArray) tombstones = plenum_store_list_tombstones (store, workshops, error);

  if (tombstones == NULL)
    return FALSE;

  for (guint i = 0; i < tombstones->len; i++)
    plenum_knowledge_add (self, workshop, ((PlenumTombstone *) tombstones->pdata[i])->stamp);
  for (guint type = 0; type < PLENUM_N_TYPES; type++)
    if (!plenum_type_get_info (type)->immutable
        && !plenum_store_each (store, type, workshops, add_each, self, error))
      return FALSE;

  return TRUE;
}

/**
 * plenum_knowledge_has:
 *
 * Returns: whether what was done to @workshop at @stamp was seen
 */
gboolean
plenum_knowledge_has (PlenumKnowledge *self, const char *workshop, const char *stamp)
{
  char key[64];
  const char *latest;

  make_key (key, workshop, stamp);
  latest = g_hash_table_lookup (self->latest, key);

  return latest != NULL && strcmp (latest, stamp) >= 0;
}
