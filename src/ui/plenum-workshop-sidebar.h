/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-page.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WORKSHOP_SIDEBAR (plenum_workshop_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopSidebar, plenum_workshop_sidebar, PLENUM, WORKSHOP_SIDEBAR, AdwBin)

void plenum_workshop_sidebar_set_page (PlenumWorkshopSidebar *self,
                                       PlenumWorkshopPage    *page);

G_END_DECLS
