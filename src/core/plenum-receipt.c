/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The code by which the voter of a secret poll finds the ballot again. It is
 * random, so it says nothing; it is read out and typed, so its letters are those
 * of Crockford's Base32, which leaves out what is mistaken for something else. */
#include "plenum-receipt.h"

#include <string.h>

#include "plenum-random.h"

#define HALF 5 /* characters before and after the dash: 50 bits in all */

static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * plenum_receipt_new:
 *
 * Returns: (transfer full): a code of #PLENUM_RECEIPT_LENGTH characters that no
 *   other ballot has
 */
char *
plenum_receipt_new (void)
{
  guint8 bytes[2 * HALF];
  GString *code = g_string_new (NULL);

  plenum_random_fill (bytes, sizeof bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    {
      if (i == HALF)
        g_string_append_c (code, '-');
      g_string_append_c (code, letters[bytes[i] % 32]);
    }

  return g_string_free (code, FALSE);
}

static char
read_letter (char c)
{
  switch (g_ascii_toupper (c))
    {
    case 'O':
      return '0';

    case 'I':
    case 'L':
      return '1';

    default:
      return g_ascii_toupper (c);
    }
}

/**
 * plenum_receipt_read:
 * @typed: what a person typed: small letters, spaces and no dash are fine, and an
 *   O for a zero
 *
 * Returns: (transfer full) (nullable): the code as it was given out, or %NULL if it
 *   can be none
 */
char *
plenum_receipt_read (const char *typed)
{
  g_autoptr (GString) code = g_string_new (NULL);

  for (; *typed != '\0'; typed++)
    {
      char c = read_letter (*typed);

      if (c == '-' || g_ascii_isspace (c))
        continue;
      if (strchr (letters, c) == NULL || code->len == PLENUM_RECEIPT_LENGTH)
        return NULL;
      if (code->len == HALF)
        g_string_append_c (code, '-');
      g_string_append_c (code, c);
    }

  return code->len == PLENUM_RECEIPT_LENGTH ? g_strdup (code->str) : NULL;
}
