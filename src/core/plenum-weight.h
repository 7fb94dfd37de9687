/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plenum_weight_is_valid (const char *weight);

G_END_DECLS
