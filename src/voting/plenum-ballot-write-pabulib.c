/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots as PaBuLib has them: see plenum-ballot-pabulib.c. */
#include "plenum-ballot-writer-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without a budget and all costs in decimal numbers there is no such file. */
gboolean
plenum_pabulib_check (const PlenumProfile *profile, const PlenumBallotRows *rows, GError **error)
{
  g_autoptr (PlenumRational) budget = plenum_rational_new_from_text (plenum_profile_get_setting (profile, "budget"));
  g_autofree char *amount = budget != NULL ? plenum_rational_to_decimal (budget) : NULL;
  gboolean fits = amount != NULL;

  for (guint i = 0; fits && i < plenum_profile_get_n_options (profile); i++)
    {
      const PlenumRational *cost = plenum_profile_get_option_cost (profile, i);
      g_autofree char *decimal = cost != NULL ? plenum_rational_to_decimal (cost) : NULL;

      fits = decimal != NULL;
    }

  return fits || plenum_ballot_writer_refuse (error, _("This file format needs a budget and what each option costs, as decimal numbers. Write the ballots as a table (CSV)."));
}

/* Whether points were given, and not only options chosen. */
static gboolean
has_points (const PlenumBallotRows *rows)
{
  for (guint i = 0; i < rows->rows->len; i++)
    {
      const PlenumBallotGroup *group = g_array_index (rows->rows, PlenumBallotRow, i).group;

      for (guint c = 0; c < group->n_choices; c++)
        if (group->choices[c].value != 1)
          return TRUE;
    }

  return FALSE;
}

static void
append_quoted (GString *text, const char *name)
{
  g_autofree char *clean = plenum_ballot_writer_clean (name);

  if (strpbrk (clean, ";\"") == NULL)
    {
      g_string_append (text, clean);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *c = clean; *c != '\0'; c++)
    g_string_append (text, *c == '"' ? "\"\"" : (char[]) { *c, '\0' });
  g_string_append_c (text, '"');
}

static void
append_head (PlenumBallotWriter *self, gboolean points)
{
  gboolean greedy = strcmp (plenum_method_get_id (plenum_profile_get_method (self->profile)), "greedy-budget") == 0;
  g_autoptr (PlenumRational) budget = plenum_rational_new_from_text (plenum_profile_get_setting (self->profile, "budget"));
  g_autofree char *amount = plenum_rational_to_decimal (budget);
  g_autofree char *settings = plenum_ballot_writer_list_settings (self);
  guint n = plenum_profile_get_n_options (self->profile);

  g_string_append (self->text, "META\nkey;value\ndescription;");
  append_quoted (self->text, self->title);
  g_string_append_printf (self->text, "\nnum_projects;%u\nnum_votes;%" G_GINT64_FORMAT "\nbudget;%s\nvote_type;%s\nrule;%s\ncomment;",
                          n, self->rows->n_ballots, amount, points ? "scoring" : "approval", greedy ? "greedy" : "equalshares");
  append_quoted (self->text, settings);
  g_string_append (self->text, "\nPROJECTS\nproject_id;cost;name\n");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cost = plenum_rational_to_decimal (plenum_profile_get_option_cost (self->profile, i));

      g_string_append_printf (self->text, "%u;%s;", i + 1, cost);
      append_quoted (self->text, plenum_profile_get_option_text (self->profile, i));
      g_string_append_c (self->text, '\n');
    }
  g_string_append (self->text, points ? "VOTES\nvoter_id;vote;points\n" : "VOTES\nvoter_id;vote\n");
}

static void
append_vote (GString *text, const PlenumBallotGroup *group, gboolean points)
{
  for (guint i = 0; i < group->n_choices; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? "," : "", group->choices[i].option + 1);
  for (guint i = 0; points && i < group->n_choices; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : ";", group->choices[i].value);
  if (points && group->n_choices == 0)
    g_string_append_c (text, ';');
  g_string_append_c (text, '\n');
}

gboolean
plenum_pabulib_write (PlenumBallotWriter *self, GError **error)
{
  gboolean points = has_points (self->rows);
  gint64 number = 0;

  append_head (self, points);
  for (guint i = 0; i < self->rows->rows->len; i++)
    {
      const PlenumBallotRow *row = &g_array_index (self->rows->rows, PlenumBallotRow, i);

      for (gint64 copy = 0; copy < row->copies; copy++)
        {
          g_string_append_printf (self->text, "%" G_GINT64_FORMAT ";", ++number);
          append_vote (self->text, row->group, points);
          if (!plenum_ballot_writer_flush (self, error))
            return FALSE;
        }
    }

  return plenum_ballot_writer_flush (self, error);
}
