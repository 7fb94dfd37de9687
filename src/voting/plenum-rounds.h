/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-chooser.h"
#include "plenum-piles.h"

G_BEGIN_DECLS

/* The votes of every option, round by round: what methods look back at in a tie,
 * and what their explanations show. */
typedef struct
{
  guint      n;      /* options */
  GPtrArray *rounds; /* PlenumRational *[n] each, in turn */
} PlenumRounds;

PlenumRounds   *plenum_rounds_new      (guint                n);
void            plenum_rounds_free     (PlenumRounds        *self);
void            plenum_rounds_add      (PlenumRounds        *self,
                                        const PlenumPiles   *piles);
void            plenum_rounds_take     (PlenumRounds        *self,
                                        PlenumRational     **votes);
PlenumRational **plenum_rounds_get     (const PlenumRounds  *self,
                                        guint                round);
PlenumRational **plenum_rounds_last    (const PlenumRounds  *self);
guint           plenum_rounds_extreme  (const PlenumRounds  *self,
                                        guint                round,
                                        PlenumPick           which,
                                        const guint         *options,
                                        guint                n_options,
                                        guint               *found);
guint           plenum_rounds_look_back (const PlenumRounds *self,
                                        PlenumPick           which,
                                        guint               *tied,
                                        guint                n_tied);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumRounds, plenum_rounds_free)

G_END_DECLS
