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
} PlenumPollResultError;

PlenumTally *plenum_poll_result_count (PlenumStore   *store,
                                       const char    *poll,
                                       GCancellable  *cancellable,
                                       GError       **error);

G_END_DECLS
