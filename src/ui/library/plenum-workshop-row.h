/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-item.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WORKSHOP_ROW (plenum_workshop_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopRow, plenum_workshop_row, PLENUM, WORKSHOP_ROW, AdwBin)

GtkWidget          *plenum_workshop_row_new      (void);
void                plenum_workshop_row_set_item (PlenumWorkshopRow  *self,
                                                  PlenumWorkshopItem *item);
PlenumWorkshopItem *plenum_workshop_row_get_item (PlenumWorkshopRow  *self);
void                plenum_workshop_row_pop_up   (PlenumWorkshopRow  *self);

G_END_DECLS
