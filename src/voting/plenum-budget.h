/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What methods that spend a budget share. */
#pragma once

#include "plenum-tally-private.h"

G_BEGIN_DECLS

#define PLENUM_BUDGET_SETTINGS \
  { "budget", N_("Budget"), PLENUM_SETTING_AMOUNT, "", 0, 0, NULL }, \
  { "points", N_("Points per person (0: everybody chooses, without points)"), PLENUM_SETTING_INTEGER, "0", 0, 1000, NULL }, \
  { "most", N_("Most points for one option (0: no limit)"), PLENUM_SETTING_INTEGER, "0", 0, 1000, NULL }

typedef struct
{
  const PlenumProfile *profile;
  PlenumTally         *tally;
  PlenumRational      *budget;
  PlenumRational      *spent;
  gboolean            *funded; /* by option */
  GArray              *order;  /* guint: as they were funded */
} PlenumBudget;

PlenumBudget *plenum_budget_new      (PlenumTally          *tally,
                                      const PlenumProfile  *profile,
                                      GError              **error);
void          plenum_budget_free     (PlenumBudget         *self);
gboolean      plenum_budget_fits     (const PlenumBudget   *self,
                                      guint                 option);
void          plenum_budget_fund     (PlenumBudget         *self,
                                      guint                 option);
void          plenum_budget_fund_greedily (PlenumBudget    *self,
                                      gboolean              per_cost);
void          plenum_budget_finish   (PlenumBudget         *self);
guint        *plenum_budget_list     (const PlenumBudget   *self);
void          plenum_budget_explain_equal (PlenumBudget    *self,
                                      guint                 option,
                                      guint                 n_equal);

char         *plenum_utilities_describe (const PlenumProfile   *profile);
gboolean      plenum_utilities_check (const PlenumProfile      *profile,
                                      const PlenumBallotGroup  *ballot,
                                      GError                  **error);
char         *plenum_budget_describe_score (const PlenumTally  *tally,
                                      guint                     option);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumBudget, plenum_budget_free)

G_END_DECLS
