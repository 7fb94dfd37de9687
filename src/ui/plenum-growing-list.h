/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *plenum_growing_list_new      (GListModel *model);
GListModel *plenum_growing_list_new_rows (guint       n);

G_END_DECLS
