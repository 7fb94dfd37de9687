/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in an order, as text that sorts by byte. Between two places there is
 * always another, so moving a card changes one row, and two people who move
 * cards on two laptops can be merged.
 *
 * A place is a whole number and a fraction. The whole number's first character
 * says how many digits follow ('a' one … 'z' twenty-six, and from 'Z' down to
 * 'A' the same below zero), so that adding at either end stays short for ever. */
#include "plenum-position.h"

#include <string.h>

static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
#define BASE 62
#define FIRST "a0"
#define SMALLEST "A00000000000000000000000000" /* the whole number; alone it is no place */

static int
digit_value (char c)
{
  const char *found = c == '\0' ? NULL : strchr (digits, c);

  return found == NULL ? 0 : found - digits;
}

static gsize
whole_length (const char *place)
{
  gsize length = 2;

  if (place[0] >= 'a' && place[0] <= 'z')
    length = place[0] - 'a' + 2;
  else if (place[0] >= 'A' && place[0] <= 'Z')
    length = 'Z' - place[0] + 2;

  return MIN (length, strlen (place));
}

/* Whether we can have written it: digits only, as many as the first character says,
 * no zero at the end of the fraction, and not the one place that none comes before. */
static gboolean
is_place (const char *text)
{
  gsize length = strlen (text);
  gsize whole = whole_length (text);

  if (!g_ascii_isalpha (text[0]) || strspn (text, digits) != length)
    return FALSE;
  if (whole != (gsize) (text[0] >= 'a' ? text[0] - 'a' : 'Z' - text[0]) + 2)
    return FALSE;

  return length > whole ? text[length - 1] != '0' : strcmp (text, SMALLEST) != 0;
}

/* The whole number one above (step 1) or below (step -1), or NULL at the end of all numbers. */
static char *
step_whole (const char *whole, int step)
{
  GString *next = g_string_new (whole);
  char head = next->str[0];
  gssize i;

  for (i = next->len - 1; i >= 1; i--)
    {
      int value = digit_value (next->str[i]) + step;

      if (value >= 0 && value < BASE)
        {
          next->str[i] = digits[value];
          return g_string_free (next, FALSE);
        }
      next->str[i] = digits[step > 0 ? 0 : BASE - 1];
    }

  if ((step > 0 && head == 'z') || (step < 0 && head == 'A'))
    {
      g_string_free (next, TRUE);
      return NULL;
    }

  if (step > 0)
    next->str[0] = head == 'Z' ? 'a' : head + 1;
  else
    next->str[0] = head == 'a' ? 'Z' : head - 1;

  if ((step > 0 && head >= 'a') || (step < 0 && head <= 'Z'))
    g_string_append_c (next, digits[step > 0 ? 0 : BASE - 1]);
  else if (next->len > 2)
    g_string_truncate (next, next->len - 1);

  return g_string_free (next, FALSE);
}

/* A fraction strictly between two, where "" is zero and NULL above is one. Never ends
 * in '0', which is what makes sure that there is one. */
static char *
fraction_between (const char *low, const char *high)
{
  GString *result = g_string_new (NULL);
  gsize low_length = strlen (low);
  gsize high_length = high != NULL ? strlen (high) : 0;

  for (gsize i = 0;; i++)
    {
      int a = i < low_length ? digit_value (low[i]) : 0;
      int b = high == NULL ? BASE : i < high_length ? digit_value (high[i]) : 0;

      if (b - a > 1)
        {
          g_string_append_c (result, digits[(a + b) / 2]);
          return g_string_free (result, FALSE);
        }

      g_string_append_c (result, digits[a]);
      if (b - a == 1)
        high = NULL;
    }
}

/* The whole number at or below, so that adding at the start stays short. */
static char *
place_before (const char *after)
{
  gsize length = whole_length (after);
  g_autofree char *whole = g_strndup (after, length);
  g_autofree char *fraction = NULL;
  char *below;

  if (strcmp (whole, SMALLEST) == 0)
    {
      fraction = fraction_between ("", after + length);
      return g_strconcat (whole, fraction, NULL);
    }

  below = after[length] != '\0' ? g_steal_pointer (&whole) : step_whole (whole, -1);
  if (strcmp (below, SMALLEST) == 0)
    {
      g_free (below);
      return g_strdup (SMALLEST "V");
    }

  return below;
}

/**
 * plenum_position_between:
 * @before: (nullable): the place that comes before, or %NULL for the start
 * @after: (nullable): the place that comes after, or %NULL for the end
 *
 * Where both are given but not in order (as two merged libraries can have it), or
 * one is no place of ours (as a damaged or hostile file can have it), the result is
 * only sure to come after @before.
 *
 * Returns: (transfer full): a place between the two
 */
char *
plenum_position_between (const char *before, const char *after)
{
  g_autofree char *whole = NULL;
  g_autofree char *fraction = NULL;
  gsize whole_before;

  if (before != NULL && *before == '\0')
    before = NULL;
  if (after != NULL && (!is_place (after) || (before != NULL && strcmp (before, after) >= 0)))
    after = NULL;

  if (before == NULL)
    return after != NULL ? place_before (after) : g_strdup (FIRST);
  if (!is_place (before))
    return g_strconcat (before, "V", NULL);

  whole_before = whole_length (before);
  whole = g_strndup (before, whole_before);
  if (after == NULL || strncmp (before, after, whole_before) != 0)
    {
      g_autofree char *next = step_whole (whole, 1);

      if (next != NULL && (after == NULL || strcmp (next, after) < 0))
        return g_steal_pointer (&next);
      after = NULL; /* whatever follows within this whole number comes before it */
    }

  fraction = fraction_between (before + whole_before, after != NULL ? after + whole_before : NULL);
  return g_strconcat (whole, fraction, NULL);
}
