/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result by sector. Every ballot is in exactly one group and none has fewer than
 * five people, the last one neither: otherwise the total less the others would tell
 * what the few voted. */
#include "plenum-poll-breakdown.h"

#include <glib/gi18n-lib.h>

#include "plenum-ballots.h"
#include "plenum-poll-result.h"
#include "plenum-sheet-check.h"

typedef struct
{
  GHashTable    *sectors; /* id of a ballot → its voter's sector, where there is one */
  GHashTable    *voters;  /* sector → how many, a gint64 */
  GHashTable    *shown;   /* a set of sectors */
  gint64         others;
  const char    *group;   /* which is being counted, or %NULL */
  PlenumProfile *profile;
  GCancellable  *cancellable;
} Breakdown;

void
plenum_poll_group_free (PlenumPollGroup *self)
{
  g_free (self->sector);
  plenum_tally_unref (self->tally);
  g_free (self);
}

static char *
get_sector (PlenumStore *store, const char *participant)
{
  g_autoptr (PlenumRecord) person = plenum_store_get (store, PLENUM_PARTICIPANT, participant, NULL);
  const char *sector = person != NULL ? plenum_record_get_text (person, PLENUM_PARTICIPANT_SECTOR) : NULL;

  return sector != NULL && *sector != '\0' ? g_strdup (sector) : NULL;
}

static GHashTable *
list_sectors (PlenumStore *store, const char *poll, GError **error)
{
  g_autoptr (GHashTable) voters = plenum_store_list_voters (store, poll, error);
  GHashTable *sectors;
  GHashTableIter iter;
  gpointer participant, ballot;

  if (voters == NULL)
    return NULL;

  sectors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, voters);
  while (g_hash_table_iter_next (&iter, &participant, &ballot))
    {
      char *sector = get_sector (store, participant);

      if (sector != NULL)
        g_hash_table_insert (sectors, g_strdup (ballot), sector);
    }

  return sectors;
}

static gboolean
count_voters (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  Breakdown *self = data;
  const char *sector = g_hash_table_lookup (self->sectors, ballot);
  gint64 *voters = sector != NULL ? g_hash_table_lookup (self->voters, sector) : &self->others;

  if (voters == NULL)
    {
      voters = g_new0 (gint64, 1);
      g_hash_table_insert (self->voters, (gpointer) sector, voters);
    }
  *voters += sheet->voters;
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static int
compare_sectors (gconstpointer a, gconstpointer b, gpointer data)
{
  Breakdown *self = data;
  const char *one = *(const char * const *) a;
  const char *other = *(const char * const *) b;
  gint64 n_one = *(gint64 *) g_hash_table_lookup (self->voters, one);
  gint64 n_other = *(gint64 *) g_hash_table_lookup (self->voters, other);

  return n_one != n_other ? (n_one > n_other ? -1 : 1) : g_strcmp0 (one, other);
}

/* Those that are told apart, most voters first; the others become one group. */
static GPtrArray *
choose_sectors (Breakdown *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer sector;

  g_hash_table_iter_init (&iter, self->voters);
  while (g_hash_table_iter_next (&iter, &sector, NULL))
    g_ptr_array_add (chosen, sector);
  g_ptr_array_sort_with_data (chosen, compare_sectors, self);
  while (chosen->len > 0)
    {
      const char *last = chosen->pdata[chosen->len - 1];
      gint64 n = *(gint64 *) g_hash_table_lookup (self->voters, last);

      if (n >= PLENUM_LEAST_GROUP && (self->others == 0 || self->others >= PLENUM_LEAST_GROUP))
        break;
      self->others += n;
      g_ptr_array_set_size (chosen, chosen->len - 1);
    }
  for (guint i = 0; i < chosen->len; i++)
    g_hash_table_add (self->shown, chosen->pdata[i]);

  return chosen;
}

static gboolean
add_ballot (const char *ballot, const PlenumSheet *sheet, gpointer data, GError **error)
{
  Breakdown *self = data;
  const char *sector = g_hash_table_lookup (self->sectors, ballot);

  if (sector != NULL && !g_hash_table_contains (self->shown, sector))
    sector = NULL;

  return !g_cancellable_set_error_if_cancelled (self->cancellable, error)
         && (g_strcmp0 (sector, self->group) != 0 || plenum_profile_add_sheet (self->profile, sheet, error));
}

static gboolean
count_group (Breakdown *self, PlenumStore *store, PlenumPollForm *form, const char *sector, GPtrArray *groups, GError **error)
{
  PlenumSheetForm sheet = plenum_poll_form_get_sheet (form);
  g_autoptr (PlenumProfile) profile = plenum_profile_new_for_form (&sheet, error);
  g_autoptr (PlenumTally) tally = NULL;
  PlenumPollGroup *group;

  self->group = sector;
  self->profile = profile;
  if (profile == NULL || !plenum_store_read_ballots (store, plenum_record_get_id (form->poll), add_ballot, self, error))
    return FALSE;
  tally = plenum_tally_count (profile, self->cancellable, error);
  if (tally == NULL)
    return FALSE;

  group = g_new0 (PlenumPollGroup, 1);
  group->sector = g_strdup (sector);
  group->voters = sector != NULL ? *(gint64 *) g_hash_table_lookup (self->voters, sector) : self->others;
  group->tally = g_steal_pointer (&tally);
  g_ptr_array_add (groups, group);
  return TRUE;
}

static GPtrArray *
count_groups (Breakdown *self, PlenumStore *store, PlenumPollForm *form, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) plenum_poll_group_free);
  g_autoptr (GPtrArray) chosen = NULL;

  if (!plenum_store_read_ballots (store, plenum_record_get_id (form->poll), count_voters, self, error))
    return NULL;

  chosen = choose_sectors (self);
  /* One group is everybody, and that is the result. */
  if (chosen->len + (self->others > 0) < 2)
    return g_steal_pointer (&groups);

  for (guint i = 0; i < chosen->len; i++)
    if (!count_group (self, store, form, chosen->pdata[i], groups, error))
      return NULL;
  if (self->others > 0 && !count_group (self, store, form, NULL, groups, error))
    return NULL;

  return g_steal_pointer (&groups);
}

/**
 * plenum_poll_breakdown_count:
 * @poll: the id of a closed poll that is not secret
 *
 * Counts the ballots of each sector of which at least %PLENUM_LEAST_GROUP people
 * voted; those of all others, and of people not named, are counted as one group that
 * is as large. Call this on the thread of @store.
 *
 * Errors: %PLENUM_POLL_RESULT_ERROR_SECRET, those of plenum_poll_result_count()
 *
 * Returns: (transfer full) (nullable) (element-type PlenumPollGroup): most voters
 *   first, all others last; empty where no two groups are large enough
 */
GPtrArray *
plenum_poll_breakdown_count (PlenumStore *store, const char *poll, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumPollForm) form = plenum_store_get_poll_form (store, poll, error);
  g_autoptr (GHashTable) sectors = NULL;
  g_autoptr (GHashTable) voters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  Breakdown self = { NULL, voters, shown, 0, NULL, NULL, cancellable };

  if (form == NULL || !plenum_poll_result_check (store, form->poll, error))
    return NULL;
  if (!plenum_record_is_null (form->poll, PLENUM_POLL_COLLECTOR))
    {
      g_set_error_literal (error, PLENUM_POLL_RESULT_ERROR, PLENUM_POLL_RESULT_ERROR_SECRET,
                           _("The result of a secret poll is not broken down, since nobody knows who voted what"));
      return NULL;
    }

  sectors = list_sectors (store, poll, error);
  self.sectors = sectors;
  return sectors != NULL ? count_groups (&self, store, form, error) : NULL;
}
