/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-poll-findings.h"

G_BEGIN_DECLS

void plenum_ballot_export_show (GtkWidget          *from,
                                PlenumPollFindings *findings,
                                const char         *question);

G_END_DECLS
