/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballot-draft.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BALLOT_DUEL (plenum_ballot_duel_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBallotDuel, plenum_ballot_duel, PLENUM, BALLOT_DUEL, GtkWidget)

GtkWidget *plenum_ballot_duel_new (PlenumBallotDraft *draft);

G_END_DECLS
