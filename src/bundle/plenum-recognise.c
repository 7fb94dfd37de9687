/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file is, by what is in it; its name says nothing. */
#include "plenum-recognise.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-foreign-columns.h"
#include "plenum-place.h"

#define START (64 * 1024) /* bytes that tell what it is */

static const char * const formats[] = {
  PLENUM_IMPORT_ADHOCRACY, PLENUM_IMPORT_BLT, PLENUM_IMPORT_BUNDLE, PLENUM_IMPORT_CONSUL, PLENUM_IMPORT_DECIDIM,
  PLENUM_IMPORT_PABULIB, PLENUM_IMPORT_PARABOL, PLENUM_IMPORT_POLIS, PLENUM_IMPORT_PREFLIB, PLENUM_IMPORT_SCRUMLR, PLENUM_IMPORT_SENSEMAKER, PLENUM_IMPORT_TABLE,
  PLENUM_IMPORT_TALK_TO_THE_CITY, PLENUM_IMPORT_TRELLO, NULL
};

/**
 * plenum_import_list_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): the formats that can be imported
 */
const char * const *
plenum_import_list_formats (void)
{
  return formats;
}

static gboolean
has_columns (PlenumCsvReader *reader, const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < plenum_csv_reader_get_n_fields (reader) && !found; j++)
        found = strcmp (plenum_csv_reader_get_field (reader, j), names[i]) == 0;
      if (!found)
        return FALSE;
    }

  return TRUE;
}

static PlenumKind
recognise_header (PlenumCsvReader *reader)
{
  const char *foreign = NULL;

  static const struct { PlenumContent content; const char *columns[5]; } signs[] = {
    { PLENUM_CONTENT_POLIS_VOTES, { "comment-id", "voter-id", "vote", NULL } },
    { PLENUM_CONTENT_POLIS_COMMENTS, { "comment-id", "author-id", "agrees", "comment-body", NULL } },
    { PLENUM_CONTENT_POLIS_PARTICIPANTS, { "participant", "group-id", "n-votes", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (has_columns (reader, signs[i].columns))
      return (PlenumKind) { signs[i].content, PLENUM_IMPORT_POLIS };

  /* A list of names and values, the topic first. */
  if (plenum_csv_reader_get_n_fields (reader) == 2
      && strcmp (plenum_csv_reader_get_field (reader, 0), "topic") == 0
      && plenum_csv_reader_read (reader, NULL, NULL)
      && strcmp (plenum_csv_reader_get_field (reader, 0), "url") == 0)
    return (PlenumKind) { PLENUM_CONTENT_POLIS_SUMMARY, PLENUM_IMPORT_POLIS };

  foreign = plenum_recognise_table (reader);
  if (foreign != NULL)
    return (PlenumKind) { PLENUM_CONTENT_FOREIGN_TABLE, foreign };

  return (PlenumKind) { PLENUM_CONTENT_TABLE, PLENUM_IMPORT_TABLE };
}

/* Says no where it is something else than the user says. Only what no header
 * tells for sure can be taken for a table, or for the list of a program. */
static gboolean
check_format (PlenumInput *input, const char *format, PlenumKind *kind, GError **error)
{
  gboolean json = kind->content == PLENUM_CONTENT_BUNDLE || kind->content == PLENUM_CONTENT_FOREIGN_JSON;
  const PlenumForeignFormat *foreign = format != NULL ? plenum_foreign_find_format (format) : NULL;

  if (format == NULL || strcmp (format, kind->format) == 0)
    return TRUE;
  if (strcmp (format, PLENUM_IMPORT_TABLE) == 0 && !json)
    {
      *kind = (PlenumKind) { PLENUM_CONTENT_TABLE, PLENUM_IMPORT_TABLE };
      return TRUE;
    }
  if (foreign != NULL)
    {
      *kind = (PlenumKind) { json ? PLENUM_CONTENT_FOREIGN_JSON : PLENUM_CONTENT_FOREIGN_TABLE, foreign->format };
      return TRUE;
    }

  plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_UNKNOWN, plenum_input_get_name (input), 1,
                          /* Translators: both are names of formats, such as "polis" and "table". */
                          _("This is not “%s”. It looks like “%s”."), format, kind->format);

  return FALSE;
}

/**
 * plenum_recognise_input:
 * @format: (nullable): what the user says that it is
 * @kind: (out): what it is
 * @error: return location for %PLENUM_BUNDLE_ERROR_UNKNOWN, an error in
 *   %PLENUM_CSV_ERROR or of GIO
 */
gboolean
plenum_recognise_input (PlenumInput *input, const char *format, PlenumKind *kind, GCancellable *cancellable, GError **error)
{
  gsize length;
  g_autofree char *start = plenum_input_peek (input, START, &length, cancellable, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GError) failure = NULL;
  const char *text;

  if (start == NULL)
    return FALSE;

  text = start + strspn (start, " \t\r\n");
  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    text = start + 3 + strspn (start + 3, " \t\r\n");
  if (*text == '{' || *text == '[')
    {
      const char *foreign = plenum_recognise_json (text, start + length - text);

      *kind = foreign != NULL ? (PlenumKind) { PLENUM_CONTENT_FOREIGN_JSON, foreign }
                              : (PlenumKind) { PLENUM_CONTENT_BUNDLE, PLENUM_IMPORT_BUNDLE };
      return check_format (input, format, kind, error);
    }

  stream = g_memory_input_stream_new_from_data (start, length, NULL);
  reader = plenum_csv_reader_new (stream, plenum_input_get_name (input));
  if (plenum_csv_reader_read (reader, cancellable, &failure))
    {
      *kind = recognise_header (reader);
    }
  else if (failure == NULL)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_UNKNOWN, plenum_input_get_name (input), 1,
                              _("The file is empty. A bundle or a table with a header was expected."));
      return FALSE;
    }
  else if (length == START && failure->domain == PLENUM_CSV_ERROR)
    {
      *kind = (PlenumKind) { PLENUM_CONTENT_TABLE, PLENUM_IMPORT_TABLE }; /* the header alone is longer than that; reading it all will tell */
    }
  else
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return check_format (input, format, kind, error);
}

/**
 * plenum_import_recognise:
 * @path: a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): one of plenum_import_list_formats()
 */
char *
plenum_import_recognise (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumInput) input = plenum_input_new (path);
  PlenumKind kind;

  if (!plenum_recognise_input (input, NULL, &kind, cancellable, error))
    return NULL;

  return g_strdup (kind.format);
}

static void
free_recognised (gpointer data)
{
  PlenumRecognised *recognised = data;

  plenum_input_free (recognised->input);
  g_free (recognised);
}

/**
 * plenum_recognise_group:
 * @inputs: (element-type PlenumInput): files; those taken become %NULL
 * @kinds: (element-type PlenumKind): what they are
 * @first: a file of a conversation
 *
 * Takes the files of one conversation: those in the same folder, one of a kind.
 *
 * Returns: (transfer full) (element-type PlenumRecognised): the files
 */
GPtrArray *
plenum_recognise_group (GPtrArray *inputs, GArray *kinds, guint first)
{
  GPtrArray *group = g_ptr_array_new_with_free_func (free_recognised);
  g_autofree char *folder = g_path_get_dirname (plenum_input_get_name (inputs->pdata[first]));
  guint taken = 0;

  for (guint i = first; i < inputs->len; i++)
    {
      PlenumContent content = g_array_index (kinds, PlenumKind, i).content;
      g_autofree char *other = NULL;
      PlenumRecognised *recognised;

      if (inputs->pdata[i] == NULL || content < PLENUM_CONTENT_POLIS_COMMENTS || (taken & 1u << content) != 0)
        continue;
      other = g_path_get_dirname (plenum_input_get_name (inputs->pdata[i]));
      if (strcmp (folder, other) != 0)
        continue;

      taken |= 1u << content;
      recognised = g_new0 (PlenumRecognised, 1);
      recognised->input = g_steal_pointer (&inputs->pdata[i]);
      recognised->content = content;
      g_ptr_array_add (group, recognised);
    }

  return group;
}
