/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What voting theory asks of a method with one winner, and of committees. */
#pragma once

#include "elections.h"

typedef enum
{
  CRITERION_MONOTONICITY,
  CRITERION_PARTICIPATION,
  CRITERION_CONDORCET_WINNER,
  CRITERION_CONDORCET_LOSER,
  CRITERION_SMITH,
  CRITERION_MAJORITY,
  CRITERION_REVERSAL,
  CRITERION_LATER_NO_HARM,
  N_CRITERIA
} Criterion;

extern const char * const criterion_ids[N_CRITERIA];

/* Whether it is about what becomes of an election after a change. */
gboolean criterion_compares (Criterion       criterion);
/* Makes the change; FALSE where there is none to be made. */
gboolean criterion_change   (Criterion       criterion,
                             const Election *before,
                             guint32         winners,
                             GRand          *random,
                             Election       *after);
/* Whether @after is such a change of @before. */
gboolean criterion_is_change (Criterion      criterion,
                             const Election *before,
                             guint32         winners,
                             const Election *after);
/* Whether the winners are as they must not be. */
gboolean criterion_violated (Criterion       criterion,
                             const Election *before,
                             guint32         winners,
                             const Election *after,
                             guint32         winners_after);
