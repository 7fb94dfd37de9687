/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop again, with new ids: to be run once more, or brought back from an old copy. */
#include "plenum-workshop-copy.h"

#include <string.h>

#include "plenum-answer-actions.h"
#include "plenum-idea-actions.h"
#include "plenum-link-actions.h"
#include "plenum-synthesis-actions.h"
#include "plenum-theme-actions.h"
#include "plenum-uuid.h"

/* In an order in which what is referred to comes first. */
static const PlenumRecordType order[] = {
  PLENUM_PARTICIPANT, PLENUM_BOARD, PLENUM_AREA, PLENUM_IDEA, PLENUM_TAG, PLENUM_COMMENT,
  PLENUM_THEME, PLENUM_MEMBERSHIP, PLENUM_LINK, PLENUM_POLL, PLENUM_OPTION, PLENUM_BALLOT,
  PLENUM_STEP, PLENUM_ANSWER, PLENUM_SOURCE, PLENUM_ASSIGNMENT,
};

/* Who was there, what they chose, and what they were told. */
static gboolean
is_of_people (PlenumRecordType type)
{
  return type == PLENUM_PARTICIPANT || type == PLENUM_BALLOT || type == PLENUM_ANSWER;
}

/**
 * plenum_workshop_copy_read:
 * @workshop: its id
 * @people: whether participants, ballots and answers are wanted too
 *
 * Errors: %PLENUM_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable) (element-type PlenumRecord): the workshop, then
 *   what is in it, in an order for plenum_workshop_copy_insert()
 */
GPtrArray *
plenum_workshop_copy_read (PlenumStore *store, const char *workshop, gboolean people, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  PlenumRecord *first = plenum_store_get (store, PLENUM_WORKSHOP, workshop, error);

  if (first == NULL)
    return NULL;

  g_ptr_array_add (all, first);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (people || !is_of_people (order[i]))
      {
        GPtrArray *records = plenum_store_list (store, order[i], 0, workshop, error);

        if (records == NULL)
          return NULL;
        g_ptr_array_extend_and_steal (all, records);
      }

  return g_steal_pointer (&all);
}

static const char *
new_reference (GHashTable *ids, PlenumRecord *record, guint field)
{
  const char *old = plenum_record_get_text (record, field);

  return old != NULL ? g_hash_table_lookup (ids, old) : NULL;
}

static gboolean
is_secret (PlenumRecord *ballot)
{
  return g_strcmp0 (plenum_record_get_text (ballot, PLENUM_BALLOT_CHANNEL), "secret") == 0;
}

/* Some ids follow from what the record says, so that merges unite. Of two ballots of
 * one person the later counts, so ids keep their order; those of secret ballots
 * never say when they were made. */
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
  if (type == PLENUM_SOURCE)
    return plenum_source_id (new_reference (ids, record, PLENUM_SOURCE_WORKSHOP),
                             plenum_record_get_text (record, PLENUM_SOURCE_SOURCE));
  if (type == PLENUM_ASSIGNMENT)
    return plenum_assignment_id (new_reference (ids, record, PLENUM_ASSIGNMENT_WORKSHOP),
                                 plenum_record_get_text (record, PLENUM_ASSIGNMENT_IDEA));
  if (type == PLENUM_ANSWER)
    return plenum_answer_id (new_reference (ids, record, PLENUM_ANSWER_IDEA), plenum_record_get_text (record, PLENUM_ANSWER_SENDER));
  if (type == PLENUM_BALLOT && is_secret (record))
    return plenum_uuid_new_random ();

  return plenum_uuid_new ();
}

static int
compare_ballots (gconstpointer a, gconstpointer b)
{
  return strcmp (plenum_record_get_id (*(PlenumRecord * const *) a), plenum_record_get_id (*(PlenumRecord * const *) b));
}

/* Records that a foreign bundle gave ids of its own may say the same as another; then
 * the id that follows from it is taken already. */
static void
name_anew (GHashTable *ids, GHashTable *taken, PlenumRecord *record)
{
  g_autofree char *id = make_id (ids, record);

  if (g_hash_table_contains (taken, id))
    {
      g_free (id);
      id = plenum_uuid_new ();
    }
  g_hash_table_add (taken, g_strdup (id));
  g_hash_table_insert (ids, g_strdup (plenum_record_get_id (record)), g_steal_pointer (&id));
}

/* Lists come in the order in which they are shown, ballots have to come by age. */
static void
make_ids (GHashTable *ids, GPtrArray *records)
{
  g_autoptr (GPtrArray) ballots = g_ptr_array_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 1; i < records->len; i++)
    if (plenum_record_get_record_type (records->pdata[i]) == PLENUM_BALLOT)
      g_ptr_array_add (ballots, records->pdata[i]);
    else
      name_anew (ids, taken, records->pdata[i]);

  g_ptr_array_sort (ballots, compare_ballots);
  for (guint i = 0; i < ballots->len; i++)
    name_anew (ids, taken, ballots->pdata[i]);
}

/* One id, or several with commas between them. */
static char *
rename_ids (GHashTable *ids, const char *string)
{
  g_auto (GStrv) parts = g_strsplit (string, ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      const char *id = g_hash_table_lookup (ids, *part);

      if (id != NULL)
        {
          g_free (*part);
          *part = g_strdup (id);
        }
    }

  return g_strjoinv (",", parts);
}

/* A ballot names options by their ids, and so do settings. An id has nothing in it that
 * JSON escapes. */
static char *
rename_in_json (GHashTable *ids, const char *json)
{
  g_autoptr (GString) renamed = g_string_new (NULL);
  const char *rest = json;
  const char *quote;

  while ((quote = strchr (rest, '"')) != NULL)
    {
      const char *end = quote + 1;
      g_autofree char *string = NULL;
      g_autofree char *changed = NULL;

      while (*end != '"' && *end != '\0')
        end += *end == '\\' && end[1] != '\0' ? 2 : 1;
      string = g_strndup (quote + 1, end - quote - 1);
      changed = rename_ids (ids, string);
      g_string_append_len (renamed, rest, quote + 1 - rest);
      g_string_append (renamed, changed);
      rest = end;
      if (*end == '"')
        {
          g_string_append_c (renamed, '"');
          rest++;
        }
    }
  g_string_append (renamed, rest);

  return g_string_free (g_steal_pointer (&renamed), FALSE);
}

/**
 * plenum_workshop_copy_draft:
 * @poll: changed to be put to the vote again
 */
void
plenum_workshop_copy_draft (PlenumRecord *poll)
{
  plenum_record_set_text (poll, PLENUM_POLL_STATE, "draft");
  plenum_record_set_null (poll, PLENUM_POLL_OPENED);
  plenum_record_set_null (poll, PLENUM_POLL_CLOSED);
  plenum_record_set_null (poll, PLENUM_POLL_SHOWN);
  plenum_record_set_null (poll, PLENUM_POLL_COLLECTOR);
}

/**
 * plenum_workshop_copy_insert:
 * @records: (element-type PlenumRecord): as plenum_workshop_copy_read() gives them,
 *   maybe from another library; those of the workshop and of polls may be changed
 * @copy_id: what the workshop is called from now on
 *
 * Inserts them with new ids. What refers to one that is not among them refers to
 * nothing.
 */
gboolean
plenum_workshop_copy_insert (PlenumEdit *edit, GPtrArray *records, const char *copy_id, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (ids, g_strdup (plenum_record_get_id (records->pdata[0])), g_strdup (copy_id));
  make_ids (ids, records);

  for (guint i = 0; i < records->len; i++)
    {
      PlenumRecord *record = records->pdata[i];
      const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));
      g_autoptr (PlenumRecord) copy = plenum_record_copy (record, g_hash_table_lookup (ids, plenum_record_get_id (record)));

      for (guint f = 0; f < info->n_fields; f++)
        if (info->fields[f].kind == PLENUM_FIELD_REFERENCE)
          plenum_record_set_text (copy, f, new_reference (ids, record, f));
        else if (info->fields[f].kind == PLENUM_FIELD_JSON && !plenum_record_is_null (record, f))
          {
            g_autofree char *json = rename_in_json (ids, plenum_record_get_text (record, f));

            plenum_record_set_text (copy, f, json);
          }

      if (!plenum_edit_insert (edit, copy, error))
        return FALSE;
    }

  return TRUE;
}
