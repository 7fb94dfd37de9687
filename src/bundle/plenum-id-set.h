/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PlenumIdSet PlenumIdSet;

PlenumIdSet *plenum_id_set_new    (void);
void         plenum_id_set_free   (PlenumIdSet *self);
gboolean     plenum_id_set_add    (PlenumIdSet *self,
                                   const char  *id,
                                   guint        kind);
int          plenum_id_set_lookup (PlenumIdSet *self,
                                   const char  *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumIdSet, plenum_id_set_free)

G_END_DECLS
