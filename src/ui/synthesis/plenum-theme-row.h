/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

GtkWidget *plenum_theme_row_new (PlenumSynthesisModel *model,
                                 const char           *theme,
                                 guint                 largest);

G_END_DECLS
