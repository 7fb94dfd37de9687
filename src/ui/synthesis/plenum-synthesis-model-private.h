/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the model of a synthesis. */
#pragma once

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

struct _PlenumSynthesisModel
{
  GObject              parent_instance;

  PlenumLibrary       *library;
  char                *id;
  PlenumRecordList    *themes;
  PlenumRecordList    *assignments;
  PlenumRecordList    *sources;
  GPtrArray           *cards;    /* of PlenumSynthesisCard */
  GHashTable          *by_id;    /* borrowed ids → borrowed cards */
  GHashTable          *counts;   /* theme → PlenumSynthesisCount */
  guint                n_sources;
  GCancellable        *cancellable;
  guint                refresh_source;
  gboolean             loaded;
  GPtrArray           *proposed;  /* of PlenumProposedTheme, nullable: shown in place of what was decided */
  GHashTable          *places;    /* card → proposed theme, both borrowed; nullable */
  PlenumThemeProposer *describer; /* nullable: none is needed, or the cards have changed */
  GCancellable        *describing; /* nullable: nothing is on its way */
  GPtrArray           *described; /* of PlenumProposedTheme, nullable: what is known of the themes */
  GHashTable          *reasons;   /* card → PlenumThemeReason, both borrowed from these */
};

void plenum_synthesis_model_refresh           (PlenumSynthesisModel *self);
void plenum_synthesis_model_tell_described    (PlenumSynthesisModel *self);
void plenum_synthesis_model_describe_again    (PlenumSynthesisModel *self);
void plenum_synthesis_model_take_description  (PlenumSynthesisModel *self,
                                               GPtrArray            *themes);
void plenum_synthesis_model_clear_description (PlenumSynthesisModel *self);

G_END_DECLS
