/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void plenum_eigen (double *matrix,
                   guint   n,
                   double *values,
                   double *vectors);

G_END_DECLS
