/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GPtrArray *plenum_kind_icons_load (GtkWidget *widget);

G_END_DECLS
