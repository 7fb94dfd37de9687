/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-list.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_LIBRARY_SIDEBAR (plenum_library_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumLibrarySidebar, plenum_library_sidebar, PLENUM, LIBRARY_SIDEBAR, AdwBin)

void plenum_library_sidebar_set_list (PlenumLibrarySidebar *self,
                                      PlenumWorkshopList   *list);

G_END_DECLS
