/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-method.h"

G_BEGIN_DECLS

char       *plenum_poll_settings_to_json (const PlenumSettings *settings);
void        plenum_poll_settings_append_string
                                         (GString              *json,
                                          const char           *text);
const char *plenum_poll_choice_get_label (const char           *setting,
                                          const char           *choice);

G_END_DECLS
