/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-library.h"
#include "plenum-poll-findings.h"

G_BEGIN_DECLS

GtkWidget *plenum_result_views_new_others    (PlenumPollFindings *findings);
GtkWidget *plenum_result_views_new_breakdown (PlenumLibrary      *library,
                                              const char         *poll);

G_END_DECLS
