/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANTS_VIEW (plenum_participants_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantsView, plenum_participants_view, PLENUM, PARTICIPANTS_VIEW, GtkWidget)

GtkWidget *plenum_participants_view_new (PlenumWorkshopModel *model);

G_END_DECLS
