/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_IMPORT_DIALOG (plenum_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PlenumImportDialog, plenum_import_dialog, PLENUM, IMPORT_DIALOG, AdwWindow)

void plenum_import_dialog_ask        (GtkWidget     *from,
                                      PlenumLibrary *library);
void plenum_import_dialog_files      (GtkWidget     *from,
                                      PlenumLibrary *library,
                                      GListModel    *files);
void plenum_import_dialog_take_drops (GtkWidget     *widget,
                                      PlenumLibrary *library);

G_END_DECLS
