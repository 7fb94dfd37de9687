/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store: the tags of a card. */
#pragma once

#include "plenum-edit.h"

G_BEGIN_DECLS

gboolean plenum_tags_put (PlenumEdit    *edit,
                          PlenumRecord  *idea,
                          const char    *name,
                          GError       **error);

G_END_DECLS
