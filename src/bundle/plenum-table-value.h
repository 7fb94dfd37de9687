/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    plenum_table_parse_time (const char *text,
                                     gint64     *time);
const char *plenum_table_parse_kind (const char *text);

G_END_DECLS
