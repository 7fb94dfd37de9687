/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-transfers.h"

G_BEGIN_DECLS

GtkWidget *plenum_presenter_round_new (PlenumTransfers *transfers,
                                       guint            round,
                                       guint            most);

G_END_DECLS
