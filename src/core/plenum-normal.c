/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-normal.h"

#include <string.h>

/* Bytes that are normalized at a time: GLib's time grows with the square of them. */
#define PIECE 4096

/* Nothing before a letter of ASCII has anything to do with it: that is where a text
 * can be parted. Marks that follow it may belong to it. */
static gsize
find_end (const char *text, gsize length)
{
  gsize end = PIECE;

  while (end < length && ((guchar) text[end] & 0x80) != 0)
    end++;

  return MIN (end, length);
}

/* The letters before the first mark that joins another are composed, and stay so
 * beside each other (Unicode 15, NFC_Quick_Check). */
static gboolean
is_composed (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0xcc) /* U+0300 and above */
      return FALSE;

  return TRUE;
}

/**
 * plenum_normal:
 * @text: valid UTF-8
 *
 * What g_utf8_normalize() gives, in time that grows with the length of @text only:
 * a text of 5 MB takes GLib 2.74 more than ten seconds.
 *
 * Returns: (transfer full): the text in its normal form
 */
char *
plenum_normal (const char *text, GNormalizeMode mode)
{
  gsize length = strlen (text);
  GString *normal;

  if (mode == G_NORMALIZE_NFC && is_composed (text))
    return g_strndup (text, length);
  if (length <= PIECE)
    return g_utf8_normalize (text, length, mode);

  normal = g_string_sized_new (length);
  while (length > 0)
    {
      gsize end = find_end (text, length);
      g_autofree char *piece = g_utf8_normalize (text, end, mode);

      g_string_append (normal, piece);
      text += end;
      length -= end;
    }

  return g_string_free (normal, FALSE);
}
