/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PERSON_ENTRY (plenum_person_entry_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPersonEntry, plenum_person_entry, PLENUM, PERSON_ENTRY, AdwBin)

GtkWidget *plenum_person_entry_new (PlenumWorkshopModel *model);

G_END_DECLS
