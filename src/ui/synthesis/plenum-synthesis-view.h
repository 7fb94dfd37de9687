/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-synthesis-card.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_SYNTHESIS_VIEW (plenum_synthesis_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisView, plenum_synthesis_view, PLENUM, SYNTHESIS_VIEW, AdwBin)

GtkWidget *plenum_synthesis_view_new       (PlenumWorkshopModel *workshop);
void       plenum_synthesis_view_move_to   (PlenumSynthesisView *self,
                                            const char          *theme);
void       plenum_synthesis_view_pick      (PlenumSynthesisView *self,
                                            PlenumSynthesisCard *card);

G_END_DECLS
