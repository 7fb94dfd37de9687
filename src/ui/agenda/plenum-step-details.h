/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-agenda-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_STEP_DETAILS (plenum_step_details_get_type ())
G_DECLARE_FINAL_TYPE (PlenumStepDetails, plenum_step_details, PLENUM, STEP_DETAILS, AdwBin)

void        plenum_step_details_set_model (PlenumStepDetails *self,
                                           PlenumAgendaModel *model);
void        plenum_step_details_set_step  (PlenumStepDetails *self,
                                           const char        *id);
const char *plenum_step_details_get_step  (PlenumStepDetails *self);

G_END_DECLS
