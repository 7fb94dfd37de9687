/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-action.h"

G_BEGIN_DECLS

/* A synthesis is a workshop of its own kind, in which the cards of others are read
 * together. It owns its themes and which card is in which of them; the cards stay
 * where they are. */

/* A theme as the analysis found it. */
typedef struct
{
  const char         *theme; /* one that is there and gets these cards, or NULL for a new one */
  const char         *title; /* of a new one */
  const char * const *ideas;
} PlenumThemeProposal;

PlenumAction *plenum_action_add_synthesis       (const char                *title,
                                                 const char                *language,
                                                 const char * const        *sources);
PlenumAction *plenum_action_choose_sources      (const char                *synthesis,
                                                 const char * const        *sources);
PlenumAction *plenum_action_accept_themes       (const char                *synthesis,
                                                 const PlenumThemeProposal *proposals,
                                                 guint                      n_proposals);
PlenumAction *plenum_action_store_themes        (const PlenumThemeProposal *proposals,
                                                 guint                      n_proposals);
PlenumAction *plenum_action_add_synthesis_theme (const char                *synthesis,
                                                 const char                *title,
                                                 const char * const        *ideas);
PlenumAction *plenum_action_assign_ideas        (const char                *synthesis,
                                                 const char * const        *ideas,
                                                 const char                *theme);
PlenumAction *plenum_action_join_themes         (const char                *theme,
                                                 const char                *into);
PlenumAction *plenum_action_split_theme         (const char                *theme,
                                                 const char                *title,
                                                 const char * const        *ideas);
PlenumAction *plenum_action_take_theme_apart    (const char                *theme);
gboolean      plenum_synthesis_check            (PlenumStore               *store,
                                                 const char                *id,
                                                 GError                   **error);
char         *plenum_source_id                  (const char                *synthesis,
                                                 const char                *source);
char         *plenum_assignment_id              (const char                *synthesis,
                                                 const char                *idea);

G_END_DECLS
