/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_WRAP_LAYOUT (plenum_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlenumWrapLayout, plenum_wrap_layout, PLENUM, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plenum_wrap_layout_new (int      spacing,
                                          gboolean centred);

G_END_DECLS
