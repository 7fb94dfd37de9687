/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-library.h"
#include "plenum-workshop-item.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WORKSHOP_LIST (plenum_workshop_list_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopList, plenum_workshop_list, PLENUM, WORKSHOP_LIST, GObject)

PlenumWorkshopList *plenum_workshop_list_new         (PlenumLibrary      *library);
PlenumWorkshopList *plenum_workshop_list_new_fixed   (GPtrArray          *summaries);
void                plenum_workshop_list_set_query   (PlenumWorkshopList *self,
                                                      const char         *query);
const char         *plenum_workshop_list_get_query   (PlenumWorkshopList *self);
void                plenum_workshop_list_set_section (PlenumWorkshopList *self,
                                                      PlenumSection       section);
PlenumSection       plenum_workshop_list_get_section (PlenumWorkshopList *self);
gboolean            plenum_workshop_list_get_loaded  (PlenumWorkshopList *self);
guint               plenum_workshop_list_count       (PlenumWorkshopList *self,
                                                      PlenumSection       section);

G_END_DECLS
