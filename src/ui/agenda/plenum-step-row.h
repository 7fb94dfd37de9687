/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-agenda-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_STEP_ROW (plenum_step_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumStepRow, plenum_step_row, PLENUM, STEP_ROW, GtkListBoxRow)

GtkWidget  *plenum_step_row_new    (PlenumAgendaModel *model,
                                    const char        *id,
                                    GtkSizeGroup      *clocks,
                                    gboolean           read_only);
void        plenum_step_row_update (PlenumStepRow     *self);
const char *plenum_step_row_get_id (PlenumStepRow     *self);
void        plenum_step_row_pop_up (PlenumStepRow     *self);

G_END_DECLS
