/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elections as the world publishes them, so that they can be counted here. */
#include "plenum-ballot-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

/**
 * plenum_ballot_format_recognise:
 * @path: the file's name
 * @start: its first bytes, NUL-terminated
 *
 * Returns: its format, by its name or else by how it begins; what is none of the
 *   others is a table
 */
PlenumBallotFormat
plenum_ballot_format_recognise (const char *path, const char *start)
{
  static const struct { const char *ending; PlenumBallotFormat format; } endings[] = {
    { ".csv", PLENUM_BALLOT_FORMAT_TABLE },
    { ".blt", PLENUM_BALLOT_FORMAT_BLT },
    { ".soc", PLENUM_BALLOT_FORMAT_PREFLIB },
    { ".soi", PLENUM_BALLOT_FORMAT_PREFLIB },
    { ".toc", PLENUM_BALLOT_FORMAT_PREFLIB },
    { ".toi", PLENUM_BALLOT_FORMAT_PREFLIB },
    { ".cat", PLENUM_BALLOT_FORMAT_PREFLIB },
    { ".pb", PLENUM_BALLOT_FORMAT_PABULIB },
  };
  g_autofree char *name = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i].ending))
      return endings[i].format;

  if (g_str_has_prefix (start, BOM))
    start += strlen (BOM);
  if (g_str_has_prefix (start, "# FILE NAME:") || g_str_has_prefix (start, "# TITLE:"))
    return PLENUM_BALLOT_FORMAT_PREFLIB;
  if (g_str_has_prefix (start, "META\n") || g_str_has_prefix (start, "META\r\n"))
    return PLENUM_BALLOT_FORMAT_PABULIB;

  return PLENUM_BALLOT_FORMAT_TABLE;
}

/* The next line that is not empty, without space around it. */
char *
plenum_ballot_file_next (PlenumBallotFile *self, GCancellable *cancellable, GError **error)
{
  char *line;

  do
    line = plenum_lines_read (self->lines, cancellable, error);
  while (line != NULL && *g_strstrip (line) == '\0');

  return line;
}

/**
 * plenum_ballot_file_suggest:
 *
 * Gives the method a setting that stands in the file, where it has such a setting
 * and whoever counts did not give it another value.
 */
void
plenum_ballot_file_suggest (PlenumBallotFile *self, const char *setting, const char *value)
{
  const PlenumMethod *method = plenum_method_find (self->method);

  if (plenum_method_find_setting (method, setting) != NULL && plenum_settings_get (self->settings, setting) == NULL)
    plenum_settings_set (self->settings, setting, value);
}

/* Makes the profile, once all settings are known. */
gboolean
plenum_ballot_file_begin (PlenumBallotFile *self, GError **error)
{
  self->profile = plenum_profile_new (self->method, self->settings, error);

  return self->profile != NULL;
}

gboolean
plenum_ballot_file_has_kind (PlenumBallotFile *self, PlenumPaperKind kind)
{
  return plenum_method_get_paper_kind (plenum_method_find (self->method)) == kind;
}

gboolean
plenum_ballot_file_refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_INVALID_FILE, format, arguments);
  va_end (arguments);

  return FALSE;
}

gboolean
plenum_ballot_file_refuse_kind (PlenumBallotFile *self, GError **error)
{
  g_set_error (error, PLENUM_VOTING_ERROR, PLENUM_VOTING_ERROR_UNFIT_BALLOTS,
               /* Translators: %s is the name of a voting method. */
               _("“%s” cannot count this file: its ballots are of another kind."),
               plenum_method_get_name (plenum_method_find (self->method)));
  return FALSE;
}

/* A name from a file, without quotation marks around it; what is no UTF-8 is taken for Latin-1. */
char *
plenum_ballot_file_read_name (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *bare = length >= 2 && text[0] == '"' && text[length - 1] == '"'
    ? g_strndup (text + 1, length - 2) : g_strdup (text);

  if (g_utf8_validate (bare, -1, NULL))
    return g_steal_pointer (&bare);

  return g_convert (bare, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

/* Adds a ballot of any kind from what was collected in choices. */
gboolean
plenum_ballot_file_add_choices (PlenumBallotFile *self, gint64 copies, const char *weight, GError **error)
{
  PlenumPaper paper = { "import", 1, weight, (const PlenumChoice *) self->choices->data, self->choices->len };

  return plenum_profile_add_ballot (self->profile, &paper, copies, error);
}

static gboolean
read_format (PlenumBallotFile *self, PlenumBallotFormat format, GCancellable *cancellable, GError **error)
{
  switch (format)
    {
    case PLENUM_BALLOT_FORMAT_BLT:
      return plenum_blt_read (self, cancellable, error);
    case PLENUM_BALLOT_FORMAT_PREFLIB:
      return plenum_preflib_read (self, cancellable, error);
    case PLENUM_BALLOT_FORMAT_PABULIB:
      return plenum_pabulib_read (self, cancellable, error);
    case PLENUM_BALLOT_FORMAT_TABLE:
    default:
      return plenum_ballot_table_read (self, cancellable, error);
    }
}

/* Says where it is wrong, unless the table's reader did already. */
static void
set_place (PlenumBallotFile *self, GError **error)
{
  guint64 line = self->table != NULL ? plenum_csv_reader_get_line (self->table) : plenum_lines_get_number (self->lines);

  if ((*error)->domain != PLENUM_VOTING_ERROR)
    return;
  if (line > 0)
    g_prefix_error (error, "%s:%" G_GUINT64_FORMAT ": ", self->name, line);
  else
    g_prefix_error (error, "%s: ", self->name);
}

/**
 * plenum_ballot_file_read:
 * @stream: where the file comes from
 * @name: what messages call it
 * @method: the id of a method
 * @settings: (nullable): its settings; what the file says of seats and budget is used
 *   where they say nothing
 * @error: return location for %PLENUM_VOTING_ERROR_INVALID_FILE,
 *   %PLENUM_VOTING_ERROR_UNFIT_BALLOTS, another that a profile has, or one of
 *   %PLENUM_CSV_ERROR; the message begins with the file and the line
 *
 * Options have the ids of the file; in BLT their numbers, in a table their names.
 *
 * Returns: (transfer full) (nullable): the election
 */
PlenumProfile *
plenum_ballot_file_read (GInputStream          *stream,
                         const char            *name,
                         PlenumBallotFormat     format,
                         const char            *method,
                         const PlenumSettings  *settings,
                         GCancellable          *cancellable,
                         GError               **error)
{
  g_autoptr (PlenumLines) lines = plenum_lines_new (stream);
  g_autoptr (PlenumCsvReader) table = format == PLENUM_BALLOT_FORMAT_TABLE ? plenum_csv_reader_new (stream, name) : NULL;
  g_autoptr (PlenumSettings) own = settings != NULL ? plenum_settings_copy (settings) : plenum_settings_new ();
  g_autoptr (PlenumProfile) checked = plenum_profile_new (method, settings, error);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (guint16));
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  PlenumBallotFile file = { name, lines, table, method, own, NULL, entries, choices };
  g_autoptr (GError) why = NULL;

  if (checked == NULL)
    return NULL;
  if (read_format (&file, format, cancellable, &why))
    return file.profile;

  set_place (&file, &why);
  g_propagate_error (error, g_steal_pointer (&why));
  g_clear_pointer (&file.profile, plenum_profile_free);
  return NULL;
}
