/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is read as a record of a bundle has a canonical form, and its fields
 * are written again. */
#include <string.h>

#include "plenum-bundle-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (PlenumBundleReader) reader = plenum_bundle_reader_new (stream, "f", NULL);

  for (;;)
    {
      g_autoptr (PlenumBundleItem) item = NULL;
      g_autofree char *json = NULL;

      if (!plenum_bundle_reader_next (reader, &item, NULL, NULL) || item == NULL)
        return 0;

      g_assert_true (g_utf8_validate (item->json, -1, NULL));
      if (item->record != NULL)
        {
          json = plenum_bundle_item_to_json (item->record, item->stamps);
          g_assert_nonnull (strstr (json, item->id));
        }
    }
}
