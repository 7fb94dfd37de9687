/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_FADE_LABEL (plenum_fade_label_get_type ())
G_DECLARE_FINAL_TYPE (PlenumFadeLabel, plenum_fade_label, PLENUM, FADE_LABEL, GtkWidget)

GtkWidget *plenum_fade_label_new      (guint            n_lines);
void       plenum_fade_label_set_text (PlenumFadeLabel *self,
                                       const char      *text);

G_END_DECLS
