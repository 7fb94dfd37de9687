/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-rational.h"

G_BEGIN_DECLS

#define PLENUM_MOST_STRENGTHS 400 /* options whose strengths are estimated together */

typedef struct _PlenumBradleyTerry PlenumBradleyTerry;

PlenumBradleyTerry   *plenum_bradley_terry_estimate      (guint                       n,
                                                          PlenumRational * const     *wins,
                                                          const PlenumRational       *prior,
                                                          GCancellable               *cancellable,
                                                          GError                    **error);
void                  plenum_bradley_terry_free          (PlenumBradleyTerry         *self);
const PlenumRational *plenum_bradley_terry_get_strength  (const PlenumBradleyTerry   *self,
                                                          guint                       option);
const PlenumRational *plenum_bradley_terry_get_share     (const PlenumBradleyTerry   *self,
                                                          guint                       option);
const PlenumRational *plenum_bradley_terry_get_error     (const PlenumBradleyTerry   *self,
                                                          guint                       option);
double                plenum_bradley_terry_get_apart     (const PlenumBradleyTerry   *self,
                                                          guint                       one,
                                                          guint                       other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBradleyTerry, plenum_bradley_terry_free)

G_END_DECLS
