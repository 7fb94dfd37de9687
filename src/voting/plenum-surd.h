/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-rational.h"

G_BEGIN_DECLS

typedef struct _PlenumSurd PlenumSurd;

PlenumSurd     *plenum_surd_new     (void);
void            plenum_surd_free    (PlenumSurd           *self);
void            plenum_surd_add     (PlenumSurd           *self,
                                     gint64                radicand,
                                     const PlenumRational *factor);
int             plenum_surd_compare (const PlenumSurd     *self,
                                     const PlenumSurd     *other);
PlenumRational *plenum_surd_round   (const PlenumSurd     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumSurd, plenum_surd_free)

G_END_DECLS
