/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A screen: its socket, "HDMI-1", where that is known, and where it is. */
typedef struct
{
  const char   *connector; /* nullable */
  GdkRectangle  place;
} PlenumScreen;

int   plenum_presenter_monitor_pick     (const PlenumScreen *screens,
                                         guint               n,
                                         int                 here,
                                         const char         *remembered);
char *plenum_presenter_monitor_describe (const PlenumScreen *screen);
void  plenum_presenter_monitor_choose   (GtkWindow          *window,
                                         GtkWindow          *main,
                                         GSettings          *settings);

G_END_DECLS
