/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-form.h"

static const struct { const char *name; double width, height; } table[] = {
  [PLENUM_FORM_RECTANGLE] = { "", 200, 120 },
  [PLENUM_FORM_OVAL] = { "oval", 220, 120 },
  [PLENUM_FORM_CIRCLE] = { "circle", 150, 150 },
  [PLENUM_FORM_STRIP] = { "strip", 320, 60 },
  [PLENUM_FORM_CLOUD] = { "cloud", 240, 150 },
};

/**
 * plenum_card_form_find:
 * @name: (nullable): of an idea's form
 *
 * Returns: the form; a rectangle where there is none, or a newer program made it up
 */
PlenumCardForm
plenum_card_form_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (name, table[i].name) == 0)
      return i;

  return PLENUM_FORM_RECTANGLE;
}

/**
 * plenum_card_form_get_size:
 * @size: (nullable): of an idea: "small", "large" or else the usual one
 * @width: (out): in wall units
 * @height: (out): the same
 *
 * Tells how large a card is on the wall.
 */
void
plenum_card_form_get_size (PlenumCardForm form, const char *size, double *width, double *height)
{
  double factor = g_strcmp0 (size, "small") == 0 ? 0.7 : g_strcmp0 (size, "large") == 0 ? 1.5 : 1;

  g_return_if_fail (form < G_N_ELEMENTS (table));

  *width = table[form].width * factor;
  *height = table[form].height * factor;
}
