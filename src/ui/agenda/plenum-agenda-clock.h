/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-agenda-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_AGENDA_CLOCK (plenum_agenda_clock_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAgendaClock, plenum_agenda_clock, PLENUM, AGENDA_CLOCK, AdwBin)

GtkWidget *plenum_agenda_clock_new (PlenumAgendaModel *model,
                                    gboolean           read_only);

G_END_DECLS
