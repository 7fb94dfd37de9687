/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-board-entry.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD (plenum_card_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCard, plenum_card, PLENUM, CARD, GtkWidget)

GtkWidget *plenum_card_new        (void);
void       plenum_card_show       (PlenumCard       *self,
                                   PlenumBoardEntry *entry);
void       plenum_card_set_editor (PlenumCard       *self,
                                   GtkWidget        *editor);
void       plenum_card_paint      (GtkWidget        *paper,
                                   PlenumBoardEntry *entry);

G_END_DECLS
