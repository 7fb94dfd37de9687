/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search compares instead of what was written: no case, no accents, and
 * German as German keyboards and their lack have it: ß is ss, ä is found as ae
 * and as a. */
#include "plenum-fold.h"

#include <string.h>

#include "plenum-normal.h"

static gboolean
is_umlaut_letter (char c)
{
  return c == 'a' || c == 'o' || c == 'u';
}

static char *
fold (const char *text, gboolean umlaut_as_two)
{
  g_autofree char *valid = NULL;
  g_autofree char *simple = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  /* Case is folded between the two, since each makes work for the other: ™ is TM
   * only when taken apart, and a lower-case letter may have marks again. */
  valid = g_utf8_make_valid (text, -1);
  simple = plenum_normal (valid, G_NORMALIZE_ALL);
  lower = g_utf8_casefold (simple, -1); /* makes ss of ß */
  apart = plenum_normal (lower, G_NORMALIZE_ALL);
  folded = g_string_sized_new (strlen (apart));

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x0308 && umlaut_as_two && folded->len > 0 && is_umlaut_letter (folded->str[folded->len - 1]))
        g_string_append_c (folded, 'e');
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (folded, c);
    }

  return g_string_free (folded, FALSE);
}

/**
 * plenum_fold:
 * @text: any text
 *
 * Returns: (transfer full): the form to search in, with ä as ae
 */
char *
plenum_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, TRUE);
}

/**
 * plenum_fold_plain:
 * @text: any text
 *
 * Returns: (transfer full): the other form, with ä as a
 */
char *
plenum_fold_plain (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return fold (text, FALSE);
}

/**
 * plenum_fold_contains:
 * @text: (nullable): where to look
 * @query: words that must all be there, in any order, as parts of words too
 *
 * For filters over what is on screen; the library's full-text search is the
 * store's. An empty query is in everything.
 *
 * Returns: whether each word of @query is in @text
 */
gboolean
plenum_fold_contains (const char *text, const char *query)
{
  g_autofree char *two = plenum_fold (text != NULL ? text : "");
  g_autofree char *plain = plenum_fold_plain (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit_set (query, " \t\n\r", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *word_two = plenum_fold (*word);
      g_autofree char *word_plain = plenum_fold_plain (*word);

      if (strstr (two, word_two) == NULL && strstr (plain, word_plain) == NULL
          && strstr (plain, word_two) == NULL && strstr (two, word_plain) == NULL)
        return FALSE;
    }

  return TRUE;
}
