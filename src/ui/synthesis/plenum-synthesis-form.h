/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_SYNTHESIS_FORM (plenum_synthesis_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisForm, plenum_synthesis_form, PLENUM, SYNTHESIS_FORM, AdwWindow)

void plenum_synthesis_form_show (GtkWidget     *from,
                                 PlenumLibrary *library,
                                 PlenumRecord  *synthesis);

G_END_DECLS
