/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "plenum-settings.h"

G_BEGIN_DECLS

PlenumSettings *plenum_cli_read_settings    (const char           *method,
                                             char                **pairs,
                                             GError              **error);
char           *plenum_cli_settings_to_json (const char           *method,
                                             const PlenumSettings *settings);

G_END_DECLS
