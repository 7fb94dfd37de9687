/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_SYNTHESIS_VOTES (plenum_synthesis_votes_get_type ())
G_DECLARE_FINAL_TYPE (PlenumSynthesisVotes, plenum_synthesis_votes, PLENUM, SYNTHESIS_VOTES, GtkBox)

void plenum_synthesis_votes_set_library (PlenumSynthesisVotes *self,
                                         PlenumLibrary        *library);
void plenum_synthesis_votes_set_idea    (PlenumSynthesisVotes *self,
                                         const char           *idea);

G_END_DECLS
