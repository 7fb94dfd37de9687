/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_WINDOW (plenum_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterWindow, plenum_presenter_window, PLENUM, PRESENTER_WINDOW, AdwWindow)

PlenumPresenterWindow *plenum_presenter_window_new         (PlenumWorkshopModel   *model);
PlenumPresenterWindow *plenum_presenter_window_find        (GtkWindow             *main);
void                   plenum_presenter_window_present_for (PlenumWorkshopModel   *model,
                                                            const char            *poll,
                                                            GtkWindow             *main);
void                   plenum_presenter_window_show_poll   (PlenumPresenterWindow *self,
                                                            const char            *poll);

G_END_DECLS
