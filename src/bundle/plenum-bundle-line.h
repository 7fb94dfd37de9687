/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle-item.h"

G_BEGIN_DECLS

PlenumBundleItem *plenum_bundle_line_parse (const char *line,
                                            gsize       length,
                                            guint64     number);
const guint8     *plenum_bundle_line_get_order (PlenumRecordType type);
gboolean          plenum_bundle_is_plain_name  (const char *name,
                                                gsize       length);

G_END_DECLS
