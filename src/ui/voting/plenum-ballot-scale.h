/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballot-draft.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BALLOT_SCALE (plenum_ballot_scale_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBallotScale, plenum_ballot_scale, PLENUM, BALLOT_SCALE, GtkWidget)

GtkWidget *plenum_ballot_scale_new (PlenumBallotDraft *draft,
                                    guint              option);

G_END_DECLS
