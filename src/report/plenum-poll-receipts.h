/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

GPtrArray *plenum_poll_receipts_list (PlenumStore  *store,
                                      const char   *poll,
                                      GError      **error);

G_END_DECLS
