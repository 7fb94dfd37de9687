/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-agenda.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_AGENDA_MODEL (plenum_agenda_model_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAgendaModel, plenum_agenda_model, PLENUM, AGENDA_MODEL, GObject)

PlenumAgendaModel      *plenum_agenda_model_new      (PlenumWorkshopModel *workshop);
PlenumWorkshopModel    *plenum_agenda_model_get_workshop (PlenumAgendaModel *self);
guint                   plenum_agenda_model_get_n    (PlenumAgendaModel   *self);
PlenumRecord           *plenum_agenda_model_get_step (PlenumAgendaModel   *self,
                                                      guint                i);
const PlenumAgendaTime *plenum_agenda_model_get_time (PlenumAgendaModel   *self,
                                                      guint                i);
const PlenumAgendaDay  *plenum_agenda_model_get_day  (PlenumAgendaModel   *self);
int                     plenum_agenda_model_find     (PlenumAgendaModel   *self,
                                                      const char          *id);
guint                   plenum_agenda_model_get_left (PlenumAgendaModel   *self);

G_END_DECLS
