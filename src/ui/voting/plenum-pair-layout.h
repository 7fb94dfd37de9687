/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_PAIR_LAYOUT (plenum_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlenumPairLayout, plenum_pair_layout, PLENUM, PAIR_LAYOUT, GtkLayoutManager)

GtkLayoutManager *plenum_pair_layout_new (int spacing);

G_END_DECLS
