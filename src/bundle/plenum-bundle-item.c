/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records out of JSON, checked against the one table of types and fields. */
#include "plenum-bundle-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"
#include "plenum-place.h"
#include "plenum-uuid.h"

#define LONGEST_TYPE 64
#define FUTURE (G_GINT64_CONSTANT (366) * 24 * 60 * 60 * 1000) /* milliseconds */

typedef struct
{
  PlenumBundleItem *item;
  JsonObject       *object;
  const char       *default_stamp;
  const char       *file;
} Parsing;

G_DEFINE_QUARK (plenum-bundle-error-quark, plenum_bundle_error)

void
plenum_bundle_item_free (PlenumBundleItem *self)
{
  g_free (self->id);
  g_free (self->type);
  g_free (self->workshop);
  g_free (self->json);
  g_clear_object (&self->record);
  g_clear_pointer (&self->stamps, plenum_stamps_free);
  g_free (self->of);
  g_free (self->stamp);
  g_free (self);
}

static gboolean
fail (Parsing *parsing, GError **error, const char *member, const char *message)
{
  plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_SCHEMA, parsing->file, parsing->item->line,
                          /* Translators: a type such as "idea", the name of a member, and a sentence about it. */
                          _("%s, “%s”: %s"), parsing->item->type != NULL ? parsing->item->type : "record",
                          member, message);

  return FALSE;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node) : NULL;
}

static gboolean
parse_head (Parsing *parsing, JsonNode *node, GError **error)
{
  PlenumBundleItem *item = parsing->item;
  const char *text;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (parsing, error, "records", _("A record must be an object."));

  parsing->object = json_node_get_object (node);
  text = get_string (parsing->object, "type");
  if (text == NULL || *text == '\0' || strlen (text) > LONGEST_TYPE)
    return fail (parsing, error, "type", _("The type must be a text of 1 to 64 bytes."));
  item->type = g_strdup (text);

  text = get_string (parsing->object, "id");
  if (!plenum_uuid_is_valid (text))
    return fail (parsing, error, "id", _("The id must be a UUID in lower case."));
  item->id = g_strdup (text);

  text = get_string (parsing->object, "workshop");
  if (json_object_has_member (parsing->object, "workshop") && !plenum_uuid_is_valid (text))
    return fail (parsing, error, "workshop", _("A reference must be a UUID in lower case."));
  item->workshop = g_strdup (text);

  return TRUE;
}

/* A clock that is wrong by more than this would make everybody's later changes lose. */
static gboolean
is_far_ahead (const char *stamp)
{
  return g_ascii_strtoll (stamp, NULL, 16) > g_get_real_time () / 1000 + FUTURE;
}

/**
 * plenum_bundle_stamp_is_credible:
 *
 * Returns: whether @stamp may stand in a bundle
 */
gboolean
plenum_bundle_stamp_is_credible (const char *stamp)
{
  return plenum_stamp_is_valid (stamp) && !is_far_ahead (stamp);
}

static gboolean
check_stamp (Parsing *parsing, const char *member, const char *stamp, GError **error)
{
  if (!plenum_stamp_is_valid (stamp))
    return fail (parsing, error, member, _("A stamp must look like 0193a1b2c3d4-0001-89abcdef."));
  if (is_far_ahead (stamp))
    return fail (parsing, error, member, _("A stamp lies more than a year in the future. Is a clock wrong?"));

  return TRUE;
}

static gboolean
parse_tombstone (Parsing *parsing, GError **error)
{
  PlenumBundleItem *item = parsing->item;

  item->kind = PLENUM_BUNDLE_TOMBSTONE;
  item->of = g_strdup (get_string (parsing->object, "of"));
  item->stamp = g_strdup (get_string (parsing->object, "stamp"));

  if (item->of == NULL)
    return fail (parsing, error, "of", _("A tombstone must say the type of what was deleted."));
  if (item->workshop == NULL)
    return fail (parsing, error, "workshop", _("A value is needed."));

  return check_stamp (parsing, "stamp", item->stamp, error);
}

static gboolean
set_integer (Parsing *parsing, guint index, const PlenumField *field, JsonNode *node, GError **error)
{
  gboolean boolean = field->kind == PLENUM_FIELD_BOOLEAN;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != (boolean ? G_TYPE_BOOLEAN : G_TYPE_INT64))
    return fail (parsing, error, field->name,
                 boolean ? _("The value must be true or false.") : _("The value must be a whole number."));

  plenum_record_set_integer (parsing->item->record, index,
                             boolean ? json_node_get_boolean (node) : json_node_get_int (node));

  return TRUE;
}

static gboolean
set_text (Parsing *parsing, guint index, const PlenumField *field, JsonNode *node, GError **error)
{
  const char *text = get_string (parsing->object, field->name);

  if (text == NULL)
    return fail (parsing, error, field->name, _("The value must be a text."));
  if (field->kind == PLENUM_FIELD_REFERENCE && !plenum_uuid_is_valid (text))
    return fail (parsing, error, field->name, _("A reference must be a UUID in lower case."));

  plenum_record_set_text (parsing->item->record, index, text);

  return TRUE;
}

static gboolean
check_choices (Parsing *parsing, const PlenumField *field, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  JsonNode *value;

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &value))
    if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_INT64)
      return fail (parsing, error, field->name, _("Each choice must be a whole number."));

  return TRUE;
}

static gboolean
set_json (Parsing *parsing, guint index, const PlenumField *field, JsonNode *node, GError **error)
{
  g_autofree char *json = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (parsing, error, field->name, _("The value must be an object."));
  if (strcmp (field->name, "choices") == 0 && !check_choices (parsing, field, node, error))
    return FALSE;

  json = plenum_json_to_canonical (node);
  plenum_record_set_text (parsing->item->record, index, json);

  return TRUE;
}

static gboolean
parse_field (Parsing *parsing, guint index, const PlenumField *field, GError **error)
{
  JsonNode *node = json_object_get_member (parsing->object, field->name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return !field->required || fail (parsing, error, field->name, _("A value is needed."));

  switch (field->kind)
    {
    case PLENUM_FIELD_INTEGER:
    case PLENUM_FIELD_BOOLEAN:
    case PLENUM_FIELD_TIME:
      return set_integer (parsing, index, field, node, error);

    case PLENUM_FIELD_JSON:
      return set_json (parsing, index, field, node, error);

    case PLENUM_FIELD_TEXT:
    case PLENUM_FIELD_REFERENCE:
    default:
      return set_text (parsing, index, field, node, error);
    }
}

/* What this program does not know, kept for those that do. */
static void
keep_unknown (Parsing *parsing, PlenumRecordType type, guint extra)
{
  g_autoptr (JsonNode) kept = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_node_take_object (kept, object);
  json_object_iter_init (&iter, parsing->object);
  while (json_object_iter_next (&iter, &name, &value))
    {
      int field = plenum_type_find_field (type, name);

      if ((field < 0 || (guint) field == extra) && strcmp (name, "id") != 0 && strcmp (name, "type") != 0
          && strcmp (name, "stamps") != 0)
        json_object_set_member (object, name, json_node_copy (value));
    }

  if (json_object_get_size (object) > 0)
    {
      g_autofree char *json = plenum_json_to_canonical (kept);

      plenum_record_set_text (parsing->item->record, extra, json);
    }
}

/* Most fields have the stamp of the row's birth, so that is kept once. */
static char *
most_frequent (JsonObject *stamps)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  const char *best = NULL;
  guint most = 0;

  json_object_iter_init_ordered (&iter, stamps);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *stamp = json_node_get_string (node);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stamp)) + 1;

      g_hash_table_insert (counts, (char *) stamp, GUINT_TO_POINTER (count));
      if (count > most)
        {
          most = count;
          best = stamp;
        }
    }

  return g_strdup (best);
}

static gboolean
check_stamps (Parsing *parsing, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *name;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (parsing, error, "stamps", _("The value must be an object."));

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, NULL))
    {
      const char *stamp = get_string (json_node_get_object (node), name);

      if (!check_stamp (parsing, "stamps", stamp, error))
        return FALSE;
      /* The library separates them by these. */
      if (*name == '\0' || strpbrk (name, ";=") != NULL)
        return fail (parsing, error, "stamps", _("A stamp must be given by the name of a member."));
    }

  return TRUE;
}

static gboolean
parse_stamps (Parsing *parsing, const PlenumTypeInfo *info, GError **error)
{
  JsonNode *node = json_object_get_member (parsing->object, "stamps");
  g_autofree char *base = NULL;
  JsonObject *given = NULL;
  JsonObjectIter iter;
  const char *name;

  if (node != NULL && !check_stamps (parsing, node, error))
    return FALSE;
  if (info->immutable)
    return TRUE;

  if (node != NULL)
    {
      given = json_node_get_object (node);
      base = most_frequent (given);
    }
  if (base == NULL)
    base = g_strdup (parsing->default_stamp);
  parsing->item->stamps = plenum_stamps_new (base, NULL);

  for (guint i = 0; i < info->n_fields; i++)
    if (!plenum_record_is_null (parsing->item->record, i) && strcmp (base, parsing->default_stamp) != 0
        && (given == NULL || !json_object_has_member (given, info->fields[i].name)))
      plenum_stamps_set (parsing->item->stamps, info->fields[i].name, parsing->default_stamp);

  if (given == NULL)
    return TRUE;
  json_object_iter_init (&iter, given);
  while (json_object_iter_next (&iter, &name, NULL))
    {
      const char *stamp = get_string (given, name);
      int field = plenum_type_find_field (plenum_record_get_record_type (parsing->item->record), name);

      if (field < 0 || plenum_record_is_null (parsing->item->record, field) || strcmp (stamp, base) != 0)
        plenum_stamps_set (parsing->item->stamps, name, stamp);
    }

  return TRUE;
}

static gboolean
parse_record (Parsing *parsing, PlenumRecordType type, GError **error)
{
  const PlenumTypeInfo *info = plenum_type_get_info (type);
  guint extra = plenum_type_extra_field (type);

  parsing->item->kind = PLENUM_BUNDLE_RECORD;
  parsing->item->record = plenum_record_new (type, parsing->item->id);
  for (guint i = 0; i < info->n_fields; i++)
    if (i != extra && !parse_field (parsing, i, &info->fields[i], error))
      return FALSE;
  keep_unknown (parsing, type, extra);

  return parse_stamps (parsing, info, error);
}

/**
 * plenum_bundle_item_parse:
 * @node: one element of "records"
 * @default_stamp: counts for fields that come without one
 * @file: what messages call the file
 * @line: where the element begins
 * @error: return location for %PLENUM_BUNDLE_ERROR_SCHEMA
 *
 * Returns: (transfer full) (nullable): the item, or %NULL if it breaks the schema
 */
PlenumBundleItem *
plenum_bundle_item_parse (JsonNode *node, const char *default_stamp, const char *file, guint64 line, GError **error)
{
  g_autoptr (PlenumBundleItem) item = g_new0 (PlenumBundleItem, 1);
  Parsing parsing = { item, NULL, default_stamp, file };
  PlenumRecordType type;

  item->line = line;
  if (!parse_head (&parsing, node, error))
    return NULL;

  if (plenum_type_from_name (item->type, &type))
    {
      if (!parse_record (&parsing, type, error))
        return NULL;
    }
  else if (strcmp (item->type, "tombstone") == 0)
    {
      if (!parse_tombstone (&parsing, error))
        return NULL;
    }
  else
    {
      item->kind = PLENUM_BUNDLE_OTHER;
    }
  item->json = plenum_json_to_canonical (node);

  return g_steal_pointer (&item);
}
