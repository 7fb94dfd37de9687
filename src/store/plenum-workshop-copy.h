/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store. */
#pragma once

#include "plenum-edit.h"

G_BEGIN_DECLS

gboolean plenum_workshop_copy (PlenumEdit    *edit,
                               PlenumRecord  *workshop,
                               const char    *copy_id,
                               const char    *title,
                               GError       **error);

G_END_DECLS
