/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plenum-card-kinds.h"

#include <glib/gi18n-lib.h>

static const PlenumCardKind table[] = {
  /* Translators: the kinds a card can be of; this is the one most cards are. */
  { "idea", NC_("kind of card", "Idea"), "plenum-kind-idea-symbolic" },
  { "need", NC_("kind of card", "Need"), "plenum-kind-need-symbolic" },
  { "question", NC_("kind of card", "Question"), "plenum-kind-question-symbolic" },
  { "resource", NC_("kind of card", "Resource"), "plenum-kind-resource-symbolic" },
  { "remark", NC_("kind of card", "Remark"), "plenum-kind-remark-symbolic" },
  { "lesson", NC_("kind of card", "Lesson"), "plenum-kind-lesson-symbolic" },
};

/**
 * plenum_card_kinds_get_table:
 * @length: (out): how many there are
 *
 * Returns: (transfer none): the kinds
 */
const PlenumCardKind *
plenum_card_kinds_get_table (guint *length)
{
  *length = G_N_ELEMENTS (table);

  return table;
}

/**
 * plenum_card_kinds_find:
 *
 * Returns: (transfer none): the kind with that id; of one that a newer program
 *   made up, the first
 */
const PlenumCardKind *
plenum_card_kinds_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      return &table[i];

  return &table[0];
}

/**
 * plenum_card_kinds_get_name:
 *
 * Returns: its name in the user's language
 */
const char *
plenum_card_kinds_get_name (const char *id)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "kind of card", plenum_card_kinds_find (id)->name);
}
