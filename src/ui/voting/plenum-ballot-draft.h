/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-ballots.h"
#include "plenum-profile.h"

G_BEGIN_DECLS

#define PLENUM_BALLOT_DRAFT_ERROR (plenum_ballot_draft_error_quark ())
GQuark plenum_ballot_draft_error_quark (void);

typedef enum
{
  PLENUM_BALLOT_DRAFT_ERROR_UNKNOWN_OPTION, /* a number that is not on the ballot */
  PLENUM_BALLOT_DRAFT_ERROR_TOO_MUCH,       /* more than the ballot has */
  PLENUM_BALLOT_DRAFT_ERROR_SYNTAX,         /* no number at all */
} PlenumBallotDraftError;

/* What can be said to two options. */
typedef enum
{
  PLENUM_PAIR_LEFT,   /* the first is better */
  PLENUM_PAIR_RIGHT,
  PLENUM_PAIR_EQUAL,
  PLENUM_PAIR_UNSAID,
} PlenumPairAnswer;

#define PLENUM_TYPE_BALLOT_DRAFT (plenum_ballot_draft_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBallotDraft, plenum_ballot_draft, PLENUM, BALLOT_DRAFT, GObject)

PlenumBallotDraft *plenum_ballot_draft_new             (PlenumPollForm     *form,
                                                        GError            **error);
const char        *plenum_ballot_draft_get_question    (PlenumBallotDraft  *self);
PlenumPaperKind    plenum_ballot_draft_get_kind        (PlenumBallotDraft  *self);
guint              plenum_ballot_draft_get_n_options   (PlenumBallotDraft  *self);
const char        *plenum_ballot_draft_get_option_text (PlenumBallotDraft  *self,
                                                        guint               option);
char              *plenum_ballot_draft_get_cost        (PlenumBallotDraft  *self,
                                                        guint               option);
gboolean           plenum_ballot_draft_can_count       (PlenumBallotDraft  *self,
                                                        GError            **error);
gboolean           plenum_ballot_draft_is_given        (PlenumBallotDraft  *self,
                                                        guint               option);
gint64             plenum_ballot_draft_get_value       (PlenumBallotDraft  *self,
                                                        guint               option);
gint64             plenum_ballot_draft_get_votes       (PlenumBallotDraft  *self,
                                                        guint               option);
gint64             plenum_ballot_draft_get_least       (PlenumBallotDraft  *self);
gint64             plenum_ballot_draft_get_most        (PlenumBallotDraft  *self,
                                                        guint               option);
gboolean           plenum_ballot_draft_set_value       (PlenumBallotDraft  *self,
                                                        guint               option,
                                                        gint64              value);
void               plenum_ballot_draft_place           (PlenumBallotDraft  *self,
                                                        guint               option,
                                                        guint               rank);
gboolean           plenum_ballot_draft_step            (PlenumBallotDraft  *self,
                                                        guint               option,
                                                        int                 by);
gboolean           plenum_ballot_draft_type_digit      (PlenumBallotDraft  *self,
                                                        guint               option,
                                                        guint               digit);
void               plenum_ballot_draft_unset           (PlenumBallotDraft  *self,
                                                        guint               option);
void               plenum_ballot_draft_clear           (PlenumBallotDraft  *self);
gboolean           plenum_ballot_draft_is_empty        (PlenumBallotDraft  *self);
char             **plenum_ballot_draft_list_grades     (PlenumBallotDraft  *self);
char              *plenum_ballot_draft_describe        (PlenumBallotDraft  *self);
char              *plenum_ballot_draft_describe_left   (PlenumBallotDraft  *self);
gboolean           plenum_ballot_draft_parse           (PlenumBallotDraft  *self,
                                                        const char         *typed,
                                                        GError            **error);
void               plenum_ballot_draft_set_turn        (PlenumBallotDraft  *self,
                                                        guint               turn);
guint              plenum_ballot_draft_get_n_pairs     (PlenumBallotDraft  *self);
guint              plenum_ballot_draft_get_n_answers   (PlenumBallotDraft  *self);
gboolean           plenum_ballot_draft_get_pair        (PlenumBallotDraft  *self,
                                                        guint              *left,
                                                        guint              *right);
void               plenum_ballot_draft_answer          (PlenumBallotDraft  *self,
                                                        PlenumPairAnswer    answer);
gboolean           plenum_ballot_draft_take_back       (PlenumBallotDraft  *self);
char              *plenum_ballot_draft_describe_answer (PlenumBallotDraft  *self,
                                                        guint               index);
gboolean           plenum_ballot_draft_takes_reason    (PlenumBallotDraft  *self,
                                                        guint               option);
const char        *plenum_ballot_draft_get_reason      (PlenumBallotDraft  *self,
                                                        guint               option);
void               plenum_ballot_draft_set_reason      (PlenumBallotDraft  *self,
                                                        guint               option,
                                                        const char         *reason);
PlenumRecord      *plenum_ballot_draft_to_record       (PlenumBallotDraft  *self,
                                                        const char         *channel);
PlenumRecord      *plenum_ballot_draft_count_hands     (PlenumBallotDraft  *self,
                                                        gint64              voters,
                                                        const gint64       *totals);

G_END_DECLS
