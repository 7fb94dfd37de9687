/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-ballot-check.h"
#include "plenum-poll-conditions.h"
#include "plenum-store.h"

G_BEGIN_DECLS

/* A poll as it is voted on and counted. */
typedef struct
{
  PlenumRecord *poll;
  GPtrArray    *options;   /* (element-type PlenumRecord): in their order */
  GPtrArray    *settings;  /* (element-type utf8): name and value in turn, %NULL-terminated */
  GPtrArray    *texts;     /* (element-type utf8): id and text in turn, %NULL-terminated, borrowed */
  GPtrArray    *costs;     /* (element-type utf8): of each option, "" where there is none, borrowed */
  gboolean      conditions[PLENUM_N_POLL_CONDITIONS]; /* which of them hold */
} PlenumPollForm;

/* Called for each ballot that counts; @sheet is borrowed. */
typedef gboolean (*PlenumBallotFunc) (const char         *ballot,
                                      const PlenumSheet  *sheet,
                                      gpointer            data,
                                      GError            **error);

PlenumPollForm *plenum_store_get_poll_form   (PlenumStore        *self,
                                              const char         *poll,
                                              GError            **error);
void            plenum_poll_form_free        (PlenumPollForm     *self);
gboolean        plenum_poll_form_equal       (PlenumPollForm     *self,
                                              PlenumPollForm     *other);
PlenumSheetForm plenum_poll_form_get_sheet   (PlenumPollForm     *self);
gboolean        plenum_poll_form_check       (PlenumStore        *store,
                                              PlenumPollForm     *self,
                                              PlenumRecord       *ballot,
                                              PlenumBallotCheck   check,
                                              GError            **error);
gboolean        plenum_store_read_ballots    (PlenumStore        *self,
                                              const char         *poll,
                                              PlenumBallotFunc    func,
                                              gpointer            data,
                                              GError            **error);
gint64          plenum_store_count_votes     (PlenumStore        *self,
                                              const char         *poll);
gboolean        plenum_store_check_urn       (PlenumStore        *self,
                                              PlenumRecord       *poll,
                                              GError            **error);
GHashTable     *plenum_store_list_voters     (PlenumStore        *self,
                                              const char         *poll,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumPollForm, plenum_poll_form_free)

G_END_DECLS
