/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLENUM_VOTING_ERROR (plenum_voting_error_quark ())
GQuark plenum_voting_error_quark (void);

/* Messages are translated whole sentences that say what would be right. */
typedef enum
{
  PLENUM_VOTING_ERROR_UNKNOWN_METHOD,
  PLENUM_VOTING_ERROR_UNKNOWN_SETTING,
  PLENUM_VOTING_ERROR_INVALID_SETTING,
  PLENUM_VOTING_ERROR_NO_OPTIONS,
  PLENUM_VOTING_ERROR_REPEATED_OPTION, /* on the poll, or on one ballot */
  PLENUM_VOTING_ERROR_UNKNOWN_OPTION,
  PLENUM_VOTING_ERROR_INVALID_CHANNEL,
  PLENUM_VOTING_ERROR_INVALID_VOTERS,
  PLENUM_VOTING_ERROR_INVALID_WEIGHT,
  PLENUM_VOTING_ERROR_INVALID_VALUE, /* a value this method's ballots do not have */
  PLENUM_VOTING_ERROR_TOO_MANY_OPTIONS,
  PLENUM_VOTING_ERROR_INVALID_COST,
  PLENUM_VOTING_ERROR_NO_COST,       /* an option without one, where a budget is spent */
  PLENUM_VOTING_ERROR_INVALID_FILE,  /* of ballots */
  PLENUM_VOTING_ERROR_UNFIT_BALLOTS, /* a file whose ballots are not the method's */
  PLENUM_VOTING_ERROR_OUT_OF_REACH,  /* too many options to be counted exactly */
  PLENUM_VOTING_ERROR_TOO_MUCH,      /* more points or options than a ballot has */
} PlenumVotingError;

G_END_DECLS
