/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a text. */
#include "plenum-words.h"

static gboolean
belongs (gunichar c, PlenumWordsKind kind)
{
  if (g_unichar_isalpha (c) || g_unichar_ismark (c))
    return TRUE;

  return kind == PLENUM_WORDS_ALL && (g_unichar_isdigit (c) || g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL);
}

/**
 * plenum_words_next:
 * @text: (inout): UTF-8; where to go on
 * @word: (out): the next word
 *
 * Returns: %FALSE at the end
 */
gboolean
plenum_words_next (const char **text, PlenumWordsKind kind, PlenumWord *word)
{
  const char *at = *text;

  while (*at != '\0')
    {
      const char *start;
      guint n = 0;

      while (*at != '\0' && !belongs (g_utf8_get_char (at), kind))
        at = g_utf8_next_char (at);
      start = at;
      for (; *at != '\0' && belongs (g_utf8_get_char (at), kind); at = g_utf8_next_char (at))
        n++;

      if (n >= (kind == PLENUM_WORDS_LETTERS ? 2 : 1))
        {
          *text = at;
          *word = (PlenumWord) { start, at - start };
          return TRUE;
        }
    }
  *text = at;

  return FALSE;
}

/**
 * plenum_word_fold:
 *
 * Returns: (transfer full): the word without case, ß being ss, umlauts kept
 */
char *
plenum_word_fold (const PlenumWord *word)
{
  char *folded;

  for (gsize i = 0; i < word->length; i++)
    if ((guchar) word->start[i] >= 0x80)
      {
        g_autofree char *caseless = g_utf8_casefold (word->start, word->length);

        return g_utf8_normalize (caseless, -1, G_NORMALIZE_NFC);
      }

  folded = g_ascii_strdown (word->start, word->length);
  return folded;
}
