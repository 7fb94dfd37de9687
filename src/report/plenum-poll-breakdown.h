/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"
#include "plenum-tally.h"

G_BEGIN_DECLS

/* Of fewer people nothing is told apart. */
#define PLENUM_LEAST_GROUP 5

typedef struct
{
  char        *sector; /* %NULL for everybody else, and for those who named none */
  gint64       voters;
  PlenumTally *tally;
} PlenumPollGroup;

GPtrArray *plenum_poll_breakdown_count (PlenumStore      *store,
                                        const char       *poll,
                                        GCancellable     *cancellable,
                                        GError          **error);
void       plenum_poll_group_free      (PlenumPollGroup  *self);

G_END_DECLS
