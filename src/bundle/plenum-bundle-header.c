/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands around the records of a bundle. */
#include <string.h>

#include "plenum-bundle-reader.h"
#include "plenum-json-writer.h"

/**
 * plenum_bundle_header_clear:
 *
 * Frees what @header points to.
 */
void
plenum_bundle_header_clear (PlenumBundleHeader *header)
{
  g_clear_pointer (&header->id, g_free);
  g_clear_pointer (&header->created, g_free);
  g_clear_pointer (&header->generator, g_free);
  g_clear_pointer (&header->node, g_free);
  g_clear_pointer (&header->privacy, g_free);
  g_clear_pointer (&header->digest, g_free);
  g_clear_pointer (&header->key, g_free);
  g_clear_pointer (&header->signature, g_free);
}

/**
 * plenum_bundle_header_copy:
 * @target: becomes a copy, for plenum_bundle_header_clear()
 */
void
plenum_bundle_header_copy (PlenumBundleHeader *target, const PlenumBundleHeader *source)
{
  *target = *source;
  target->id = g_strdup (source->id);
  target->created = g_strdup (source->created);
  target->generator = g_strdup (source->generator);
  target->node = g_strdup (source->node);
  target->privacy = g_strdup (source->privacy);
  target->digest = g_strdup (source->digest);
  target->key = g_strdup (source->key);
  target->signature = g_strdup (source->signature);
}

/**
 * plenum_bundle_signed_text:
 *
 * Returns: (transfer full): what a bundle's signature is over
 */
char *
plenum_bundle_signed_text (const PlenumBundleHeader *header)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_string_member (object, "created", header->created);
  json_object_set_string_member (object, "digest", header->digest);
  json_object_set_string_member (object, "id", header->id);
  json_object_set_string_member (object, "node", header->node);

  return plenum_json_to_canonical (node);
}
