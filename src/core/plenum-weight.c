/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-weight.h"

#include <string.h>

#define MOST_DIGITS 9

/**
 * plenum_weight_is_valid:
 * @weight: any text
 *
 * Returns: whether @weight is one that a vote can have: a positive whole number
 *   or fraction, "1" or "3/2", of at most nine digits above and below
 */
gboolean
plenum_weight_is_valid (const char *weight)
{
  gsize digits = strspn (weight, "0123456789");
  const char *rest = weight + digits;

  if (digits == 0 || digits > MOST_DIGITS || strspn (weight, "0") == digits)
    return FALSE;
  if (*rest == '\0')
    return TRUE;

  return *rest == '/' && strchr (rest + 1, '/') == NULL && plenum_weight_is_valid (rest + 1);
}
