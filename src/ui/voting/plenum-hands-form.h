/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-ballots.h"
#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_HANDS_FORM (plenum_hands_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumHandsForm, plenum_hands_form, PLENUM, HANDS_FORM, AdwWindow)

void plenum_hands_form_show (PlenumLibrary  *library,
                             PlenumPollForm *form,
                             guint           present,
                             GtkWidget      *from);

G_END_DECLS
