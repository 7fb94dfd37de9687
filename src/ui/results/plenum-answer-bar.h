/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_ANSWER_BAR (plenum_answer_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlenumAnswerBar, plenum_answer_bar, PLENUM, ANSWER_BAR, GtkWidget)

GtkWidget *plenum_answer_bar_new        (const double *values,
                                         guint         n_values,
                                         gboolean      median,
                                         const char   *description);
GtkWidget *plenum_answer_bar_new_legend (char        **labels);

G_END_DECLS
