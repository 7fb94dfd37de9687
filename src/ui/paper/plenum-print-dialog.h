/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-paper-job.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRINT_DIALOG (plenum_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPrintDialog, plenum_print_dialog, PLENUM, PRINT_DIALOG, AdwWindow)

void plenum_print_dialog_show (GtkWidget              *from,
                               PlenumLibrary          *library,
                               const PlenumPaperOrder *order);

G_END_DECLS
