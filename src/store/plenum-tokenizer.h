/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean plenum_tokenizer_register (sqlite3  *handle,
                                    GError  **error);

G_END_DECLS
