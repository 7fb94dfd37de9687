/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_IMPORT (plenum_participant_import_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantImport, plenum_participant_import, PLENUM, PARTICIPANT_IMPORT, AdwWindow)

void plenum_participant_import_read (PlenumWorkshopModel *model,
                                     GFile               *file,
                                     GtkWidget           *from);

G_END_DECLS
