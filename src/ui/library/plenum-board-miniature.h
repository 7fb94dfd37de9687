/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_BOARD_MINIATURE (plenum_board_miniature_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBoardMiniature, plenum_board_miniature, PLENUM, BOARD_MINIATURE, GtkWidget)

GtkWidget *plenum_board_miniature_new (const char * const *kinds);

G_END_DECLS
