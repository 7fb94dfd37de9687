/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots as a table (CSV): see plenum-ballot-table.c. */
#include "plenum-ballot-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballot-file-private.h"
#include "plenum-csv.h"

#define MOST_COLUMNS (PLENUM_CSV_MAX_COLUMNS - 3)

gboolean
plenum_ballot_table_check (const PlenumProfile *profile, GError **error)
{
  if (plenum_profile_get_n_options (profile) <= MOST_COLUMNS)
    return TRUE;

  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS,
               _("There are too many options for a table: it has at most %d columns."), MOST_COLUMNS);
  return FALSE;
}

/* As it will be read, and so that no other column is called the same. */
static char *
make_heading (GHashTable *taken, const char *text)
{
  g_autofree char *name = plenum_ballot_writer_clean (plenum_csv_plain_text (text));
  char *heading = g_strdup (*name != '\0' ? name : "?");

  for (guint i = 2; g_hash_table_contains (taken, heading); i++)
    {
      g_free (heading);
      heading = g_strdup_printf ("%s (%u)", name, i);
    }

  g_hash_table_add (taken, heading);
  return heading;
}

static gboolean
write_header (PlenumBallotWriter *self, PlenumCsvWriter *csv, gboolean costs, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (taken, g_strdup (PLENUM_TABLE_WEIGHT));
  g_hash_table_add (taken, g_strdup (PLENUM_TABLE_HANDS));
  g_hash_table_add (taken, g_strdup (PLENUM_TABLE_ROW));
  if (costs)
    plenum_csv_writer_add_text (csv, PLENUM_TABLE_ROW);
  if (self->rows->weighted)
    plenum_csv_writer_add_text (csv, PLENUM_TABLE_WEIGHT);
  if (self->rows->by_hands)
    plenum_csv_writer_add_text (csv, PLENUM_TABLE_HANDS);
  for (guint i = 0; i < plenum_profile_get_n_options (self->profile); i++)
    plenum_csv_writer_add_text (csv, make_heading (taken, plenum_profile_get_option_text (self->profile, i)));

  return plenum_csv_writer_end_record (csv, self->cancellable, error);
}

static gboolean
has_costs (const PlenumProfile *profile)
{
  for (guint i = 0; i < plenum_profile_get_n_options (profile); i++)
    if (plenum_profile_get_option_cost (profile, i) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
write_costs (PlenumBallotWriter *self, PlenumCsvWriter *csv, GError **error)
{
  plenum_csv_writer_add_text (csv, PLENUM_TABLE_COST);
  if (self->rows->weighted)
    plenum_csv_writer_add_text (csv, NULL);
  if (self->rows->by_hands)
    plenum_csv_writer_add_text (csv, NULL);
  for (guint i = 0; i < plenum_profile_get_n_options (self->profile); i++)
    {
      const PlenumRational *cost = plenum_profile_get_option_cost (self->profile, i);
      g_autofree char *text = cost != NULL ? plenum_rational_to_text (cost) : NULL;

      plenum_csv_writer_add_text (csv, text);
    }

  return plenum_csv_writer_end_record (csv, self->cancellable, error);
}

/* What the row has in the column of each option, where it has something. */
static void
read_values (const PlenumBallotRow *row, guint n, gint64 *values, gboolean *given)
{
  gint64 rank = 0;

  memset (given, 0, n * sizeof *given);
  for (guint i = 0; row->group != NULL && i < row->group->n_choices; i++)
    {
      values[row->group->choices[i].option] = row->group->choices[i].value;
      given[row->group->choices[i].option] = TRUE;
    }
  for (guint i = 0; row->ranking != NULL && i < row->ranking->length; i++)
    {
      guint16 entry = row->ranking->entries[i];

      rank = plenum_ranking_next_rank (entry, i, rank);
      values[entry & PLENUM_RANK_OPTION] = rank;
      given[entry & PLENUM_RANK_OPTION] = TRUE;
    }
}

static gboolean
write_row (PlenumBallotWriter     *self,
           PlenumCsvWriter        *csv,
           const PlenumBallotRow  *row,
           gboolean                costs,
           gint64                 *values,
           gboolean               *given,
           GError                **error)
{
  guint n = plenum_profile_get_n_options (self->profile);

  read_values (row, n, values, given);
  for (gint64 copy = 0; copy < row->copies; copy++)
    {
      if (costs)
        plenum_csv_writer_add_text (csv, NULL);
      if (self->rows->weighted)
        plenum_csv_writer_add_text (csv, row->weight);
      if (self->rows->by_hands && row->hands > 0)
        plenum_csv_writer_add_integer (csv, row->hands);
      else if (self->rows->by_hands)
        plenum_csv_writer_add_text (csv, NULL);
      for (guint i = 0; i < n; i++)
        if (given[i])
          plenum_csv_writer_add_integer (csv, values[i]);
        else
          plenum_csv_writer_add_text (csv, NULL);
      if (!plenum_csv_writer_end_record (csv, self->cancellable, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
plenum_ballot_table_write (PlenumBallotWriter *self, GError **error)
{
  g_autoptr (PlenumCsvWriter) csv = plenum_csv_writer_new (self->stream, ',');
  guint n = plenum_profile_get_n_options (self->profile);
  gboolean costs = has_costs (self->profile);
  g_autofree gint64 *values = g_new (gint64, n + 1);
  g_autofree gboolean *given = g_new (gboolean, n + 1);

  if (!write_header (self, csv, costs, error) || (costs && !write_costs (self, csv, error)))
    return FALSE;

  for (guint i = 0; i < self->rows->rows->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !write_row (self, csv, &g_array_index (self->rows->rows, PlenumBallotRow, i), costs, values, given, error))
      return FALSE;

  return TRUE;
}
