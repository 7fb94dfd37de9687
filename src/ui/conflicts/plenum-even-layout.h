/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_EVEN_LAYOUT (plenum_even_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlenumEvenLayout, plenum_even_layout, PLENUM, EVEN_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plenum_even_layout_new (int least,
                                          int spacing);

G_END_DECLS
