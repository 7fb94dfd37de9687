/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-conflict.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CONFLICT_LIST (plenum_conflict_list_get_type ())
G_DECLARE_FINAL_TYPE (PlenumConflictList, plenum_conflict_list, PLENUM, CONFLICT_LIST, GObject)

PlenumConflictList  *plenum_conflict_list_new       (PlenumWorkshopModel *model);
PlenumWorkshopModel *plenum_conflict_list_get_model (PlenumConflictList  *self);
GPtrArray           *plenum_conflict_list_get       (PlenumConflictList  *self);

G_END_DECLS
