/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-board-desk.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_AREA_NOTES (plenum_area_notes_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAreaNotes, plenum_area_notes, PLENUM, AREA_NOTES, GtkBox)

GtkWidget *plenum_area_notes_new (PlenumBoardDesk *desk,
                                     PlenumBoardArea *area);

G_END_DECLS
