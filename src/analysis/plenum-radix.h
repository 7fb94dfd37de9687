/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plenum_radix_sort_32 (guint32 *values,
                           guint32 *scratch,
                           gsize    n);
void plenum_radix_sort_64 (guint64 *values,
                           guint64 *scratch,
                           gsize    n);

G_END_DECLS
