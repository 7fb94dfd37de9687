/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-presenter-window.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_MINIATURE (plenum_presenter_miniature_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterMiniature, plenum_presenter_miniature, PLENUM, PRESENTER_MINIATURE, GtkWidget)

void plenum_presenter_miniature_set_window (PlenumPresenterMiniature *self,
                                            PlenumPresenterWindow    *window);

G_END_DECLS
