/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plenum-sparse.h"

G_BEGIN_DECLS

float *plenum_svd          (const PlenumSparse  *left,
                            const PlenumSparse  *right,
                            guint                rank,
                            GCancellable        *cancellable,
                            GError             **error);
void   plenum_unit_rows    (float               *rows,
                            guint                n,
                            guint                width);

G_END_DECLS
