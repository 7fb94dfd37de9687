/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-record.h"

G_BEGIN_DECLS


#define PLENUM_TYPE_SYNTHESIS_CARD (plenum_synthesis_card_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisCard, plenum_synthesis_card, PLENUM, SYNTHESIS_CARD, GObject)

PlenumSynthesisCard *plenum_synthesis_card_new            (PlenumRecord        *idea,
                                                           PlenumRecord        *workshop,
                                                           guint                source,
                                                           const char          *sector);
gboolean             plenum_synthesis_card_update         (PlenumSynthesisCard *self,
                                                           PlenumSynthesisCard *now);
gboolean             plenum_synthesis_card_set_theme      (PlenumSynthesisCard *self,
                                                           const char          *theme,
                                                           gboolean             decided,
                                                           gboolean             by_hand);
void                 plenum_synthesis_card_set_typicality (PlenumSynthesisCard *self,
                                                           double               typicality);
void                 plenum_synthesis_card_tell           (PlenumSynthesisCard *self);
const char          *plenum_synthesis_card_get_id         (PlenumSynthesisCard *self);
PlenumRecord        *plenum_synthesis_card_get_idea       (PlenumSynthesisCard *self);
PlenumRecord        *plenum_synthesis_card_get_workshop   (PlenumSynthesisCard *self);
guint                plenum_synthesis_card_get_source     (PlenumSynthesisCard *self);
const char          *plenum_synthesis_card_get_sector     (PlenumSynthesisCard *self);
const char          *plenum_synthesis_card_get_theme      (PlenumSynthesisCard *self);
gboolean             plenum_synthesis_card_is_decided     (PlenumSynthesisCard *self);
gboolean             plenum_synthesis_card_is_by_hand     (PlenumSynthesisCard *self);
double               plenum_synthesis_card_get_typicality (PlenumSynthesisCard *self);
char                *plenum_synthesis_card_dup_text       (PlenumSynthesisCard *self);

G_END_DECLS
