/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-conflict-list.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_CONFLICT_WINDOW (plenum_conflict_window_get_type ())
G_DECLARE_FINAL_TYPE (PlenumConflictWindow, plenum_conflict_window, PLENUM, CONFLICT_WINDOW, AdwWindow)

void plenum_conflict_window_show (GtkWindow          *parent,
                                  PlenumConflictList *list);

G_END_DECLS
