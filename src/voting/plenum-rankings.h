/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-rational.h"

G_BEGIN_DECLS

/* What stands on a ranked ballot, best first: an option's number, and with it
 * whether it is as good as the one before and whether ranks were left out before it. */
#define PLENUM_RANK_TIED     0x8000
#define PLENUM_RANK_GAP      0x4000
#define PLENUM_RANK_OPTION   0x3fff
#define PLENUM_MOST_OPTIONS  10000

/* Equal ranked ballots. Small, since there can be a million that differ. */
typedef struct
{
  gint64  copies;
  guint32 weight;  /* its number among the weights */
  guint16 length;
  guint8  channel; /* #PlenumChannel */
  guint16 entries[];
} PlenumRanking;

typedef struct _PlenumRankings PlenumRankings;

PlenumRankings       *plenum_rankings_new           (void);
void                  plenum_rankings_free          (PlenumRankings       *self);
guint                 plenum_rankings_add_weight    (PlenumRankings       *self,
                                                     gint64                numerator,
                                                     gint64                denominator);
void                  plenum_rankings_add           (PlenumRankings       *self,
                                                     guint                 channel,
                                                     guint                 weight,
                                                     const guint16        *entries,
                                                     guint                 length,
                                                     gint64                copies);
guint                 plenum_rankings_get_n         (const PlenumRankings *self);
const PlenumRanking  *plenum_rankings_get           (const PlenumRankings *self,
                                                     guint                 index);
guint                 plenum_rankings_get_n_weights (const PlenumRankings *self);
const PlenumRational *plenum_rankings_get_weight    (const PlenumRankings *self,
                                                     guint                 weight);

gint64                plenum_ranking_next_rank      (guint16               entry,
                                                     guint                 place,
                                                     gint64                rank);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumRankings, plenum_rankings_free)

G_END_DECLS
