/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-synthesis-card.h"
#include "plenum-synthesis-reading.h"
#include "plenum-theme-proposer.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

/* What stands for a theme where a card has none. Ids of themes never look like these. */
#define PLENUM_SYNTHESIS_ALL  "all"  /* every card */
#define PLENUM_SYNTHESIS_OPEN "open" /* nobody has said yet where it belongs */
#define PLENUM_SYNTHESIS_NONE "none" /* somebody said that it is in none of the themes */

/* How the cards of one theme are spread. */
typedef struct
{
  guint  n_cards;
  guint  n_by_hand;   /* of these */
  guint  n_sources;   /* from so many workshops */
  guint *per_source;  /* by number; borrowed, with as many as the model has sources */
} PlenumSynthesisCount;

#define PLENUM_TYPE_SYNTHESIS_MODEL (plenum_synthesis_model_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisModel, plenum_synthesis_model, PLENUM, SYNTHESIS_MODEL, GObject)

PlenumSynthesisModel *plenum_synthesis_model_get_for      (PlenumWorkshopModel  *workshop);
PlenumLibrary        *plenum_synthesis_model_get_library  (PlenumSynthesisModel *self);
const char           *plenum_synthesis_model_get_id       (PlenumSynthesisModel *self);
gboolean              plenum_synthesis_model_get_loaded   (PlenumSynthesisModel *self);
PlenumSynthesisCard  *plenum_synthesis_model_find         (PlenumSynthesisModel *self,
                                                           const char           *idea);
GPtrArray            *plenum_synthesis_model_list_themes  (PlenumSynthesisModel *self);
PlenumRecord         *plenum_synthesis_model_find_theme   (PlenumSynthesisModel *self,
                                                           const char           *theme);
gboolean              plenum_synthesis_model_is_in        (PlenumSynthesisModel *self,
                                                           PlenumSynthesisCard  *card,
                                                           const char           *theme);
void                  plenum_synthesis_model_count        (PlenumSynthesisModel *self,
                                                           const char           *theme,
                                                           PlenumSynthesisCount *count);
const char           *plenum_synthesis_model_get_title    (PlenumSynthesisModel *self,
                                                           const char           *theme);
char                 *plenum_synthesis_model_describe     (PlenumSynthesisModel *self,
                                                           const char           *theme);
guint                 plenum_synthesis_model_get_n_sources (PlenumSynthesisModel *self);
void                  plenum_synthesis_model_show_proposal (PlenumSynthesisModel *self,
                                                            GPtrArray            *themes);
GPtrArray            *plenum_synthesis_model_get_proposal (PlenumSynthesisModel *self);
const PlenumThemeReason *plenum_synthesis_model_get_reason (PlenumSynthesisModel *self,
                                                            PlenumSynthesisCard  *card);
gboolean              plenum_synthesis_model_get_cohesion (PlenumSynthesisModel *self,
                                                            const char           *theme,
                                                            double               *cohesion);
gboolean              plenum_synthesis_model_is_new       (PlenumSynthesisModel *self,
                                                           const char           *theme);

G_END_DECLS
