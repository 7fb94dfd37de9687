/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-undo.h"
#include "plenum-workshop-list.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_LIBRARY_VIEW (plenum_library_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumLibraryView, plenum_library_view, PLENUM, LIBRARY_VIEW, AdwBin)

void                plenum_library_view_set_library (PlenumLibraryView *self,
                                                     PlenumLibrary     *library,
                                                     PlenumUndo        *undo,
                                                     GMenuModel        *menu);
PlenumWorkshopList *plenum_library_view_get_list    (PlenumLibraryView *self);
void                plenum_library_view_search      (PlenumLibraryView *self);
void                plenum_library_view_focus       (PlenumLibraryView *self);

G_END_DECLS
