/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_AREA_STRIP (plenum_area_strip_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAreaStrip, plenum_area_strip, PLENUM, AREA_STRIP, GtkBox)

GtkWidget *plenum_area_strip_new (PlenumBoardDesk *desk,
                                     PlenumBoardArea *area);

G_END_DECLS
