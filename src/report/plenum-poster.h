/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-drawing.h"

G_BEGIN_DECLS

GPtrArray *plenum_poster_new (PlenumDrawing *picture,
                              guint          across);

G_END_DECLS
