/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *plenum_normal (const char     *text,
                     GNormalizeMode  mode);

G_END_DECLS
