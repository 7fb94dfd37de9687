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
};

void plenum_synthesis_model_refresh (PlenumSynthesisModel *self);

G_END_DECLS
