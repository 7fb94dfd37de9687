/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_AGENDA_VIEW (plenum_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAgendaView, plenum_agenda_view, PLENUM, AGENDA_VIEW, GtkWidget)

GtkWidget *plenum_agenda_view_new (PlenumWorkshopModel *model);

G_END_DECLS
