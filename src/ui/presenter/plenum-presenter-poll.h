/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-ballots.h"
#include "plenum-spread.h"
#include "plenum-tally.h"

G_BEGIN_DECLS

typedef struct
{
  PlenumPollForm *form;
  PlenumTally    *tally;  /* nullable: the result, if that was shown */
  PlenumSpread   *spread; /* nullable: of grades */
} PlenumPresenterPoll;

gpointer plenum_presenter_poll_query (PlenumStore          *store,
                                      gpointer              id,
                                      GCancellable         *cancellable,
                                      GError              **error);
void     plenum_presenter_poll_free  (PlenumPresenterPoll  *self);

G_END_DECLS
