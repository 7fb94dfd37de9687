/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballot-draft.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BALLOT_FORM (plenum_ballot_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBallotForm, plenum_ballot_form, PLENUM, BALLOT_FORM, GtkWidget)

GtkWidget *plenum_ballot_form_new (PlenumBallotDraft *draft);

G_END_DECLS
