/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ballots out of a file. In a CSV file the header has the options, and each further
 * row is a ballot; what stands in a cell depends on the method. */
#include "plenum-cli-tally-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-ballot-file.h"
#include "plenum-csv.h"
#include "plenum-input.h"
#include "plenum-place.h"
#include "plenum-reasons.h"
#include "plenum-cli.h"

typedef struct
{
  const char      *name;
  PlenumCsvReader *reader;
  PlenumProfile   *profile;
  GArray          *choices; /* PlenumChoice, of one row */
  GPtrArray       *reasons; /* by choice, %NULL where there is none */
} Counting;

static void G_GNUC_PRINTF (3, 4)
fail_at (Counting *counting, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plenum_place_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, counting->name,
                          plenum_csv_reader_get_line (counting->reader), "%s", message);
}

static gboolean
read_header (Counting *counting, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!plenum_csv_reader_read (counting->reader, cancellable, &why))
    {
      if (why != NULL)
        g_propagate_error (error, g_steal_pointer (&why));
      else
        fail_at (counting, error, "%s", _("The file is empty. Its first line must have the options."));
      return FALSE;
    }

  for (guint i = 0; i < plenum_csv_reader_get_n_fields (counting->reader); i++)
    {
      g_autofree char *option = g_strstrip (g_strdup (plenum_csv_plain_text (plenum_csv_reader_get_field (counting->reader, i))));

      if (*option == '\0')
        {
          fail_at (counting, error, _("Column %u has no name. The first line must have the options."), i + 1);
          return FALSE;
        }
      if (!plenum_profile_add_option (counting->profile, option, option, NULL, &why))
        {
          fail_at (counting, error, "%s", why->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* What is wrong with a cell, and what would be right. */
static char *
describe_wrong (PlenumPaperKind kind, const char *cell, guint column)
{
  switch (kind)
    {
    case PLENUM_PAPER_SET:
    case PLENUM_PAPER_UTILITIES:
      return g_strdup_printf (_("“%s” in column %u is neither 1 nor 0. Write 1 or x for what was chosen."), cell, column);
    case PLENUM_PAPER_STANCES:
      return g_strdup_printf (_("“%s” in column %u is no answer. Write 1 for agree, -1 for disagree, 0 for pass."), cell, column);
    case PLENUM_PAPER_RANKING:
      return g_strdup_printf (_("“%s” in column %u is no rank. Write 1 for the best, and leave empty what is not ranked."), cell, column);
    case PLENUM_PAPER_GRADES:
      return g_strdup_printf (_("“%s” in column %u is no grade. Write a grade as the setting “grades” has it, or 1 for the best."), cell, column);
    case PLENUM_PAPER_PAIR:
      return g_strdup_printf (_("“%s” in column %u is no place in a comparison. Write 1 for the better of two and 2 for the other, or 1 for both; further comparisons have further digits."), cell, column);
    case PLENUM_PAPER_CONSENT:
      return g_strdup_printf (_("“%s” in column %u is no answer. Write consent, concern or objection."), cell, column);
    case PLENUM_PAPER_POINTS:
    case PLENUM_PAPER_SCORES:
    case PLENUM_PAPER_RESISTANCES:
    case PLENUM_PAPER_CREDITS:
    default:
      return g_strdup_printf (_("“%s” in column %u is no whole number of points."), cell, column);
    }
}

static gboolean
read_cell (Counting *counting, guint column, PlenumPaperKind kind, GError **error)
{
  g_autofree char *cell = g_strstrip (g_strdup (plenum_csv_plain_text (plenum_csv_reader_get_field (counting->reader, column))));
  char *colon = kind == PLENUM_PAPER_CONSENT ? strchr (cell, ':') : NULL;
  PlenumChoice choice = { column, 0 };

  if (*cell == '\0')
    return TRUE;

  /* "objection: it is too loud" */
  if (colon != NULL)
    {
      *colon++ = '\0';
      g_strchomp (cell);
      colon = g_strchug (colon);
    }
  if (!plenum_profile_parse_value (counting->profile, cell, &choice.value))
    {
      g_autofree char *complaint = describe_wrong (kind, cell, column + 1);

      fail_at (counting, error, "%s", complaint);
      return FALSE;
    }

  g_array_append_val (counting->choices, choice);
  g_ptr_array_add (counting->reasons, colon != NULL && *colon != '\0' ? g_strdup (colon) : NULL);
  return TRUE;
}

static gboolean
add_reasons (Counting *counting, GError **error)
{
  g_autoptr (GError) why = NULL;

  for (guint i = 0; i < counting->choices->len; i++)
    {
      const PlenumChoice *choice = &g_array_index (counting->choices, PlenumChoice, i);
      PlenumReason reason = { choice->option, choice->value, counting->reasons->pdata[i] };

      if (reason.text != NULL && !plenum_profile_add_reason (counting->profile, &reason, &why))
        {
          fail_at (counting, error, "%s", why->message);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_ballot (Counting *counting, GError **error)
{
  PlenumPaperKind kind = plenum_method_get_paper_kind (plenum_profile_get_method (counting->profile));
  guint n_fields = plenum_csv_reader_get_n_fields (counting->reader);
  guint n_options = plenum_profile_get_n_options (counting->profile);
  PlenumPaper paper = { "import", 1, NULL };
  g_autoptr (GError) why = NULL;

  if (n_fields > n_options)
    {
      fail_at (counting, error, _("This row has %u values, but there are only %u options in the first line."), n_fields, n_options);
      return FALSE;
    }

  g_array_set_size (counting->choices, 0);
  g_ptr_array_set_size (counting->reasons, 0);
  for (guint i = 0; i < n_fields; i++)
    if (!read_cell (counting, i, kind, error))
      return FALSE;

  paper.choices = (const PlenumChoice *) counting->choices->data;
  paper.n_choices = counting->choices->len;
  if (!plenum_profile_add_ballot (counting->profile, &paper, 1, &why))
    {
      fail_at (counting, error, "%s", why->message);
      return FALSE;
    }

  return add_reasons (counting, error);
}

static gboolean
read_ballots (Counting *counting, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;

  if (!read_header (counting, cancellable, error))
    return FALSE;

  while (plenum_csv_reader_read (counting->reader, cancellable, &why))
    if (!read_ballot (counting, error))
      return FALSE;

  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static PlenumProfile *
read_table (PlenumInput *input, const char *method, const PlenumSettings *settings, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumProfile) profile = plenum_profile_new (method, settings, error);
  g_autoptr (GInputStream) stream = profile != NULL ? plenum_input_read (input, cancellable, error) : NULL;
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (PlenumChoice));
  g_autoptr (GPtrArray) reasons = g_ptr_array_new_with_free_func (g_free);
  Counting counting;

  if (stream == NULL)
    return NULL;

  reader = plenum_csv_reader_new (stream, plenum_input_get_name (input));
  counting = (Counting) { plenum_input_get_name (input), reader, profile, choices, reasons };
  if (!read_ballots (&counting, cancellable, error))
    return NULL;

  return g_steal_pointer (&profile);
}

/* BLT, PrefLib, PaBuLib: messages get the line in front that is at fault. */
static PlenumProfile *
read_foreign (PlenumInput           *input,
              PlenumBallotFormat     format,
              const char            *method,
              const PlenumSettings  *settings,
              GCancellable          *cancellable,
              GError               **error)
{
  g_autoptr (GInputStream) stream = plenum_input_read (input, cancellable, error);
  g_autoptr (PlenumProfile) profile = NULL;
  g_autoptr (GError) why = NULL;
  guint64 line = 0;

  if (stream == NULL)
    return NULL;

  profile = plenum_ballot_file_read (stream, format, method, settings, &line, cancellable, &why);
  if (profile != NULL)
    return g_steal_pointer (&profile);

  if (why->domain == PLENUM_VOTING_ERROR && line > 0)
    plenum_place_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, plenum_input_get_name (input), line, "%s", why->message);
  else
    g_propagate_error (error, g_steal_pointer (&why));
  return NULL;
}

/**
 * plenum_cli_tally_file:
 * @path: a file of ballots, or "-" for standard input
 * @method: an id of the voting layer
 *
 * Returns: (transfer full) (nullable): the result
 */
PlenumTally *
plenum_cli_tally_file (const char *path, const char *method, const PlenumSettings *settings, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  g_autoptr (PlenumProfile) profile = NULL;
  g_autofree char *start = NULL;
  PlenumBallotFormat format;
  gsize n_read;

  start = plenum_input_peek (input, 64, &n_read, cancellable, error);
  if (start == NULL)
    return NULL;

  if (plenum_ballot_format_recognise (path, start, &format))
    profile = read_foreign (input, format, method, settings, cancellable, error);
  else
    profile = read_table (input, method, settings, cancellable, error);

  return profile != NULL ? plenum_tally_count (profile, cancellable, error) : NULL;
}
