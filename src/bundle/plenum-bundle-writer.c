/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the document of a bundle around its records, one a line, as a stream. */
#include "plenum-bundle-writer.h"

#include "plenum-json-writer.h"

struct _PlenumBundleWriter
{
  GOutputStream *stream;
  GChecksum     *checksum;
  GString       *text;
  guint          begun : 1;
};

PlenumBundleWriter *
plenum_bundle_writer_new (GOutputStream *stream)
{
  PlenumBundleWriter *self = g_new0 (PlenumBundleWriter, 1);

  self->stream = g_object_ref (stream);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->text = g_string_new (NULL);

  return self;
}

void
plenum_bundle_writer_free (PlenumBundleWriter *self)
{
  g_object_unref (self->stream);
  g_checksum_free (self->checksum);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_member (PlenumBundleWriter *self, const char *before, const char *name, const char *value)
{
  g_string_append_printf (self->text, "%s\"%s\":", before, name);
  plenum_json_append_string (self->text, value);
}

static gboolean
flush (PlenumBundleWriter *self, GCancellable *cancellable, GError **error)
{
  gboolean written = g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, cancellable, error);

  g_string_truncate (self->text, 0);

  return written;
}

/**
 * plenum_bundle_writer_begin:
 * @header: all but digest, key and signature
 * @counts: (element-type PlenumBundleCount): how many records follow
 */
gboolean
plenum_bundle_writer_begin (PlenumBundleWriter        *self,
                            const PlenumBundleHeader  *header,
                            GArray                    *counts,
                            GCancellable              *cancellable,
                            GError                   **error)
{
  append_member (self, "{", "format", PLENUM_BUNDLE_FORMAT);
  g_string_append_printf (self->text, ",\"version\":%d", PLENUM_BUNDLE_VERSION);
  append_member (self, ",", "id", header->id);
  append_member (self, ",", "created", header->created);
  append_member (self, ",", "generator", header->generator);
  append_member (self, ",", "node", header->node);
  append_member (self, ",", "privacy", header->privacy);
  g_string_append (self->text, ",\n\"counts\":{");
  for (guint i = 0; i < counts->len; i++)
    {
      PlenumBundleCount *count = &g_array_index (counts, PlenumBundleCount, i);

      if (i > 0)
        g_string_append_c (self->text, ',');
      plenum_json_append_string (self->text, count->type);
      g_string_append_printf (self->text, ":%u", count->count);
    }
  g_string_append (self->text, "},\n\"records\":[");

  return flush (self, cancellable, error);
}

/**
 * plenum_bundle_writer_add:
 * @json: the next record by type and id, canonical
 */
gboolean
plenum_bundle_writer_add (PlenumBundleWriter *self, const char *json, GCancellable *cancellable, GError **error)
{
  g_string_append (self->text, self->begun ? ",\n" : "\n");
  g_string_append (self->text, json);
  g_checksum_update (self->checksum, (const guchar *) json, -1);
  g_checksum_update (self->checksum, (const guchar *) "\n", 1);
  self->begun = TRUE;

  return flush (self, cancellable, error);
}

/**
 * plenum_bundle_writer_finish:
 * @header: gets the digest, and with a @key the signature
 * @key: (nullable): signs the bundle
 *
 * Writes what stands after the records. The stream stays open.
 */
gboolean
plenum_bundle_writer_finish (PlenumBundleWriter  *self,
                             PlenumBundleHeader  *header,
                             PlenumBundleKey     *key,
                             GCancellable        *cancellable,
                             GError             **error)
{
  header->digest = g_strconcat ("sha256:", g_checksum_get_string (self->checksum), NULL);
  append_member (self, "\n],\n", "digest", header->digest);

  if (key != NULL)
    {
      g_autofree char *signed_text = plenum_bundle_signed_text (header);

      header->key = plenum_bundle_key_get_public (key);
      header->signature = plenum_bundle_key_sign (key, signed_text);
      append_member (self, ",\"signature\":{", "algorithm", "ed25519");
      append_member (self, ",", "key", header->key);
      append_member (self, ",", "value", header->signature);
      g_string_append_c (self->text, '}');
    }
  g_string_append (self->text, "}\n");

  return flush (self, cancellable, error);
}
