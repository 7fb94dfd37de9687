/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-ballots.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOOTH (plenum_booth_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBooth, plenum_booth, PLENUM, BOOTH, AdwWindow)

void plenum_booth_show (PlenumWorkshopModel *model,
                        PlenumPollForm      *form,
                        GtkWidget           *from);

G_END_DECLS
