/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-ballots.h"
#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PAPER_FORM (plenum_paper_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPaperForm, plenum_paper_form, PLENUM, PAPER_FORM, AdwWindow)

void plenum_paper_form_show (PlenumLibrary  *library,
                             PlenumPollForm *form,
                             GtkWidget      *from);

G_END_DECLS
