/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CARD_CHOOSER (plenum_card_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCardChooser, plenum_card_chooser, PLENUM, CARD_CHOOSER, AdwWindow)

/* Not called if the window is just closed, or the desk has gone. */
typedef void (*PlenumCardChosenFunc) (PlenumBoardDesk *desk,
                                      PlenumRecord    *idea,
                                      gpointer         data);

void plenum_card_chooser_show (PlenumBoardDesk      *desk,
                               GtkWidget            *from,
                               const char           *title,
                               PlenumCardChosenFunc  chosen,
                               gpointer              data);

G_END_DECLS
