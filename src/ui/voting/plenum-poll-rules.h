/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "plenum-method.h"

G_BEGIN_DECLS

#define PLENUM_TYPE_POLL_RULES (plenum_poll_rules_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPollRules, plenum_poll_rules, PLENUM, POLL_RULES, AdwPreferencesGroup)

GtkWidget            *plenum_poll_rules_new          (const PlenumMethod   *method);
void                  plenum_poll_rules_set          (PlenumPollRules      *self,
                                                      const PlenumSettings *settings,
                                                      gint64                expected,
                                                      GPtrArray            *options);
const PlenumSettings *plenum_poll_rules_get_settings (PlenumPollRules      *self);
gint64                plenum_poll_rules_get_expected (PlenumPollRules      *self);

G_END_DECLS
