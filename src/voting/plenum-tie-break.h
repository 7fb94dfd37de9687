/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-tally-private.h"

G_BEGIN_DECLS

gboolean plenum_tie_break         (const PlenumProfile *profile,
                                   guint               *options,
                                   guint                n_options);
void     plenum_tie_break_draw    (const PlenumProfile *profile,
                                   guint               *options,
                                   guint                n_options);
void     plenum_tie_break_explain (PlenumTally         *tally,
                                   const PlenumTie     *tie);

G_END_DECLS
