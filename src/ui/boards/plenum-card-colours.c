/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-colours.h"

#include <glib/gi18n.h>

static const PlenumCardColour table[] = {
  { "yellow", N_("Yellow") },
  { "orange", N_("Orange") },
  { "red", N_("Red") },
  { "purple", N_("Purple") },
  { "blue", N_("Blue") },
  { "green", N_("Green") },
  { "grey", N_("Grey") },
  { "white", N_("White") },
};

/**
 * plenum_card_colours_get_table:
 * @length: (out): how many there are
 *
 * Returns: (transfer none): the colours, in the order of the menu
 */
const PlenumCardColour *
plenum_card_colours_get_table (guint *length)
{
  *length = G_N_ELEMENTS (table);

  return table;
}

/**
 * plenum_card_colours_find:
 * @id: (nullable): as stored
 *
 * Returns: (nullable): the colour, or %NULL if it is none of these
 */
const PlenumCardColour *
plenum_card_colours_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      return &table[i];

  return NULL;
}
