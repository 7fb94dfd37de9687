/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands print: sentences and tables for people, JSON for programs.
 * Always UTF-8, so that a script with an empty environment gets what it asked for. */
#include "plenum-cli-output.h"

#include <stdio.h>
#include <string.h>

#define WIDEST_COLUMN 60 /* characters; JSON has the whole text */

struct _PlenumCliTable
{
  GPtrArray *rows; /* GStrv */
};

/* What people wrote must not steer the terminal of who reads it. */
static char *
tame (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *tamed = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (tamed, g_unichar_iscntrl (character) ? ' ' : character);
    }

  return g_string_free (tamed, FALSE);
}

/**
 * plenum_cli_say:
 * @format: a translated sentence, printf-like
 *
 * Prints a line for people, unless they want it quiet or are a program.
 */
void
plenum_cli_say (PlenumCli *cli, const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *tamed = NULL;
  va_list arguments;

  if (cli->quiet || cli->json)
    return;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tamed = tame (line);
  fputs (tamed, stdout);
  fputc ('\n', stdout);
}

/**
 * plenum_cli_warn:
 * @message: what is wrong
 *
 * Prints one line on standard error.
 */
void
plenum_cli_warn (const char *message)
{
  g_autofree char *tamed = tame (message);

  fflush (stdout);
  fprintf (stderr, "plenum-cli: %s\n", tamed);
}

PlenumCliTable *
plenum_cli_table_new (void)
{
  PlenumCliTable *self = g_new0 (PlenumCliTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
plenum_cli_table_free (PlenumCliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static char *
make_cell (const char *text)
{
  g_autofree char *tamed = g_strstrip (tame (text));

  if (g_utf8_strlen (tamed, -1) > WIDEST_COLUMN)
    {
      g_autofree char *start = g_utf8_substring (tamed, 0, WIDEST_COLUMN - 1);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&tamed);
}

/**
 * plenum_cli_table_add:
 * @...: the cells of a row, %NULL-terminated; an empty text for an empty cell
 */
void
plenum_cli_table_add (PlenumCliTable *self, ...)
{
  GPtrArray *row = g_ptr_array_new ();
  const char *cell;
  va_list cells;

  va_start (cells, self);
  while ((cell = va_arg (cells, const char *)) != NULL)
    g_ptr_array_add (row, make_cell (cell));
  va_end (cells);
  g_ptr_array_add (row, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_free (row, FALSE));
}

/**
 * plenum_cli_table_add_row:
 * @cells: (array zero-terminated=1): the cells of a row
 */
void
plenum_cli_table_add_row (PlenumCliTable *self, char **cells)
{
  GPtrArray *row = g_ptr_array_new ();

  for (; *cells != NULL; cells++)
    g_ptr_array_add (row, make_cell (*cells));
  g_ptr_array_add (row, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_free (row, FALSE));
}

static GArray *
measure_columns (PlenumCliTable *self)
{
  GArray *widths = g_array_new (FALSE, TRUE, sizeof (glong));

  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = self->rows->pdata[r];

      for (guint c = 0; row[c] != NULL; c++)
        {
          if (c >= widths->len)
            g_array_set_size (widths, c + 1);
          g_array_index (widths, glong, c) = MAX (g_array_index (widths, glong, c), g_utf8_strlen (row[c], -1));
        }
    }

  return widths;
}

/**
 * plenum_cli_table_print:
 *
 * Prints the rows with their columns aligned.
 */
void
plenum_cli_table_print (PlenumCliTable *self, PlenumCli *cli)
{
  g_autoptr (GArray) widths = measure_columns (self);

  for (guint r = 0; r < self->rows->len; r++)
    {
      char **row = self->rows->pdata[r];

      glong gap = 0;

      for (guint c = 0; row[c] != NULL; c++)
        {
          if (*row[c] != '\0')
            fprintf (stdout, "%*s%s", (int) gap, "", row[c]);
          gap = (*row[c] != '\0' ? 0 : gap) + g_array_index (widths, glong, c) - g_utf8_strlen (row[c], -1) + 2;
        }
      fputc ('\n', stdout);
    }
}

void
plenum_cli_json_text (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
plenum_cli_json_integer (JsonBuilder *builder, const char *member, gint64 value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/**
 * plenum_cli_format_time:
 * @time: milliseconds since 1970
 *
 * Returns: (transfer full): the time as RFC 3339 writes it, in UTC
 */
char *
plenum_cli_format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time / 1000);
  g_autofree char *second = moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S") : g_strdup ("?");

  return g_strdup_printf ("%s.%03dZ", second, (int) (time % 1000));
}

void
plenum_cli_json_time (JsonBuilder *builder, const char *member, gint64 time)
{
  g_autofree char *text = plenum_cli_format_time (time);

  plenum_cli_json_text (builder, member, text);
}

/**
 * plenum_cli_json_field:
 *
 * Adds a member with the name and the value that the record's field has.
 */
void
plenum_cli_json_field (JsonBuilder *builder, PlenumRecord *record, guint field)
{
  const PlenumField *info = &plenum_type_get_info (plenum_record_get_record_type (record))->fields[field];

  json_builder_set_member_name (builder, info->name);
  if (plenum_record_is_null (record, field))
    json_builder_add_null_value (builder);
  else if (info->kind == PLENUM_FIELD_BOOLEAN)
    json_builder_add_boolean_value (builder, plenum_record_get_integer (record, field) != 0);
  else if (info->kind == PLENUM_FIELD_INTEGER)
    json_builder_add_int_value (builder, plenum_record_get_integer (record, field));
  else if (info->kind == PLENUM_FIELD_TIME)
    {
      g_autofree char *time = plenum_cli_format_time (plenum_record_get_integer (record, field));

      json_builder_add_string_value (builder, time);
    }
  else
    json_builder_add_string_value (builder, plenum_record_get_text (record, field));
}

/**
 * plenum_cli_json_strings:
 * @strings: (nullable) (element-type utf8): their order is kept
 */
void
plenum_cli_json_strings (JsonBuilder *builder, const char *member, GPtrArray *strings)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && i < strings->len; i++)
    json_builder_add_string_value (builder, strings->pdata[i]);
  json_builder_end_array (builder);
}

/**
 * plenum_cli_json_print:
 * @builder: a finished document
 */
void
plenum_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  fputs (text, stdout);
  fputc ('\n', stdout);
}

/**
 * plenum_cli_print_id:
 * @message: a translated sentence in which {id} stands for the id
 * @id: what was made
 *
 * Returns: %TRUE, so that a command can end with it
 */
gboolean
plenum_cli_print_id (PlenumCli *cli, const char *message, const char *id)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (GString) line = NULL;

  if (!cli->json)
    {
      line = g_string_new (message);
      g_string_replace (line, "{id}", id, 0);
      plenum_cli_say (cli, "%s", line->str);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  plenum_cli_json_text (builder, "id", id);
  json_builder_end_object (builder);
  plenum_cli_json_print (builder);

  return TRUE;
}
