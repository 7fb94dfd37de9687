/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-presenter-page.h"
#include "plenum-spread.h"
#include "plenum-transfers.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PRESENTER_SLIDE (plenum_presenter_slide_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPresenterSlide, plenum_presenter_slide, PLENUM, PRESENTER_SLIDE, PlenumPresenterPage)

GtkWidget *plenum_presenter_slide_new          (void);
void       plenum_presenter_slide_set_text     (PlenumPresenterSlide *self,
                                                const char           *title,
                                                const char           *text);
void       plenum_presenter_slide_set_idea     (PlenumPresenterSlide *self,
                                                const char           *title,
                                                const char           *text);
void       plenum_presenter_slide_set_options  (PlenumPresenterSlide *self,
                                                const char           *question,
                                                GPtrArray            *options);
void       plenum_presenter_slide_set_lines    (PlenumPresenterSlide *self,
                                                const char           *heading,
                                                GPtrArray            *marks,
                                                GPtrArray            *lines);
void       plenum_presenter_slide_set_result   (PlenumPresenterSlide *self,
                                                const char           *question,
                                                PlenumTally          *tally,
                                                PlenumSpread         *spread);
void       plenum_presenter_slide_set_progress (PlenumPresenterSlide *self,
                                                guint                 done,
                                                guint                 all);
void       plenum_presenter_slide_turn         (PlenumPresenterSlide *self,
                                                int                   by);

G_END_DECLS
