/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table, whichever way they are written: as CSV, or as objects in
 * JSON, whose nested members get flat names. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-csv.h"
#include "plenum-foreign-reader.h"
#include "plenum-json-scanner.h"
#include "plenum-place.h"

void
plenum_foreign_row_clear (PlenumForeignRow *row)
{
  g_clear_pointer (&row->names, g_ptr_array_unref);
  g_clear_pointer (&row->values, g_ptr_array_unref);
}

/**
 * plenum_foreign_row_get:
 *
 * Returns: (transfer none) (nullable): the value of that name, %NULL if it is empty
 */
const char *
plenum_foreign_row_get (PlenumForeignRow *row, const char *name)
{
  for (guint i = 0; i < row->names->len; i++)
    if (row->values->pdata[i] != NULL && strcmp (row->names->pdata[i], name) == 0)
      return row->values->pdata[i];

  return NULL;
}

static PlenumCsvReader *
read_header (PlenumInput *input, GInputStream *stream, PlenumForeignRow *row, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumCsvReader) reader = plenum_csv_reader_new (stream, plenum_input_get_name (input));
  g_autoptr (GError) failure = NULL;

  if (!plenum_csv_reader_read (reader, cancellable, &failure))
    {
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
      else
        plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, plenum_input_get_name (input), 1,
                                _("A table begins with the names of its columns."));
      return NULL;
    }

  for (guint i = 0; i < plenum_csv_reader_get_n_fields (reader); i++)
    g_ptr_array_add (row->names, g_strstrip (g_strdup (plenum_csv_reader_get_field (reader, i))));

  return g_steal_pointer (&reader);
}

static gboolean
read_record (PlenumInput *input, PlenumCsvReader *reader, PlenumForeignRow *row, GError **error)
{
  guint n = plenum_csv_reader_get_n_fields (reader);

  g_ptr_array_set_size (row->values, 0);
  row->line = plenum_csv_reader_get_line (reader);
  for (guint i = 0; i < n; i++)
    {
      const char *value = plenum_csv_plain_text (plenum_csv_reader_get_field (reader, i));

      if (i < row->names->len)
        {
          g_ptr_array_add (row->values, *value != '\0' ? g_strdup (value) : NULL);
        }
      else if (*value != '\0')
        {
          plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, plenum_input_get_name (input), row->line,
                                  _("The record has %u fields, the header only %u. A text with a separator in it must stand in quotes."),
                                  n, row->names->len);
          return FALSE;
        }
    }
  while (row->values->len < row->names->len)
    g_ptr_array_add (row->values, NULL);

  return TRUE;
}

/**
 * plenum_foreign_read_table:
 * @func: called for each row under the header
 */
gboolean
plenum_foreign_read_table (PlenumInput          *input,
                           PlenumForeignRowFunc  func,
                           gpointer              data,
                           GCancellable         *cancellable,
                           GError              **error)
{
  g_auto (PlenumForeignRow) row = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  g_autoptr (GInputStream) stream = plenum_input_read (input, cancellable, error);
  g_autoptr (PlenumCsvReader) reader = NULL;
  g_autoptr (GError) failure = NULL;

  if (stream == NULL || (reader = read_header (input, stream, &row, cancellable, error)) == NULL)
    return FALSE;

  while (plenum_csv_reader_read (reader, cancellable, &failure))
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !read_record (input, reader, &row, error)
        || !func (&row, data, error))
      return FALSE;

  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Text as it stands in a table: numbers and truth values have one, too. */
static char *
scalar_to_text (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      /* As many digits as a file is written with, not all that a double has. */
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", json_node_get_double (node)));
    }

  return g_strdup (json_node_get_boolean (node) ? "true" : "false");
}

static void
add_value (PlenumForeignRow *row, GHashTable *places, const char *name, char *value)
{
  gpointer place;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }

  /* What a list has several of stands together, as exports to tables have it. */
  if (g_hash_table_lookup_extended (places, name, NULL, &place))
    {
      GString *joined = row->values->pdata[GPOINTER_TO_UINT (place)];

      g_string_append_printf (joined, ", %s", value);
      g_free (value);
      return;
    }

  g_hash_table_insert (places, g_strdup (name), GUINT_TO_POINTER (row->names->len));
  g_ptr_array_add (row->names, g_strdup (name));
  g_ptr_array_add (row->values, g_string_new (value));
  g_free (value);
}

/* As deep as the scanner lets a document be. */
static void
flatten (PlenumForeignRow *row, GHashTable *places, const char *name, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) members = json_object_get_members (json_node_get_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        {
          g_autofree char *full = *name != '\0' ? g_strconcat (name, "/", l->data, NULL) : g_strdup (l->data);

          flatten (row, places, full, json_object_get_member (json_node_get_object (node), l->data));
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        flatten (row, places, name, json_array_get_element (array, i));
    }
  else
    {
      add_value (row, places, name, scalar_to_text (node));
    }
}

/**
 * plenum_foreign_row_fill:
 * @row: (out caller-allocates): a row without names and values
 *
 * Gives the row the members of @object, nested ones as "outer/inner".
 */
void
plenum_foreign_row_fill (PlenumForeignRow *row, JsonObject *object)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  row->names = g_ptr_array_new_with_free_func (g_free);
  row->values = g_ptr_array_new_with_free_func (g_free);
  row->object = object;
  flatten (row, places, "", node);
  for (guint i = 0; i < row->values->len; i++)
    row->values->pdata[i] = g_string_free (row->values->pdata[i], FALSE);
}

/* The stream after a mark of UTF-8, which editors put there. */
static GInputStream *
skip_mark (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (stream);
  gsize length;
  const guint8 *start;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, cancellable, error) < 0)
    return NULL;
  start = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  if (length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0)
    g_input_stream_skip (buffered, 3, cancellable, NULL);

  return g_steal_pointer (&buffered);
}

typedef struct
{
  PlenumJsonScanner     *scanner;
  PlenumForeignNodeFunc  func;
  gpointer               data;
  GCancellable          *cancellable;
} Document;

static gboolean
hand_over (Document *self, const char *member, gboolean element, PlenumJsonToken token, GError **error)
{
  guint64 line = plenum_json_scanner_get_line (self->scanner);
  g_autoptr (JsonNode) node = plenum_json_scanner_read_node (self->scanner, token, self->cancellable, error);

  return node != NULL && self->func (member, element, node, line, self->data, error);
}

/* A long list is never in memory whole. */
static gboolean
read_elements (Document *self, const char *member, GError **error)
{
  PlenumJsonToken token;

  while (plenum_json_scanner_next (self->scanner, &token, self->cancellable, error))
    {
      if (token == PLENUM_JSON_ARRAY_END)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !hand_over (self, member, TRUE, token, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_members (Document *self, GError **error)
{
  PlenumJsonToken token;

  while (plenum_json_scanner_next (self->scanner, &token, self->cancellable, error))
    {
      g_autofree char *member = NULL;

      if (token == PLENUM_JSON_OBJECT_END)
        return TRUE;
      member = g_strdup (plenum_json_scanner_get_text (self->scanner));
      if (!plenum_json_scanner_next (self->scanner, &token, self->cancellable, error)
          || !(token == PLENUM_JSON_ARRAY ? read_elements (self, member, error) : hand_over (self, member, FALSE, token, error)))
        return FALSE;
    }

  return FALSE;
}

/**
 * plenum_foreign_read_json:
 * @func: called for each member of the document, and for each element of those
 *   that are lists
 */
gboolean
plenum_foreign_read_json (PlenumInput           *input,
                          PlenumForeignNodeFunc  func,
                          gpointer               data,
                          GCancellable          *cancellable,
                          GError               **error)
{
  g_autoptr (GInputStream) stream = plenum_input_read (input, cancellable, error);
  g_autoptr (GInputStream) plain = stream != NULL ? skip_mark (stream, cancellable, error) : NULL;
  g_autoptr (PlenumJsonScanner) scanner = NULL;
  Document self = { NULL, func, data, cancellable };
  PlenumJsonToken token;

  if (plain == NULL)
    return FALSE;

  self.scanner = scanner = plenum_json_scanner_new (plain, plenum_input_get_name (input));
  if (!plenum_json_scanner_next (scanner, &token, cancellable, error))
    return FALSE;
  if (token != PLENUM_JSON_OBJECT && token != PLENUM_JSON_ARRAY)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, plenum_input_get_name (input), 1,
                              _("The file begins with neither a list nor an object."));
      return FALSE;
    }

  /* Nothing may stand after the end. */
  return (token == PLENUM_JSON_OBJECT ? read_members (&self, error) : read_elements (&self, "", error))
         && plenum_json_scanner_next (scanner, &token, cancellable, error);
}

/**
 * plenum_foreign_member:
 *
 * Returns: (transfer none) (nullable): a member that is a text
 */
const char *
plenum_foreign_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

JsonObject *
plenum_foreign_object (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
plenum_foreign_array (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}
