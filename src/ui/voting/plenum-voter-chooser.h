/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballots.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_VOTER_CHOOSER (plenum_voter_chooser_get_type ())
G_DECLARE_FINAL_TYPE (PlenumVoterChooser, plenum_voter_chooser, PLENUM, VOTER_CHOOSER, GtkWidget)

GtkWidget *plenum_voter_chooser_new   (PlenumWorkshopModel *model,
                                       PlenumPollForm      *form);
gboolean   plenum_voter_chooser_any   (PlenumVoterChooser  *self);
void       plenum_voter_chooser_reset (PlenumVoterChooser  *self);

G_END_DECLS
