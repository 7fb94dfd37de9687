/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"

G_BEGIN_DECLS

void plenum_voter_receipt_ask (PlenumLibrary *library,
                               const char    *poll,
                               PlenumRecord  *voter,
                               GtkWidget     *from);

G_END_DECLS
