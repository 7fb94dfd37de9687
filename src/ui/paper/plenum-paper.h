/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-board-model.h"

G_BEGIN_DECLS

void plenum_paper_install (GtkWidget        *view,
                           PlenumBoardModel *model);

G_END_DECLS
