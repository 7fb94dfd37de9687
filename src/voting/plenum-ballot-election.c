/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of ballots for who takes them into a library: options, ballots and a method
 * that can count them. */
#include "plenum-ballot-election.h"

#include <string.h>

#include "plenum-ballot-file.h"
#include "plenum-ballot-rows.h"

/* By format, the methods that are tried one after the other. */
static const struct
{
  const char         *name;
  PlenumBallotFormat  format;
  const char         *methods[4];
} formats[] = {
  { "blt", PLENUM_BALLOT_FORMAT_BLT, { "stv", NULL } },
  { "pabulib", PLENUM_BALLOT_FORMAT_PABULIB, { "greedy-budget", "schulze", NULL } },
  { "preflib", PLENUM_BALLOT_FORMAT_PREFLIB, { "schulze", "majority-judgement", "score", NULL } },
};

/* BLT has no mark: its first line is two numbers, and the second is about a ballot
 * or options that withdrew. */
static gboolean
is_blt (const char *start)
{
  g_auto (GStrv) lines = g_strsplit (start, "\n", 3);
  const char *first = lines[0] != NULL ? lines[0] : "";
  const char *second = lines[0] != NULL && lines[1] != NULL ? lines[1] : "";
  g_auto (GStrv) words = g_strsplit_set (first, " \t\r", -1);
  guint numbers = 0;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && (words[i][strspn (words[i], "0123456789")] != '\0' || ++numbers > 2))
      return FALSE;

  return numbers == 2 && second[strspn (second, "0123456789 -=.\t\r")] == '\0' && *second != '\0';
}

static const char *
recognise (const char *name, const char *start)
{
  PlenumBallotFormat format = plenum_ballot_format_recognise ("", start);

  if (format == PLENUM_BALLOT_FORMAT_TABLE && is_blt (start))
    return "blt";
  /* Old files of PrefLib begin with a mere number: there the name has to tell. */
  if (format == PLENUM_BALLOT_FORMAT_TABLE && g_ascii_isdigit (*start))
    format = plenum_ballot_format_recognise (name, start);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (formats[i].format == format)
      return formats[i].name;

  return NULL;
}

static void
add_options (PlenumElection *self, const PlenumProfile *profile)
{
  for (guint i = 0; i < plenum_profile_get_n_options (profile); i++)
    {
      const PlenumRational *cost = plenum_profile_get_option_cost (profile, i);
      PlenumElectionOption option = {
        g_strdup (plenum_profile_get_option_id (profile, i)),
        g_strdup (plenum_profile_get_option_text (profile, i)),
        cost != NULL ? plenum_rational_to_text (cost) : NULL,
      };

      g_array_append_val (self->options, option);
    }
}

static void
add_settings (PlenumElection *self, const PlenumProfile *profile)
{
  const PlenumMethod *method = plenum_profile_get_method (profile);
  const PlenumSetting *setting;

  for (guint i = 0; (setting = plenum_method_get_setting (method, i)) != NULL; i++)
    {
      const char *value = plenum_profile_get_setting (profile, setting->name);

      if (value == NULL || *value == '\0')
        continue;
      g_ptr_array_add (self->settings, g_strdup (setting->name));
      g_ptr_array_add (self->settings, g_strdup (value));
    }
}

static void
add_choices (PlenumElectionBallot *ballot, const PlenumBallotRow *row)
{
  gint64 rank = 0;

  for (guint i = 0; row->group != NULL && i < row->group->n_choices; i++)
    {
      PlenumElectionChoice choice = { row->group->choices[i].option, row->group->choices[i].value };

      g_array_append_val (ballot->choices, choice);
    }
  for (guint i = 0; row->ranking != NULL && i < row->ranking->length; i++)
    {
      guint16 entry = row->ranking->entries[i];
      PlenumElectionChoice choice = { entry & PLENUM_RANK_OPTION, rank = plenum_ranking_next_rank (entry, i, rank) };

      g_array_append_val (ballot->choices, choice);
    }
}

static PlenumElection *
make_election (const PlenumProfile *profile)
{
  g_autoptr (PlenumBallotRows) rows = plenum_ballot_rows_new (profile);
  PlenumElection *self = g_new0 (PlenumElection, 1);

  self->method = plenum_method_get_id (plenum_profile_get_method (profile));
  self->settings = g_ptr_array_new_with_free_func (g_free);
  self->options = g_array_new (FALSE, TRUE, sizeof (PlenumElectionOption));
  self->ballots = g_array_new (FALSE, TRUE, sizeof (PlenumElectionBallot));
  self->n_ballots = rows->n_ballots;
  add_options (self, profile);
  add_settings (self, profile);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      PlenumBallotRow *row = &g_array_index (rows->rows, PlenumBallotRow, i);
      PlenumElectionBallot ballot = { g_array_new (FALSE, FALSE, sizeof (PlenumElectionChoice)), g_strdup (row->weight), row->copies };

      add_choices (&ballot, row);
      g_array_append_val (self->ballots, ballot);
    }

  return self;
}

static PlenumElection *
read_election (GInputStream  *stream,
               const char    *name,
               const char    *format,
               guint          attempt,
               gboolean      *again,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (PlenumProfile) profile = NULL;
  g_autoptr (GError) failure = NULL;
  guint i = 0;

  while (strcmp (formats[i].name, format) != 0)
    i++;
  profile = plenum_ballot_file_read (stream, name, formats[i].format, formats[i].methods[attempt], NULL, cancellable, &failure);
  *again = g_error_matches (failure, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS)
           && formats[i].methods[attempt + 1] != NULL;
  if (profile != NULL)
    return make_election (profile);
  g_propagate_error (error, g_steal_pointer (&failure));

  return NULL;
}

/* What an import reads files of ballots with. */
const PlenumElectionReader plenum_ballot_election_reader = { recognise, read_election };
