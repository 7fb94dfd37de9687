/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-undo.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

/* One workshop with its views. Each view is a widget made from a model when it
 * is first shown. It takes part in the frame by properties that it may have:
 *
 *  "shown" (string, read and write): the id of the board or poll it shows, which
 *    the sidebar marks and sets; its notification tells the sidebar;
 *  "search-mode" (boolean, read and write): whether its search is open, which
 *    the header's button and Ctrl+F switch. */
#define PLENUM_TYPE_WORKSHOP_PAGE (plenum_workshop_page_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopPage, plenum_workshop_page, PLENUM, WORKSHOP_PAGE, AdwBin)

GtkWidget           *plenum_workshop_page_new       (PlenumWorkshopModel *model,
                                                     PlenumUndo          *undo,
                                                     GMenuModel          *menu);
PlenumWorkshopModel *plenum_workshop_page_get_model (PlenumWorkshopPage  *self);
const char          *plenum_workshop_page_get_view  (PlenumWorkshopPage  *self);
char                *plenum_workshop_page_get_shown (PlenumWorkshopPage  *self);
void                 plenum_workshop_page_show      (PlenumWorkshopPage  *self,
                                                     const char          *view,
                                                     const char          *record);
void                 plenum_workshop_page_search    (PlenumWorkshopPage  *self);

G_END_DECLS
