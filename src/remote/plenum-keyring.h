/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean plenum_keyring_store  (const char    *address,
                                const char    *user,
                                const char    *password,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean plenum_keyring_lookup (const char    *address,
                                const char    *user,
                                char         **password,
                                GCancellable  *cancellable,
                                GError       **error);
gboolean plenum_keyring_clear  (const char    *address,
                                const char    *user,
                                GCancellable  *cancellable,
                                GError       **error);

G_END_DECLS
