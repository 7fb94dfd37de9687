/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the store. */
#pragma once

#include "plenum-record.h"

G_BEGIN_DECLS

typedef struct _PlenumInsertions PlenumInsertions;

PlenumInsertions *plenum_insertions_new        (void);
void              plenum_insertions_free       (PlenumInsertions  *self);
void              plenum_insertions_add_record (PlenumInsertions  *self,
                                                PlenumRecord      *record);
void              plenum_insertions_add_stamps (PlenumInsertions  *self,
                                                const char        *id,
                                                const char        *base,
                                                const char        *fields);
gboolean          plenum_insertions_have_room  (PlenumInsertions  *self,
                                                GError           **error);
GBytes           *plenum_insertions_finish     (PlenumInsertions  *self,
                                                GHashTable        *workshops,
                                                GBytes            *rest,
                                                GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumInsertions, plenum_insertions_free)

G_END_DECLS
