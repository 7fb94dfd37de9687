/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-record.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_ROW (plenum_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantRow, plenum_participant_row, PLENUM, PARTICIPANT_ROW, GtkWidget)

typedef enum
{
  PLENUM_PARTICIPANT_ROW_PLAIN,  /* who it is */
  PLENUM_PARTICIPANT_ROW_SWITCH, /* and a switch */
  PLENUM_PARTICIPANT_ROW_LARGE,  /* the whole row is a check */
} PlenumParticipantRowKind;

GtkWidget    *plenum_participant_row_new        (PlenumParticipantRowKind  kind);
void          plenum_participant_row_set_record (PlenumParticipantRow *self,
                                                 PlenumRecord         *record);
PlenumRecord *plenum_participant_row_get_record (PlenumParticipantRow *self);
void          plenum_participant_row_lock       (PlenumParticipantRow *self);

G_END_DECLS
