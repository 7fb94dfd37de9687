/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store. */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

GPtrArray *plenum_workshop_copy_read   (PlenumStore   *store,
                                        const char    *workshop,
                                        gboolean       people,
                                        GError       **error);
gboolean   plenum_workshop_copy_insert (PlenumEdit    *edit,
                                        GPtrArray     *records,
                                        const char    *copy_id,
                                        GError       **error);
void       plenum_workshop_copy_draft  (PlenumRecord  *poll);

G_END_DECLS
