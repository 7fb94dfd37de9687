/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots as BLT: see plenum-ballot-blt.c. */
#include "plenum-ballot-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* With a point, so that two ballots and one of weight 2 stay apart. */
static char *
write_weight (const char *weight)
{
  g_autoptr (PlenumRational) number = plenum_rational_new_from_text (weight);
  g_autofree char *decimal = plenum_rational_to_decimal (number);

  if (decimal == NULL)
    return NULL;
  return strchr (decimal, '.') != NULL ? g_steal_pointer (&decimal) : g_strconcat (decimal, ".0", NULL);
}

gboolean
plenum_blt_check (const PlenumProfile *profile, const PlenumBallotRows *rows, GError **error)
{
  for (guint i = 0; rows->weighted && i < rows->rows->len; i++)
    {
      const char *weight = g_array_index (rows->rows, PlenumBallotRow, i).weight;
      g_autofree char *decimal = weight != NULL ? write_weight (weight) : NULL;

      if (weight != NULL && decimal == NULL)
        {
          g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS,
                       /* Translators: %s is a weight such as 1/3. */
                       _("A ballot weighs %s, which cannot be written as a decimal number. Write the ballots as a table (CSV)."), weight);
          return FALSE;
        }
    }

  return TRUE;
}

static void
append_ranking (GString *text, const PlenumRanking *ranking)
{
  for (guint i = 0; i < ranking->length; i++)
    {
      guint16 entry = ranking->entries[i];

      if ((entry & PLENUM_RANK_TIED) != 0)
        g_string_append_c (text, '=');
      else
        g_string_append (text, (entry & PLENUM_RANK_GAP) != 0 ? " - " : " ");
      g_string_append_printf (text, "%u", (entry & PLENUM_RANK_OPTION) + 1u);
    }

  g_string_append (text, " 0\n");
}

static gboolean
write_ballot (PlenumBallotWriter *self, const PlenumBallotRow *row, GError **error)
{
  g_autofree char *weight = row->weight != NULL ? write_weight (row->weight) : NULL;

  for (gint64 copy = 0; copy < (weight != NULL ? row->copies : 1); copy++)
    {
      if (weight != NULL)
        g_string_append (self->text, weight);
      else
        g_string_append_printf (self->text, "%" G_GINT64_FORMAT, row->copies);
      append_ranking (self->text, row->ranking);
      if (!plenum_ballot_writer_flush (self, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
plenum_blt_write (PlenumBallotWriter *self, GError **error)
{
  const PlenumMethod *method = plenum_profile_get_method (self->profile);
  guint n = plenum_profile_get_n_options (self->profile);

  g_string_append_printf (self->text, "%u %s\n", n, plenum_method_find_setting (method, "seats") != NULL
                                                    ? plenum_profile_get_setting (self->profile, "seats") : "1");
  for (guint i = 0; i < self->rows->rows->len; i++)
    if (!write_ballot (self, &g_array_index (self->rows->rows, PlenumBallotRow, i), error))
      return FALSE;

  g_string_append (self->text, "0\n");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = plenum_ballot_writer_clean (plenum_profile_get_option_text (self->profile, i));

      g_string_append_printf (self->text, "\"%s\"\n", name);
    }
  g_string_append_printf (self->text, "\"%s\"\n", self->title);
  return plenum_ballot_writer_flush (self, error);
}
