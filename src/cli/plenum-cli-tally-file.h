/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-settings.h"
#include "plenum-tally.h"

G_BEGIN_DECLS

PlenumTally *plenum_cli_tally_file (const char            *path,
                                    const char            *method,
                                    const PlenumSettings  *settings,
                                    GCancellable          *cancellable,
                                    GError               **error);

G_END_DECLS
