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
};

void     plenum_ballot_draft_changed         (PlenumBallotDraft *self);
gint64   plenum_ballot_draft_count_left      (PlenumBallotDraft *self);
gboolean plenum_ballot_draft_zero_is_nothing (PlenumBallotDraft *self);
void     plenum_ballot_draft_close_ranks     (PlenumBallotDraft *self);

G_END_DECLS
