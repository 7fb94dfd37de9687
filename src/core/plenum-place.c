/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-place.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/**
 * plenum_place_set_error:
 * @file: what the user calls the file
 * @line: the line, from 1, or 0 where the whole file is meant
 * @format: (not nullable): what is wrong there, a translated sentence, printf-like
 *
 * Sets an error whose message begins "FILE:LINE: ".
 */
void
plenum_place_set_error (GError      **error,
                        GQuark        domain,
                        int           code,
                        const char   *file,
                        guint64       line,
                        const char   *format,
                        ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  if (line > 0)
    g_set_error (error, domain, code, "%s:%" G_GUINT64_FORMAT ": %s", file, line, message);
  else
    g_set_error (error, domain, code, "%s: %s", file, message);
}

/**
 * plenum_place_prefix:
 * @error: (nullable): an error of a stream
 * @file: what the user calls the file
 * @line: how far it was read
 *
 * Puts the place before the message. What unpacking says about a damaged file is
 * put into words that help.
 */
void
plenum_place_prefix (GError **error, const char *file, guint64 line)
{
  if (error == NULL || *error == NULL)
    return;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT)
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_free ((*error)->message);
      (*error)->message = g_strdup (_("The packed file is damaged or not complete. Ask for it again."));
    }

  g_prefix_error (error, "%s:%" G_GUINT64_FORMAT ": ", file, line);
}
