/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules for the single transferable vote share. */
#pragma once

#include "plenum-rounds.h"

G_BEGIN_DECLS

typedef enum
{
  PLENUM_STV_HOPEFUL,
  PLENUM_STV_ELECTED,
  PLENUM_STV_OUT,
} PlenumStvState;

/* One run of a count. */
typedef struct
{
  PlenumTally         *tally;
  const PlenumProfile *profile;
  PlenumChooser       *chooser;
  PlenumRounds        *rounds;
  PlenumStvState      *states;
  gint64              *places;
  guint                seats;
  guint                n_elected;
  guint                n_hopeful;
} PlenumStv;

guint    plenum_stv_list         (PlenumStv             *self,
                                  PlenumStvState         state,
                                  guint                 *options);
void     plenum_stv_elect        (PlenumStv             *self,
                                  guint                 *options,
                                  guint                  n_options,
                                  gboolean               by_quota);
void     plenum_stv_exclude      (PlenumStv             *self,
                                  const guint           *options,
                                  guint                  n_options);
gboolean plenum_stv_is_idle      (PlenumStv             *self,
                                  const guint           *options,
                                  guint                  n_options);
gboolean plenum_stv_is_filled    (PlenumStv             *self);
void     plenum_stv_explain      (PlenumStv             *self,
                                  const guint           *options,
                                  guint                  n_options,
                                  char                  *text);
void     plenum_stv_explain_votes (PlenumStv            *self,
                                  const PlenumRational  *exhausted,
                                  const PlenumRational  *quota);

void     plenum_stv_run_scottish (PlenumStv             *self);
void     plenum_stv_run_meek     (PlenumStv             *self);

G_END_DECLS
