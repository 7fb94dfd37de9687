/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of types that only a newer program knows. */
#include <string.h>

#include "plenum-bundle-item.h"
#include "plenum-clock.h"
#include "plenum-json-scanner.h"

/**
 * plenum_bundle_item_find_stamp:
 * @json: a record of a type that this program does not know
 *
 * Returns: (transfer full): when it was changed last, as far as it says; else ""
 */
char *
plenum_bundle_item_find_stamp (const char *json)
{
  g_autoptr (JsonNode) node = plenum_json_parse (json, -1, "record", NULL);
  g_autofree char *latest = g_strdup ("");
  JsonObject *stamps;
  JsonObjectIter iter;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&latest);

  value = json_object_get_member (json_node_get_object (node), "stamp");
  if (value != NULL && JSON_NODE_HOLDS_VALUE (value) && plenum_stamp_is_valid (json_node_get_string (value)))
    return g_strdup (json_node_get_string (value));

  value = json_object_get_member (json_node_get_object (node), "stamps");
  if (value == NULL || !JSON_NODE_HOLDS_OBJECT (value))
    return g_steal_pointer (&latest);

  stamps = json_node_get_object (value);
  json_object_iter_init (&iter, stamps);
  while (json_object_iter_next (&iter, NULL, &value))
    {
      const char *stamp = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_string (value) : NULL;

      if (plenum_stamp_is_valid (stamp) && strcmp (stamp, latest) > 0)
        {
          g_free (latest);
          latest = g_strdup (stamp);
        }
    }

  return g_steal_pointer (&latest);
}
