/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-record.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_VOTER_ROW (plenum_voter_row_get_type ())
G_DECLARE_FINAL_TYPE (PlenumVoterRow, plenum_voter_row, PLENUM, VOTER_ROW, GtkWidget)

GtkWidget    *plenum_voter_row_new        (void);
void          plenum_voter_row_set_record (PlenumVoterRow *self,
                                           PlenumRecord   *record);
PlenumRecord *plenum_voter_row_get_record (PlenumVoterRow *self);
void          plenum_voter_row_set_voted  (PlenumVoterRow *self,
                                           gboolean        voted);

G_END_DECLS
