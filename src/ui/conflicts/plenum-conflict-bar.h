/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CONFLICT_BAR (plenum_conflict_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumConflictBar, plenum_conflict_bar, PLENUM, CONFLICT_BAR, AdwBin)

void plenum_conflict_bar_set_model (PlenumConflictBar   *self,
                                    PlenumWorkshopModel *model);
void plenum_conflict_bar_compare   (PlenumConflictBar   *self);

G_END_DECLS
