/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rule by which copies of a workshop become one: for every field of every
 * record the later stamp wins, a tie goes to the greater value, and a deletion is
 * a stamp of its own. It does not matter which copy comes first, or how often. */
#include "plenum-merge.h"

#include <string.h>

#include "plenum-graves.h"

struct _PlenumMerge
{
  PlenumEdit         *edit;
  PlenumStore        *store;
  PlenumKnowledge    *theirs;
  PlenumKnowledge    *ours;
  GHashTable         *known; /* workshops that ours was read for → whether they are new here */
  PlenumGraves       *graves;
  PlenumImportResult *result;
  gboolean            buried; /* whether there are tombstones */
};

/* One record of both sides while it is merged. */
typedef struct
{
  PlenumRecord *ours;
  PlenumStamps *our_stamps;
  PlenumRecord *theirs;
  PlenumStamps *their_stamps;
  gboolean      values_changed;
  gboolean      stamps_changed;
} Pair;

/**
 * plenum_merge_new:
 * @edit: an import's edit, which outlives this
 * @theirs: how far the incoming copies have seen
 * @result: counts what happens, and outlives this
 *
 * Returns: (transfer full): a merge, to be fed with every record of a bundle
 */
PlenumMerge *
plenum_merge_new (PlenumEdit *edit, PlenumKnowledge *theirs, PlenumImportResult *result)
{
  PlenumMerge *self = g_new0 (PlenumMerge, 1);

  self->edit = edit;
  self->store = plenum_edit_get_store (edit);
  self->theirs = theirs;
  self->ours = plenum_knowledge_new ();
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->graves = plenum_graves_new (edit);
  self->result = result;
  self->buried = plenum_store_has_tombstones (self->store);

  return self;
}

void
plenum_merge_free (PlenumMerge *self)
{
  plenum_knowledge_free (self->ours);
  g_hash_table_unref (self->known);
  plenum_graves_free (self->graves);
  g_free (self);
}

static gboolean
count (PlenumMerge *self, const char *type, PlenumImportOutcome outcome)
{
  plenum_import_result_count (self->result, type, outcome);

  return TRUE;
}

/* NULL without an error where there is none. */
static PlenumRecord *
find_record (PlenumMerge *self, PlenumRecordType type, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;
  PlenumRecord *record = plenum_store_get (self->store, type, id, &failure);

  if (failure != NULL && !g_error_matches (failure, PLENUM_STORE_ERROR, PLENUM_STORE_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&failure));

  return record;
}

/* What ours has seen of a workshop, read before the merge touches it. */
static gboolean
know_workshop (PlenumMerge *self, const char *workshop, GError **error)
{
  g_autoptr (PlenumRecord) ours = NULL;
  g_autoptr (GError) failure = NULL;

  if (workshop == NULL || g_hash_table_contains (self->known, workshop))
    return TRUE;

  ours = find_record (self, PLENUM_WORKSHOP, workshop, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_hash_table_insert (self->known, g_strdup (workshop), GINT_TO_POINTER (ours == NULL));

  return plenum_knowledge_read (self->ours, self->store, workshop, error);
}

/* A text that a person wrote there. */
static gboolean
is_written (PlenumRecord *record, guint field)
{
  PlenumRecordType type = plenum_record_get_record_type (record);
  const char *text = plenum_type_is_written (type, field) ? plenum_record_get_text (record, field) : NULL;

  return text != NULL && *text != '\0';
}

/* Keeps a text that loses, unless the winning side had seen it. */
static gboolean
keep_losing (PlenumMerge *self, PlenumRecord *record, guint field, const char *stamp, PlenumKnowledge *winner, GError **error)
{
  const PlenumField *info = &plenum_type_get_info (plenum_record_get_record_type (record))->fields[field];

  if (stamp == NULL || !is_written (record, field)
      || plenum_knowledge_has (winner, plenum_bundle_workshop_of (record), stamp)
      || plenum_store_has_losing (self->store, plenum_record_get_id (record), info->name, stamp))
    return TRUE;

  self->result->conflicts++;

  return plenum_edit_keep_losing (self->edit, record, field, plenum_record_get_text (record, field), stamp, error);
}

/* The same for a record that loses to a deletion. */
static gboolean
keep_losing_record (PlenumMerge *self, PlenumRecord *record, PlenumStamps *stamps, PlenumKnowledge *winner, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));

  for (guint i = 0; stamps != NULL && i < info->n_fields; i++)
    if (!keep_losing (self, record, i, plenum_stamps_get (stamps, info->fields[i].name, FALSE), winner, error))
      return FALSE;

  return TRUE;
}

static void
take_value (PlenumRecord *target, PlenumRecord *source, guint field)
{
  PlenumFieldKind kind = plenum_type_get_info (plenum_record_get_record_type (source))->fields[field].kind;

  if (plenum_record_is_null (source, field))
    plenum_record_set_null (target, field);
  else if (kind == PLENUM_FIELD_INTEGER || kind == PLENUM_FIELD_BOOLEAN || kind == PLENUM_FIELD_TIME)
    plenum_record_set_integer (target, field, plenum_record_get_integer (source, field));
  else
    plenum_record_set_text (target, field, plenum_record_get_text (source, field));
}

/* An order of values that is the same everywhere; null is the least. */
static int
compare_values (PlenumRecord *a, PlenumRecord *b, guint field)
{
  gint64 x = plenum_record_get_integer (a, field);
  gint64 y = plenum_record_get_integer (b, field);

  if (plenum_record_is_null (a, field) || plenum_record_is_null (b, field))
    return plenum_record_is_null (b, field) - plenum_record_is_null (a, field);
  if (x != y)
    return x < y ? -1 : 1;

  return g_strcmp0 (plenum_record_get_text (a, field), plenum_record_get_text (b, field));
}

static gboolean
merge_field (PlenumMerge *self, Pair *pair, guint field, GError **error)
{
  const PlenumField *info = &plenum_type_get_info (plenum_record_get_record_type (pair->ours))->fields[field];
  const char *name = info->name;
  g_autofree char *ours = g_strdup (plenum_stamps_get (pair->our_stamps, name, plenum_record_is_null (pair->ours, field)));
  const char *theirs = plenum_stamps_get (pair->their_stamps, name, plenum_record_is_null (pair->theirs, field));
  gboolean equal = plenum_record_field_equal (pair->ours, pair->theirs, field);
  int order;

  if (theirs == NULL)
    return TRUE;

  order = ours == NULL ? 1 : strcmp (theirs, ours);
  if (order == 0)
    order = compare_values (pair->theirs, pair->ours, field);
  if (order <= 0)
    return equal || order == 0 || keep_losing (self, pair->theirs, field, theirs, self->ours, error);

  if (!equal && !keep_losing (self, pair->ours, field, ours, self->theirs, error))
    return FALSE;

  if (!equal && info->kind == PLENUM_FIELD_REFERENCE && !plenum_record_is_null (pair->ours, field))
    plenum_graves_doubt (self->graves, info->target, plenum_record_get_text (pair->ours, field));
  take_value (pair->ours, pair->theirs, field);
  plenum_stamps_set (pair->our_stamps, name, theirs);
  pair->stamps_changed = TRUE;
  pair->values_changed |= !equal;

  return TRUE;
}

/* Stamps of members that only a newer program knows. */
static void
merge_unknown_stamps (Pair *pair)
{
  PlenumRecordType type = plenum_record_get_record_type (pair->ours);
  g_autoptr (GPtrArray) names = plenum_stamps_list_own (pair->their_stamps);

  for (guint i = 0; i < names->len; i++)
    {
      const char *theirs = plenum_stamps_get (pair->their_stamps, names->pdata[i], TRUE);
      const char *ours = plenum_stamps_get (pair->our_stamps, names->pdata[i], TRUE);

      if (plenum_type_find_field (type, names->pdata[i]) < 0 && (ours == NULL || strcmp (theirs, ours) > 0))
        {
          plenum_stamps_set (pair->our_stamps, names->pdata[i], theirs);
          pair->stamps_changed = TRUE;
        }
    }
}

/* A deletion that a later edit overruled is forgotten; one that was not makes the
 * record's life doubtful. */
static void
settle_deletion (PlenumMerge *self, Pair *pair)
{
  g_autofree char *latest = plenum_stamps_latest (pair->ours, pair->our_stamps);
  const char *deleted = plenum_stamps_get (pair->our_stamps, PLENUM_DELETED, TRUE);

  if (deleted == NULL)
    return;

  if (g_strcmp0 (latest, deleted) > 0)
    {
      plenum_stamps_unset (pair->our_stamps, PLENUM_DELETED);
      pair->stamps_changed = TRUE;
    }
  else
    {
      plenum_graves_doubt (self->graves, plenum_record_get_record_type (pair->ours), plenum_record_get_id (pair->ours));
    }
}

static gboolean
merge_pair (PlenumMerge *self, Pair *pair, const char *type, GError **error)
{
  const char *id = plenum_record_get_id (pair->ours);
  guint n_fields = plenum_type_get_info (plenum_record_get_record_type (pair->ours))->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if (!merge_field (self, pair, i, error))
      return FALSE;
  merge_unknown_stamps (pair);
  settle_deletion (self, pair);

  if ((pair->values_changed && !plenum_edit_update (self->edit, pair->ours, error))
      || (pair->stamps_changed && !plenum_edit_put_stamps (self->edit, id, pair->our_stamps, error)))
    return FALSE;

  return count (self, type, pair->values_changed ? PLENUM_IMPORT_CHANGED : PLENUM_IMPORT_UNCHANGED);
}

/* Two ballots of one id should be the same; where somebody tampered, the greater
 * one stays everywhere, and it is said. */
static gboolean
unite_ballots (PlenumMerge *self, PlenumBundleItem *item, PlenumRecord *ours, GError **error)
{
  g_autofree char *json = plenum_bundle_item_to_json (ours, NULL);
  int order = strcmp (item->json, json);

  if (order != 0)
    self->result->conflicts++;
  if (order > 0 && !plenum_edit_update (self->edit, item->record, error))
    return FALSE;

  return count (self, item->type, order > 0 ? PLENUM_IMPORT_CHANGED : PLENUM_IMPORT_UNCHANGED);
}

/* When the record was deleted, as far as either side knows. */
static char *
find_deletion (PlenumBundleItem *item, const PlenumTombstone *tombstone)
{
  const char *theirs = item->stamps != NULL ? plenum_stamps_get (item->stamps, PLENUM_DELETED, TRUE) : NULL;
  const char *ours = tombstone != NULL ? tombstone->stamp : NULL;

  return g_strdup (g_strcmp0 (theirs, ours) > 0 ? theirs : ours);
}

static gboolean
insert (PlenumMerge *self, PlenumBundleItem *item, gboolean buried, GError **error)
{
  if (item->stamps != NULL)
    plenum_stamps_unset (item->stamps, PLENUM_DELETED);

  return plenum_edit_insert (self->edit, item->record, error)
         && (item->stamps == NULL || plenum_edit_put_stamps (self->edit, item->id, item->stamps, error))
         && (!buried || plenum_edit_unbury (self->edit, item->id, error))
         && count (self, item->type, PLENUM_IMPORT_ADDED);
}

/* What is ours of a record of a workshop that is new here is nearly always nothing. */
static gboolean
is_probably_new (PlenumMerge *self, PlenumBundleItem *item)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->known, plenum_bundle_workshop_of (item->record)));
}

static gboolean
merge_record (PlenumMerge *self, PlenumBundleItem *item, GError **error)
{
  PlenumRecordType type = plenum_record_get_record_type (item->record);
  g_autofree char *latest = plenum_stamps_latest (item->record, item->stamps);
  g_autoptr (PlenumTombstone) tombstone = self->buried ? plenum_store_get_tombstone (self->store, item->id) : NULL;
  g_autofree char *deleted = find_deletion (item, tombstone);
  g_autoptr (GError) failure = NULL;
  gboolean merged = FALSE;
  Pair pair = { NULL };

  if (latest != NULL)
    plenum_edit_observe (self->edit, latest);
  if (deleted == NULL && is_probably_new (self, item)
      && !plenum_edit_add (self->edit, item->record, item->stamps, &merged, error))
    return FALSE;
  if (merged)
    return count (self, item->type, PLENUM_IMPORT_ADDED);

  pair.ours = find_record (self, type, item->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (pair.ours == NULL)
    return deleted != NULL && g_strcmp0 (latest, deleted) <= 0
             ? plenum_graves_add_theirs (self->graves, item->record, item->stamps, deleted, error)
             : insert (self, item, tombstone != NULL, error);

  if (plenum_type_get_info (type)->immutable)
    {
      merged = unite_ballots (self, item, pair.ours, error);
    }
  else
    {
      pair.our_stamps = plenum_store_get_stamps (self->store, item->id);
      if (pair.our_stamps == NULL)
        pair.our_stamps = plenum_stamps_new ("000000000000-0000-00000000", NULL);
      pair.theirs = item->record;
      pair.their_stamps = item->stamps;
      merged = merge_pair (self, &pair, item->type, error);
      plenum_stamps_free (pair.our_stamps);
    }
  g_object_unref (pair.ours);

  return merged;
}

static gboolean merge_other (PlenumMerge *self, PlenumBundleItem *item, GError **error);

static const char *
later_deletion (PlenumStamps *stamps, const char *deleted)
{
  const char *known = stamps != NULL ? plenum_stamps_get (stamps, PLENUM_DELETED, TRUE) : NULL;

  return g_strcmp0 (known, deleted) > 0 ? known : deleted;
}

static gboolean
merge_tombstone (PlenumMerge *self, PlenumBundleItem *item, GError **error)
{
  g_autoptr (PlenumTombstone) tombstone = self->buried ? plenum_store_get_tombstone (self->store, item->id) : NULL;
  g_autoptr (PlenumRecord) ours = NULL;
  g_autoptr (GError) failure = NULL;
  PlenumRecordType type;

  plenum_edit_observe (self->edit, item->stamp);
  if (!plenum_type_from_name (item->of, &type))
    return merge_other (self, item, error);

  ours = find_record (self, type, item->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (ours != NULL)
    {
      g_autoptr (PlenumStamps) stamps = plenum_store_get_stamps (self->store, item->id);
      g_autofree char *latest = plenum_stamps_latest (ours, stamps);

      if (g_strcmp0 (latest, item->stamp) > 0)
        return count (self, item->type, PLENUM_IMPORT_UNCHANGED);
      return plenum_graves_add_ours (self->graves, ours, stamps, later_deletion (stamps, item->stamp), error);
    }

  if (tombstone != NULL && strcmp (tombstone->stamp, item->stamp) >= 0)
    return count (self, item->type, PLENUM_IMPORT_UNCHANGED);

  return plenum_edit_bury (self->edit, type, item->id, item->workshop, item->stamp, error)
         && count (self, item->type, tombstone == NULL ? PLENUM_IMPORT_ADDED : PLENUM_IMPORT_CHANGED);
}

/* A record that only a newer program can merge: the later one stays whole. */
static gboolean
merge_other (PlenumMerge *self, PlenumBundleItem *item, GError **error)
{
  g_autoptr (PlenumOther) ours = plenum_store_get_other (self->store, item->id);
  int order = 1;

  if (ours != NULL)
    {
      g_autofree char *our_stamp = plenum_bundle_item_find_stamp (ours->json);
      g_autofree char *their_stamp = plenum_bundle_item_find_stamp (item->json);

      order = strcmp (their_stamp, our_stamp);
      if (order == 0)
        order = strcmp (item->json, ours->json);
    }
  if (order <= 0)
    return count (self, item->type, PLENUM_IMPORT_UNCHANGED);

  return plenum_edit_put_other (self->edit, item->id, item->type, item->workshop, item->json, error)
         && count (self, item->type, ours == NULL ? PLENUM_IMPORT_ADDED : PLENUM_IMPORT_CHANGED);
}

/**
 * plenum_merge_item:
 * @item: the next record of a bundle, in any order
 * @error: return location for an error of the store; the import must then fail
 */
gboolean
plenum_merge_item (PlenumMerge *self, PlenumBundleItem *item, GError **error)
{
  const char *workshop = strcmp (item->type, "workshop") == 0 ? item->id : item->workshop;

  if (!know_workshop (self, workshop, error))
    return FALSE;

  switch (item->kind)
    {
    case PLENUM_BUNDLE_RECORD:
      if (plenum_record_get_record_type (item->record) == PLENUM_WORKSHOP)
        plenum_import_result_add_workshop (self->result, item->id);
      return merge_record (self, item, error);

    case PLENUM_BUNDLE_TOMBSTONE:
      return merge_tombstone (self, item, error);

    case PLENUM_BUNDLE_OTHER:
    default:
      return merge_other (self, item, error);
    }
}

/* What came of a record that one of the sides had deleted. What it says and the
 * other side did not see is kept also where something that refers to it holds it
 * back: that may go, and then nobody could tell any more who had not seen it. */
static gboolean
count_grave (PlenumMerge *self, PlenumGrave *grave, GError **error)
{
  const char *type = plenum_type_get_info (plenum_record_get_record_type (grave->record))->name;
  gboolean changed = grave->alive != grave->was_ours;

  if (!keep_losing_record (self, grave->record, grave->stamps, grave->was_ours ? self->theirs : self->ours, error))
    return FALSE;

  return count (self, type, !changed ? PLENUM_IMPORT_UNCHANGED : grave->alive ? PLENUM_IMPORT_ADDED : PLENUM_IMPORT_CHANGED);
}

/**
 * plenum_merge_finish:
 *
 * Settles what is alive of what was deleted. Call it after the last record.
 */
gboolean
plenum_merge_finish (PlenumMerge *self, GError **error)
{
  GPtrArray *graves = plenum_graves_list (self->graves);

  if (!plenum_graves_settle (self->graves, error))
    return FALSE;

  for (guint i = 0; i < graves->len; i++)
    if (!count_grave (self, graves->pdata[i], error))
      return FALSE;

  return TRUE;
}
