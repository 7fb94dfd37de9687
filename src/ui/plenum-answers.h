/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_ANSWERS (plenum_answers_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAnswers, plenum_answers, PLENUM, ANSWERS, GtkBox)

void        plenum_answers_set_library   (PlenumAnswers *self,
                                          PlenumLibrary *library,
                                          const char    *synthesis);
void        plenum_answers_set_idea      (PlenumAnswers *self,
                                          const char    *idea);
const char *plenum_answers_name_state    (const char    *state);
char       *plenum_answers_join          (GPtrArray     *answers);

G_END_DECLS
