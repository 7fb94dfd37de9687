/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The colours that a card can have instead of its kind's. */
typedef struct
{
  const char *id;   /* as stored, and the style class of its paper */
  const char *name; /* untranslated */
} PlenumCardColour;

const PlenumCardColour *plenum_card_colours_get_table (guint      *length);
const PlenumCardColour *plenum_card_colours_find      (const char *id);

G_END_DECLS
