/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

void plenum_export_show (GtkWidget     *from,
                         PlenumLibrary *library,
                         PlenumRecord  *workshop);

G_END_DECLS
