/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_SYNTHESIS_ROW (plenum_synthesis_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisRow, plenum_synthesis_row, PLENUM, SYNTHESIS_ROW, AdwBin)

GtkWidget           *plenum_synthesis_row_new      (PlenumSynthesisModel *model);
void                 plenum_synthesis_row_set_card (PlenumSynthesisRow   *self,
                                                    PlenumSynthesisCard  *card);
void                 plenum_synthesis_row_set_mixed (PlenumSynthesisRow  *self,
                                                    gboolean              mixed);
PlenumSynthesisCard *plenum_synthesis_row_get_card (PlenumSynthesisRow   *self);
char                *plenum_synthesis_row_describe (PlenumSynthesisCard  *card);

G_END_DECLS
