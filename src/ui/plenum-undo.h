/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_UNDO (plenum_undo_get_type ())
G_DECLARE_FINAL_TYPE (PlenumUndo, plenum_undo, PLENUM, UNDO, GObject)

PlenumUndo *plenum_undo_new            (PlenumLibrary *library);
void        plenum_undo_set_workshop   (PlenumUndo    *self,
                                        const char    *workshop);
const char *plenum_undo_get_workshop   (PlenumUndo    *self);
const char *plenum_undo_get_undo_label (PlenumUndo    *self);
const char *plenum_undo_get_redo_label (PlenumUndo    *self);

G_END_DECLS
