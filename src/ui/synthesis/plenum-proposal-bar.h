/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-synthesis-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_PROPOSAL_BAR (plenum_proposal_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumProposalBar, plenum_proposal_bar, PLENUM, PROPOSAL_BAR, AdwBin)

void     plenum_proposal_bar_set_model (PlenumProposalBar    *self,
                                        PlenumSynthesisModel *model);
void     plenum_proposal_bar_propose   (PlenumProposalBar    *self);

G_END_DECLS
