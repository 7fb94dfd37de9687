/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of cards in the order of the menu and of the keys Ctrl+1 to Ctrl+6. */
typedef struct
{
  const char *id;   /* as stored, and the style class of its paper */
  const char *name; /* untranslated */
  const char *icon;
} PlenumCardKind;

const PlenumCardKind *plenum_card_kinds_get_table (guint      *length);
const PlenumCardKind *plenum_card_kinds_find      (const char *id);
const char           *plenum_card_kinds_get_name  (const char *id);

G_END_DECLS
