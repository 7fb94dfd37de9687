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
  const char          *rule;         /* one or two sentences: how it is counted */
  const char          *suited;       /* a sentence: when it is right */
  const char          *unsuited;     /* a sentence: when another is better */
  const char          *nothing;      /* nullable: the result where nothing won although people voted */
  PlenumGoal           goal;
  PlenumPaperKind      paper;
  gboolean             takes_ties;   /* of a ranking: equal ranks count as equal */
  gboolean             less_is_better; /* the smallest score is the best */
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
extern const PlenumMethod plenum_method_borda;
extern const PlenumMethod plenum_method_condorcet;
extern const PlenumMethod plenum_method_consensing;
extern const PlenumMethod plenum_method_consent;
extern const PlenumMethod plenum_method_copeland;
extern const PlenumMethod plenum_method_dots;
extern const PlenumMethod plenum_method_equal_shares;
extern const PlenumMethod plenum_method_greedy_budget;
extern const PlenumMethod plenum_method_irv;
extern const PlenumMethod plenum_method_kemeny;
extern const PlenumMethod plenum_method_majority_judgement;
extern const PlenumMethod plenum_method_minimax;
extern const PlenumMethod plenum_method_pairwise;
extern const PlenumMethod plenum_method_pav;
extern const PlenumMethod plenum_method_phragmen;
extern const PlenumMethod plenum_method_plurality;
extern const PlenumMethod plenum_method_quadratic;
extern const PlenumMethod plenum_method_ranked_pairs;
extern const PlenumMethod plenum_method_runoff;
extern const PlenumMethod plenum_method_schulze;
extern const PlenumMethod plenum_method_score;
extern const PlenumMethod plenum_method_seqpav;
extern const PlenumMethod plenum_method_star;
extern const PlenumMethod plenum_method_stv;

/* Every method can break ties, and ask how many have to take part; these rows close every
 * table of settings. */
extern const char * const plenum_tie_breaks[];

#define PLENUM_COMMON_SETTINGS \
  { "tie_break", N_("How ties are broken"), PLENUM_SETTING_CHOICE, "none", 0, 0, plenum_tie_breaks }, \
  { "seed", N_("Seed of the lot"), PLENUM_SETTING_TEXT, "", 0, 0, NULL }, \
  { "order", N_("The order that breaks ties (ids with commas between them; nothing: as in the list)"), PLENUM_SETTING_TEXT, "", 0, 0, NULL }, \
  { "quorum", N_("How many have to take part (0: no matter how many)"), PLENUM_SETTING_INTEGER, "0", 0, PLENUM_MOST_VOTERS, NULL }, \
  { NULL }

gboolean plenum_paper_zero_says_nothing (PlenumPaperKind           kind);

/* What methods with the same ballots share: see describe_paper and check_ballot above. */
char     *plenum_ranking_describe       (const PlenumProfile      *profile);
gboolean  plenum_ranking_check          (const PlenumProfile      *profile,
                                         const PlenumBallotGroup  *ballot,
                                         GError                  **error);
char     *plenum_set_describe           (const PlenumProfile      *profile);
gboolean  plenum_set_check              (const PlenumProfile      *profile,
                                         const PlenumBallotGroup  *ballot,
                                         GError                  **error);
char     *plenum_points_describe        (const PlenumProfile      *profile);
gboolean  plenum_points_check           (const PlenumProfile      *profile,
                                         const PlenumBallotGroup  *ballot,
                                         GError                  **error);
char     *plenum_scores_describe        (const PlenumProfile      *profile);
gboolean  plenum_scores_check           (const PlenumProfile      *profile,
                                         const PlenumBallotGroup  *ballot,
                                         GError                  **error);
gboolean  plenum_range_check            (const PlenumProfile      *profile,
                                         const PlenumBallotGroup  *ballot,
                                         gint64                    minimum,
                                         gint64                    maximum,
                                         GError                  **error);

G_END_DECLS
