/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that two texts do not share: what is left beside a longest common
 * subsequence of their words (Wagner and Fischer 1974). */
#include "plenum-word-diff.h"

#include <string.h>

#define MOST_WORDS 1000 /* of each text: the table has their product */

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (PlenumSpan));
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          PlenumSpan word = { start - text, p - text };

          g_array_append_val (words, word);
          start = NULL;
        }
      if (*p == '\0')
        return words;
    }
}

static gboolean
is_same (const char *first, PlenumSpan a, const char *second, PlenumSpan b)
{
  return a.end - a.start == b.end - b.start && memcmp (first + a.start, second + b.start, a.end - a.start) == 0;
}

/* Words that stand beside each other become one span. */
static void
add (GArray *spans, PlenumSpan word, gboolean adjacent)
{
  if (adjacent && spans->len > 0)
    g_array_index (spans, PlenumSpan, spans->len - 1).end = word.end;
  else
    g_array_append_val (spans, word);
}

/* How many words the rests from i and j on have in common, at [i * (m + 1) + j]. */
static guint16 *
count_common (const char *first, GArray *a, const char *second, GArray *b)
{
  guint width = b->len + 1;
  guint16 *common = g_new0 (guint16, (a->len + 1) * width);

  for (guint i = a->len; i-- > 0;)
    for (guint j = b->len; j-- > 0;)
      {
        gboolean same = is_same (first, g_array_index (a, PlenumSpan, i), second, g_array_index (b, PlenumSpan, j));

        common[i * width + j] = same ? common[(i + 1) * width + j + 1] + 1
                                     : MAX (common[(i + 1) * width + j], common[i * width + j + 1]);
      }

  return common;
}

static void
collect (const char *first, GArray *a, const char *second, GArray *b, GArray *only_first, GArray *only_second)
{
  g_autofree guint16 *common = count_common (first, a, second, b);
  guint width = b->len + 1;
  gboolean adjacent_first = FALSE, adjacent_second = FALSE;
  guint i = 0, j = 0;

  while (i < a->len || j < b->len)
    {
      if (i < a->len && j < b->len
          && is_same (first, g_array_index (a, PlenumSpan, i), second, g_array_index (b, PlenumSpan, j)))
        {
          adjacent_first = adjacent_second = FALSE;
          i++;
          j++;
        }
      else if (j == b->len || (i < a->len && common[(i + 1) * width + j] >= common[i * width + j + 1]))
        {
          add (only_first, g_array_index (a, PlenumSpan, i++), adjacent_first);
          adjacent_first = TRUE;
        }
      else
        {
          add (only_second, g_array_index (b, PlenumSpan, j++), adjacent_second);
          adjacent_second = TRUE;
        }
    }
}

/**
 * plenum_word_diff:
 * @first: a text, UTF-8
 * @second: another
 * @only_first: (out) (transfer full) (element-type PlenumSpan): the words of @first
 *   that @second does not have there, neighbours as one span
 * @only_second: (out) (transfer full) (element-type PlenumSpan): the same of @second
 *
 * Returns: whether they were compared; two texts of very many words are not, and
 *   then nothing is marked
 */
gboolean
plenum_word_diff (const char *first, const char *second, GArray **only_first, GArray **only_second)
{
  g_autoptr (GArray) a = split (first);
  g_autoptr (GArray) b = split (second);
  gboolean compared = a->len <= MOST_WORDS && b->len <= MOST_WORDS;

  *only_first = g_array_new (FALSE, FALSE, sizeof (PlenumSpan));
  *only_second = g_array_new (FALSE, FALSE, sizeof (PlenumSpan));
  if (compared)
    collect (first, a, second, b, *only_first, *only_second);

  return compared;
}
