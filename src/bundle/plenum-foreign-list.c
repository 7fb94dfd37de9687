/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of contributions, a row or an object each, from the platforms whose columns
 * plenum-foreign-columns.c knows. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-foreign-columns.h"
#include "plenum-html.h"
#include "plenum-place.h"
#include "plenum-table-value.h"

typedef struct
{
  const char                *name; /* of the file */
  const PlenumForeignFormat *format;
  PlenumForeign             *foreign;
  PlenumForeignColumns      *columns; /* nullable: of the rows of a table */
  guint                      no_time;
  guint                      skipped;
} List;

/* The value as text, without the markup that some programs keep. */
static const char *
keep_value (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row, PlenumForeignField field)
{
  const char *value = plenum_foreign_columns_get (columns, row, field);
  g_autofree char *text = NULL;

  if (value == NULL || !self->format->html)
    return plenum_foreign_keep (self->foreign, value);

  text = plenum_html_to_text (value);

  return plenum_foreign_keep (self->foreign, text);
}

static const char *
keep_tags (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  GArray *places = columns->places[PLENUM_FOREIGN_TAGS];
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const char *value = row->values->pdata[g_array_index (places, guint, i)];

      if (value != NULL)
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? "," : "", value);
    }

  return plenum_foreign_keep (self->foreign, tags->str);
}

static const char *
keep_location (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  const char *label = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_LOCATION);
  const char *latitude = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_LATITUDE);
  const char *longitude = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_LONGITUDE);
  g_autofree char *location = NULL;

  if (latitude == NULL || longitude == NULL)
    return plenum_foreign_keep (self->foreign, label);
  location = label != NULL ? g_strdup_printf ("%s (%s, %s)", label, latitude, longitude)
                           : g_strdup_printf ("%s, %s", latitude, longitude);

  return plenum_foreign_keep (self->foreign, location);
}

static gint64
get_time (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  const char *value = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_CREATED);
  gint64 time = 0;

  if (value != NULL && !plenum_table_parse_time (value, &time))
    self->no_time++;

  return time;
}

/* What of the row is not taken over: what has no field, and second languages. */
static void
lose_rest (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  for (guint i = 0; i < columns->unknown->len; i++)
    {
      guint place = g_array_index (columns->unknown, guint, i);

      if (row->values->pdata[place] != NULL)
        plenum_foreign_lose (self->foreign, row->names->pdata[place], NULL);
    }

  for (guint field = 0; field < PLENUM_FOREIGN_N_FIELDS; field++)
    {
      gboolean total = field == PLENUM_FOREIGN_TOTAL;
      gboolean used = total;

      for (guint i = 0; i < columns->places[field]->len && field != PLENUM_FOREIGN_TAGS && field != PLENUM_FOREIGN_KNOWN; i++)
        {
          guint place = g_array_index (columns->places[field], guint, i);

          if (row->values->pdata[place] == NULL)
            continue;
          if (used)
            plenum_foreign_lose (self->foreign, row->names->pdata[place],
                                 total ? _("It is only a total: a vote here consists of ballots.")
                                       : _("Another column says the same, or says it in another language."));
          used = TRUE;
        }
    }
}

static void
set_board (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  const char *board = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_BOARD);
  const char *id = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_BOARD_ID);
  const char *first = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_ID);
  const char *url = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_URL);
  g_autofree char *host = NULL;

  if (self->foreign->key != NULL)
    return;

  /* Two installations number their boards alike. */
  host = url != NULL ? g_strndup (url, strcspn (url, "?#")) : g_strdup ("");
  if (id != NULL && strstr (host, "://") != NULL)
    {
      char *path = strchr (strstr (host, "://") + 3, '/');

      if (path != NULL)
        *path = '\0';
    }
  self->foreign->key = g_strdup_printf ("%s\x1f%s\x1f%s", host, id != NULL ? id : "",
                                        id != NULL ? "" : first != NULL ? first : "");
  self->foreign->title = g_strdup (board);
}

static gboolean
add_row (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row, GError **error)
{
  PlenumForeign *foreign = self->foreign;
  const char *title = keep_value (self, columns, row, PLENUM_FOREIGN_TITLE);
  const char *text = keep_value (self, columns, row, PLENUM_FOREIGN_TEXT);
  const char *answer = keep_value (self, columns, row, PLENUM_FOREIGN_ANSWER);
  PlenumForeignIdea *idea;

  if (title == NULL && text == NULL)
    {
      self->skipped++;
      return TRUE;
    }

  set_board (self, columns, row);
  idea = plenum_foreign_add_idea (foreign);
  idea->title = title;
  idea->text = text;
  idea->url = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_URL));
  idea->id = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_ID));
  idea->author = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_AUTHOR));
  idea->area = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_AREA));
  idea->theme = keep_value (self, columns, row, PLENUM_FOREIGN_THEME);
  idea->location = keep_location (self, columns, row);
  idea->tags = keep_tags (self, columns, row);
  idea->created = get_time (self, columns, row);
  if (answer != NULL)
    plenum_foreign_add_comment (foreign, foreign->ideas->len - 1, answer, NULL, 0);
  lose_rest (self, columns, row);

  return plenum_foreign_check_size (foreign, self->name, row->line, error);
}

static gboolean
table_row (PlenumForeignRow *row, gpointer data, GError **error)
{
  List *self = data;

  if (self->columns == NULL)
    self->columns = plenum_foreign_columns_new (self->format, row->names);

  return add_row (self, self->columns, row, error);
}

static gboolean
is_list (List *self, const char *member)
{
  g_autofree char *wanted = g_strdup_printf ("|%s|", member);

  return self->format->lists == NULL || strstr (self->format->lists, wanted) != NULL;
}

static gboolean visit (List *self, const char *member, gboolean element, JsonNode *node, guint64 line, GError **error);

static gboolean
visit_object (List *self, const char *member, gboolean element, JsonObject *object, guint64 line, GError **error)
{
  g_autoptr (GList) members = NULL;

  if (element && is_list (self, member))
    {
      g_auto (PlenumForeignRow) row = { NULL, NULL, object, line };
      g_autoptr (PlenumForeignColumns) columns = NULL;

      plenum_foreign_row_fill (&row, object);
      columns = plenum_foreign_columns_new (self->format, row.names);
      if (plenum_foreign_columns_get (columns, &row, PLENUM_FOREIGN_TITLE) != NULL
          || plenum_foreign_columns_get (columns, &row, PLENUM_FOREIGN_TEXT) != NULL)
        return add_row (self, columns, &row, error);
    }

  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      /* What GraphQL writes wraps every element once more. */
      gboolean wrapped = element && strcmp (l->data, "node") == 0;

      if (!visit (self, wrapped ? member : l->data, wrapped, json_object_get_member (object, l->data), line, error))
        return FALSE;
    }

  return TRUE;
}

/* Looks for contributions in a value, however deep: the scanner bounds that. */
static gboolean
visit (List *self, const char *member, gboolean element, JsonNode *node, guint64 line, GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return visit_object (self, member, element, json_node_get_object (node), line, error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      if (!visit (self, member, TRUE, json_array_get_element (json_node_get_array (node), i), line, error))
        return FALSE;

  return TRUE;
}

static gboolean
json_node (const char *member, gboolean element, JsonNode *node, guint64 line, gpointer data, GError **error)
{
  return visit (data, member, element, node, line, error);
}

static gboolean
finish (List *self, GError **error)
{
  if (self->foreign->ideas->len == 0)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, self->name, 1,
                              /* Translators: %s is the name of a format, such as "decidim". */
                              _("Nothing in the file has a title or a text as “%s” writes them."), self->format->format);
      return FALSE;
    }
  if (self->no_time > 0)
    {
      g_autofree char *why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "%u value is no date. The idea has the time of the import instead.",
                                                           "%u values are no dates. The ideas have the time of the import instead.",
                                                           self->no_time), self->no_time);

      /* Translators: what stands in the column of a table */
      plenum_foreign_lose (self->foreign, _("Date"), why);
    }

  return TRUE;
}

/**
 * plenum_foreign_read:
 * @format: a format that plenum_foreign_find_format() knows
 * @json: whether it is JSON, or else a table
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_CSV_ERROR,
 *   %PLENUM_JSON_ERROR or of GIO
 *
 * Returns: (transfer full) (nullable): what is in it
 */
PlenumForeign *
plenum_foreign_read (PlenumInput *input, const char *format, gboolean json, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumForeign) foreign = plenum_foreign_new (format);
  List self = { plenum_input_get_name (input), plenum_foreign_find_format (format), foreign };
  gboolean done = json ? plenum_foreign_read_json (input, json_node, &self, cancellable, error)
                       : plenum_foreign_read_table (input, table_row, &self, cancellable, error);

  g_clear_pointer (&self.columns, plenum_foreign_columns_free);

  return done && finish (&self, error) ? g_steal_pointer (&foreign) : NULL;
}
