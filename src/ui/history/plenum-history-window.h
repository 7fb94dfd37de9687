/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_HISTORY_WINDOW (plenum_history_window_get_type ())
G_DECLARE_FINAL_TYPE (PlenumHistoryWindow, plenum_history_window, PLENUM, HISTORY_WINDOW, AdwWindow)

void plenum_history_window_show (GtkWindow     *parent,
                                 PlenumLibrary *library,
                                 const char    *workshop,
                                 const char    *title);

G_END_DECLS
