/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-record.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_ROW (plenum_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantRow, plenum_participant_row, PLENUM, PARTICIPANT_ROW, GtkWidget)

GtkWidget    *plenum_participant_row_new        (gboolean              large);
void          plenum_participant_row_set_record (PlenumParticipantRow *self,
                                                 PlenumRecord         *record);
PlenumRecord *plenum_participant_row_get_record (PlenumParticipantRow *self);

G_END_DECLS
