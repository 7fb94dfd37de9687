/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballot-draft.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_BALLOT_WORDS (plenum_ballot_words_get_type ())
G_DECLARE_FINAL_TYPE (PlenumBallotWords, plenum_ballot_words, PLENUM, BALLOT_WORDS, GtkWidget)

GtkWidget *plenum_ballot_words_new  (PlenumBallotDraft *draft,
                                     guint              option);
char      *plenum_ballot_words_name (PlenumBallotDraft *draft,
                                     gint64             value);

G_END_DECLS
