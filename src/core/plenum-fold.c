/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search compares instead of what was written: no case, no accents, and
 * German as German keyboards and their lack have it: ß is ss, ä is found as ae
 * and as a. */
#include "plenum-fold.h"

#include <string.h>

#include "plenum-normal.h"

/* Up to the combining marks, how a letter is folded does not depend on the next. */
#define N_LETTERS 0x300

typedef struct
{
  char two[8];
  char plain[8];
} Letter;

static gboolean
is_umlaut_letter (char c)
{
  return c == 'a' || c == 'o' || c == 'u';
}

/* Any text, slowly. */
static char *
fold_any (const char *text, gssize length, gboolean umlaut_as_two)
{
  g_autofree char *valid = NULL;
  g_autofree char *simple = NULL;
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *folded;

  /* Case is folded between the two, since each makes work for the other: ™ is TM
   * only when taken apart, and a lower-case letter may have marks again. */
  valid = g_utf8_make_valid (text, length);
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

static gpointer
make_letters (gpointer data)
{
  Letter *letters = g_new0 (Letter, N_LETTERS);

  for (gunichar c = 1; c < N_LETTERS; c++)
    {
      char text[6];
      int length = g_unichar_to_utf8 (c, text);
      g_autofree char *two = fold_any (text, length, TRUE);
      g_autofree char *plain = fold_any (text, length, FALSE);

      g_assert (g_strlcpy (letters[c].two, two, sizeof letters[c].two) < sizeof letters[c].two);
      g_assert (g_strlcpy (letters[c].plain, plain, sizeof letters[c].plain) < sizeof letters[c].plain);
    }

  return letters;
}

static char *
put (char *to, const char *letters)
{
  while (*letters != '\0')
    *to++ = *letters++;

  return to;
}

/* Letter by letter, where that is right. */
static gboolean
fold_letters (const char *text, gsize length, GString *two, GString *plain)
{
  static GOnce once = G_ONCE_INIT;
  const Letter *letters = g_once (&once, make_letters, NULL);
  const guchar *end = (const guchar *) text + length;
  char *to_two, *to_plain;

  g_string_set_size (two, length * sizeof letters->two);
  g_string_set_size (plain, length * sizeof letters->plain);
  to_two = two->str;
  to_plain = plain->str;
  for (const guchar *p = (const guchar *) text; p < end; p++)
    {
      gunichar c = *p;

      if (c >= 0x80)
        {
          if (c < 0xc2 || c > 0xcb || p + 1 == end || (p[1] & 0xc0) != 0x80)
            return FALSE;
          c = (c & 0x1f) << 6 | (*++p & 0x3f);
        }
      to_two = put (to_two, letters[c].two);
      to_plain = put (to_plain, letters[c].plain);
    }
  g_string_truncate (two, to_two - two->str);
  g_string_truncate (plain, to_plain - plain->str);

  return TRUE;
}

/**
 * plenum_fold_both:
 * @length: its bytes
 * @two: becomes what plenum_fold() gives
 * @plain: becomes what plenum_fold_plain() gives
 *
 * For many words one after the other.
 */
void
plenum_fold_both (const char *text, gsize length, GString *two, GString *plain)
{
  if (!fold_letters (text, length, two, plain))
    {
      g_autofree char *with_e = fold_any (text, length, TRUE);
      g_autofree char *without = fold_any (text, length, FALSE);

      g_string_assign (two, with_e);
      g_string_assign (plain, without);
    }
}

static char *
fold (const char *text, gboolean umlaut_as_two)
{
  g_autoptr (GString) two = NULL;
  g_autoptr (GString) plain = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  two = g_string_new (NULL);
  plain = g_string_new (NULL);
  plenum_fold_both (text, strlen (text), two, plain);

  return g_strdup (umlaut_as_two ? two->str : plain->str);
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
