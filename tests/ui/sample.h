/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the programs that make libraries to look at. What goes wrong ends them. */
#pragma once

#include "plenum-store.h"

G_BEGIN_DECLS

PlenumStore *sample_open      (const char   *path);
void         sample_perform   (PlenumStore  *store,
                               PlenumAction *action);
char        *sample_make      (PlenumStore  *store,
                               PlenumAction *action);
gboolean     sample_add_plain (PlenumEdit   *edit,
                               const char   *workshop,
                               const char   *area,
                               const char   *text,
                               const char   *kind,
                               guint         number,
                               GError      **error);

G_END_DECLS
