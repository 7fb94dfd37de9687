/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-card-code.h"

G_BEGIN_DECLS

#define PLENUM_QR_MODULES 25 /* a side of a card's code */

char *plenum_qr_trace (const PlenumCardCode *code);

G_END_DECLS
