/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-tally.h"

G_BEGIN_DECLS

/* The same ballots by another method. */
typedef struct
{
  PlenumTally *tally;
  gboolean     same; /* the same options win */
} PlenumOtherResult;

PlenumProfile *plenum_profile_new_as       (const PlenumProfile  *self,
                                            const PlenumMethod   *method,
                                            GError              **error);
GPtrArray     *plenum_other_methods_count  (const PlenumProfile  *profile,
                                            const PlenumTally    *tally,
                                            GCancellable         *cancellable,
                                            GError              **error);
const char    *plenum_other_methods_reason (const PlenumMethod   *method);
void           plenum_other_result_free    (PlenumOtherResult    *self);

G_END_DECLS
