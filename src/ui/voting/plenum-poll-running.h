/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-ballots.h"
#include "plenum-workshop-model.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_RUNNING (plenum_poll_running_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollRunning, plenum_poll_running, PLENUM, POLL_RUNNING, GtkWidget)

GtkWidget *plenum_poll_running_new (PlenumWorkshopModel *model,
                                    PlenumPollForm      *form);

G_END_DECLS
