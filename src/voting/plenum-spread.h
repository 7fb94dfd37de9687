/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-profile.h"

G_BEGIN_DECLS

/* How often each answer was given to each option, and how far answers are apart. */
typedef struct
{
  guint            n_options;
  guint            n_levels;
  char           **labels;   /* of the levels, translated, from what is best for an option */
  gint64          *values;   /* by level, as it stands on a ballot */
  PlenumRational **given;    /* [option × n_levels + level], by weight */
  PlenumRational **conflict; /* by option: 0 where all agree, 1 where half are at either end; %NULL: nobody answered */
} PlenumSpread;

PlenumSpread *plenum_spread_new        (const PlenumProfile *profile);
void          plenum_spread_free       (PlenumSpread        *self);
guint         plenum_spread_get_median (const PlenumSpread  *self,
                                        guint                option);
const char   *plenum_spread_describe   (const PlenumProfile *profile);
GArray       *plenum_spread_rank       (const PlenumSpread  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSpread, plenum_spread_free)

G_END_DECLS
