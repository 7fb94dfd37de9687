/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-spread.h"
#include "plenum-store.h"
#include "plenum-transfers.h"

G_BEGIN_DECLS

/* All that the ballots of a closed poll say. It does not change once it is counted. */
typedef struct
{
  gatomicrefcount  references;
  PlenumProfile   *profile;   /* the ballots */
  PlenumTally     *tally;     /* their result */
  PlenumTransfers *transfers; /* nullable: its rounds */
  PlenumSpread    *spread;    /* nullable: how answers are spread */
} PlenumPollFindings;

PlenumPollFindings *plenum_poll_findings_read  (PlenumStore         *store,
                                                const char          *poll,
                                                GCancellable        *cancellable,
                                                GError             **error);
gboolean            plenum_poll_findings_count (PlenumPollFindings  *self,
                                                GCancellable        *cancellable,
                                                GError             **error);
PlenumPollFindings *plenum_poll_findings_ref   (PlenumPollFindings  *self);
void                plenum_poll_findings_unref (PlenumPollFindings  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPollFindings, plenum_poll_findings_unref)

G_END_DECLS
