/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plenum-poll-findings.h"

G_BEGIN_DECLS

GtkWidget *plenum_result_charts_new_rounds  (PlenumPollFindings *findings);
GtkWidget *plenum_result_charts_new_pairs   (PlenumPollFindings *findings);
GtkWidget *plenum_result_charts_new_answers (PlenumPollFindings *findings,
                                             guint               most);
GtkWidget *plenum_result_charts_new_budget  (PlenumPollFindings *findings,
                                             guint               most);
GtkWidget *plenum_result_charts_new_conflict (PlenumPollFindings *findings);

G_END_DECLS
