/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole values out of the scanner, kept in json-glib's containers. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-json-scanner.h"

typedef struct
{
  PlenumJsonScanner *scanner;
  GCancellable      *cancellable;
  guint64            end; /* the byte where the value is too long */
  guint              nodes;
} Reading;

static JsonNode *read_node (Reading *reading, PlenumJsonToken token, GError **error);

static gboolean
advance (Reading *reading, PlenumJsonToken *token, GError **error)
{
  PlenumJsonScanner *self = reading->scanner;

  if (!plenum_json_scanner_next (self, token, reading->cancellable, error))
    return FALSE;
  if (plenum_json_scanner_get_offset (self) > reading->end || ++reading->nodes > PLENUM_JSON_MAX_NODES)
    return plenum_json_scanner_fail (self, PLENUM_JSON_ERROR_TOO_LARGE, _("One value is too large: at most 16 MiB, and 262144 values in it"), error);

  return TRUE;
}

static JsonNode *
read_object (Reading *reading, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  PlenumJsonToken token;

  while (advance (reading, &token, error))
    {
      g_autofree char *key = NULL;
      JsonNode *value;

      if (token == PLENUM_JSON_OBJECT_END)
        {
          JsonNode *node = json_node_new (JSON_NODE_OBJECT);

          json_node_take_object (node, g_steal_pointer (&object));
          return node;
        }

      key = g_strdup (plenum_json_scanner_get_text (reading->scanner));
      if (json_object_has_member (object, key))
        {
          plenum_json_scanner_fail (reading->scanner, PLENUM_JSON_ERROR_DUPLICATE, _("An object has two members of the same name"), error);
          return NULL;
        }
      if (!advance (reading, &token, error) || (value = read_node (reading, token, error)) == NULL)
        return NULL;
      json_object_set_member (object, key, value);
    }

  return NULL;
}

static JsonNode *
read_array (Reading *reading, GError **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  PlenumJsonToken token;
  JsonNode *node;

  while (advance (reading, &token, error))
    {
      if (token == PLENUM_JSON_ARRAY_END)
        {
          node = json_node_new (JSON_NODE_ARRAY);
          json_node_take_array (node, g_steal_pointer (&array));
          return node;
        }

      node = read_node (reading, token, error);
      if (node == NULL)
        return NULL;
      json_array_add_element (array, node);
    }

  return NULL;
}

/* Recurses, at most PLENUM_JSON_MAX_DEPTH deep. */
static JsonNode *
read_node (Reading *reading, PlenumJsonToken token, GError **error)
{
  PlenumJsonScanner *self = reading->scanner;

  switch (token)
    {
    case PLENUM_JSON_OBJECT:
      return read_object (reading, error);

    case PLENUM_JSON_ARRAY:
      return read_array (reading, error);

    case PLENUM_JSON_STRING:
      return json_node_init_string (json_node_alloc (), plenum_json_scanner_get_text (self));

    case PLENUM_JSON_INTEGER:
      return json_node_init_int (json_node_alloc (), plenum_json_scanner_get_integer (self));

    case PLENUM_JSON_DOUBLE:
      return json_node_init_double (json_node_alloc (), plenum_json_scanner_get_double (self));

    case PLENUM_JSON_TRUE:
    case PLENUM_JSON_FALSE:
      return json_node_init_boolean (json_node_alloc (), token == PLENUM_JSON_TRUE);

    case PLENUM_JSON_NULL:
      return json_node_init_null (json_node_alloc ());

    case PLENUM_JSON_END:
    case PLENUM_JSON_OBJECT_END:
    case PLENUM_JSON_ARRAY_END:
    case PLENUM_JSON_KEY:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * plenum_json_scanner_read_node:
 * @first: the value's first token, which was read already
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_JSON_ERROR or of the stream
 *
 * Reads the rest of a value. No member stands in an object twice.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL on failure
 */
JsonNode *
plenum_json_scanner_read_node (PlenumJsonScanner *self, PlenumJsonToken first, GCancellable *cancellable, GError **error)
{
  Reading reading = { self, cancellable, plenum_json_scanner_get_offset (self) + PLENUM_JSON_MAX_VALUE, 0 };

  return read_node (&reading, first, error);
}

/**
 * plenum_json_parse:
 * @text: a JSON document
 * @length: its bytes, or -1 if it ends with a NUL
 * @name: what messages call it
 *
 * Returns: (transfer full) (nullable): the document, or %NULL on failure
 */
JsonNode *
plenum_json_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length < 0 ? (gssize) strlen (text) : length, NULL);
  g_autoptr (PlenumJsonScanner) scanner = plenum_json_scanner_new (stream, name);
  g_autoptr (JsonNode) node = NULL;
  PlenumJsonToken token;

  if (!plenum_json_scanner_next (scanner, &token, NULL, error)
      || (node = plenum_json_scanner_read_node (scanner, token, NULL, error)) == NULL
      || !plenum_json_scanner_next (scanner, &token, NULL, error))
    return NULL;

  return g_steal_pointer (&node);
}
