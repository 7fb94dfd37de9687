/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in order without comparing them: byte by byte from the lowest, each time
 * keeping the order that there was (Knuth 1973, 5.2.5). Hashes have no order that a
 * sort by comparisons could make use of. */
#include "plenum-radix.h"

#include <string.h>

#define FEW 32 /* so few are in order sooner by putting each in its place */

/* Where the values with each byte begin; FALSE if all have the same. */
static gboolean
place (gsize counts[256], gsize n)
{
  gsize start = 0;

  for (guint i = 0; i < 256; i++)
    {
      gsize count = counts[i];

      if (count == n)
        return FALSE;
      counts[i] = start;
      start += count;
    }

  return TRUE;
}

static void
insert_each (guint32 *values, gsize n)
{
  for (gsize i = 1; i < n; i++)
    {
      guint32 value = values[i];
      gsize at = i;

      for (; at > 0 && values[at - 1] > value; at--)
        values[at] = values[at - 1];
      values[at] = value;
    }
}

/**
 * plenum_radix_sort_32:
 * @values: (array length=n): become ascending
 * @scratch: (array length=n): is overwritten
 */
void
plenum_radix_sort_32 (guint32 *values, guint32 *scratch, gsize n)
{
  guint32 *from = values, *to = scratch;

  if (n < FEW)
    {
      insert_each (values, n);
      return;
    }

  for (guint shift = 0; shift < 32; shift += 8)
    {
      gsize counts[256] = { 0 };
      guint32 *swap = from;

      for (gsize i = 0; i < n; i++)
        counts[from[i] >> shift & 0xff]++;
      if (!place (counts, n))
        continue;
      for (gsize i = 0; i < n; i++)
        to[counts[from[i] >> shift & 0xff]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != values)
    memcpy (values, from, n * sizeof *values);
}

/**
 * plenum_radix_sort_64:
 * @values: (array length=n): become ascending
 * @scratch: (array length=n): is overwritten
 */
void
plenum_radix_sort_64 (guint64 *values, guint64 *scratch, gsize n)
{
  guint64 *from = values, *to = scratch;

  for (guint shift = 0; shift < 64 && n > 1; shift += 8)
    {
      gsize counts[256] = { 0 };
      guint64 *swap = from;

      for (gsize i = 0; i < n; i++)
        counts[from[i] >> shift & 0xff]++;
      if (!place (counts, n))
        continue;
      for (gsize i = 0; i < n; i++)
        to[counts[from[i] >> shift & 0xff]++] = from[i];
      from = to;
      to = swap;
    }
  if (from != values && n > 1)
    memcpy (values, from, n * sizeof *values);
}
