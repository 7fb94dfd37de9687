/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-summary.h"

G_BEGIN_DECLS

/* Where a workshop stands in the library, in the order of the list. */
typedef enum
{
  PLENUM_SECTION_RUNNING,
  PLENUM_SECTION_PLANNED,
  PLENUM_SECTION_FINISHED,
  PLENUM_SECTION_ARCHIVED,
  PLENUM_N_SECTIONS
} PlenumSection;

#define PLENUM_TYPE_WORKSHOP_ITEM (plenum_workshop_item_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopItem, plenum_workshop_item, PLENUM, WORKSHOP_ITEM, GObject)

PlenumWorkshopItem *plenum_workshop_item_new          (PlenumSummary      *summary);
PlenumWorkshopItem *plenum_workshop_item_new_heading  (PlenumSection       section);
void                plenum_workshop_item_update       (PlenumWorkshopItem *self,
                                                       PlenumSummary      *summary);
gboolean            plenum_workshop_item_set_place    (PlenumWorkshopItem *self,
                                                       gboolean            first,
                                                       gboolean            last);
void                plenum_workshop_item_tell         (PlenumWorkshopItem *self);
PlenumRecord       *plenum_workshop_item_get_workshop (PlenumWorkshopItem *self);
PlenumSection       plenum_workshop_item_get_section  (PlenumWorkshopItem *self);
guint               plenum_workshop_item_get_ideas    (PlenumWorkshopItem *self);
guint               plenum_workshop_item_get_people   (PlenumWorkshopItem *self);
guint               plenum_workshop_item_get_polls    (PlenumWorkshopItem *self);
gboolean            plenum_workshop_item_is_first     (PlenumWorkshopItem *self);
gboolean            plenum_workshop_item_is_last      (PlenumWorkshopItem *self);
const char         *plenum_section_get_title          (PlenumSection       section);

G_END_DECLS
