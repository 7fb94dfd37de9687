/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_OPTION_PICKER (plenum_option_picker_get_type ())
G_DECLARE_FINAL_TYPE (PlenumOptionPicker, plenum_option_picker, PLENUM, OPTION_PICKER, AdwWindow)

/* @records: (element-type PlenumRecord): ideas or themes, in their order */
typedef void (*PlenumPickedFunc) (GPtrArray *records,
                                  gpointer   data);

const char *plenum_option_picker_get_text (PlenumRecord        *record);
void        plenum_option_picker_show     (PlenumWorkshopModel *model,
                                           PlenumRecordType     type,
                                           GtkWidget           *from,
                                           PlenumPickedFunc     picked);

G_END_DECLS
