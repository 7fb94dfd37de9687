/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-participant-column.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PARTICIPANT_TABLE (plenum_participant_table_get_type ())
G_DECLARE_FINAL_TYPE (PlenumParticipantTable, plenum_participant_table, PLENUM, PARTICIPANT_TABLE, GtkWidget)

GtkWidget  *plenum_participant_table_new          (PlenumWorkshopModel    *model,
                                                   GListModel             *people);
GListModel *plenum_participant_table_get_rows     (PlenumParticipantTable *self);
GPtrArray  *plenum_participant_table_get_selected (PlenumParticipantTable *self);
char       *plenum_participant_table_copy         (PlenumParticipantTable *self);
void        plenum_participant_table_paste        (PlenumParticipantTable *self,
                                                   const char             *text);
void        plenum_participant_table_delete       (PlenumParticipantTable *self);
void        plenum_participant_table_reveal       (PlenumParticipantTable *self,
                                                   const char             *id);
void        plenum_participant_table_show_email   (PlenumParticipantTable *self,
                                                   gboolean                show);
GtkSorter  *plenum_participant_table_get_sorter   (PlenumParticipantTable *self);
void        plenum_participant_table_sort         (PlenumParticipantTable *self,
                                                   PlenumColumnId          column);

G_END_DECLS
