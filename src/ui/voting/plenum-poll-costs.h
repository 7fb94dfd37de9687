/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_COSTS (plenum_poll_costs_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollCosts, plenum_poll_costs, PLENUM, POLL_COSTS, AdwPreferencesGroup)

GtkWidget *plenum_poll_costs_new   (void);
void       plenum_poll_costs_set   (PlenumPollCosts *self,
                                    GPtrArray       *options);
gboolean   plenum_poll_costs_apply (PlenumPollCosts *self,
                                    GPtrArray       *options);

G_END_DECLS
