/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole elections: made up by several cultures, changed, written and read. */
#pragma once

#include "polls.h"

#define MOST_OPTIONS 14
#define MOST_GROUPS 40
#define BLANK G_MININT

/* Equal ballots; a value means what it means to the method, BLANK is left out. */
typedef struct
{
  gint64 copies;
  int    values[MOST_OPTIONS];
} Ballots;

typedef struct
{
  const PlenumMethod *method;
  PlenumPaperKind     kind;
  char                settings[96]; /* "seats=3 tie_break=order" */
  guint               n;            /* options */
  int                 costs[MOST_OPTIONS]; /* where a budget is spent: 1 at first */
  guint               n_groups;
  Ballots             groups[MOST_GROUPS];
} Election;

typedef enum
{
  ELECTION_GROUPED,
  ELECTION_SHUFFLED,
  ELECTION_WEIGHTED,
} ElectionForm;

/* How many elections to try for each method: @fallback, or what the environment says
 * in PLENUM_PROFILES. */
guint          election_runs        (guint            fallback);

void           election_init        (Election        *self,
                                     const char      *method,
                                     const char      *settings,
                                     guint            n);
void           election_generate    (Election        *self,
                                     GRand           *random);
void           election_make_ballot (const Election  *self,
                                     GRand           *random,
                                     Ballots         *ballots);
PlenumProfile *election_get_poll    (const Election  *self);
/* The same election put otherwise: the options in another order; the ballots one by
 * one, in any order; or equal ballots as one of so much weight. */
PlenumProfile *election_put_otherwise (const Election *self,
                                     const guint     *order,
                                     ElectionForm     form,
                                     GRand           *random);
/* The numbers of those that can win, a bit each. */
guint32        election_count       (const Election  *self);
/* Which of two options a ballot has as the better: 1, or -1, or 0. */
int            election_prefers     (const Election  *self,
                                     const Ballots   *ballots,
                                     guint            one,
                                     guint            other);
/* "3: a > b = c" or "3: a=5 c=1", a line for each group. */
char          *election_write       (const Election  *self);
gboolean       election_read_line   (Election        *self,
                                     const char      *line);
