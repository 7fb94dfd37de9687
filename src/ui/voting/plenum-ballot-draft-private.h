/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the files that make up the draft. */
#pragma once

#include "plenum-ballot-draft.h"

G_BEGIN_DECLS

struct _PlenumBallotDraft
{
  GObject          parent_instance;

  char            *workshop;
  char            *poll;
  char            *question;
  PlenumProfile   *profile;
  PlenumPaperKind  kind;
  gint64           points;  /* to give or options to choose, 0: no limit */
  gint64           least;   /* on one option */
  gint64           most;
  gint64          *values;  /* by option */
  gboolean        *given;   /* whether the option is on the ballot at all */
  gboolean         takes_reasons;
  GHashTable      *reasons; /* option → text, of those that have one */
  guint            turn;    /* of comparisons: which pairs are asked */
  GArray          *pairs;   /* PlenumComparison that are asked, the left one as the better */
  GArray          *answers; /* PlenumComparison; where nothing was said, an option with itself */
};

typedef enum
{
  PLENUM_TYPED_PAIR_TAKEN,
  PLENUM_TYPED_PAIR_UNKNOWN,  /* an option that is not on the ballot */
  PLENUM_TYPED_PAIR_TOO_MUCH, /* twice the same, or more than are asked */
} PlenumTypedPair;

char    *plenum_ballot_draft_write_reasons   (PlenumBallotDraft *self);
void     plenum_ballot_draft_changed         (PlenumBallotDraft *self);
gint64   plenum_ballot_draft_count_left      (PlenumBallotDraft *self);
gboolean plenum_ballot_draft_zero_is_nothing (PlenumBallotDraft *self);
void     plenum_ballot_draft_close_ranks     (PlenumBallotDraft *self);
void     plenum_ballot_draft_ask_pairs       (PlenumBallotDraft *self);
void     plenum_ballot_draft_ask_nothing     (PlenumBallotDraft *self);
PlenumTypedPair plenum_ballot_draft_type_pair (PlenumBallotDraft *self,
                                               guint64            better,
                                               guint64            other,
                                               gboolean           equal);

G_END_DECLS
