/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of an analysis, from the library or from a CSV file. */
#include "plenum-cli-texts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv.h"
#include "plenum-input.h"
#include "plenum-place.h"

typedef struct
{
  const PlenumCliTexts *texts;
  const char           *name;
  PlenumCsvReader      *reader;
  GArray               *columns; /* guint */
  int                   id;      /* -1: the number of the row */
  PlenumCorpus         *corpus;
} Reading;

static const char *
choose_language (const PlenumCliTexts *texts, const char *otherwise)
{
  return texts->language != NULL && !g_str_equal (texts->language, "auto") ? texts->language : otherwise;
}

static gboolean
read_workshop (PlenumCli *cli, const PlenumCliTexts *texts, const char *name, PlenumCorpus *corpus, GError **error)
{
  g_autofree char *id = plenum_cli_get_workshop (cli, name, error);
  g_autoptr (PlenumRecord) workshop = id == NULL ? NULL : plenum_store_get (cli->store, PLENUM_WORKSHOP, id, error);
  g_autoptr (GPtrArray) ideas = workshop == NULL ? NULL
    : plenum_store_list (cli->store, PLENUM_IDEA, PLENUM_IDEA_WORKSHOP, id, error);
  const char *language;

  if (ideas == NULL)
    return FALSE;

  language = choose_language (texts, plenum_record_get_text (workshop, PLENUM_WORKSHOP_LANGUAGE));
  for (guint i = 0; i < ideas->len; i++)
    {
      const char *title = plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TITLE);
      const char *text = plenum_record_get_text (ideas->pdata[i], PLENUM_IDEA_TEXT);
      g_autofree char *both = g_strconcat (title != NULL ? title : "", "\n", text, NULL);

      plenum_corpus_add (corpus, plenum_record_get_id (ideas->pdata[i]), g_strstrip (both), language);
    }

  return TRUE;
}

static gboolean
find_column (Reading *reading, const char *name, guint *column, GError **error)
{
  g_autoptr (GString) there = g_string_new (NULL);

  for (guint i = 0; i < plenum_csv_reader_get_n_fields (reading->reader); i++)
    {
      const char *header = plenum_csv_plain_text (plenum_csv_reader_get_field (reading->reader, i));

      if (g_str_equal (header, name))
        {
          *column = i;
          return TRUE;
        }
      g_string_append_printf (there, "%s%s", i > 0 ? ", " : "", header);
    }

  plenum_place_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, reading->name, 1,
                          _("There is no column “%s”. The first line has these: %s"), name, there->str);
  return FALSE;
}

static gboolean
read_header (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;
  guint column;

  if (!plenum_csv_reader_read (reading->reader, cancellable, &why))
    {
      if (why != NULL)
        g_propagate_error (error, g_steal_pointer (&why));
      else
        plenum_place_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, reading->name, 1, "%s",
                                _("The file is empty. Its first line must have the names of the columns."));
      return FALSE;
    }

  for (char **name = reading->texts->columns; *name != NULL; name++)
    {
      if (!find_column (reading, *name, &column, error))
        return FALSE;
      g_array_append_val (reading->columns, column);
    }
  if (reading->texts->id_column != NULL)
    {
      if (!find_column (reading, reading->texts->id_column, &column, error))
        return FALSE;
      reading->id = column;
    }

  return TRUE;
}

static const char *
get_cell (Reading *reading, guint column)
{
  return column < plenum_csv_reader_get_n_fields (reading->reader)
         ? plenum_csv_plain_text (plenum_csv_reader_get_field (reading->reader, column)) : "";
}

static gboolean
read_rows (Reading *reading, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) why = NULL;

  for (guint row = 1; plenum_csv_reader_read (reading->reader, cancellable, &why); row++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = reading->id < 0 ? g_strdup_printf ("%u", row) : g_strdup (get_cell (reading, reading->id));

      if (*id == '\0')
        {
          plenum_place_set_error (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_FAILED, reading->name,
                                  plenum_csv_reader_get_line (reading->reader),
                                  _("This row has no id in the column “%s”"), reading->texts->id_column);
          return FALSE;
        }
      for (guint i = 0; i < reading->columns->len; i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", get_cell (reading, g_array_index (reading->columns, guint, i)));
      plenum_corpus_add (reading->corpus, id, g_strstrip (text->str), choose_language (reading->texts, NULL));
    }

  if (why == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&why));
  return FALSE;
}

static gboolean
read_file (PlenumCli *cli, const PlenumCliTexts *texts, PlenumCorpus *corpus, GError **error)
{
  g_autoptr (PlenumInput) input = plenum_input_new (texts->input);
  g_autoptr (GInputStream) stream = plenum_input_read (input, cli->cancellable, error);
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading;

  if (stream == NULL)
    return FALSE;

  reader = plenum_csv_reader_new (stream, plenum_input_get_name (input));
  reading = (Reading) { texts, plenum_input_get_name (input), reader, columns, -1, corpus };
  if (!read_header (&reading, cli->cancellable, error) || !read_rows (&reading, cli->cancellable, error))
    return FALSE;
  if (plenum_corpus_seal (corpus, error))
    return TRUE;

  g_prefix_error (error, "%s: ", reading.name);
  return FALSE;
}

static gboolean
check_call (const PlenumCliTexts *texts, char **workshops, GError **error)
{
  const char *wrong = NULL;

  if ((texts->input != NULL) == (workshops[0] != NULL))
    wrong = _("Name workshops, or a file with --input FILE");
  else if (texts->input != NULL && (texts->columns == NULL || texts->columns[0] == NULL))
    wrong = _("Which column has the text? --text-column COLUMN");
  else if (texts->input == NULL && (texts->columns != NULL || texts->id_column != NULL))
    wrong = _("Columns go with --input FILE");
  else if (texts->language != NULL && strcmp (texts->language, "de") != 0 && strcmp (texts->language, "en") != 0
           && strcmp (texts->language, "auto") != 0)
    wrong = _("The language is de, en or auto");

  if (wrong != NULL)
    g_set_error_literal (error, PLENUM_CLI_ERROR, PLENUM_CLI_ERROR_USAGE, wrong);
  return wrong == NULL;
}

/**
 * plenum_cli_read_texts:
 * @workshops: what was named on the command line; a workshop named twice counts once
 *
 * Returns: (transfer full) (nullable): the texts, sealed
 */
PlenumCorpus *
plenum_cli_read_texts (PlenumCli *cli, const PlenumCliTexts *texts, char **workshops, GError **error)
{
  g_autoptr (PlenumCorpus) corpus = plenum_corpus_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!check_call (texts, workshops, error))
    return NULL;
  if (texts->input != NULL)
    return read_file (cli, texts, corpus, error) ? g_steal_pointer (&corpus) : NULL;

  for (char **name = workshops; *name != NULL; name++)
    {
      char *id = plenum_cli_get_workshop (cli, *name, error);

      if (id == NULL)
        return NULL;
      if (g_hash_table_add (seen, id) && !read_workshop (cli, texts, id, corpus, error))
        return NULL;
    }

  return plenum_corpus_seal (corpus, error) ? g_steal_pointer (&corpus) : NULL;
}

const char *
plenum_cli_get_id (PlenumCorpus *corpus, guint text)
{
  return plenum_corpus_get (corpus, text)->id;
}

/**
 * plenum_cli_get_start:
 *
 * Returns: (transfer full): the first line of a text, to show it
 */
char *
plenum_cli_get_start (PlenumCorpus *corpus, guint text)
{
  const char *whole = plenum_corpus_get (corpus, text)->text;

  return g_strndup (whole, strcspn (whole, "\n"));
}
