/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_LIST (plenum_participant_list_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantList, plenum_participant_list, PLENUM, PARTICIPANT_LIST, GtkWidget)

GtkWidget *plenum_participant_list_new (PlenumWorkshopModel *model,
                                        GListModel          *people,
                                        gboolean             large);

G_END_DECLS
