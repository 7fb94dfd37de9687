/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plenum-edit.h"
#include "plenum-import-result.h"
#include "plenum-record.h"
#include "plenum-stamps.h"

G_BEGIN_DECLS

typedef struct _PlenumGraves PlenumGraves;

PlenumGraves *plenum_graves_new    (PlenumEdit          *edit,
                                    PlenumImportResult  *result);
void          plenum_graves_free   (PlenumGraves        *self);
void          plenum_graves_add    (PlenumGraves        *self,
                                    PlenumRecord        *record,
                                    PlenumStamps        *stamps,
                                    const char          *deleted);
gboolean      plenum_graves_settle (PlenumGraves        *self,
                                    GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlenumGraves, plenum_graves_free)

G_END_DECLS
