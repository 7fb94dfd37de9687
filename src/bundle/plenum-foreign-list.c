/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of contributions, a row or an object each, from the platforms whose columns
 * plenum-foreign-columns.c knows. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-foreign-columns.h"
#include "plenum-html.h"
#include "plenum-table-value.h"

typedef struct
{
  const char                *name; /* of the file */
  const PlenumForeignFormat *format;
  PlenumForeign             *foreign;
  PlenumForeignColumns      *columns; /* nullable: of the rows of a table */
  guint                      no_time;
  GHashTable                *tops; /* theme → place of its first idea, and one more */
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
  g_autoptr (GRegex) colours = g_regex_new (" \\((green|yellow|orange|red|purple|blue|sky|lime|pink|black)[a-z_]*\\)", 0, 0, NULL);
  g_autoptr (GString) tags = g_string_new (NULL);
  g_autofree char *plain = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const char *value = row->values->pdata[g_array_index (places, guint, i)];

      if (value != NULL)
        g_string_append_printf (tags, "%s%s", tags->len > 0 ? "," : "", value);
    }

  /* Trello puts a label's colour behind it. */
  plain = g_regex_replace_literal (colours, tags->str, -1, 0, "", 0, NULL);

  return plenum_foreign_keep (self->foreign, plain);
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

/* Whether every column that means it is used. */
static gboolean
takes_all (PlenumForeignField field)
{
  return field == PLENUM_FOREIGN_TAGS || field == PLENUM_FOREIGN_ANSWER || field == PLENUM_FOREIGN_POINTS
         || field == PLENUM_FOREIGN_KNOWN;
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

      for (guint i = 0; i < columns->places[field]->len && !takes_all (field); i++)
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

/* Programs that hide who wrote something write this instead. */
static const char *
keep_author (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  const char *author = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_AUTHOR);

  return author != NULL && strcmp (author, "Anonymous") != 0 ? plenum_foreign_keep (self->foreign, author) : NULL;
}

static void
mark_archived (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row, PlenumForeignIdea *idea)
{
  const char *archived = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_ARCHIVED);

  if (archived != NULL && (g_ascii_strcasecmp (archived, "true") == 0 || strcmp (archived, "1") == 0))
    plenum_foreign_tag (self->foreign, idea, "archived");
}

/* Counts a theme's points once, though they stand with each of its ideas. */
static void
add_points (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row, PlenumForeignIdea *idea)
{
  GArray *places = columns->places[PLENUM_FOREIGN_POINTS];
  gboolean counted = self->format->by_theme
                     && (idea->theme == NULL || g_hash_table_contains (self->tops, idea->theme));

  if (self->format->by_theme && idea->theme != NULL && !counted)
    g_hash_table_insert (self->tops, (char *) idea->theme, GUINT_TO_POINTER (self->foreign->ideas->len));

  for (guint i = 0; i < places->len && !counted; i++)
    {
      const char *value = row->values->pdata[g_array_index (places, guint, i)];
      PlenumForeignOption option = { self->foreign->ideas->len - 1 };
      gint64 points;

      while (self->foreign->polls->len <= i)
        plenum_foreign_add_poll (self->foreign, NULL)->themes = self->format->by_theme;
      if (value == NULL || !g_ascii_string_to_signed (value, 10, 0, G_MAXINT32, &points, NULL))
        continue;
      option.points = points;
      g_array_append_val (((PlenumForeignPoll *) self->foreign->polls->pdata[i])->options, option);
    }
}

static void
add_answers (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  GArray *places = columns->places[PLENUM_FOREIGN_ANSWER];
  const char *language_of = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      g_autofree char *name = plenum_foreign_fold_name (row->names->pdata[place]);
      g_autofree char *text = NULL;

      if (row->values->pdata[place] == NULL)
        continue;
      /* Not the same answer in each of its languages. */
      if (g_strcmp0 (language_of, name) == 0)
        {
          plenum_foreign_lose (self->foreign, row->names->pdata[place], _("Another column says the same, or says it in another language."));
          continue;
        }
      text = plenum_html_to_text (row->values->pdata[place]);
      plenum_foreign_add_comment (self->foreign, self->foreign->ideas->len - 1, text, NULL, 0);
      language_of = plenum_foreign_keep (self->foreign, name);
    }
}

static const char *
get_first (JsonObject *object, const char * const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (plenum_foreign_member (object, names[i]) != NULL)
      return plenum_foreign_member (object, names[i]);

  return NULL;
}

/* The comments that an object has in a list. */
static void
add_comments (List *self, PlenumForeignRow *row)
{
  JsonArray *comments = row->object != NULL ? plenum_foreign_array (row->object, "comments") : NULL;

  for (guint i = 0; comments != NULL && i < json_array_get_length (comments); i++)
    {
      JsonNode *node = json_array_get_element (comments, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *text = object != NULL ? get_first (object, (const char * const []) { "comment", "text", NULL }) : NULL;
      const char *author = object != NULL ? get_first (object, (const char * const []) { "creator", "author", NULL }) : NULL;
      const char *created = object != NULL ? plenum_foreign_member (object, "created") : NULL;
      g_autofree char *plain = text != NULL ? plenum_html_to_text (text) : NULL;
      gint64 time = 0;

      if (created != NULL)
        plenum_table_parse_time (created, &time);
      plenum_foreign_add_comment (self->foreign, self->foreign->ideas->len - 1, plain, author, time);
    }
}

/* A row that is what somebody said about a theme. */
static gboolean
is_comment (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row)
{
  const char *type = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_TYPE);
  const char *theme = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_THEME);

  return type != NULL && g_ascii_strcasecmp (type, "reflection") != 0
         && theme != NULL && g_hash_table_contains (self->tops, theme);
}

static gboolean
add_reply (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row, const char *text, GError **error)
{
  const char *theme = plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_THEME);
  guint idea = GPOINTER_TO_UINT (g_hash_table_lookup (self->tops, theme)) - 1;

  plenum_foreign_add_comment (self->foreign, idea, text, keep_author (self, columns, row), get_time (self, columns, row));

  return plenum_foreign_check_size (self->foreign, self->name, row->line, error);
}

static gboolean
add_row (List *self, PlenumForeignColumns *columns, PlenumForeignRow *row, GError **error)
{
  PlenumForeign *foreign = self->foreign;
  const char *title = keep_value (self, columns, row, PLENUM_FOREIGN_TITLE);
  const char *text = keep_value (self, columns, row, PLENUM_FOREIGN_TEXT);
  PlenumForeignIdea *idea;

  if (title == NULL && text == NULL)
    return TRUE;
  if (is_comment (self, columns, row))
    return add_reply (self, columns, row, text, error);

  set_board (self, columns, row);
  idea = plenum_foreign_add_idea (foreign);
  idea->title = title;
  idea->text = text;
  idea->url = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_URL));
  idea->id = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_ID));
  idea->author = keep_author (self, columns, row);
  idea->area = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_AREA));
  idea->theme = keep_value (self, columns, row, PLENUM_FOREIGN_THEME);
  idea->location = keep_location (self, columns, row);
  idea->tags = keep_tags (self, columns, row);
  idea->created = get_time (self, columns, row);
  idea->stack = plenum_foreign_keep (foreign, plenum_foreign_columns_get (columns, row, PLENUM_FOREIGN_STACK));
  mark_archived (self, columns, row, idea);
  add_points (self, columns, row, idea);
  add_answers (self, columns, row);
  add_comments (self, row);
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

static void
finish (List *self)
{
  g_autofree char *why = NULL;

  plenum_foreign_add_stacks (self->foreign);
  if (self->no_time == 0)
    return;

  why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u value is no date. The idea has the time of the import instead.",
                                      "%u values are no dates. The ideas have the time of the import instead.",
                                      self->no_time), self->no_time);
  /* Translators: what stands in the column of a table */
  plenum_foreign_lose (self->foreign, _("Date"), why);
}

/**
 * plenum_foreign_read_list:
 * @foreign: of a format that plenum_foreign_find_format() knows, to be filled
 * @json: whether it is JSON, or else a table
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_CSV_ERROR,
 *   %PLENUM_JSON_ERROR or of GIO
 */
gboolean
plenum_foreign_read_list (PlenumForeign *foreign, PlenumInput *input, gboolean json, GCancellable *cancellable, GError **error)
{
  List self = { plenum_input_get_name (input), plenum_foreign_find_format (foreign->format), foreign };
  gboolean done;

  self.tops = g_hash_table_new (g_str_hash, g_str_equal);
  done = json ? plenum_foreign_read_json (input, json_node, &self, cancellable, error)
              : plenum_foreign_read_table (input, table_row, &self, cancellable, error);
  if (done)
    finish (&self);
  g_clear_pointer (&self.columns, plenum_foreign_columns_free);
  g_hash_table_unref (self.tops);

  return done;
}
