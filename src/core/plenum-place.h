/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plenum_place_set_error (GError      **error,
                             GQuark        domain,
                             int           code,
                             const char   *file,
                             guint64       line,
                             const char   *format,
                             ...) G_GNUC_PRINTF (6, 7);
void plenum_place_prefix    (GError      **error,
                             const char   *file,
                             guint64       line);

G_END_DECLS
