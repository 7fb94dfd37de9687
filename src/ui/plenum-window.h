/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-application.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_WINDOW (plenum_window_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWindow, plenum_window, PLENUM, WINDOW, AdwApplicationWindow)

PlenumWindow  *plenum_window_new            (PlenumApplication *application,
                                             PlenumLibrary     *library,
                                             gint64             copy);
gboolean       plenum_window_is_copy        (PlenumWindow      *self);
PlenumLibrary *plenum_window_get_library    (PlenumWindow      *self);
void           plenum_window_library_opened (PlenumWindow      *self,
                                             const GError      *error);
void           plenum_window_open_workshop  (PlenumWindow      *self,
                                             const char        *workshop);
void           plenum_window_import         (PlenumWindow      *self,
                                             GListModel        *files);

G_END_DECLS
