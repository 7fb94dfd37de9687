/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_FORM (plenum_participant_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantForm, plenum_participant_form, PLENUM, PARTICIPANT_FORM, AdwWindow)

void plenum_participant_form_show (PlenumWorkshopModel *model,
                                   PlenumRecord        *participant,
                                   GtkWidget           *from);

G_END_DECLS
