/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules for proportional committees share. */
#pragma once

#include "plenum-chooser.h"

G_BEGIN_DECLS

void plenum_committee_count_approvals (PlenumTally          *tally,
                                       const PlenumProfile  *profile);
void plenum_committee_add_outcome     (PlenumTally          *tally,
                                       PlenumChooser        *chooser,
                                       const guint          *elected,
                                       guint                 n_elected,
                                       gboolean       one_by_one);

G_END_DECLS
