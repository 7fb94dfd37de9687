/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Polls and results in few words, so that examples can be read. */
#pragma once

#include "plenum-tally.h"

/* Options a, b, c …, whose texts are A, B, C …; settings as "points=5 most=3". */
PlenumProfile *poll_new      (const char     *method,
                              const char     *settings,
                              guint           n_options);

/* A ballot "a=3 c=-1"; what is not given is one ballot from a screen of weight 1. */
gboolean       poll_try      (PlenumProfile  *poll,
                              const char     *ballot,
                              const char     *channel,
                              gint64          voters,
                              const char     *weight,
                              GError        **error);
void           poll_cast     (PlenumProfile  *poll,
                              const char     *ballot);
void           poll_weigh    (PlenumProfile  *poll,
                              const char     *ballot,
                              const char     *weight);
void           poll_hands    (PlenumProfile  *poll,
                              const char     *totals,
                              gint64          voters);

/* So many people rank "a > b = c". */
void           poll_rank     (PlenumProfile  *poll,
                              gint64          copies,
                              const char     *ranking);
void           poll_cast_many (PlenumProfile *poll,
                              gint64          copies,
                              const char     *ballot);

PlenumTally   *poll_count    (PlenumProfile  *poll);

/* "a > b = c" */
char          *tally_ranking (PlenumTally    *tally);
/* "a b" */
char          *tally_winners (PlenumTally    *tally);
/* The first line of that kind, or "" */
const char    *tally_step    (PlenumTally    *tally,
                              const char     *kind);
/* "a=3/2 b=0" */
char          *tally_scores  (PlenumTally    *tally);

#define assert_text(made, expected) G_STMT_START { \
  g_autofree char *made_text = (made); \
  g_assert_cmpstr (made_text, ==, (expected)); \
} G_STMT_END
