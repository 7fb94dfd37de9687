/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-sealer.h"

G_BEGIN_DECLS

const PlenumSealer *plenum_key_sealer_get (void);

G_END_DECLS
