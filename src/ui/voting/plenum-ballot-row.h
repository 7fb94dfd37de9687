/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballot-draft.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BALLOT_ROW (plenum_ballot_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBallotRow, plenum_ballot_row, PLENUM, BALLOT_ROW, GtkWidget)

GtkWidget *plenum_ballot_row_new        (PlenumBallotDraft *draft,
                                         guint              option);
guint      plenum_ballot_row_get_option (PlenumBallotRow   *self);

G_END_DECLS
