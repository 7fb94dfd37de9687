/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WORKSHOP_FORM (plenum_workshop_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWorkshopForm, plenum_workshop_form, PLENUM, WORKSHOP_FORM, AdwWindow)

void plenum_workshop_form_show_new  (GtkWidget     *from,
                                     PlenumLibrary *library,
                                     const char    *template);
void plenum_workshop_form_show_edit (GtkWidget     *from,
                                     PlenumLibrary *library,
                                     PlenumRecord  *workshop);

G_END_DECLS
