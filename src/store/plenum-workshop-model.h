/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-record-list.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WORKSHOP_MODEL (plenum_workshop_model_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopModel, plenum_workshop_model, PLENUM, WORKSHOP_MODEL, GObject)

PlenumWorkshopModel *plenum_workshop_model_new          (PlenumLibrary       *library,
                                                         const char          *id);
PlenumLibrary       *plenum_workshop_model_get_library  (PlenumWorkshopModel *self);
gboolean             plenum_workshop_model_is_read_only (PlenumWorkshopModel *self);
const char          *plenum_workshop_model_get_id       (PlenumWorkshopModel *self);
PlenumRecord        *plenum_workshop_model_get_workshop (PlenumWorkshopModel *self);
PlenumRecordList    *plenum_workshop_model_get_list     (PlenumWorkshopModel *self,
                                                         PlenumRecordType     type);

G_END_DECLS
