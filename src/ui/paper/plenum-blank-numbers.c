/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers that are printed on a workshop's blank cards, so that none comes twice.
 * Nobody has typed such a card yet, so the library knows nothing of it: what is on
 * paper is remembered beside it. The codes need no memory, each is an id of its own. */
#include "plenum-blank-numbers.h"

#define KEY "blank-numbers"

/**
 * plenum_blank_numbers_next:
 * @settings: those of the application
 * @workshop: its id
 *
 * Returns: the first number, from 1, that no blank card of the workshop has; from the
 *   beginning again when all are used up
 */
guint
plenum_blank_numbers_next (GSettings *settings, const char *workshop)
{
  g_autoptr (GVariant) last = g_settings_get_value (settings, KEY);
  guint number;

  if (!g_variant_lookup (last, workshop, "u", &number) || number >= PLENUM_LAST_BLANK_NUMBER)
    return 1;

  return number + 1;
}

/**
 * plenum_blank_numbers_take:
 * @first: the first of those that are on paper now
 * @count: how many
 */
void
plenum_blank_numbers_take (GSettings *settings, const char *workshop, guint first, guint count)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY);
  g_auto (GVariantBuilder) after = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{su}"));
  guint last = first + count - 1, number;
  GVariantIter iter;
  const char *id;

  if (count == 0)
    return;

  g_variant_iter_init (&iter, before);
  while (g_variant_iter_next (&iter, "{&su}", &id, &number))
    if (!g_str_equal (id, workshop))
      g_variant_builder_add (&after, "{su}", id, number);
    else if (number < PLENUM_LAST_BLANK_NUMBER)
      last = MAX (last, number);
  g_variant_builder_add (&after, "{su}", workshop, last);
  g_settings_set_value (settings, KEY, g_variant_builder_end (&after));
}
