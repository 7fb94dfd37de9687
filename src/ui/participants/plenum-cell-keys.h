/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-participant-cell.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CELL_KEYS (plenum_cell_keys_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCellKeys, plenum_cell_keys, PLENUM, CELL_KEYS, GObject)

PlenumCellKeys        *plenum_cell_keys_new         (GtkColumnView         *view);
void                   plenum_cell_keys_add         (PlenumCellKeys        *self,
                                                     PlenumParticipantCell *cell);
void                   plenum_cell_keys_remove      (PlenumCellKeys        *self,
                                                     PlenumParticipantCell *cell);
gboolean               plenum_cell_keys_is_shown    (PlenumCellKeys        *self,
                                                     PlenumColumnId         column);
GtkWidget             *plenum_cell_keys_get_list    (PlenumCellKeys        *self);
PlenumParticipantCell *plenum_cell_keys_get_focused (PlenumCellKeys        *self);
guint                  plenum_cell_keys_get_row     (PlenumCellKeys        *self);
gboolean               plenum_cell_keys_go_to_row   (PlenumCellKeys        *self,
                                                     guint                  row);

G_END_DECLS
