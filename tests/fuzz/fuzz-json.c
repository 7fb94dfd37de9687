/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is read as JSON is written in a form that is read as the same again. */
#include <string.h>

#include "plenum-json-scanner.h"
#include "plenum-json-writer.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length);

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autoptr (JsonNode) node = plenum_json_parse ((const char *) bytes, length, "f", NULL);
  g_autoptr (JsonNode) again = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  if (node == NULL)
    return 0;

  once = plenum_json_to_canonical (node);
  again = plenum_json_parse (once, -1, "f", NULL);
  g_assert_nonnull (again);
  twice = plenum_json_to_canonical (again);
  g_assert_cmpstr (once, ==, twice);

  return 0;
}
