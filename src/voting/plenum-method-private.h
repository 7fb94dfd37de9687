/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a method is made of: for the files of this folder. */
#pragma once

#include "plenum-tally-private.h"

G_BEGIN_DECLS

/* Strings are marked with N_() and translated when they are asked for. */
struct _PlenumMethod
{
  const char          *id;
  const char          *name;
  const char          *purpose;      /* one line: when to choose it */
  const char          *rule;         /* one sentence: how it is counted */
  PlenumPaperKind      paper;
  gboolean             takes_hands;  /* totals of a show of hands can be counted */
  gboolean             shares;       /* a score is a part of 1, not a sum */
  const PlenumSetting *settings;     /* up to one without a name */
  const char * const  *count_names;  /* %NULL-terminated, for machines */
  const char * const  *count_labels; /* the same for people */

  /* What a person may put on one ballot, as whole sentences. */
  char     *(*describe_paper)  (const PlenumProfile      *profile);

  /* Whether the values of a ballot are the method's. Options are known and none is
   * there twice; values without meaning (no points, not chosen) are gone already. */
  gboolean  (*check_ballot)    (const PlenumProfile      *profile,
                                const PlenumBallotGroup  *ballot,
                                GError                  **error);

  /* Fills scores and counts, ranks and elects, and says how it came about. */
  gboolean  (*count)           (PlenumTally              *tally,
                                const PlenumProfile      *profile,
                                GCancellable             *cancellable,
                                GError                  **error);

  char     *(*describe_score)  (const PlenumTally        *tally,
                                guint                     option);

  /* The result in a sentence, where somebody voted and something won. */
  char     *(*describe_result) (const PlenumTally        *tally);
};

extern const PlenumMethod plenum_method_agreement;
extern const PlenumMethod plenum_method_approval;
extern const PlenumMethod plenum_method_dots;

/* Every method can break ties; these two rows close every table of settings. */
extern const char * const plenum_tie_breaks[];

#define PLENUM_TIE_BREAK_SETTINGS \
  { "tie_break", N_("How ties are broken"), PLENUM_SETTING_CHOICE, "none", 0, 0, plenum_tie_breaks }, \
  { "seed", N_("Seed of the lot"), PLENUM_SETTING_TEXT, "", 0, 0, NULL }, \
  { NULL }

G_END_DECLS
