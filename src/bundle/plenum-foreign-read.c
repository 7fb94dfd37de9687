/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plenum-foreign-reader.h"
#include "plenum-place.h"

/**
 * plenum_foreign_read:
 * @format: the format of another program
 * @json: whether it is JSON, or else a table
 * @error: return location for an error in %PLENUM_BUNDLE_ERROR, %PLENUM_CSV_ERROR,
 *   %PLENUM_JSON_ERROR or of GIO
 *
 * Returns: (transfer full) (nullable): what is in the file
 */
PlenumForeign *
plenum_foreign_read (PlenumInput *input, const char *format, gboolean json, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlenumForeign) foreign = plenum_foreign_new (format);
  gboolean done;

  if (json && strcmp (format, PLENUM_IMPORT_SCRUMLR) == 0)
    done = plenum_foreign_read_scrumlr (foreign, input, cancellable, error);
  else if (json && strcmp (format, PLENUM_IMPORT_TRELLO) == 0)
    done = plenum_foreign_read_trello (foreign, input, cancellable, error);
  else
    done = plenum_foreign_read_list (foreign, input, json, cancellable, error);
  if (!done)
    return NULL;

  if (foreign->ideas->len == 0)
    {
      plenum_place_set_error (error, PLENUM_BUNDLE_ERROR, PLENUM_BUNDLE_ERROR_TABLE, plenum_input_get_name (input), 1,
                              /* Translators: %s is the name of a format, such as "decidim". */
                              _("Nothing in the file has a title or a text as “%s” writes them."), format);
      return NULL;
    }
  if (foreign->key == NULL)
    foreign->key = g_strdup ("");

  return g_steal_pointer (&foreign);
}
