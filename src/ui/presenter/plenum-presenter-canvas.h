/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-wall-scene.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_CANVAS (plenum_presenter_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterCanvas, plenum_presenter_canvas, PLENUM, PRESENTER_CANVAS, GtkWidget)

GtkWidget *plenum_presenter_canvas_new     (void);
void       plenum_presenter_canvas_show    (PlenumPresenterCanvas *self,
                                            PlenumWallModel       *model,
                                            const graphene_rect_t *part,
                                            int                    zone,
                                            double                 width,
                                            double                 height,
                                            double                 em);

G_END_DECLS
