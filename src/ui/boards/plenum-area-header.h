/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_AREA_HEADER (plenum_area_header_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAreaHeader, plenum_area_header, PLENUM, AREA_HEADER, GtkWidget)

GtkWidget *plenum_area_header_new      (PlenumBoardDesk  *desk,
                                        PlenumBoardArea  *area);
void       plenum_area_header_add_drag (PlenumAreaHeader *self);
void       plenum_area_header_add_signs (PlenumAreaHeader *self);
void       plenum_area_header_rename   (PlenumAreaHeader *self);

G_END_DECLS
