/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD_CONTEXT (plenum_card_context_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCardContext, plenum_card_context, PLENUM, CARD_CONTEXT, GtkBox)

GtkWidget *plenum_card_context_new  (PlenumBoardDesk   *desk);
void       plenum_card_context_show (PlenumCardContext *self,
                                     PlenumBoardEntry  *entry);

G_END_DECLS
