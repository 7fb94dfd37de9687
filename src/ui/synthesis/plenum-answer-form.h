/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_ANSWER_FORM (plenum_answer_form_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAnswerForm, plenum_answer_form, PLENUM, ANSWER_FORM, AdwWindow)

void plenum_answer_form_show (GtkWidget     *from,
                              PlenumLibrary *library,
                              const char    *synthesis,
                              char         **ideas);

G_END_DECLS
