/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CHECK_IN (plenum_check_in_get_type ())
G_DECLARE_FINAL_TYPE (PlenumCheckIn, plenum_check_in, PLENUM, CHECK_IN, AdwWindow)

void plenum_check_in_show (PlenumWorkshopModel *model,
                           GtkWidget           *from);

G_END_DECLS
