/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-application.h"

G_BEGIN_DECLS

void plenum_preferences_show (PlenumApplication *application,
                              GtkWindow         *parent);

G_END_DECLS
