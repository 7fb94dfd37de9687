/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card on a wall, or the name of a theme: for as long as it can be read it is a
 * widget, which has the focus and says what it is. */
#pragma once

#include "plenum-wall-ink.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WALL_CARD (plenum_wall_card_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWallCard, plenum_wall_card, PLENUM, WALL_CARD, GtkWidget)

GtkWidget        *plenum_wall_card_new       (PlenumWallInk    *ink);
void              plenum_wall_card_show      (PlenumWallCard   *self,
                                              PlenumBoardEntry *entry);
PlenumBoardEntry *plenum_wall_card_get_entry (PlenumWallCard   *self);
void              plenum_wall_card_set_form  (PlenumWallCard   *self,
                                              PlenumCardForm    form,
                                              const graphene_size_t *size,
                                              double            zoom);
void              plenum_wall_card_describe  (PlenumWallCard   *self,
                                              const char       *place);
gboolean          plenum_wall_card_is_late   (PlenumWallCard   *self);

G_END_DECLS
