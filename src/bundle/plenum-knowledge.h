/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-bundle-item.h"
#include "plenum-exchange.h"

G_BEGIN_DECLS

typedef struct _PlenumKnowledge PlenumKnowledge;

PlenumKnowledge *plenum_knowledge_new           (void);
void             plenum_knowledge_free          (PlenumKnowledge   *self);
void             plenum_knowledge_add           (PlenumKnowledge   *self,
                                                 const char        *workshop,
                                                 const char        *stamp);
void             plenum_knowledge_add_record    (PlenumKnowledge   *self,
                                                 PlenumRecord      *record,
                                                 PlenumStamps      *stamps);
gboolean         plenum_knowledge_read          (PlenumKnowledge   *self,
                                                 PlenumStore       *store,
                                                 const char        *workshop,
                                                 GError           **error);
gboolean         plenum_knowledge_has           (PlenumKnowledge   *self,
                                                 const char        *workshop,
                                                 const char        *stamp);
const char      *plenum_bundle_workshop_of      (PlenumRecord      *record);
char            *plenum_stamps_latest           (PlenumRecord      *record,
                                                 PlenumStamps      *stamps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumKnowledge, plenum_knowledge_free)

G_END_DECLS
