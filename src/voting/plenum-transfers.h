/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-tally.h"

G_BEGIN_DECLS

/* Votes that move between two rounds. */
typedef struct
{
  guint           from;  /* an option */
  guint           to;    /* an option, or the number of options: they count for nobody any more */
  PlenumRational *votes;
} PlenumTransfer;

/* One round of a count, and what moved to get there. */
typedef struct
{
  char            *text;    /* what the tally says of it, in sentences */
  PlenumRational **votes;   /* by option, %NULL: out already; those of the tally */
  PlenumRational  *idle;    /* votes that count for nobody any more */
  GPtrArray       *arrived; /* PlenumTransfer: since the round before */
  gboolean         divided; /* several lost votes at once, and who got whose is only in proportion */
  GArray          *elected; /* guint: at the end of it */
  GArray          *leaving; /* guint: have no votes in the next round */
} PlenumTransferRound;

/* The rounds of a count, as they can be shown one after the other. */
typedef struct
{
  PlenumTally *tally;
  GPtrArray   *rounds; /* PlenumTransferRound */
  gboolean     stages; /* the method calls them stages */
} PlenumTransfers;

PlenumTransfers *plenum_transfers_new      (PlenumTally           *tally);
void             plenum_transfers_free     (PlenumTransfers       *self);
char            *plenum_transfers_describe (const PlenumTransfers *self,
                                            guint                  round);

gboolean plenum_transfer_round_elects (const PlenumTransferRound *self,
                                       guint                      option);
gboolean plenum_transfer_round_drops  (const PlenumTransferRound *self,
                                       guint                      option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumTransfers, plenum_transfers_free)

G_END_DECLS
