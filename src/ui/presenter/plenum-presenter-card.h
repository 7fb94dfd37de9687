/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-wall-ink.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_CARD (plenum_presenter_card_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterCard, plenum_presenter_card, PLENUM, PRESENTER_CARD, GtkWidget)

GtkWidget *plenum_presenter_card_new        (PlenumWallInk         *ink);
void       plenum_presenter_card_show       (PlenumPresenterCard   *self,
                                             PlenumBoardEntry      *entry,
                                             PlenumCardForm         form,
                                             const graphene_size_t *size,
                                             double                 zoom,
                                             double                 em);
double     plenum_presenter_card_letters    (double                 zoom,
                                             double                 em);
gboolean   plenum_presenter_card_has_room   (const graphene_size_t *size,
                                             PlenumCardForm         form,
                                             double                 zoom,
                                             double                 em);

G_END_DECLS
