/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void plenum_presenter_monitor_choose (GtkWindow *window,
                                      GtkWindow *main,
                                      GSettings *settings);

G_END_DECLS
