/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-application.h"

G_BEGIN_DECLS

void plenum_bring_back (GtkWidget         *from,
                        PlenumApplication *application,
                        PlenumLibrary     *copy,
                        const char        *workshop,
                        gint64             made);

G_END_DECLS
