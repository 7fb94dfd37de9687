/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

char      *plenum_store_back_up           (PlenumStore  *self,
                                           const char   *occasion,
                                           GError      **error);
GPtrArray *plenum_store_list_backups      (const char   *path);
GPtrArray *plenum_store_check             (PlenumStore  *self,
                                           gboolean      repair,
                                           GError      **error);
gboolean   plenum_store_erase_workshop    (PlenumStore  *self,
                                           const char   *workshop,
                                           GError      **error);

G_END_DECLS
