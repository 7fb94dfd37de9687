/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_VOTING_VIEW (plenum_voting_view_get_type ())
G_DECLARE_FINAL_TYPE (PlenumVotingView, plenum_voting_view, PLENUM, VOTING_VIEW, GtkWidget)

GtkWidget  *plenum_voting_view_new       (PlenumWorkshopModel *model);
const char *plenum_voting_view_get_shown (PlenumVotingView    *self);
void        plenum_voting_view_set_shown (PlenumVotingView    *self,
                                          const char          *poll);

G_END_DECLS
