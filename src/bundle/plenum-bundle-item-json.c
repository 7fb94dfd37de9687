/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON. */
#include <string.h>

#include "plenum-bundle-item.h"
#include "plenum-bundle-line.h"
#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"

static JsonNode *
field_to_node (PlenumRecord *record, guint index, const PlenumField *field)
{
  JsonNode *node;

  switch (field->kind)
    {
    case PLENUM_FIELD_INTEGER:
    case PLENUM_FIELD_TIME:
      return json_node_init_int (json_node_alloc (), plenum_record_get_integer (record, index));

    case PLENUM_FIELD_BOOLEAN:
      return json_node_init_boolean (json_node_alloc (), plenum_record_get_integer (record, index) != 0);

    case PLENUM_FIELD_JSON:
      node = plenum_json_parse (plenum_record_get_text (record, index), -1, field->name, NULL);
      return node != NULL ? node : json_node_new (JSON_NODE_OBJECT);

    case PLENUM_FIELD_TEXT:
    case PLENUM_FIELD_REFERENCE:
    default:
      return json_node_init_string (json_node_alloc (), plenum_record_get_text (record, index));
    }
}

static void
spread_extra (JsonObject *object, const char *json)
{
  g_autoptr (JsonNode) node = plenum_json_parse (json, -1, "extra", NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    if (!json_object_has_member (object, name))
      json_object_set_member (object, name, json_node_copy (value));
}

static JsonObject *
stamps_to_object (PlenumRecord *record, PlenumStamps *stamps, const PlenumTypeInfo *info)
{
  JsonObject *object = json_object_new ();
  g_autoptr (GPtrArray) own = plenum_stamps_list_own (stamps);

  for (guint i = 0; i < info->n_fields; i++)
    if (!plenum_record_is_null (record, i))
      json_object_set_string_member (object, info->fields[i].name, plenum_stamps_get (stamps, info->fields[i].name, FALSE));
  for (guint i = 0; i < own->len; i++)
    json_object_set_string_member (object, own->pdata[i], plenum_stamps_get (stamps, own->pdata[i], TRUE));

  return object;
}

/* Nothing that this program does not know and no JSON inside: nearly all. */
static gboolean
is_plain (PlenumRecord *record, GPtrArray *own, const PlenumTypeInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].kind == PLENUM_FIELD_JSON && !plenum_record_is_null (record, i))
      return FALSE;
  for (guint i = 0; i < own->len; i++)
    if (!plenum_bundle_is_plain_name (own->pdata[i], strlen (own->pdata[i])))
      return FALSE;

  return TRUE;
}

static void
append_name (GString *line, const char *name)
{
  g_string_append (line, line->str[line->len - 1] == '{' ? "\"" : ",\"");
  g_string_append (line, name);
  g_string_append (line, "\":");
}

static void
append_value (GString *line, PlenumRecord *record, guint field, PlenumFieldKind kind)
{
  if (kind == PLENUM_FIELD_TEXT || kind == PLENUM_FIELD_REFERENCE)
    plenum_json_append_string (line, plenum_record_get_text (record, field));
  else if (kind == PLENUM_FIELD_BOOLEAN)
    g_string_append (line, plenum_record_get_integer (record, field) != 0 ? "true" : "false");
  else
    g_string_append_printf (line, "%" G_GINT64_FORMAT, plenum_record_get_integer (record, field));
}

static void
append_stamp (GString *line, const char *name, const char *stamp)
{
  append_name (line, name);
  plenum_json_append_string (line, stamp);
}

/* @own: names with a stamp of their own, sorted; also of what has no value any more. */
static void
append_stamps (GString *line, PlenumRecord *record, PlenumStamps *stamps, GPtrArray *own, const guint8 *order)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));
  guint next = 0;

  g_string_append_c (line, '{');
  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *name = info->fields[order[i]].name;

      for (; next < own->len && strcmp (own->pdata[next], name) < 0; next++)
        append_stamp (line, own->pdata[next], plenum_stamps_get (stamps, own->pdata[next], TRUE));
      if (next < own->len && strcmp (own->pdata[next], name) == 0)
        append_stamp (line, name, plenum_stamps_get (stamps, own->pdata[next++], TRUE));
      else if (!plenum_record_is_null (record, order[i]))
        append_stamp (line, name, plenum_stamps_get_base (stamps));
    }
  for (; next < own->len; next++)
    append_stamp (line, own->pdata[next], plenum_stamps_get (stamps, own->pdata[next], TRUE));
  g_string_append_c (line, '}');
}

/* The members in their order, without a tree of them. */
static char *
write_plain (PlenumRecord *record, PlenumStamps *stamps, GPtrArray *own, const PlenumTypeInfo *info)
{
  static const char * const others[] = { "id", "stamps", "type" };
  const guint8 *order = plenum_bundle_line_get_order (plenum_record_get_record_type (record));
  GString *line = g_string_sized_new (1024);
  guint other = 0;

  g_string_append_c (line, '{');
  for (guint i = 0; i <= info->n_fields; i++)
    {
      for (; other < G_N_ELEMENTS (others)
             && (i == info->n_fields || strcmp (others[other], info->fields[order[i]].name) < 0); other++)
        {
          append_name (line, others[other]);
          if (other == 1)
            append_stamps (line, record, stamps, own, order);
          else
            plenum_json_append_string (line, other == 0 ? plenum_record_get_id (record) : info->name);
        }
      if (i < info->n_fields && !plenum_record_is_null (record, order[i]))
        {
          append_name (line, info->fields[order[i]].name);
          append_value (line, record, order[i], info->fields[order[i]].kind);
        }
    }
  g_string_append_c (line, '}');

  return g_string_free (line, FALSE);
}

static char *
write_tree (PlenumRecord *record, PlenumStamps *stamps, const PlenumTypeInfo *info)
{
  guint extra = plenum_type_extra_field (plenum_record_get_record_type (record));
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_node_take_object (node, object);
  json_object_set_string_member (object, "id", plenum_record_get_id (record));
  json_object_set_string_member (object, "type", info->name);
  for (guint i = 0; i < info->n_fields; i++)
    if (i != extra && !plenum_record_is_null (record, i))
      json_object_set_member (object, info->fields[i].name, field_to_node (record, i, &info->fields[i]));
  if (stamps != NULL)
    json_object_set_object_member (object, "stamps", stamps_to_object (record, stamps, info));
  if (!plenum_record_is_null (record, extra))
    spread_extra (object, plenum_record_get_text (record, extra));

  return plenum_json_to_canonical (node);
}

/**
 * plenum_bundle_item_to_json:
 * @stamps: (nullable): when its fields got their values; %NULL for what is immutable
 *
 * Returns: (transfer full): @record as it stands in a bundle, canonical
 */
char *
plenum_bundle_item_to_json (PlenumRecord *record, PlenumStamps *stamps)
{
  const PlenumTypeInfo *info = plenum_type_get_info (plenum_record_get_record_type (record));

  g_autoptr (GPtrArray) own = stamps != NULL ? plenum_stamps_list_own (stamps) : NULL;

  return own != NULL && is_plain (record, own, info) ? write_plain (record, stamps, own, info)
                                                     : write_tree (record, stamps, info);
}

/**
 * plenum_bundle_tombstone_json:
 *
 * Returns: (transfer full): a tombstone as it stands in a bundle, canonical
 */
char *
plenum_bundle_tombstone_json (const char *id, const char *of, const char *workshop, const char *stamp)
{
  GString *json = g_string_new ("{\"id\":");

  plenum_json_append_string (json, id);
  g_string_append (json, ",\"of\":");
  plenum_json_append_string (json, of);
  g_string_append (json, ",\"stamp\":");
  plenum_json_append_string (json, stamp);
  g_string_append (json, ",\"type\":\"tombstone\",\"workshop\":");
  plenum_json_append_string (json, workshop);
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}
