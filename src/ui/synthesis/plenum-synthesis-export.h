/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

void plenum_synthesis_export_show (GtkWidget            *from,
                                   PlenumSynthesisModel *model,
                                   const char           *title);

G_END_DECLS
