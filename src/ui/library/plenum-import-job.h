/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-import.h"

G_BEGIN_DECLS

typedef void (*PlenumImportOpenedFunc) (PlenumImport  *import,
                                        GtkWidget     *from,
                                        PlenumLibrary *library);

void plenum_import_job_open  (GtkWidget              *from,
                              PlenumLibrary          *library,
                              GListModel             *files,
                              PlenumImportOpenedFunc  opened);
void plenum_import_job_start (GtkWidget              *from,
                              PlenumLibrary          *library,
                              PlenumImport           *import);

G_END_DECLS
