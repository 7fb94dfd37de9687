/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_OUTCOME (plenum_poll_outcome_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollOutcome, plenum_poll_outcome, PLENUM, POLL_OUTCOME, GtkWidget)

GtkWidget *plenum_poll_outcome_new (PlenumWorkshopModel *model,
                                   PlenumRecord        *poll);

G_END_DECLS
