/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Points, row by row. */
typedef struct
{
  const float  *rows;
  guint         n;
  guint         width;
  const gint32 *pinned; /* nullable; of each: the group it stays in, or -1 */
} PlenumPoints;

gboolean plenum_kmeans        (const PlenumPoints  *points,
                               guint                k,
                               guint                n_starts,
                               float               *centres,
                               guint32             *labels,
                               GCancellable        *cancellable,
                               GError             **error);
double   plenum_kmeans_assign (const PlenumPoints  *points,
                               guint                k,
                               const float         *centres,
                               guint32             *labels);

G_END_DECLS
