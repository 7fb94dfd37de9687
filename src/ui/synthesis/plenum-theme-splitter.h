/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

void plenum_theme_splitter_run (GtkWidget            *from,
                                PlenumSynthesisModel *model,
                                const char           *theme);

G_END_DECLS
