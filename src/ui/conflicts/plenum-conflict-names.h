/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-conflict.h"

G_BEGIN_DECLS

char *plenum_conflict_describe (const PlenumConflict *conflict);

G_END_DECLS
