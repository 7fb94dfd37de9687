/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-tally-private.h"

G_BEGIN_DECLS

/* How strong a victory over another option is. */
typedef enum
{
  PLENUM_MEASURE_MARGINS, /* those for it minus those against */
  PLENUM_MEASURE_WINNING, /* those for it */
} PlenumMeasure;

/* Every option against every other, shared by the methods of Condorcet's kind. */
typedef struct
{
  guint             n;
  PlenumRational  **preferred; /* [a × n + b]: how many rank a before b */
  guint32          *strengths; /* [a × n + b]: 0 where a does not win, else the greater the stronger */
  GPtrArray        *values;    /* PlenumRational: of each strength */
} PlenumPairs;

extern const char * const plenum_measures[];

PlenumPairs    *plenum_pairs_new        (const PlenumProfile  *profile,
                                         GCancellable         *cancellable,
                                         GError              **error);
void            plenum_pairs_free       (PlenumPairs          *self);
int             plenum_pairs_compare    (const PlenumPairs    *self,
                                         guint                 a,
                                         guint                 b);
void            plenum_pairs_measure    (PlenumPairs          *self,
                                         PlenumMeasure         measure);
PlenumMeasure   plenum_pairs_get_setting (const PlenumProfile *profile);
void            plenum_pairs_explain    (const PlenumPairs    *self,
                                         PlenumTally          *tally);
void            plenum_pairs_make_layers (guint               n,
                                         const gboolean       *beats,
                                         gint64               *layers);

#define PLENUM_MEASURE_SETTING(measure) \
  { "measure", N_("How strong a victory is"), PLENUM_SETTING_CHOICE, measure, 0, 0, plenum_measures }

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPairs, plenum_pairs_free)

G_END_DECLS
