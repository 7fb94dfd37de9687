/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"
#include "plenum-tally.h"

G_BEGIN_DECLS

#define PLENUM_POLL_RESULT_ERROR (plenum_poll_result_error_quark ())
GQuark plenum_poll_result_error_quark (void);

typedef enum
{
  PLENUM_POLL_RESULT_ERROR_NOT_CLOSED, /* running totals are shown to nobody */
  PLENUM_POLL_RESULT_ERROR_SEALED,     /* a secret poll whose ballots were not taken out */
  PLENUM_POLL_RESULT_ERROR_TOO_FEW,    /* secret ballots that would tell who voted what */
  PLENUM_POLL_RESULT_ERROR_NOT_SECRET, /* no secret poll, so its ballots have no receipts */
  PLENUM_POLL_RESULT_ERROR_SECRET,     /* a secret poll, of which nothing is told apart */
} PlenumPollResultError;

gboolean     plenum_poll_result_check (PlenumStore   *store,
                                       PlenumRecord  *poll,
                                       GError       **error);
PlenumProfile *plenum_poll_result_read (PlenumStore   *store,
                                        const char    *poll,
                                        GCancellable  *cancellable,
                                        GError       **error);
PlenumTally *plenum_poll_result_count (PlenumStore   *store,
                                       const char    *poll,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_END_DECLS
