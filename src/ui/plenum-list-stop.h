/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_LIST_STOP (plenum_list_stop_get_type ())
G_DECLARE_FINAL_TYPE (PlenumListStop, plenum_list_stop, PLENUM, LIST_STOP, AdwBin)

GtkWidget *plenum_list_stop_new (GtkWidget *child);

G_END_DECLS
