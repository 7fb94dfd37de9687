/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a bundle record by record. The members of the document may stand in any
 * order and with any white space: other programs rewrite JSON. */
#include "plenum-bundle-reader.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "plenum-bundle-line.h"
#include "plenum-json-scanner.h"
#include "plenum-place.h"
#include "plenum-uuid.h"

/* A file in which so many lines are of another form was written by somebody else. */
#define MOST_OTHER_LINES 100

struct _PlenumBundleReader
{
  PlenumJsonScanner  *scanner;
  char               *name;
  PlenumBundleHeader  header;
  char                default_stamp[PLENUM_STAMP_LENGTH + 1];
  GHashTable         *seen;      /* members of the document */
  GHashTable         *promised;  /* type → how many the header promises; null before it was read */
  GHashTable         *counted;   /* type → how many there were */
  GChecksum          *checksum;
  char               *format;
  gint64              version;
  guint               n_other_lines; /* one after the other that plenum_bundle_line_parse() left alone */
  guint               begun : 1;
  guint               in_records : 1;
  guint               done : 1;
};

/**
 * plenum_bundle_reader_new:
 * @stream: the bundle, unpacked
 * @name: what messages call it
 * @known: (nullable): the header, if the file was read before
 *
 * Returns: (transfer full): a reader before the first record
 */
PlenumBundleReader *
plenum_bundle_reader_new (GInputStream *stream, const char *name, const PlenumBundleHeader *known)
{
  PlenumBundleReader *self = g_new0 (PlenumBundleReader, 1);

  self->scanner = plenum_json_scanner_new (stream, name);
  self->name = g_strdup (name);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_strlcpy (self->default_stamp, known != NULL ? known->stamp : "000000000000-0000-00000000",
             sizeof self->default_stamp);

  return self;
}

void
plenum_bundle_reader_free (PlenumBundleReader *self)
{
  plenum_json_scanner_free (self->scanner);
  g_free (self->name);
  g_hash_table_unref (self->seen);
  g_clear_pointer (&self->promised, g_hash_table_unref);
  g_hash_table_unref (self->counted);
  g_checksum_free (self->checksum);
  g_free (self->format);
  plenum_bundle_header_clear (&self->header);
  g_free (self);
}

static gboolean
fail (PlenumBundleReader *self, PlenumBundleError code, const char *message, GError **error)
{
  plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, code, self->name,
                          plenum_json_scanner_get_line (self->scanner), "%s", message);

  return FALSE;
}

static gboolean
fail_member (PlenumBundleReader *self, const char *member, const char *message, GError **error)
{
  plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_FORMAT, self->name,
                          plenum_json_scanner_get_line (self->scanner),
                          /* Translators: the name of a member, then a sentence about it. */
                          _("“%s”: %s"), member, message);

  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static const char *
get_string (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && is_string (node) ? json_node_get_string (node) : NULL;
}

static gboolean
read_version (PlenumBundleReader *self, JsonNode *node, GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 1)
    return fail_member (self, "version", _("The version must be a whole number from 1."), error);

  self->version = json_node_get_int (node);
  if (self->version > PLENUM_BUNDLE_VERSION)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_VERSION, self->name,
                              plenum_json_scanner_get_line (self->scanner),
                              _("This is a bundle of version %d, and this program reads version %d. "
                                "A newer Plenum is needed."), (int) MIN (self->version, G_MAXINT), PLENUM_BUNDLE_VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_counts (PlenumBundleReader *self, JsonNode *node, GError **error)
{
  JsonObjectIter iter;
  const char *type;
  JsonNode *count;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_member (self, "counts", _("The value must be an object."), error);

  self->promised = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &type, &count))
    {
      if (!JSON_NODE_HOLDS_VALUE (count) || json_node_get_value_type (count) != G_TYPE_INT64
          || json_node_get_int (count) < 0 || json_node_get_int (count) > G_MAXINT)
        return fail_member (self, "counts", _("Each count must be a whole number from 0."), error);
      if (json_node_get_int (count) > 0)
        g_hash_table_insert (self->promised, g_strdup (type), GSIZE_TO_POINTER (json_node_get_int (count)));
    }

  return TRUE;
}

static gboolean
read_signature (PlenumBundleReader *self, JsonNode *node, GError **error)
{
  const char *algorithm, *key, *value;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_member (self, "signature", _("The value must be an object."), error);

  algorithm = get_string (json_node_get_object (node), "algorithm");
  key = get_string (json_node_get_object (node), "key");
  value = get_string (json_node_get_object (node), "value");
  if (g_strcmp0 (algorithm, "ed25519") != 0 || key == NULL || value == NULL)
    return fail_member (self, "signature", _("A signature has the algorithm “ed25519”, a key and a value."), error);

  self->header.key = g_strdup (key);
  self->header.signature = g_strdup (value);

  return TRUE;
}

/* The stamp that belongs to the moment the bundle was made. */
static gboolean
read_created (PlenumBundleReader *self, GError **error)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (self->header.created, NULL);

  if (time == NULL || g_date_time_to_unix (time) < 0)
    return fail_member (self, "created", _("The time must look like 2026-11-23T09:30:00Z."), error);

  g_snprintf (self->header.stamp, sizeof self->header.stamp, "%012" G_GINT64_MODIFIER "x-0000-00000000",
              g_date_time_to_unix (time) * 1000 + g_date_time_get_microsecond (time) / 1000);
  g_strlcpy (self->default_stamp, self->header.stamp, sizeof self->default_stamp);

  return TRUE;
}

static gboolean
read_text_member (PlenumBundleReader *self, const char *name, JsonNode *node, GError **error)
{
  struct { const char *name; char **place; } members[] = {
    { "format", &self->format }, { "id", &self->header.id }, { "created", &self->header.created },
    { "generator", &self->header.generator }, { "node", &self->header.node },
    { "privacy", &self->header.privacy }, { "digest", &self->header.digest },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strcmp (members[i].name, name) == 0)
      {
        if (!is_string (node))
          return fail_member (self, name, _("The value must be a text."), error);
        *members[i].place = g_strdup (json_node_get_string (node));
      }

  if (strcmp (name, "format") == 0 && strcmp (self->format, PLENUM_BUNDLE_FORMAT) != 0)
    return fail_member (self, name, _("This is no Plenum bundle."), error);
  if ((strcmp (name, "id") == 0 && !plenum_uuid_is_valid (self->header.id))
      || (strcmp (name, "node") == 0 && !plenum_uuid_is_valid (self->header.node)))
    return fail_member (self, name, _("The id must be a UUID in lower case."), error);
  if (strcmp (name, "privacy") == 0 && strcmp (self->header.privacy, "full") != 0
      && strcmp (self->header.privacy, "pseudonymous") != 0 && strcmp (self->header.privacy, "anonymous") != 0)
    return fail_member (self, name, _("The value must be “full”, “pseudonymous” or “anonymous”."), error);
  if (strcmp (name, "created") == 0)
    return read_created (self, error);

  return TRUE;
}

static gboolean
read_member (PlenumBundleReader *self, const char *name, JsonNode *node, GError **error)
{
  if (strcmp (name, "version") == 0)
    return read_version (self, node, error);
  if (strcmp (name, "counts") == 0)
    return read_counts (self, node, error);
  if (strcmp (name, "signature") == 0)
    return read_signature (self, node, error);

  return read_text_member (self, name, node, error);
}

/* Reads members of the document up to "records" or to its end. */
static gboolean
read_members (PlenumBundleReader *self, gboolean *at_end, GCancellable *cancellable, GError **error)
{
  PlenumJsonToken token;

  for (;;)
    {
      g_autofree char *name = NULL;
      g_autoptr (JsonNode) node = NULL;

      if (!plenum_json_scanner_next (self->scanner, &token, cancellable, error))
        return FALSE;
      *at_end = token == PLENUM_JSON_OBJECT_END;
      if (*at_end)
        return TRUE;

      name = g_strdup (plenum_json_scanner_get_text (self->scanner));
      if (!g_hash_table_add (self->seen, g_strdup (name)))
        {
          plenum_place_set_error (error, PLENUM_JSON_ERROR, PLENUM_JSON_ERROR_DUPLICATE, self->name,
                                  plenum_json_scanner_get_line (self->scanner),
                                  _("The member “%s” stands here a second time."), name);
          return FALSE;
        }
      if (g_hash_table_size (self->seen) > 1000)
        return fail (self, PLENUM_BUNDLE_ERROR_FORMAT, _("This is no Plenum bundle."), error);

      if (!plenum_json_scanner_next (self->scanner, &token, cancellable, error))
        return FALSE;
      if (strcmp (name, "records") == 0)
        {
          if (token != PLENUM_JSON_ARRAY)
            return fail_member (self, name, _("The value must be an array."), error);
          return TRUE;
        }

      node = plenum_json_scanner_read_node (self->scanner, token, cancellable, error);
      if (node == NULL || !read_member (self, name, node, error))
        return FALSE;
    }
}

static gboolean
check_counts (PlenumBundleReader *self, GError **error)
{
  GHashTableIter iter;
  gpointer type, count;

  /* Each type that was counted and each that was promised. */
  for (int side = 0; side < 2; side++)
    {
      g_hash_table_iter_init (&iter, side == 0 ? self->counted : self->promised);
      while (g_hash_table_iter_next (&iter, &type, &count))
        {
          gsize promised = GPOINTER_TO_SIZE (g_hash_table_lookup (self->promised, type));
          gsize counted = GPOINTER_TO_SIZE (g_hash_table_lookup (self->counted, type));

          if (promised != counted)
            {
              plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_COUNTS, self->name, 0,
                                      /* Translators: the second %s is a type such as "idea". */
                                      _("The header promises %u records of type “%s”, but there are %u. Records were lost or added."),
                                      (guint) promised, (char *) type, (guint) counted);
              return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
check_signature (PlenumBundleReader *self, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree guint8 *key = NULL;
  g_autofree guint8 *value = NULL;
  gsize key_length, value_length;

  if (self->header.key == NULL)
    return TRUE;

  text = plenum_bundle_signed_text (&self->header);
  key = g_base64_decode (self->header.key, &key_length);
  value = g_base64_decode (self->header.signature, &value_length);
  if (sodium_init () < 0 || key_length != crypto_sign_PUBLICKEYBYTES || value_length != crypto_sign_BYTES
      || crypto_sign_verify_detached (value, (const guint8 *) text, strlen (text), key) != 0)
    return fail (self, PLENUM_BUNDLE_ERROR_SIGNATURE,
                 _("The signature does not belong to this bundle. It was changed after it was signed."), error);

  return TRUE;
}

static gboolean
check_end (PlenumBundleReader *self, GCancellable *cancellable, GError **error)
{
  static const char *needed[] = { "format", "version", "id", "created", "node", "privacy", "counts", "records", "digest" };
  g_autofree char *digest = NULL;
  PlenumJsonToken token;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!g_hash_table_contains (self->seen, needed[i]))
      return fail_member (self, needed[i], _("A bundle needs this member."), error);

  if (!plenum_json_scanner_next (self->scanner, &token, cancellable, error) || !check_counts (self, error))
    return FALSE;

  digest = g_strconcat ("sha256:", g_checksum_get_string (self->checksum), NULL);
  if (strcmp (digest, self->header.digest) != 0)
    return fail (self, PLENUM_BUNDLE_ERROR_DIGEST,
                 _("The digest does not belong to the records: the file was changed or damaged. Ask for it again."), error);

  return check_signature (self, error);
}

/* Counts the record and adds it to the digest. */
static gboolean
take_item (PlenumBundleReader *self, PlenumBundleItem *item, GError **error)
{
  gpointer count = g_hash_table_lookup (self->counted, item->type);

  g_checksum_update (self->checksum, (const guchar *) item->json, -1);
  g_checksum_update (self->checksum, (const guchar *) "\n", 1);
  if (count == NULL && g_hash_table_size (self->counted) == 1000)
    return fail (self, PLENUM_BUNDLE_ERROR_FORMAT, _("This is no Plenum bundle."), error);
  g_hash_table_insert (self->counted, g_strdup (item->type), GSIZE_TO_POINTER (GPOINTER_TO_SIZE (count) + 1));

  return TRUE;
}

/* The next record, if it stands on a line as Plenum writes it; NULL if not. */
static gboolean
read_line (PlenumBundleReader *self, PlenumBundleItem **item, GCancellable *cancellable, GError **error)
{
  const char *line;
  gsize length;

  if (self->n_other_lines > MOST_OTHER_LINES)
    return TRUE;
  if (!plenum_json_scanner_peek_line (self->scanner, &line, &length, cancellable, error))
    return FALSE;
  if (line == NULL)
    return TRUE;

  if (length > 0 && line[length - 1] == ',')
    length--;
  *item = plenum_bundle_line_parse (line, length, plenum_json_scanner_get_line (self->scanner));
  if (*item == NULL)
    {
      self->n_other_lines++;
      return TRUE;
    }
  self->n_other_lines = 0;
  plenum_json_scanner_take (self->scanner, length);

  return take_item (self, *item, error);
}

static gboolean
read_item (PlenumBundleReader *self, PlenumJsonToken token, PlenumBundleItem **item, GCancellable *cancellable, GError **error)
{
  guint64 line = plenum_json_scanner_get_line (self->scanner);
  g_autoptr (JsonNode) node = plenum_json_scanner_read_node (self->scanner, token, cancellable, error);

  if (node == NULL)
    return FALSE;
  *item = plenum_bundle_item_parse (node, self->default_stamp, self->name, line, error);

  return *item != NULL && take_item (self, *item, error);
}

/**
 * plenum_bundle_reader_next:
 * @item: (out) (transfer full) (nullable): the next record, or %NULL after the last,
 *   when counts, digest and signature were found right
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_JSON_ERROR or
 *   of the stream, whose message begins with the file and the line
 *
 * Returns: %FALSE on failure, and then @item is %NULL
 */
gboolean
plenum_bundle_reader_next (PlenumBundleReader *self, PlenumBundleItem **item, GCancellable *cancellable, GError **error)
{
  PlenumJsonToken token;
  gboolean at_end = FALSE;

  *item = NULL;
  if (self->done)
    return TRUE;

  if (!self->begun)
    {
      self->begun = TRUE;
      if (!plenum_json_scanner_next (self->scanner, &token, cancellable, error))
        return FALSE;
      if (token != PLENUM_JSON_OBJECT)
        return fail (self, PLENUM_BUNDLE_ERROR_FORMAT, _("This is no Plenum bundle."), error);
      if (!read_members (self, &at_end, cancellable, error))
        return FALSE;
      self->in_records = !at_end;
    }

  while (self->in_records)
    {
      if (!read_line (self, item, cancellable, error))
        {
          g_clear_pointer (item, plenum_bundle_item_free);
          return FALSE;
        }
      if (*item != NULL)
        return TRUE;
      if (!plenum_json_scanner_next (self->scanner, &token, cancellable, error))
        return FALSE;
      if (token != PLENUM_JSON_ARRAY_END)
        {
          if (read_item (self, token, item, cancellable, error))
            return TRUE;
          g_clear_pointer (item, plenum_bundle_item_free);
          return FALSE;
        }
      if (!read_members (self, &at_end, cancellable, error))
        return FALSE;
      self->in_records = !at_end;
    }

  self->done = check_end (self, cancellable, error);

  return self->done;
}

/**
 * plenum_bundle_reader_get_header:
 *
 * Returns: (transfer none): what stands around the records; complete after the last
 */
const PlenumBundleHeader *
plenum_bundle_reader_get_header (PlenumBundleReader *self)
{
  return &self->header;
}
