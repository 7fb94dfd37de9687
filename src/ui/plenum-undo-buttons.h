/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-undo.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_UNDO_BUTTONS (plenum_undo_buttons_get_type ())
G_DECLARE_FINAL_TYPE (PlenumUndoButtons, plenum_undo_buttons, PLENUM, UNDO_BUTTONS, AdwBin)

void plenum_undo_buttons_set_undo (PlenumUndoButtons *self,
                                   PlenumUndo        *undo);
void plenum_undo_buttons_enable   (GtkWidget         *window,
                                   PlenumUndo        *undo);

G_END_DECLS
