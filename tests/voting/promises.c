/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "promises.h"

#include <string.h>

typedef struct
{
  Promises  *promises;
  GPtrArray *columns; /* criteria, NULL for other columns */
  char      *method;  /* of the row, or NULL */
  char      *example;
  guint      column;
  GString   *text;
} Reading;

static void
start_element (GMarkupParseContext *context, const char *element, const char **names, const char **values, gpointer data, GError **error)
{
  Reading *reading = data;
  const char *style = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "style") == 0)
      style = values[i];

  if (strcmp (element, "tr") == 0)
    {
      g_free (reading->method);
      reading->method = g_strdup (style);
      reading->column = 0;
    }
  else if (strcmp (element, "td") == 0 && reading->method == NULL)
    g_ptr_array_add (reading->columns, g_strdup (style));
  else if (strcmp (element, "table") == 0)
    g_ptr_array_set_size (reading->columns, 0);
  else if (strcmp (element, "screen") == 0)
    reading->example = g_strdup (style);
  g_string_set_size (reading->text, 0);
}

static void
end_element (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Reading *reading = data;

  if (strcmp (element, "screen") == 0 && reading->example != NULL)
    {
      g_auto (GStrv) names = g_strsplit (reading->example, " ", -1);

      for (guint i = 0; names[i] != NULL; i++)
        g_assert_true (g_hash_table_insert (reading->promises->examples, g_strdup (names[i]), g_strdup (reading->text->str)));
      g_clear_pointer (&reading->example, g_free);
    }
  else if (strcmp (element, "td") == 0 && reading->method != NULL)
    {
      const char *criterion = g_ptr_array_index (reading->columns, reading->column++);
      const char *cell = g_strstrip (reading->text->str);
      Promise promise = { g_strdup (reading->method), g_strdup (criterion), strcmp (cell, "✓") == 0 };

      if (criterion != NULL && strcmp (cell, "–") != 0)
        {
          g_assert_true (promise.has || strcmp (cell, "✗") == 0);
          g_array_append_val (reading->promises->promises, promise);
          return;
        }
      g_free (promise.method);
      g_free (promise.criterion);
    }
}

static void
add_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Reading *reading = data;

  g_string_append_len (reading->text, text, length);
}

static void
clear_promise (gpointer data)
{
  Promise *promise = data;

  g_free (promise->method);
  g_free (promise->criterion);
}

Promises *
promises_read (const char *path)
{
  static const GMarkupParser parser = { start_element, end_element, add_text };
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  Promises *self = g_new0 (Promises, 1);
  Reading reading = { self, columns, NULL, NULL, 0, text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autofree char *page = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  self->promises = g_array_new (FALSE, FALSE, sizeof (Promise));
  g_array_set_clear_func (self->promises, clear_promise);
  self->examples = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_true (g_file_get_contents (path, &page, &length, &error));
  g_assert_true (g_markup_parse_context_parse (context, page, length, &error)
                 && g_markup_parse_context_end_parse (context, &error));
  g_free (reading.method);

  return self;
}

void
promises_free (Promises *self)
{
  g_array_unref (self->promises);
  g_hash_table_unref (self->examples);
  g_free (self);
}

/* "⇒ a c" */
static guint32
read_winners (const char *text)
{
  guint32 winners = 0;

  for (; *text != '\0'; text++)
    if (*text >= 'a' && *text < 'a' + MOST_OPTIONS)
      winners |= 1u << (*text - 'a');

  return winners;
}

gboolean
promises_get_example (const Promises *self, const char *method, const char *criterion, Example *example)
{
  g_autofree char *name = g_strdup_printf ("%s-%s", method, criterion);
  const char *text = g_hash_table_lookup (self->examples, name);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  const char *settings = "";

  example->n = 0;
  election_init (&example->elections[0], method, settings, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Election *election = &example->elections[example->n];

      if (g_str_has_prefix (lines[i], "seats=") || g_str_has_prefix (lines[i], "budget="))
        g_strlcpy (election->settings, lines[i], sizeof election->settings);
      else if (g_str_has_prefix (lines[i], "⇒"))
        {
          example->winners[example->n++] = read_winners (lines[i]);
          if (example->n < 2)
            election_init (&example->elections[example->n], method, election->settings, 0);
        }
      else if (*lines[i] != '\0')
        g_assert_true (example->n < 2 && election_read_line (election, lines[i]));
    }

  return text != NULL;
}

char *
promises_write_example (const Example *example)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < example->n; i++)
    {
      g_autofree char *ballots = election_write (&example->elections[i]);

      if (*example->elections[i].settings != '\0')
        g_string_append_printf (text, "%s\n", example->elections[i].settings);
      g_string_append_printf (text, "%s⇒", ballots);
      for (guint j = 0; j < example->elections[i].n; j++)
        if ((example->winners[i] & (1u << j)) != 0)
          g_string_append_printf (text, " %c", 'a' + j);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
