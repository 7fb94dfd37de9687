/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-participant-column.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_CELL (plenum_participant_cell_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantCell, plenum_participant_cell, PLENUM, PARTICIPANT_CELL, GtkWidget)

GtkWidget      *plenum_participant_cell_new          (PlenumColumnId         column);
void            plenum_participant_cell_bind         (PlenumParticipantCell *self,
                                                      PlenumRecord          *record,
                                                      GtkListItem           *item);
PlenumRecord   *plenum_participant_cell_get_record   (PlenumParticipantCell *self);
PlenumColumnId  plenum_participant_cell_get_column   (PlenumParticipantCell *self);
guint           plenum_participant_cell_get_position (PlenumParticipantCell *self);
gboolean        plenum_participant_cell_get_editing  (PlenumParticipantCell *self);
void            plenum_participant_cell_edit         (PlenumParticipantCell *self);
void            plenum_participant_cell_edit_key     (PlenumParticipantCell *self,
                                                      GtkEventController    *key);
void            plenum_participant_cell_clear        (PlenumParticipantCell *self);
void            plenum_participant_cell_lock         (PlenumParticipantCell *self);
void            plenum_participant_cell_stop         (PlenumParticipantCell *self,
                                                      gboolean               keep);

G_END_DECLS
