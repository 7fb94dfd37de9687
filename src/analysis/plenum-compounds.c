/* SPDX-License-Identifier: GPL-3.0-or-later */
/* German compounds, split by what else the collection says (Koehn and Knight 2003). */
#include "plenum-compounds.h"

#include <string.h>

#define LEAST_LETTERS 4
#define LEAST_SEEN    3
#define MOST_LETTERS  60

static const char * const links[] = { "", "s", "es", "n", "en", "e", "er" };

/* The first part without the letters that link it to the second. */
static char *
take_first (const char *stem, const char *end, const char *link)
{
  g_autofree char *first = g_strndup (stem, end - stem);
  gsize length = strlen (link);

  if (!g_str_has_suffix (first, link))
    return NULL;
  first[strlen (first) - length] = '\0';

  return g_utf8_strlen (first, -1) >= LEAST_LETTERS ? g_steal_pointer (&first) : NULL;
}

/**
 * plenum_compound_split:
 * @stem: of a German word
 * @first: (out): the stem of its first part
 * @second: (out): and of the second
 *
 * A stem is split where the geometric mean of how often its parts stand is
 * greatest, and greater than how often it stands itself. Each part has four
 * letters or more and stands three times or more.
 *
 * Returns: whether it is split; the outputs are untouched if not
 */
gboolean
plenum_compound_split (const char *stem, PlenumStemCount count, gpointer data, char **first, char **second)
{
  guint own = count (stem, data);
  guint64 best = (guint64) own * own;
  g_autofree char *best_first = NULL;
  const char *best_second = NULL, *at;
  glong letters = g_utf8_strlen (stem, -1);

  if (letters < 2 * LEAST_LETTERS || letters > MOST_LETTERS)
    return FALSE;

  at = g_utf8_offset_to_pointer (stem, LEAST_LETTERS);
  for (glong i = LEAST_LETTERS; i <= letters - LEAST_LETTERS; i++, at = g_utf8_next_char (at))
    {
      guint seen_second = count (at, data);

      for (guint j = 0; j < G_N_ELEMENTS (links) && seen_second >= LEAST_SEEN; j++)
        {
          g_autofree char *part = take_first (stem, at, links[j]);
          guint seen_first = part != NULL ? count (part, data) : 0;

          if (seen_first >= LEAST_SEEN && (guint64) seen_first * seen_second > best)
            {
              best = (guint64) seen_first * seen_second;
              g_free (best_first);
              best_first = g_steal_pointer (&part);
              best_second = at;
            }
        }
    }
  if (best_second == NULL)
    return FALSE;

  *first = g_steal_pointer (&best_first);
  *second = g_strdup (best_second);
  return TRUE;
}
