/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-step-row.h"

G_BEGIN_DECLS

/* The rows of a list box, kept what the agenda says. */
PlenumStepRow *plenum_step_list_find        (GtkListBox        *list,
                                             const char        *id);
void           plenum_step_list_focus       (GtkListBox        *list,
                                             const char        *id);
void           plenum_step_list_sync        (GtkListBox        *list,
                                             PlenumAgendaModel *agenda,
                                             GtkSizeGroup      *clocks,
                                             gboolean           read_only);
void           plenum_step_list_header_func (GtkListBoxRow     *row,
                                             GtkListBoxRow     *before,
                                             gpointer           data);

G_END_DECLS
