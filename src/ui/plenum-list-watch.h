/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLENUM_TYPE_LIST_WATCH (plenum_list_watch_get_type ())
G_DECLARE_FINAL_TYPE (PlenumListWatch, plenum_list_watch, PLENUM, LIST_WATCH, GObject)

PlenumListWatch *plenum_list_watch_new (GListModel *list);

G_END_DECLS
