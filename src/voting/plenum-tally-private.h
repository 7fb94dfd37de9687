/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What methods fill a tally with: for the files of this folder. */
#pragma once

#include "plenum-tally.h"

G_BEGIN_DECLS

typedef struct
{
  char           *id;
  char           *text;
  PlenumRational *score;
  PlenumRational *base;      /* what the score is a share of, or breaks ties between equal scores */
  gint64          key;       /* for methods that rank by plenum_tally_by_key(): the smallest first */
  guint           place;     /* from 0: the number of its group of tied options */
  gboolean        winner;
} PlenumResult;

struct _PlenumTally
{
  gatomicrefcount      references;
  const PlenumMethod  *method;
  PlenumResult        *options;  /* by number */
  guint                n_options;
  guint                n_counts;
  gint64              *counts;   /* by channel, option and count */
  gint64               ballots[PLENUM_N_CHANNELS];
  gint64               voters[PLENUM_N_CHANNELS];
  guint                seats;
  gint64               quorum;   /* how many have to take part, 0: no matter how many */
  gboolean             has_points; /* of a budget: its scores are points, not votes */
  char                *seed;     /* nullable: of the lot that breaks ties */
  GStrv                grades;   /* nullable: what the scores 1, 2, … are called */
  GArray              *order;    /* guint: options, first place first */
  GArray              *places;   /* guint: where in the order each place begins */
  GArray              *winners;  /* guint: options, first place first */
  GPtrArray           *ties;     /* PlenumTie */
  GPtrArray           *steps;    /* PlenumStep */
};

typedef void     (*PlenumGroupFunc)   (PlenumTally             *self,
                                       const PlenumBallotGroup *group);
typedef int      (*PlenumCompareFunc) (const PlenumTally       *self,
                                       guint                    a,
                                       guint                    b);
typedef gboolean (*PlenumCanWinFunc)  (const PlenumTally       *self,
                                       guint                    option);

gboolean     plenum_tally_sum_groups   (PlenumTally             *self,
                                        const PlenumProfile     *profile,
                                        PlenumGroupFunc          add_group,
                                        GCancellable            *cancellable,
                                        GError                 **error);
void         plenum_tally_add_score    (PlenumTally             *self,
                                        guint                    option,
                                        const PlenumBallotGroup *group,
                                        gint64                   value);
void         plenum_tally_add_base     (PlenumTally             *self,
                                        guint                    option,
                                        const PlenumBallotGroup *group,
                                        gint64                   value);
void         plenum_tally_add_count    (PlenumTally             *self,
                                        guint                    option,
                                        guint                    count,
                                        const PlenumBallotGroup *group,
                                        gint64                   value);
void         plenum_tally_rank         (PlenumTally             *self,
                                        const PlenumProfile     *profile,
                                        PlenumCompareFunc        compare,
                                        guint                    seats,
                                        PlenumCanWinFunc         can_win);
int          plenum_tally_by_score     (const PlenumTally       *self,
                                        guint                    a,
                                        guint                    b);
gboolean     plenum_tally_has_score    (const PlenumTally       *self,
                                        guint                    option);
int          plenum_tally_by_key       (const PlenumTally       *self,
                                        guint                    a,
                                        guint                    b);
gboolean     plenum_tally_any_can_win  (const PlenumTally       *self,
                                        guint                    option);
void         plenum_tally_elect        (PlenumTally             *self,
                                        const gboolean          *wins);
void         plenum_tally_explain      (PlenumTally             *self);
void         plenum_tally_explain_start (PlenumTally            *self);
void         plenum_tally_explain_end  (PlenumTally             *self);
void         plenum_tally_add_number   (PlenumTally             *self,
                                        const char              *name,
                                        const PlenumRational    *value);
void         plenum_tally_add_integer  (PlenumTally             *self,
                                        const char              *name,
                                        gint64                   value);
void         plenum_tally_add_values   (PlenumTally             *self,
                                        const char              *name,
                                        PlenumRational * const  *values);
void         plenum_tally_add_pairs    (PlenumTally             *self,
                                        const char              *name,
                                        PlenumRational * const  *values);
void         plenum_tally_add_payment  (PlenumTally             *self,
                                        const PlenumBallotGroup *group,
                                        const PlenumRational    *paid);
void         plenum_step_free          (PlenumStep              *step);
char        *plenum_tally_describe_seats (const PlenumTally     *tally);
gboolean     plenum_tally_misses_quorum (const PlenumTally      *self);
char        *plenum_tally_describe_quorum (const PlenumTally    *self);
char        *plenum_tally_describe_votes (const PlenumTally     *tally,
                                        guint                    option);
char        *plenum_tally_describe_wins (const PlenumTally      *tally,
                                        guint                    option);
char        *plenum_tally_describe_points (const PlenumTally    *tally,
                                        guint                    option);
void         plenum_tally_add_step     (PlenumTally             *self,
                                        const char              *kind,
                                        const guint             *options,
                                        guint                    n_options,
                                        char                    *text);
char        *plenum_tally_join_names   (const PlenumTally       *self,
                                        const guint             *options,
                                        guint                    n_options);
const guint *plenum_tally_get_runners_up (const PlenumTally     *self,
                                        guint                   *n_options);
gulong       plenum_tally_plural       (const PlenumRational    *number);

G_END_DECLS
