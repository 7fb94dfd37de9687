/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-agenda-model.h"
#include "plenum-presenter-slide.h"

G_BEGIN_DECLS

void plenum_presenter_agenda_show (PlenumPresenterSlide *slide,
                                   PlenumAgendaModel    *agenda);

G_END_DECLS
