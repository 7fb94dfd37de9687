/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-conflict.h"
#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CONFLICT_ROW (plenum_conflict_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumConflictRow, plenum_conflict_row, PLENUM, CONFLICT_ROW, GtkListBoxRow)

GtkWidget      *plenum_conflict_row_new          (PlenumLibrary     *library,
                                                  PlenumConflict    *conflict);
PlenumConflict *plenum_conflict_row_get_conflict (PlenumConflictRow *self);

G_END_DECLS
