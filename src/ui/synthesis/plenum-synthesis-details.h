/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_SYNTHESIS_DETAILS (plenum_synthesis_details_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisDetails, plenum_synthesis_details, PLENUM, SYNTHESIS_DETAILS, AdwBin)

void                 plenum_synthesis_details_set_model (PlenumSynthesisDetails *self,
                                                         PlenumSynthesisModel   *model);
void                 plenum_synthesis_details_set_card  (PlenumSynthesisDetails *self,
                                                         PlenumSynthesisCard    *card);
PlenumSynthesisCard *plenum_synthesis_details_get_card  (PlenumSynthesisDetails *self);

G_END_DECLS
