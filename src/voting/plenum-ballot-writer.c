/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots into a file, so that anybody can count them again with any program. Nothing
 * of it tells whose a ballot was, when it came or how. */
#include "plenum-ballot-writer-private.h"

#include <glib/gi18n-lib.h>

gboolean
plenum_ballot_writer_refuse (GError **error, const char *message)
{
  g_set_error_literal (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS, message);
  return FALSE;
}

/* On one line, without space around it. */
char *
plenum_ballot_writer_clean (const char *text)
{
  char *clean = g_strdup (text);

  for (char *c = clean; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';

  return g_strstrip (clean);
}

/* Ids of options, with commas between them, as the numbers they have in the file. */
static void
append_value (GString *list, const PlenumProfile *profile, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  guint option;

  for (char **part = parts; *part != NULL; part++)
    {
      g_string_append (list, part == parts ? "" : ",");
      if (plenum_profile_find_option (profile, *part, &option))
        g_string_append_printf (list, "%u", option + 1);
      else
        g_string_append (list, *part);
    }
}

/* How the poll is counted, for formats that have room to say so. */
char *
plenum_ballot_writer_list_settings (PlenumBallotWriter *self)
{
  const PlenumMethod *method = plenum_profile_get_method (self->profile);
  g_autoptr (GString) list = g_string_new (plenum_method_get_id (method));
  const PlenumSetting *setting;

  for (guint i = 0; (setting = plenum_method_get_setting (method, i)) != NULL; i++)
    {
      const char *value = plenum_profile_get_setting (self->profile, setting->name);

      if (*value != '\0')
        {
          g_string_append_printf (list, " %s=", setting->name);
          append_value (list, self->profile, value);
        }
    }

  return plenum_ballot_writer_clean (list->str);
}

gboolean
plenum_ballot_writer_flush (PlenumBallotWriter *self, GError **error)
{
  gboolean written = !g_cancellable_set_error_if_cancelled (self->cancellable, error)
                     && g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL,
                                                   self->cancellable, error);

  g_string_truncate (self->text, 0);
  return written;
}

/**
 * plenum_ballot_format_takes_method:
 * @error: (nullable): return location for %PLENUM_VOTING_ERROR_UNFIT_BALLOTS
 *
 * Returns: whether the format has room for the kind of ballots that @method counts
 */
gboolean
plenum_ballot_format_takes_method (PlenumBallotFormat format, const PlenumMethod *method, GError **error)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (method);
  gboolean takes = format == PLENUM_BALLOT_FORMAT_TABLE
                   || (format == PLENUM_BALLOT_FORMAT_BLT && kind == PLENUM_PAPER_RANKING)
                   || (format == PLENUM_BALLOT_FORMAT_PREFLIB && plenum_preflib_takes_kind (kind))
                   || (format == PLENUM_BALLOT_FORMAT_PABULIB && plenum_method_find_setting (method, "budget") != NULL);

  if (!takes)
    g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS,
                 /* Translators: %s is the name of a voting method, such as Dots. */
                 _("Ballots of “%s” are of another kind than those of this file format. Write them as a table (CSV)."),
                 plenum_method_get_name (method));
  return takes;
}

/**
 * plenum_ballot_format_get_suffix:
 *
 * Returns: (transfer none): how the name of a file of these ballots ends, without the
 *   dot; PrefLib has a suffix of its own for each kind
 */
const char *
plenum_ballot_format_get_suffix (PlenumBallotFormat format, const PlenumProfile *profile)
{
  switch (format)
    {
    case PLENUM_BALLOT_FORMAT_BLT:
      return "blt";
    case PLENUM_BALLOT_FORMAT_PREFLIB:
      return plenum_preflib_get_suffix (profile);
    case PLENUM_BALLOT_FORMAT_PABULIB:
      return "pb";
    case PLENUM_BALLOT_FORMAT_TABLE:
    default:
      return "csv";
    }
}

static gboolean
check (PlenumBallotFormat format, const PlenumProfile *profile, const PlenumBallotRows *rows, GError **error)
{
  if (plenum_profile_get_n_options (profile) == 0)
    return plenum_ballot_writer_refuse (error, _("There is nothing to vote on: a poll needs at least one option."));
  if (!plenum_ballot_format_takes_method (format, plenum_profile_get_method (profile), error))
    return FALSE;
  if (rows->by_hands && format != PLENUM_BALLOT_FORMAT_TABLE)
    return plenum_ballot_writer_refuse (error, _("Some votes came by show of hands, and this file format only has single ballots. Write them as a table (CSV)."));
  if (rows->weighted && format != PLENUM_BALLOT_FORMAT_TABLE && format != PLENUM_BALLOT_FORMAT_BLT)
    return plenum_ballot_writer_refuse (error, _("Some ballots have a weight, and this file format has none. Write them as a table (CSV)."));

  switch (format)
    {
    case PLENUM_BALLOT_FORMAT_BLT:
      return plenum_blt_check (profile, rows, error);
    case PLENUM_BALLOT_FORMAT_PREFLIB:
      return plenum_preflib_check (profile, rows, error);
    case PLENUM_BALLOT_FORMAT_PABULIB:
      return plenum_pabulib_check (profile, rows, error);
    case PLENUM_BALLOT_FORMAT_TABLE:
    default:
      return plenum_ballot_table_check (profile, error);
    }
}

/**
 * plenum_ballot_format_takes:
 * @profile: ballots; not changed meanwhile
 * @error: (nullable): return location for %PLENUM_VOTING_ERROR_UNFIT_BALLOTS, whose
 *   message says what would be right
 *
 * Returns: whether these ballots can be written in this format without loss
 */
gboolean
plenum_ballot_format_takes (PlenumBallotFormat format, const PlenumProfile *profile, GError **error)
{
  g_autoptr (PlenumBallotRows) rows = plenum_ballot_rows_new (profile);

  return check (format, profile, rows, error);
}

/**
 * plenum_ballot_file_write:
 * @profile: ballots; not changed meanwhile
 * @title: (nullable): the question of the poll
 * @stream: where to write; stays open, and has got nothing if the ballots do not fit
 * @cancellable: (nullable): stops the writing
 * @error: return location for an error of plenum_ballot_format_takes() or of @stream
 *
 * Writes what plenum_ballot_file_read() reads: counted with the same settings, it has
 * the same result. Options have their numbers from 1 on, in a table their texts.
 * Equal ballots stand together and ballots are ordered by what they say. Reasons are
 * not written: in them people can be recognised, and counting does without.
 *
 * Returns: whether all was written
 */
gboolean
plenum_ballot_file_write (const PlenumProfile  *profile,
                          PlenumBallotFormat    format,
                          const char           *title,
                          GOutputStream        *stream,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr (PlenumBallotRows) rows = plenum_ballot_rows_new (profile);
  g_autofree char *clean = plenum_ballot_writer_clean (title != NULL ? title : "");
  g_autoptr (GString) text = g_string_new (NULL);
  PlenumBallotWriter writer = { profile, rows, clean, stream, text, cancellable };

  if (!check (format, profile, rows, error))
    return FALSE;

  switch (format)
    {
    case PLENUM_BALLOT_FORMAT_BLT:
      return plenum_blt_write (&writer, error);
    case PLENUM_BALLOT_FORMAT_PREFLIB:
      return plenum_preflib_write (&writer, error);
    case PLENUM_BALLOT_FORMAT_PABULIB:
      return plenum_pabulib_write (&writer, error);
    case PLENUM_BALLOT_FORMAT_TABLE:
    default:
      return plenum_ballot_table_write (&writer, error);
    }
}
