/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-budget.h"

G_BEGIN_DECLS

/* What was bought, and for how much of each voter's money. */
typedef struct
{
  guint           option;
  PlenumRational *price;   /* of a unit of utility */
  PlenumRational *payment; /* for each point, by whoever has that much left */
  guint           n_equal; /* options that could have been bought just as well, this one among them */
} PlenumPurchase;

typedef struct _PlenumShares PlenumShares;

typedef void (*PlenumPurchaseFunc) (const PlenumPurchase *purchase,
                                    PlenumShares         *shares,
                                    gpointer              data);

PlenumShares         *plenum_shares_new       (const PlenumProfile  *profile,
                                               gboolean              by_cost,
                                               const guint          *list);
void                  plenum_shares_free      (PlenumShares         *self);
const PlenumRational *plenum_shares_get_voters (const PlenumShares  *self);
GArray               *plenum_shares_run       (PlenumShares         *self,
                                               const PlenumRational *share,
                                               PlenumPurchaseFunc    bought,
                                               gpointer              data);
PlenumRational       *plenum_shares_get_paid  (PlenumShares         *self,
                                               const PlenumPurchase *purchase,
                                               guint                 group,
                                               gint64                points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumShares, plenum_shares_free)

G_END_DECLS
