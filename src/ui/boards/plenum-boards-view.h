/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARDS_VIEW (plenum_boards_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardsView, plenum_boards_view, PLENUM, BOARDS_VIEW, GtkWidget)

GtkWidget *plenum_boards_view_new (PlenumWorkshopModel *model);

G_END_DECLS
