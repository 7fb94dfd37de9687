/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean plenum_stamp_function_register (sqlite3  *handle,
                                         GError  **error);

G_END_DECLS
